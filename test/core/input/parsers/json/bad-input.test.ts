import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJsonParser } from '../../../../../src/core/input/parsers/json/parser.ts';
import { parseInPieces, parseText } from '../../../../support/parse-text.ts';
import { evtxDumpRecord, readJsonText } from './support.ts';

const records = (count: number) => Array.from({ length: count }, (_, index) => evtxDumpRecord(index + 1));
const lines = (count: number) => records(count).map((record) => JSON.stringify(record));

describe('invalid JSON in line 500 of 1 000', () => {
  const half = (line: string): string => line.slice(0, line.length / 2);
  const { length } = lines(1)[0] ?? '';
  const damages: readonly (readonly [string, (line: string) => string])[] = [
    ['cut', half],
    ['cut inside a string', (line) => line.slice(0, line.indexOf('Spooler') + 3)],
    ['without its last brace', (line) => line.slice(0, -1)],
    ['without a quote', (line) => line.replace('"Channel"', '"Channel')],
    ['of something else', () => '{"a" = 1}'],
    ['of noise', () => '{"Event":{"System":\u0001\u0002}}'],
  ];
  test.each(damages)('%s costs that line', (_name, damage) => {
    const all = lines(1000);
    all[499] = damage(all[499] ?? '');
    const { events, problems } = parseText(createJsonParser, all.join('\n'));
    expect(length).toBeGreaterThan(300);
    expect(events.map(({ recordId }) => recordId)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 1).filter((id) => id !== 500),
    );
    expect(problems).toMatchObject([{ code: 'json/malformed', position: 500 }]);
  });
  test.each([
    ['a list of lines', (all: readonly string[]) => `[\n${all.join(',\n')}\n]`],
    ['a list in one line', (all: readonly string[]) => `[${all.join(',')}]`],
  ])('in %s the rest is read', (_name, join) => {
    const all = lines(1000);
    all[499] = (all[499] ?? '').slice(0, 200);
    const { events, problems } = parseText(createJsonParser, join(all));
    expect(events.length).toBe(999);
    expect(problems.map(({ code }) => code)).toContain('json/malformed');
  });
  test('of an indented list costs that record', () => {
    const text = JSON.stringify(records(100), null, 2).replace('"EventRecordID": 50,', '"EventRecordID": 50');
    const { events, problems } = readJsonText(text);
    expect(events).toHaveLength(99);
    expect(problems).toMatchObject([{ code: 'json/malformed' }]);
  });
});

test('a text cut at any character loses the record it cuts, and says so', () => {
  const all = lines(3);
  const text = all.join('\n');
  for (let end = 1; end < text.length; end += 17) {
    const { events, problems } = parseText(createJsonParser, text.slice(0, end));
    const whole = text
      .slice(0, end)
      .split('\n')
      .filter((line, index) => line === all[index]).length;
    expect(events.length).toBeGreaterThanOrEqual(whole);
    expect(events.length).toBeLessThanOrEqual(whole + 1);
    if (events.length > whole) expect(problems.map(({ code }) => code)).toContain('json/cut');
  }
});

test('of a single event that was cut, what is there is read', () => {
  const text = JSON.stringify(evtxDumpRecord(7), null, 2);
  const { events, problems } = readJsonText(text.slice(0, text.indexOf('"param2"')));
  expect(events).toMatchObject([{ eventId: 7036, recordId: 7, strings: ['Spooler'] }]);
  expect(problems).toEqual([{ code: 'json/cut', position: 1, detail: null }]);
});

test('a comma too many and a path, with backslashes as JSON wants them and bare', () => {
  const { events, problems } = readJsonText(
    '{"EventID": 7, "SourceName": "disk", "Message": "\\\\Device\\\\New", "Channel": "System",}\n' +
      '{"EventID": 7, "SourceName": "disk", "Message": "D:\\Reports\\Backup", "Channel": "System"}\n',
  );
  expect(events.map(({ message }) => message)).toEqual(['\\Device\\New', 'D:\\Reports\\Backup']);
  expect(problems).toEqual([]);
});

test('a paste that broke lines inside strings, and one with bare backslashes', () => {
  const [line = ''] = lines(1);
  expect(readJsonText(line.replace('Spooler', 'Spoo\nler')).events).toMatchObject([
    { strings: ['Spoo\nler', 'running'] },
  ]);
  expect(readJsonText(line.replace('Spooler', 'C:\\Windows')).events).toMatchObject([
    { strings: ['C:\\Windows', 'running'] },
  ]);
});

test('5 MB in one field are passed over, the rest is read', () => {
  const [a = '', b = '', c = ''] = lines(3);
  const text = [a, b.replace('Spooler', 'x'.repeat(5 << 20)), c].join('\n');
  for (const size of [65_536, 1 << 20]) {
    const { events, problems } = parseText(createJsonParser, text, { size });
    expect(events.map(({ recordId }) => recordId)).toEqual([1, 3]);
    expect(problems).toEqual([{ code: 'json/too-large', position: 2, detail: null }]);
  }
});

test('an id that is no number, and a time that is no time', () => {
  const broken = [
    { Id: 'seven', ProviderName: 'disk', TimeCreated: '/Date(1577934245123)/' },
    { Id: 7, ProviderName: 'disk', TimeCreated: 'yesterday' },
    { Id: 7, ProviderName: 'disk', TimeCreated: '0001-01-01T00:00:00' },
  ];
  const { events, problems } = readJsonText(broken.map((record) => JSON.stringify(record)).join('\n'));
  expect(events).toMatchObject([
    { position: 2, time: null },
    { position: 3, time: null },
  ]);
  expect(problems).toEqual([
    { code: 'event/bad-id', position: 1, detail: 'seven' },
    { code: 'time/unreadable', position: 2, detail: 'yesterday' },
  ]);
});

test('keys that programs trip over, deep nesting and nothing at all', () => {
  for (const text of [
    '',
    '{}',
    '[]',
    '{',
    '[',
    '}',
    ']',
    '{"',
    '[[[[',
    '{"__proto__": {"Id": 1}}',
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
  ])
    expect(parseText(createJsonParser, text).events).toEqual([]);
});

test('cut, flipped and spliced input never throws and reads the same in any pieces', () => {
  const texts = [lines(3).join('\n'), JSON.stringify(records(3), null, 2), JSON.stringify({ records: records(3) })];
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(3000), fc.constantFrom('', '"', '{', '}', '[', ']', ',', '\\', '\n', 'x')), {
        maxLength: 4,
      }),
      fc.nat(3000),
      (text, edits, cut) => {
        let damaged = text.slice(0, text.length - (cut % text.length));
        for (const [at, put] of edits) damaged = damaged.slice(0, at) + put + damaged.slice(at + 1);
        parseInPieces(createJsonParser, damaged);
      },
    ),
    { numRuns: 80 },
  );
});
