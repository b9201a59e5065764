import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { type BlockValues, contentOf, ntBlock, vistaBlock } from './blocks.ts';

/** What mails, forums, tickets and editors make of the lines of a block. */
type Mangle = (lines: readonly string[]) => string;

const eachLine =
  (change: (line: string, index: number) => string): Mangle =>
  (lines) =>
    lines.map(change).join('\n');
/** Heading with its colon, and value. */
const parted = (line: string): readonly [string, string] => {
  const colon = line.indexOf(':');
  // French puts a blank before its colons.
  return [`${line.slice(0, colon).trim()}:`, line.slice(colon + 1).trim()];
};
const heading =
  (change: (heading: string, value: string) => string): Mangle =>
  (lines) =>
    lines.map((line, index) => (index < lines.length - 1 ? change(...parted(line)) : line)).join('\n');
const wrapAt = (text: string, width: number): string => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
};
const collapsed = (line: string): string => line.replace(/[ \t]+/g, ' ').trim();
const flat: Mangle = (lines) => lines.map(collapsed).join(' ');

const flatWith =
  (separator: string): Mangle =>
  (lines) =>
    `${lines.map(collapsed).join(separator)}${separator}`;

const MANGLES: Readonly<Record<string, Mangle>> = {
  'a mail quotes it': eachLine((line) => `> ${line}`),
  'a mail quotes it twice': eachLine((line) => `> > ${line}`),
  'a mail quotes it without blanks': eachLine((line) => `>>${line}`),
  'a bar in front': eachLine((line) => `| ${line}`),
  'a comment': eachLine((line) => `// ${line}`),
  'a hash comment': eachLine((line) => `# ${line}`),
  'stars as bullets': eachLine((line) => `* ${line}`),
  'dashes as bullets': eachLine((line) => `- ${line}`),
  'round bullets': eachLine((line) => `  • ${line}`),
  numbers: eachLine((line, index) => `${index + 1}. ${line}`),
  'numbers in brackets': eachLine((line, index) => `${index + 1}) ${line}`),
  'an indent of four blanks': eachLine((line) => `    ${line}`),
  'an indent of a tab': eachLine((line) => `\t${line}`),
  'a quoted indent': eachLine((line) => `>     ${line}`),
  'the number of a ticket': eachLine((line) => `INC0012345: ${line}`),
  'a chat with times': eachLine((line, index) => `[10:3${index % 10}] bob: ${line}`),
  'blanks at the ends of lines': eachLine((line) => `${line}  `),
  'only one blank behind the colons': eachLine(collapsed),
  'bold headings, colon inside': heading((label, value) => `**${label}** ${value}`),
  'bold headings, colon outside': heading((label, value) => `**${label.slice(0, -1)}**: ${value}`),
  'bold headings of a wiki': heading((label, value) => `'''${label}''' ${value}`),
  'bold values': heading((label, value) => (value === '' ? label : `${label} **${value}**`)),
  'headings between underscores': heading((label, value) => `__${label}__ ${value}`),
  'each line as code': eachLine((line) => `\`${line}\``),
  'a backslash for each line end': eachLine((line) => `${line}\\`),
  'a table with colons': heading((label, value) => `| ${label} | ${value} |`),
  'a table without colons': heading((label, value) => `| ${label.slice(0, -1)} | ${value} |`),
  'a table with bold cells': heading((label, value) => `| **${label.slice(0, -1)}** | ${value} |`),
  'columns by tabs without colons': heading((label, value) =>
    value === '' ? label : `${label.slice(0, -1)}\t${value}`,
  ),
  'break tags at line ends': eachLine((line) => `${line}<br />`),
  'break tags with the slash in front': eachLine((line) => `${line}</br>`),
  'break tags escaped once too often': (lines) => lines.join('&lt;br&gt;'),
  'break tags escaped twice too often': (lines) => lines.join('&amp;lt;br /&amp;gt;'),
  'break tags on one line': (lines) => lines.join('<br>'),
  'a paragraph a line': eachLine((line) => `<p>${line}</p>`),
  'a paragraph of DocBook or MAML a line': eachLine((line) => `<para>${line}</para>`),
  'a division a line, on one line': (lines) => lines.map((line) => `<div>${line}</div>`).join(''),
  'an HTML table': heading((label, value) => `<tr><td>${label}</td><td>${value}</td></tr>`),
  'the source of a table, tags on lines of their own': heading(
    (label, value) => `<tr>\n<td>\n${label}\n</td>\n<td valign="top">\n${value}\n</td>\n</tr>`,
  ),
  'the source of a table, cells on lines of their own': heading(
    (label, value) => `<tr>\n<th>${label.slice(0, -1)}</th>\n<td>${value}</td>\n</tr>`,
  ),
  'cells on lines of their own': heading((label, value) => `${label.slice(0, -1)}\n${value}`),
  'cells on lines of their own, with empty lines': heading((label, value) => `${label.slice(0, -1)}\n\n${value}\n`),
  'cells on lines of their own, quoted': heading((label, value) => `> **${label.slice(0, -1)}**\n> ${value}`),
  'a span with attributes': eachLine((line) => `<span style="font-family: Consolas">${line}</span>`),
  BBCode: heading((label, value) => `[b]${label}[/b] ${value}`),
  'entities for blanks': eachLine((line) => line.replace(/[ \t]{2,}/g, (blanks) => '&nbsp;'.repeat(blanks.length))),
  'no-break spaces': eachLine((line) => line.replace(/[ \t]/g, '\u00a0')),
  'narrow no-break spaces behind colons': heading((label, value) => `${label}\u202f${value}`),
  'zero-width spaces behind colons': heading((label, value) => `${label}\u200b   ${value}`),
  'word joiners in values': heading((label, value) => `${label} \u2060${value}\ufeff`),
  'dashes for hyphens': heading((label, value) => `${label.replaceAll('-', '–')} ${value}`),
  'a diff that adds it': eachLine((line) => `+${line}`),
  'a diff in which it did not change': eachLine((line, index) => (index === 0 ? `+${line}` : ` ${line}`)),
  'a search that names file and line': eachLine((line, index) => `logs/mail-1.txt:${index + 1}:${line}`),
  'a search that shows what stands around': eachLine((line, index) =>
    index === 0 ? `mail.txt:1:${line}` : `mail.txt-${index + 1}-${line}`,
  ),
  'full-width colons': heading((label, value) => `${label.slice(0, -1)}：${value}`),
  'a blank before the colons': heading((label, value) => `${label.slice(0, -1)} : ${value}`),
  'an ideographic space behind colons': heading((label, value) => `${label}\u3000${value}`),
  'empty lines between': (lines) => lines.join('\n\n'),
  'two empty lines between': (lines) => lines.join('\n\n\n'),
  'values on lines of their own': heading((label, value) => (value === '' ? label : `${label}\n${value}`)),
  'values behind an empty line': heading((label, value) => (value === '' ? label : `${label}\n\n${value}`)),
  'no blank behind the colons': heading((label, value) => label + value),
  'lower case headings': heading((label, value) => `${label.toLowerCase()} ${value}`),
  'upper case headings': heading((label, value) => `${label.toUpperCase()} ${value}`),
  'one line': flat,
  'one line, parted by semicolons': flatWith('; '),
  'one line, parted by commas': flatWith(', '),
  'one line, parted by bars': flatWith(' | '),
  'one line, parted by semicolons and wrapped at 72': (lines) => wrapAt(flatWith('; ')(lines), 72),
  'one line, wrapped at 72': (lines) => wrapAt(flat(lines), 72),
  'one line, wrapped at 50 and quoted': (lines) => wrapAt(flat(lines), 50).replace(/^/gm, '> '),
};

const LEVELS: Readonly<Record<string, string>> = {
  en: 'Error',
  de: 'Fehler',
  fr: 'Erreur',
  ru: 'Ошибка',
  ja: 'エラー',
};

const values = (eventId: number, language: string): BlockValues => ({
  source: 'MSExchangeIS',
  eventId,
  level: LEVELS[language] ?? '',
  category: 'Exchange VSS Writer',
  date: '2006-03-14',
  time: '01:00:01',
  user: 'N/A',
  computer: 'EX1',
  message: [`Error code 0x50d when preparing for backup ${eventId}.`],
});

describe.each(Object.keys(LEVELS))('%s', (language) => {
  describe.each([
    ['nt', ntBlock],
    ['vista', vistaBlock],
  ] as const)('%s', (_generation, block) => {
    const blocks = [9604, 9614, 9607].map((id) => block(language, values(id, language)));
    const plain = parseText(createClipboardParser, blocks.map((lines) => lines.join('\n')).join('\n'));
    const ids = plain.events.map(({ eventId }) => eventId);

    test.each(Object.entries(MANGLES))('%s: reads as if nobody had touched it', (_name, mangle) => {
      expect(ids).toEqual([9604, 9614, 9607]);
      for (const separator of ['\n', '\n\n']) {
        const mangled = parseText(createClipboardParser, blocks.map(mangle).join(separator));
        expect(mangled.events.map(unwrapped)).toEqual(plain.events.map(unwrapped));
        expect(mangled.problems).toEqual([]);
      }
    });

    test('no line end between two events', () => {
      const glued = parseText(createClipboardParser, blocks.map((lines) => lines.join('\n')).join(''));
      expect(glued.events.map(contentOf)).toEqual(plain.events.map(contentOf));
    });
  });
});

/** Wrapping adds line ends to a message, nothing else. */
const unwrapped = (event: Parameters<typeof contentOf>[0]): unknown =>
  contentOf({ ...event, message: event.message?.replace(/\s+/g, ' ') ?? null });
