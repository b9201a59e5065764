import type { Block, Document, Inline, Link, Mark, Span, Tree } from '../outline/document.ts';
import { outlineReport } from '../outline/outline.ts';
import { capitalised } from '../outline/words.ts';
import { drawText } from '../timeline/draw-text.ts';
import { codeBlock, codeSpan, escapeMarkdown, escapeUrl } from './escape-markdown.ts';
import type { Reporter } from './reporter.ts';

const formatSpan = ({ text, tone }: Span): string => {
  if (tone === 'log' || tone === 'code') return codeSpan(text);
  return tone === 'strong' ? `**${escapeMarkdown(text.trim())}**${/\s$/.test(text) ? ' ' : ''}` : escapeMarkdown(text);
};
const formatLink = ({ text, url }: Link): string =>
  text === url ? `<${escapeUrl(url)}>` : `[${escapeMarkdown(text)}](${escapeUrl(url)})`;
const formatInline = (inline: Inline): string =>
  inline
    .map((piece) => {
      if (typeof piece === 'string') return escapeMarkdown(piece);
      return 'url' in piece ? formatLink(piece) : formatSpan(piece);
    })
    .join('');

const marks: Readonly<Record<Mark, (index: number) => string>> = {
  number: (index) => `${index + 1}. `,
  bullet: () => '- ',
  for: () => '- for: ',
  against: () => '- against: ',
  question: () => '- ',
};

/** Lines below the first of an item stand under its text. */
const formatItem = (mark: string, blocks: Document): string[] => {
  const indent = ' '.repeat(/^\d/.test(mark) ? mark.length : 2);
  const [first = '', ...rest] = formatBlocks(blocks);
  return [`${mark}${first}`, ...rest.map((line) => (line === '' ? '' : `${indent}${line}`))];
};

const formatTree = ({ text, children }: Tree): string[] => [
  `- ${formatInline(text)}`,
  ...children.flatMap(formatTree).map((line) => `  ${line}`),
];

const formatBlock = (block: Block): string[] => {
  switch (block.kind) {
    case 'text':
    case 'verdict':
      return [formatInline(block.text)];
    case 'heading':
      return [`## ${formatInline(block.text)}`];
    case 'finding': {
      const grade = `**${capitalised(block.grade)}**, severity ${block.severity}`;
      return [
        `## ${block.number}. ${formatInline(block.title)}`,
        '',
        `${grade} · ${formatInline(block.about)}`,
        '',
        ...formatBlocks(block.blocks),
      ];
    }
    case 'part':
      return [`### ${block.label}`, '', ...formatBlocks(block.blocks)];
    case 'list':
      return block.items.flatMap((item, index) => formatItem(marks[block.mark](index), item));
    case 'moments':
      return block.moments.map(({ time, what, detail }) => {
        const text = detail === null ? '' : `: ${formatInline(detail)}`;
        return `- ${time} · ${formatInline(what)}${text}`;
      });
    case 'timeline':
      return [`### ${block.label}`, '', ...codeBlock(...drawText(block.picture))];
    case 'command':
      return codeBlock(block.command);
    case 'tree':
      return block.trees.flatMap(formatTree);
  }
};

/** A blank line between blocks: Markdown would join them otherwise. */
const formatBlocks = (blocks: Document): string[] =>
  blocks.flatMap((block, index) => (index === 0 ? formatBlock(block) : ['', ...formatBlock(block)]));

/** @param title plain text of evdx itself. */
export const formatMarkdown = (title: string, document: Document): string =>
  `${[`# ${title}`, '', ...formatBlocks(document)].join('\n')}\n`;

/** For tickets and mails. */
export const markdown: Reporter = (report, { zone, ...options }) =>
  formatMarkdown('evdx report', outlineReport(report, zone, options));
