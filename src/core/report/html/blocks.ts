import type { Finding } from '../../model/report.ts';
import type { Block, Document, Inline, Link, Mark, Moment, Span, Tree } from '../outline/document.ts';
import { capitalised } from '../outline/words.ts';
import { all, Markup, markup, nothing } from './markup.ts';

/** A line to type, with a button that the script shows. */
const copyable = (line: string): Markup => markup`<code>${line}</code><button class="copy" type="button">Copy</button>`;
export const commandLine = (line: string): Markup => markup`<div class="cmd">${copyable(line)}</div>`;

const isCommand = (text: string): boolean => text.startsWith('evdx ');
const formatSpan = ({ text, tone }: Span): Markup => {
  switch (tone) {
    case 'plain':
      return markup`${text}`;
    case 'strong':
      return markup`<strong>${text}</strong>`;
    case 'log':
      return markup`<code>${text}</code>`;
    case 'code':
      return isCommand(text) ? markup`<span class="cmd">${copyable(text)}</span>` : markup`<code>${text}</code>`;
    default:
      return markup`<span class="${tone}">${text}</span>`;
  }
};
/** The outline lets only addresses of the web through. */
const formatLink = ({ text, url }: Link): Markup =>
  markup`<a${text === url ? null : markup` class="named"`} href="${url}" rel="noopener noreferrer">${text}</a>`;

export const formatInline = (inline: Inline): Markup =>
  all(
    inline.map((piece) => {
      if (typeof piece === 'string') return markup`${piece}`;
      return 'url' in piece ? formatLink(piece) : formatSpan(piece);
    }),
  );

/** A part of the page, with the name that the list of contents leads to. */
export const section = (id: string, title: Markup | string, content: Markup): Markup =>
  markup`<section id="${id}" aria-labelledby="s-${id}"><h2 id="s-${id}">${title}</h2>${content}</section>`;

/** How bad, and how sure. */
export const formatRank = ({ severity, grade }: Pick<Finding, 'severity' | 'grade'>): Markup =>
  markup`<span class="sev ${severity}">${capitalised(severity)}</span> <span class="grade ${grade}">${capitalised(grade)}</span>`;

/** A single text needs no paragraph in its item. */
const formatItem = (blocks: Document): Markup => {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'text') return formatBlocks(blocks);
  return rest.length === 0 ? formatInline(first.text) : markup`<p>${formatInline(first.text)}</p>${formatBlocks(rest)}`;
};
const listTags: Readonly<Record<Mark, readonly [open: string, close: string]>> = {
  number: ['<ol>', '</ol>'],
  bullet: ['<ul>', '</ul>'],
  for: ['<ul class="for" aria-label="For it">', '</ul>'],
  against: ['<ul class="against" aria-label="Against it">', '</ul>'],
  question: ['<ul class="ask">', '</ul>'],
};
const formatList = (mark: Mark, items: readonly Document[]): Markup => {
  const [open, close] = listTags[mark];
  const inner = all(items.map((item) => markup`<li>${formatItem(item)}</li>`));
  return new Markup(`${open}${inner.html}${close}`);
};

const formatMoment = ({ time, what, detail }: Moment): Markup => {
  const text = detail === null ? null : markup`<br>${formatInline(detail)}`;
  return markup`<li><span class="time">${time}</span> ${formatInline(what)}${text}</li>`;
};
export const formatTrees = (trees: readonly Tree[]): Markup =>
  markup`<ul class="tree">${trees.map(({ text, children }) => {
    const inner = children.length === 0 ? null : formatTrees(children);
    return markup`<li>${formatInline(text)}${inner}</li>`;
  })}</ul>`;

const formatBlock = (block: Block): Markup => {
  switch (block.kind) {
    case 'text':
      return markup`<p>${formatInline(block.text)}</p>`;
    case 'verdict':
      return markup`<p><strong>${formatInline(block.text)}</strong></p>`;
    case 'heading':
      return markup`<h2>${formatInline(block.text)}</h2>`;
    case 'part':
      return markup`<h4>${block.label}</h4>${formatBlocks(block.blocks)}`;
    case 'list':
      return formatList(block.mark, block.items);
    case 'moments':
      return markup`<ul class="moments">${block.moments.map(formatMoment)}</ul>`;
    case 'command':
      return commandLine(block.command);
    case 'tree':
      return formatTrees(block.trees);
    case 'finding':
      return markup`<h3>${formatInline(block.title)}</h3><p>${capitalised(block.grade)}</p>${formatBlocks(block.blocks)}`;
    case 'timeline':
      return nothing;
  }
};

/** What the outline says, as elements of a page. */
export const formatBlocks = (blocks: Document): Markup => all(blocks.map(formatBlock));
