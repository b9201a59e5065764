import { describe, expect, test } from 'vitest';
import { type ReporterName, reporters } from '../../../../src/core/report/reporters/index.ts';
import { excerptOf } from '../../../support/excerpt.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { finding, fullReport, report } from '../../../support/sample-report.ts';

const zone = 'UTC';
const hostile = Object.entries(hostileTexts);
const names: readonly ReporterName[] = ['markdown', 'html', 'json', 'jsonl', 'csv', 'sarif', 'junit', 'brief'];
/** RFC 4180 ends rows with both. */
const withoutRowEnds = (text: string): string => text.replaceAll('\r\n', '\n');

describe.each(names)('%s', (name) => {
  test.each(hostile)('lets nothing through that acts: %s', async (_name, text) => {
    const written = await reporters[name](poisoned(fullReport(), text.slice(0, 100_000)), { zone });
    const checked = name === 'csv' ? withoutRowEnds(written) : written;
    expect(excerptOf(checked, /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)).toBeNull();
  });
  test('writes equal bytes for equal reports', async () => {
    expect(await reporters[name](fullReport(), { zone })).toBe(await reporters[name](fullReport(), { zone }));
  });
});

describe('json', () => {
  test('is the report itself, two blanks deep, with a line end', () => {
    const written = reporters.json(fullReport(), { zone });
    expect(JSON.parse(written)).toEqual(fullReport());
    expect(written.startsWith('{\n  "schemaVersion": 1,\n  "tool": {')).toBe(true);
    expect(written.endsWith('\n}\n')).toBe(true);
  });
  test('keeps UTC whatever the display zone is', () => {
    expect(reporters.json(fullReport(), { zone: 'Europe/Berlin' })).toBe(reporters.json(fullReport(), { zone }));
  });
});

describe('jsonl', () => {
  test('is one finding a line', () => {
    const lines = reporters.jsonl(fullReport(), { zone }).split('\n');
    expect(lines.map((line) => (line === '' ? null : JSON.parse(line)))).toEqual([...fullReport().findings, null]);
  });
  test('is empty without findings', () => {
    expect(reporters.jsonl(report(), { zone })).toBe('');
  });
});

const punctuation = /^\\[!-/:-@[-`{-~]/;
const ownLink = /^\[[^[\]\n]*\]\(https?:[^\s()<>]*\)|^<https?:[^\s<>]*>/;

/** What CommonMark could still take for mark-up: all but escaped characters, code spans and web links, read from left to right. */
function bareText(line: string): string {
  let bare = '';
  for (let rest = line; rest !== ''; ) {
    const fence = /^`+/.exec(rest)?.[0];
    const close = fence === undefined ? -1 : rest.slice(fence.length).search(new RegExp(`(?<!\`)${fence}(?!\`)`));
    const skipped =
      punctuation.exec(rest)?.[0].length ??
      (fence !== undefined && close >= 0 ? close + 2 * fence.length : ownLink.exec(rest)?.[0].length);
    if (skipped === undefined) bare += rest[0];
    rest = rest.slice(skipped ?? 1);
  }
  return bare;
}
const withoutSafeParts = (markdown: string): string =>
  markdown
    .replace(/^ *(`{3,})\n(?:[^\n]*\n)+? *\1$/gm, '')
    .split('\n')
    .map((line) => (/[`\\[<]/.test(line) ? bareText(line) : line))
    .join('\n');

describe('markdown', () => {
  test.each(hostile)('holds no mark-up but its own: %s', (_name, text) => {
    // Mark-up does not depend on the length.
    const rest = withoutSafeParts(reporters.markdown(poisoned(fullReport(), text.slice(0, 2000)), { zone }));
    expect(excerptOf(rest, /[<>[\]|~&$`]/)).toBeNull();
    expect(excerptOf(rest.replaceAll('**', ''), /\*/)).toBeNull();
  });
  test('every line begins with mark-up of its own or none', () => {
    const rest = withoutSafeParts(reporters.markdown(poisoned(fullReport(), '# x'), { zone }));
    const headings = rest.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.every((line) => /^#{1,3} \S/.test(line))).toBe(true);
  });
  test('a report in which everything stands is written as it was', async () => {
    await expect(reporters.markdown(fullReport(), { zone })).toMatchFileSnapshot('markdown.snapshot.txt');
  });
  test('a command stands in a block of its own, its unsafe value beside it', () => {
    const written = reporters.markdown(fullReport(), { zone });
    expect(written).toContain('   ```\n   Repair-Volume -DriveLetter {{drive}} -OfflineScanAndFix\n   ```\n');
    expect(written).toContain('where {{drive}} is `D" ; rm`');
  });
  test('only web addresses become links', () => {
    const refs = [{ kb: null, url: 'javascript:alert(1)', title: null, note: null }];
    const written = reporters.markdown(report({ findings: [finding({ refs })] }), { zone });
    expect(written).toContain('\njavascript:alert(1)\n');
    expect(written).not.toContain('<javascript');
  });
});
