import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { reporters } from '../../../src/core/report/reporters/index.ts';
import { fakeCalls } from '../../support/fake-calls.ts';
import { createFakeIo, type FakeIoOptions } from '../../support/fake-io.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { poisoned } from '../../support/poisoned.ts';
import { reportOf } from '../../support/sample-diff.ts';
import { finding, fullReport } from '../../support/sample-report.ts';

let folder = '';
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const jsonOf = (report: Report): string => reporters.json(report, { zone: 'UTC' });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-diff-'));
  put('none.json', jsonOf(reportOf(['ex1'])));
  put('medium.json', jsonOf(reportOf(['ex1'], { findings: [finding({ severity: 'medium' })] })));
  put('high.json', jsonOf(reportOf(['ex1'], { findings: [finding()] })));
  put('info.json', jsonOf(reportOf(['ex1'], { findings: [finding({ severity: 'info' })] })));
  put('redacted.json', jsonOf(reportOf(['ex1'], { redacted: 'map-a' })));
  put('two.json', jsonOf(reportOf(['ex1', 'ex2'], { findings: [finding()] })));
  put('full.json', jsonOf(fullReport()));
  mkdirSync(join(folder, 'folder.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (args: readonly string[], over: FakeIoOptions = {}) => {
  const io = createFakeIo({ cwd: folder, ...over });
  const code = await main(['diff', ...args], io, fakeCalls());
  return { code, out: io.stdout.text, err: io.stderr.text };
};

describe('the exit code', () => {
  test.each<[string, string[], number]>([
    ['a new finding at --fail-on', ['none.json', 'high.json'], 1],
    ['a worse one', ['medium.json', 'high.json'], 1],
    ['a better one', ['high.json', 'medium.json'], 0],
    ['one that is gone', ['high.json', 'none.json'], 0],
    ['an unchanged one', ['high.json', 'high.json'], 0],
    ['a new one below the bar', ['none.json', 'medium.json'], 0],
    ['a new one at a lower bar', ['none.json', 'medium.json', '--fail-on', 'medium'], 1],
    ['harmless noise', ['none.json', 'info.json', '--fail-on', 'low'], 0],
    ['hosts that differ', ['--by', 'host', 'two.json'], 1],
    ['hosts that differ below the bar', ['--by', 'host', 'two.json', '--fail-on', 'critical'], 0],
    ['one host', ['--by', 'host', 'high.json'], 0],
  ])('%s', async (_name, args, code) => {
    const { code: got, err } = await run(args);
    expect([got, err]).toEqual([code, '']);
  });
});

describe('wrong usage', () => {
  test.each<[string, string[], RegExp]>([
    ['no report', [], /missing required argument 'reports'/],
    ['one report', ['high.json'], /diff compares two reports: evdx diff OLD\.json NEW\.json\./],
    ['three', ['high.json', 'high.json', 'high.json'], /diff compares two reports/],
    ['two reports and --by host', ['--by', 'host', 'high.json', 'high.json'], /the hosts of one report/],
    ['standard input twice', ['-', '-'], /Only one report can come from standard input\./],
    ['another --by', ['--by', 'rule', 'a', 'b'], /--by "rule": write run, host\./],
    ['another format', ['-f', 'xml', 'high.json', 'high.json'], /--format "xml": write table, markdown/],
    [
      'a redacted report beside a plain one',
      ['redacted.json', 'high.json'],
      /^evdx: The old report is redacted and the other is not.*--redact-map/,
    ],
  ])('%s', async (_name, args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

const json = (value: unknown): string => JSON.stringify(value);
const damaged = (over: object): string => json({ ...fullReport(), ...over });
describe('what is no report costs one sentence and is exit code 3', () => {
  test.each<[string, string | Uint8Array | null, RegExp]>([
    ['missing', null, /there is no such file/],
    ['empty', '', /it is empty; give what "evdx -f json" wrote/],
    ['blank', ' \n', /it is empty/],
    ['a log', 'Event ID: 9607\n', /this is not JSON, or not all of it/],
    ['binary', new Uint8Array([0x45, 0x6c, 0x66, 0x46, 0, 0xff, 0xfe]), /this is not JSON/],
    ['jsonl', `${json(finding())}\n${json(finding())}\n`, /this is not JSON/],
    ['one line of it', json(finding()), /this is not a report/],
    ['an array', json([fullReport()]), /this is not a report/],
    ['null', 'null', /this is not a report/],
    ['a number', '1e999', /this is not a report/],
    ['a comparison', json({ schemaVersion: 1, by: 'run', counts: {} }), /this is a comparison, not a report/],
    ['of a newer version', damaged({ schemaVersion: 2 }), /by a newer evdx \(schemaVersion 2\)/],
    ['of another version', damaged({ schemaVersion: '1' }), /damaged \(schemaVersion: /],
    ['without findings', damaged({ findings: undefined }), /damaged \(findings: /],
    ['a wrong grade', damaged({ findings: [{ ...finding(), grade: 'sure' }] }), /damaged \(findings\.0\.grade: /],
    ['a count below one', damaged({ findings: [{ ...finding(), count: -1 }] }), /damaged \(findings\.0\.count: /],
    ['a time in words', damaged({ findings: [{ ...finding(), last: 'today' }] }), /damaged \(findings\.0\.last: /],
    ['a wrong fingerprint', damaged({ findings: [{ ...finding(), fingerprint: '' }] }), /findings\.0\.fingerprint/],
    ['a deep nest', '['.repeat(200_000), /this is not JSON/],
    ['a closed deep nest', `${'['.repeat(5000)}${']'.repeat(5000)}`, /this is not a report/],
    ['terminal escapes', json('\u001b[31mred'), /this is not a report/],
    ['terminal escapes as they are', '"\u001b[31mred"', /this is not JSON/],
  ])('%s', async (_name, content, message) => {
    if (content !== null) put('bad.json', content);
    const name = content === null ? 'nosuch.json' : 'bad.json';
    for (const args of [
      ['high.json', name],
      [name, 'high.json'],
      ['--by', 'host', name],
    ]) {
      const { code, out, err } = await run(args);
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(message);
      expect(err).toMatch(new RegExp(`^evdx: ${name}: [^\\n\\p{Cc}]{1,300}\\n$`, 'u'));
    }
  });
  test('a folder', async () => {
    const { code, err } = await run(['high.json', 'folder.json']);
    expect([code, err]).toEqual([3, expect.stringMatching(/^evdx: folder\.json: it cannot be read: this is a folder/)]);
  });
  test('both are told', async () => {
    const { code, err } = await run(['a.json', 'b.json']);
    expect([code, err]).toEqual([3, 'evdx: a.json: there is no such file.\nevdx: b.json: there is no such file.\n']);
  });
  test('a report cut anywhere', async () => {
    const whole = jsonOf(fullReport()).trimEnd();
    for (let length = 1; length < whole.length; length += 997) {
      put('cut.json', whole.slice(0, length));
      expect((await run(['full.json', 'cut.json'])).code).toBe(3);
    }
  });
});

describe('a report is read', () => {
  test('from standard input', async () => {
    const { code, out } = await run(['none.json', '-', '-f', 'brief'], {
      stdin: [jsonOf(reportOf(['ex1'], { findings: [finding()] }))],
    });
    expect([code, out]).toEqual([1, expect.stringMatching(/^HIGH: 1 new; new ex1: /)]);
  });
  test.each([
    ['in UTF-16, as Windows PowerShell writes it', Buffer.from(`\ufeff${jsonOf(fullReport())}`, 'utf16le')],
    ['with a BOM', Buffer.from(`\ufeff${jsonOf(fullReport())}`)],
    ['with keys of a later version', Buffer.from(damaged({ later: { more: [1] } }))],
    ['without keys that nobody compares', Buffer.from(damaged({ statistics: undefined, nearMisses: undefined }))],
  ])('%s', async (_name, bytes) => {
    put('other.json', bytes);
    const { code, out } = await run(['full.json', 'other.json', '-f', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).counts).toEqual({ new: 0, worse: 0, better: 0, gone: 0, unchanged: 1 });
  });
});

test.each(Object.entries(hostileTexts))('nothing acts at the terminal: %s', async (_name, text) => {
  const findings = poisoned([finding()], text.slice(0, 5000)).map((one) => ({ ...one, fingerprint: '1'.repeat(16) }));
  put('hostile.json', jsonOf(reportOf(['ex1', text.slice(0, 5000)], { findings })));
  for (const args of [
    ['none.json', 'hostile.json'],
    ['--by', 'host', 'hostile.json'],
  ]) {
    const { out, err } = await run(args);
    expect(err).toBe('');
    expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
  }
});

test('the table says what changed, and where it could not look', async () => {
  const { out } = await run(['high.json', 'none.json']);
  expect(out).toBe(
    [
      'Old: 5 events in 1 source · ex1 · 2006-03-01 00:00:00 to 2006-03-05 00:00:00 ·',
      'evdx 0.1.0 with 6 rules',
      'New: 5 events in 1 source · ex1 · 2006-03-01 00:00:00 to 2006-03-05 00:00:00 ·',
      'evdx 0.1.0 with 6 rules',
      'Times in UTC, but as written where a log names no zone.',
      '',
      '1 gone.',
      '',
      'Gone',
      '• New snapshot backup refused because an earlier Exchange backup was never',
      '  closed',
      '  high, likely · ex1 · 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01 ·',
      '  exchange/backup-never-closed',
      '  Now: looked for, and not found.',
      '',
    ].join('\n'),
  );
});

test('times that carry no zone stay as they were written', async () => {
  const { out } = await run(['none.json', 'high.json', '--display-tz', 'Asia/Tokyo']);
  expect(out).toContain('2006-03-01 01:00:01 to 2006-03-02 01:00:01');
  expect(out).toContain('2006-03-01 09:00:00 +09:00');
});

test.each<[string, object, string]>([
  ['of digits without a zone', { sources: [] }, 'Times as written, the log names no zone.'],
  ['in UTC', { findings: [] }, 'Times in Asia/Tokyo.'],
  ['redacted', { redacted: 'map-a' }, 'Names and addresses are pseudonyms (map map-a).'],
])('says how times and names are written: %s', async (_name, over, sentence) => {
  put('other.json', jsonOf(reportOf(['ex1'], { findings: [finding()], ...over })));
  const { out } = await run(['--by', 'host', 'other.json', '--display-tz', 'Asia/Tokyo']);
  expect(out.split('\n')).toContain(sentence);
});

test.each<[string, RegExp]>([
  ['markdown', /^# evdx diff\n/],
  ['html', /^<!doctype html><html lang="en">.*<\/html>\n$/s],
  ['json', /^\{\n {2}"schemaVersion": 1,\n {2}"by": "run"/],
  ['jsonl', /^\{"change":"new",[^\n]*\}\n$/],
  ['csv', /^change,severity,[^\n]*\r\nnew,high,/],
  ['sarif', /^\{\n {2}"\$schema": "[^"]*\/sarif-schema-2\.1\.0\.json"/],
  ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="evdx diff"/],
  ['brief', /^HIGH: 1 new; new ex1: [^\n]*\n$/],
])('-f %s', async (format, begin) => {
  const { code, out, err } = await run(['none.json', 'high.json', '-f', format]);
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(begin);
});

test('-o writes the file, JUnit obeys --fail-on', async () => {
  await run(['none.json', 'medium.json', '-f', 'junit', '--fail-on', 'medium', '-o', 'out.xml']);
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toContain('<failure type="new"');
});
