import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assets.ts';
import { Markup, markup } from './markup.ts';

/** Nothing is loaded and nothing runs but the style and the script that are part of evdx. */
const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A section that may be on the page, by its id, and its name in the list of contents. */
export type Entry = readonly [id: string, name: string];

export interface Page {
  /** Of the window. */
  readonly title: string;
  /** Who wrote it. */
  readonly generator: string;
  /** What kind of page it is, in a line above the heading. */
  readonly kicker: string;
  /** The answer in one line. */
  readonly heading: Markup;
  /** What to know before reading on. */
  readonly lead: Markup;
  readonly contents: readonly Entry[];
  readonly main: Markup;
  readonly footer: Markup;
}

/** The sections that are there. */
function formatContents({ contents, main }: Page): Markup {
  const there = contents.filter(([id]) => main.html.includes(`<section id="${id}" `));
  const items = there.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`);
  return markup`<nav aria-label="Contents"><ul>${items}</ul></nav>`;
}

/** One file that a browser shows by itself, around what a page has to say. */
export function formatFrame(page: Page): string {
  const written = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${page.generator}">
<title>${page.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top">
<p class="kicker">${page.kicker}</p>
<h1>${page.heading}</h1>
${page.lead}
</header>
<div class="frame">
${formatContents(page)}
<main id="main">
${page.main}
</main>
</div>
<footer>${page.footer}</footer>
<p id="said" class="said" role="status"></p>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return `${written.html}\n`;
}
