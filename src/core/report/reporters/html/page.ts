import type { NearMiss, Report } from '../../../model/report.ts';
import type { DisplayZone } from '../../display-time.ts';
import { describeLooked, formatVerdict } from '../../outline/head.ts';
import { createView, type View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import { amountsFor, pageCaps } from './amounts.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assets.ts';
import { formatBlocks, formatInline, section } from './blocks.ts';
import { formatFinding, keyOfMisses } from './finding.ts';
import { formatLooked } from './looked.ts';
import { all, Markup, markup, nothing } from './markup.ts';
import { formatRest } from './rest.ts';
import { formatStatistics } from './statistics.ts';
import { formatSummary } from './summary.ts';

/** Nothing is loaded and nothing runs but the style and the script that are part of evdx. */
const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Stripes over what a log does not cover; every drawing refers to it. */
const hatch = new Markup(
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hb"/><rect width="2" height="6" class="hl"/></pattern></defs></svg>',
);

function missesByRule({ nearMisses }: Report): ReadonlyMap<string, readonly NearMiss[]> {
  const byRule = new Map<string, NearMiss[]>();
  for (const miss of nearMisses) {
    const key = keyOfMisses(miss.ruleId, miss.host);
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [miss]);
    else known.push(miss);
  }
  return byRule;
}

function formatFindings(view: View): Markup {
  const { report } = view;
  if (report.findings.length === 0) return nothing;
  const amounts = amountsFor(report);
  const said = { stepsByText: new Map<string, number>(), missesByRule: missesByRule(report) };
  const findings = report.findings.map((finding, index) => formatFinding(view, finding, index, amounts, said));
  const drawn =
    amounts.timeLines < findings.length ? `Time lines are drawn for the first ${amounts.timeLines} findings. ` : null;
  const explained =
    amounts.nearMisses === 0 ? markup`How far each part of a rule got: <code>evdx explain RULE FILES</code>` : null;
  const hint = drawn === null && explained === null ? null : markup`<p class="quiet">${drawn}${explained}</p>`;
  return section('findings', counted(findings.length, 'finding'), markup`${hint}${findings}`);
}

const contents: readonly (readonly [id: string, name: string])[] = [
  ['looked', 'What was looked at'],
  ['summary', 'What to do'],
  ['findings', 'Findings'],
  ['unexplained', 'Unexplained errors'],
  ['close', 'Came close'],
  ['ruled-out', 'Ruled out'],
  ['questions', 'Open questions'],
  ['known', 'Known facts'],
  ['unchecked', 'Not checked'],
  ['mentioned', 'Mentioned'],
  ['statistics', 'Statistics'],
];

function formatContents(main: Markup): Markup {
  const there = contents.filter(([id]) => main.html.includes(`<section id="${id}" `));
  const items = there.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`);
  return markup`<nav aria-label="Contents"><ul>${items}</ul></nav>`;
}

const redaction = ({ redacted }: Report): Markup =>
  redacted === null
    ? nothing
    : markup`<p class="quiet">Names and addresses are replaced by pseudonyms (${redacted}).</p>`;

/** The whole page. */
export function formatPage(report: Report, zone: DisplayZone): string {
  const view = createView(report, zone, pageCaps);
  const verdict = formatVerdict(report);
  const { name, version, ruleCount } = report.tool;
  const main = all([
    formatLooked(view),
    formatSummary(report),
    formatFindings(view),
    formatRest(view),
    formatStatistics(view),
  ]);
  const title = `Event log diagnosis: ${counted(report.findings.length, 'finding')}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${name} ${version}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${hatch}
<header class="top">
<p class="kicker">Event log diagnosis · ${name} ${version}</p>
<h1>${formatInline(verdict)}</h1>
${formatBlocks(describeLooked(view))}
${redaction(report)}
</header>
<div class="frame">
${formatContents(main)}
<main id="main">
${main}
</main>
</div>
<footer>
<p>Written by ${name} ${version} with ${counted(ruleCount, 'rule')}.${' '}
“Found nothing” holds only for the time that the logs cover.</p>
</footer>
<p id="said" class="said" role="status"></p>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.html;
}
