import { describe, expect, test } from 'vitest';
import { isJson } from '../../../../../src/core/input/parsers/json/recognise.ts';
import { evtxDumpRecord, readJsonText } from './support.ts';

const RECORDS = [1, 2, 3, 4].map((id) => evtxDumpRecord(id));
const LINES = RECORDS.map((record) => JSON.stringify(record));
const ids = (text: string) => readJsonText(text).events.map(({ recordId }) => recordId);
const positions = (text: string) => readJsonText(text).events.map(({ position }) => position);

describe('records come out of', () => {
  test.each([
    ['lines', LINES.join('\n')],
    ['lines with an end', `${LINES.join('\n')}\n`],
    ['lines with empty ones between', LINES.join('\n\n')],
    ['one list', JSON.stringify(RECORDS)],
    ['one list, indented', JSON.stringify(RECORDS, null, 2)],
    ['one list, a record a line', `[\n${LINES.join(',\n')}\n]\n`],
    ['one list with commas before the records', `[${LINES.join('\n,')}]`],
    ['one list with a comma too many', `[${LINES.join(',')},\n]`],
    ['objects one after the other', LINES.join('')],
    ['indented objects one after the other', RECORDS.map((record) => JSON.stringify(record, null, 4)).join('\n')],
    [
      'what evtx_dump -o json prints',
      RECORDS.map((record, index) => `Record ${index + 1}\n${JSON.stringify(record, null, 2)}\n`).join(''),
    ],
    ['records of Azure', JSON.stringify({ records: RECORDS })],
    [
      'hits of Elasticsearch',
      JSON.stringify(
        {
          took: 1,
          _shards: { total: 1 },
          hits: { total: { value: 4 }, hits: RECORDS.map((_source) => ({ _index: 'x', _source })) },
        },
        null,
        1,
      ),
    ],
    ['value of PowerShell 5.1', JSON.stringify({ value: RECORDS, Count: 4 }, null, 4)],
    [
      'Events with Event',
      JSON.stringify({ Events: { Event: RECORDS.map((record) => (record as { Event: unknown }).Event) } }),
    ],
    ['results of Splunk', JSON.stringify({ preview: false, results: RECORDS })],
    [
      'several wrappers, one a line',
      [RECORDS.slice(0, 2), RECORDS.slice(2)].map((records) => JSON.stringify({ records })).join('\n'),
    ],
    ['lines that a shipper began', LINES.map((line) => `2020-01-02T03:04:05+00:00\twin.evt\t${line}`).join('\n')],
    [
      'lines with labels of Loki in front',
      LINES.map((line) => `2020-01-02T03:04:05+00:00 {channel="System", job="a\\"b"} ${line}`).join('\n'),
    ],
    ['lists of a time and a record, as Fluent Bit writes', LINES.map((line) => `win.0: [1.5, ${line}]`).join('\n')],
    ['such lists with metadata', LINES.map((line) => `[0] win.0: [[1.5, {}], ${line}]`).join('\n')],
    ['what was typed around it', `PS C:\\> Get-Content x.json\n${LINES.join('\n')}\nPS C:\\>`],
  ])('%s', (_name, text) => {
    expect(ids(text)).toEqual([1, 2, 3, 4]);
    expect(readJsonText(text)).toMatchObject({ problems: [], findings: { records: 4 } });
  });
});

test('each record stands in its line', () => {
  expect(positions(LINES.join('\n'))).toEqual([1, 2, 3, 4]);
  expect(positions(`[\n${LINES.join(',\n')}\n]`)).toEqual([2, 3, 4, 5]);
  const indented = JSON.stringify(RECORDS, null, 2);
  const lines = indented.split('\n').flatMap((line, index) => (line === '  {' ? [index + 1] : []));
  expect(positions(indented)).toEqual(lines);
});

test('words between the records stay free text, prefixes of lines do not', () => {
  const { findings } = readJsonText(
    `It failed with 0x800423f2:\n${LINES[0]}\nand then\n${LINES[1]}\n2020 x: ${LINES[2]}`,
  );
  expect(findings.freeText).toEqual([
    { text: 'It failed with 0x800423f2:', line: 1 },
    { text: 'and then', line: 3 },
  ]);
});

test('JSON that is no event stays free text', () => {
  const { events, findings } = readJsonText(`{"error": "0x800423f2"}\n${LINES[0]}`);
  expect(events).toHaveLength(1);
  expect(findings.freeText).toEqual([{ text: '{"error": "0x800423f2"}', line: 1 }]);
});

test('records of two programs in one file', () => {
  const other = JSON.stringify({
    Id: 7,
    ProviderName: 'disk',
    LogName: 'System',
    RecordId: 5,
    TimeCreated: '/Date(1577934245123)/',
  });
  expect(ids([LINES[0], other, LINES[1], other].join('\n'))).toEqual([1, 5, 2, 5]);
});

test.each([
  ['a record', LINES[0], true],
  ['a list', `  [\n  {`, true],
  ['an empty list', '[]', true],
  ['what evtx_dump writes', 'Record 1\n{\n  "Event"', true],
  ['a line of Fluentd', `2020-01-02T03:04:05+00:00\twin\t${LINES[0]}\n`, true],
  ['psloglist', '[1234] Service Control Manager\n   Type:     ERROR', false],
  ['a prompt', '[PS] C:\\>vssadmin list writers', false],
  ['a GUID', '{e8132975-6f93-4464-a53e-1050253ae220}', false],
  ['words with braces', 'the config {"a": 1} was read\n', false],
  ['words before a record', `Look at this event:\n${LINES[0]}`, false],
])('%s begins as JSON: %#', (_name, head, expected) => {
  expect(isJson(head ?? '')).toBe(expected);
});
