import { expect, test } from 'vitest';
import { yamlRecordsFormat } from '../../../../src/core/input/wrapped/yaml-records.ts';
import { parseYamlBlock } from '../../../../src/core/input/wrapped/yaml-value.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** As `chainsaw search` prints them: the keys in the order of the alphabet, or as they stand in the event. */
const TEXT = [
  '[+] Searching forensic artefacts...',
  '---',
  'Event:',
  '  EventData:',
  '    Binary: null',
  '    Data:',
  '    - CN=A, O=B',
  "    - ''",
  '  System:',
  '    Channel: Application',
  '    Computer: HOST01',
  '    EventID: 4097',
  '    EventID_attributes:',
  '      Qualifiers: 0',
  '    EventRecordID: 1774',
  "    Keywords: '0x8080000000000000'",
  '    Level: 4',
  '    Provider_attributes:',
  "      Guid: '{5bbca4a8-b209-48dc-a8c7-b23d3e5216fb}'",
  '      Name: Microsoft-Windows-CAPI2',
  '    Security: null',
  '    TimeCreated_attributes:',
  '      SystemTime: 2023-10-10T15:59:24.350295Z',
  'Event_attributes:',
  '  xmlns: http://schemas.microsoft.com/win/2004/08/events/event',
  '',
  '---',
  'Event_attributes:',
  '  xmlns: http://schemas.microsoft.com/win/2004/08/events/event',
  'Event:',
  '  System:',
  '    Provider_attributes:',
  '      Name: Service Control Manager',
  '    EventID: 7045',
  '    Level: 4',
  '    TimeCreated_attributes:',
  '      SystemTime: 2024-04-23T10:01:18.144425Z',
  '    EventRecordID: 133',
  '    Channel: System',
  '    Computer: HOST01',
  '  EventData:',
  '    ImagePath: "\\"C:\\\\a b.exe\\" /x\\r\\n"',
  "    ServiceName: 'it''s'",
  '    StartType: demand start',
  '',
  '[+] Found 2 hits',
].join('\n');

const seen = [
  {
    ...{ position: 3, provider: 'Microsoft-Windows-CAPI2', eventId: 4097, qualifiers: 0, channel: 'Application' },
    ...{ host: 'HOST01', level: 'information', recordId: 1774, strings: ['CN=A, O=B', ''] },
    time: { kind: 'exact', timeMs: Date.parse('2023-10-10T15:59:24.350Z') },
  },
  { position: 28, provider: 'Service Control Manager', eventId: 7045, recordId: 133 },
];

test('records of Chainsaw', async () => {
  const { events, problems } = await readInput(TEXT);
  expect(events).toMatchObject(seen);
  expect([...(events[1]?.fields ?? [])]).toEqual([
    ['ImagePath', '"C:\\a b.exe" /x\r\n'],
    ['ServiceName', "it's"],
    ['StartType', 'demand start'],
  ]);
  expect(problems).toEqual([]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  expect(parseText(yamlRecordsFormat.create, TEXT, { size }).events).toMatchObject(seen);
});

test('indented, among words of people', async () => {
  const indented = TEXT.split('\n').map((line) => `    ${line}`);
  const { events } = await readInput(`Look at this:\n\n${indented.join('\n')}\n\nBye`);
  expect(events.map(({ eventId }) => eventId)).toEqual([4097, 7045]);
});

test('a block of YAML: texts over lines, lists, words and numbers', () => {
  const lines = [
    ...[
      'a: |-',
      '  one',
      '',
      '    two',
      'b: >',
      '  x',
      '  y',
      'c: "d',
      '  e\\u00e9"',
      'f:',
      '- 1',
      '- true',
      '- -5',
      'g:',
      '  h: ~',
    ],
    ...['i: plain', '  goes on', "'k: l': 0x10", 'm: 12345678901234567890', 'n: []'],
  ];
  expect(parseYamlBlock(lines)).toEqual({
    ...{ a: 'one\n\n  two', b: 'x y', c: 'd eé', f: [1, true, -5], g: { h: null }, i: 'plain goes on' },
    ...{ 'k: l': '0x10', m: '12345678901234567890', n: [] },
  });
});

test.each([
  ['a rule for a search', 'title: x\nlogsource:\n  product: windows\ndetection:\n  Event:\n    EventID: 7045\n'],
  ['code', 'Event:\n  type: object\n  properties:\n    id: 7\n'],
])('%s is none', async (_name, text) => {
  expect((await readInput(text)).events).toEqual([]);
});

test('quotes and depth that never end cost what they are long', () => {
  const deep = Array.from({ length: 4000 }, (_, at) => `${' '.repeat(Math.min(at, 300))}a:`);
  expect(() => parseYamlBlock(deep)).not.toThrow();
  const open = Array.from({ length: 4000 }, () => `  a: "${'\\"'.repeat(100)}`);
  expect(() => parseYamlBlock(['Event:', ...open])).not.toThrow();
});

/** As `gcloud logging read` prints entries: the keys in the order of the alphabet, lists as far out as their key. */
const ENTRY = [
  '---',
  'insertId: 1x2y3z',
  'jsonPayload:',
  '  Channel: System',
  '  Computer: SRV01',
  '  EventID: 7031',
  '  EventRecordID: 77',
  '  Level: 2',
  '  Message: |-',
  '    The Spooler service terminated unexpectedly.',
  '',
  '    It has done this 1 time(s).',
  '  ProviderName: Service Control Manager',
  '  Qualifiers: 49152',
  '  StringInserts:',
  '  - Spooler',
  "  - '1'",
  '  TimeCreated: 2024-05-06 09:08:09 +0200',
  'labels:',
  '  compute.googleapis.com/resource_name: srv01',
  'logName: projects/p/logs/windows_event_log',
  "receiveTimestamp: '2024-05-06T07:08:12Z'",
  'resource:',
  '  type: gce_instance',
  'severity: ERROR',
  "timestamp: '2024-05-06T07:08:09.12Z'",
].join('\n');

test('entries of Google Cloud are read whole, however many there are', async () => {
  expect(yamlRecordsFormat.recognises(ENTRY)).toBe(true);
  const { events } = await readInput(`$ gcloud logging read x\n${ENTRY}\n${ENTRY.replace(': 77', ': 78')}\n---\n`);
  const event = {
    ...{ eventId: 7031, provider: 'Service Control Manager', channel: 'System', host: 'SRV01', level: 'error' },
    ...{ strings: ['Spooler', '1'], time: { timeMs: Date.parse('2024-05-06T07:08:09Z'), basis: 'offset' } },
    message: 'The Spooler service terminated unexpectedly.\n\nIt has done this 1 time(s).',
  };
  expect(events).toMatchObject([
    { ...event, position: 3, recordId: 77 },
    { ...event, position: 29, recordId: 78 },
  ]);
});

test('an entry of something else stays as it is', () => {
  const entry = ENTRY.replace('EventID: 7031', 'userId: 7031').replace('jsonPayload', 'protoPayload');
  expect(yamlRecordsFormat.recognises(entry)).toBe(false);
  expect(parseText(yamlRecordsFormat.create, `insertId: 1\nseverity: ERROR\n`).findings.freeText).toEqual([
    { text: 'insertId: 1\nseverity: ERROR', line: 1 },
  ]);
});
