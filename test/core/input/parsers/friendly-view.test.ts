import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createFriendlyViewParser } from '../../../../src/core/input/parsers/friendly-view/parser.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const VIEW = [
  '- System',
  '',
  '  - Provider',
  '',
  '   [ Name]  Service Control Manager',
  '   [ Guid]  {555908D1-A6D7-4695-8E1E-26931D2012F4}',
  '   [ EventSourceName]  Service Control Manager',
  '',
  '  - EventID 7011',
  '',
  '   [ Qualifiers]  49152',
  '',
  '   Version 0',
  '   Level 2',
  '   Task 0',
  '   Opcode 0',
  '   Keywords 0x8080000000000000',
  '',
  '  - TimeCreated',
  '',
  '   [ SystemTime]  2014-10-05T21:11:15.785632300Z',
  '',
  '   EventRecordID 55444',
  '',
  '   Correlation',
  '',
  '  - Execution',
  '',
  '   [ ProcessID]  488',
  '   [ ThreadID]  5044',
  '',
  '   Channel System',
  '   Computer HOST01.example.com',
  '',
  '   Security',
  '',
  '- EventData',
  '',
  '  param1 30000',
  '  param2 ShellHWDetection',
];
const EXPECTED = {
  eventId: 7011,
  qualifiers: 49_152,
  provider: 'Service Control Manager',
  providerAlias: 'Service Control Manager',
  level: 'error',
  recordId: 55_444,
  channel: 'System',
  host: 'HOST01.example.com',
  user: null,
  time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2014, 9, 5, 21, 11, 15, 785), ticks: 6323 },
  strings: ['30000', 'ShellHWDetection'],
  fields: new Map([
    ['param1', '30000'],
    ['param2', 'ShellHWDetection'],
  ]),
  system: {
    version: 0,
    task: 0,
    opcode: 0,
    keywords: '0x8080000000000000',
    processId: 488,
    threadId: 5044,
    activityId: null,
  },
};

test.each([
  ['as it is copied', VIEW.join('\n')],
  ['without indents', VIEW.map((line) => line.trim()).join('\n')],
  ['without empty lines', VIEW.filter((line) => line !== '').join('\n')],
  ['collapsed', VIEW.map((line) => line.replace('- System', '+ System').replace(/^ {2}- /, '  + ')).join('\n')],
])('the friendly view %s', (_name, text) => {
  expect(parseText(createFriendlyViewParser, text).events).toMatchObject([EXPECTED]);
});

test('the values of a classic provider have no names', () => {
  const text = VIEW.join('\n')
    .replace('param1 30000', '\\Device\\Harddisk0\\DR0')
    .replace('param2 ShellHWDetection', 'a second one');
  const [event] = parseText(createFriendlyViewParser, text).events;
  expect(event).toMatchObject({ strings: ['\\Device\\Harddisk0\\DR0', 'a second one'], fields: new Map() });
});

test('names of elements may be values, and elements may be missing', () => {
  const text = [
    ...[
      '- System',
      '  - Provider',
      '   [ Name]  Microsoft-Windows-Security-Auditing',
      '   EventID 4624',
      '   Keywords 0x8020000000000000',
    ],
    ...[
      '  - TimeCreated',
      '   [ SystemTime]  2024-07-31T04:55:16.2405897Z',
      '   Channel Security',
      '   Computer Level',
      '   Security',
    ],
  ];
  expect(parseText(createFriendlyViewParser, text.join('\n')).events).toMatchObject([
    {
      eventId: 4624,
      provider: 'Microsoft-Windows-Security-Auditing',
      channel: 'Security',
      host: 'Level',
      level: 'audit-success',
    },
  ]);
});

test('user data and bytes', () => {
  const head = VIEW.slice(0, VIEW.indexOf('- EventData'));
  const user = parseText(
    createFriendlyViewParser,
    [...head, '- UserData', '  - EventXML', '  Name backup', '   [ value]  202005'].join('\n'),
  );
  expect(Object.fromEntries(user.events[0]?.fields ?? [])).toMatchObject({ Name: 'backup', value: '202005' });
  const binary = [
    '----------------------------------',
    '',
    'Binary data:',
    '',
    '',
    'In Words',
    '',
    '0000: 0d0c0b0a',
    '',
    '',
    'In Bytes',
    '',
    '0000: 0A 0B 0C 0D   ....',
  ];
  const bytes = parseText(createFriendlyViewParser, [...VIEW, '', ...binary].join('\n'));
  expect(bytes.events).toMatchObject([{ strings: ['30000', 'ShellHWDetection'], data: Uint8Array.of(10, 11, 12, 13) }]);
});

describe('in a mixture', () => {
  const read = (...lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'));

  test.each([
    ['as it is copied', VIEW.slice(1)],
    ['from the provider on', VIEW.slice(2)],
    ['without empty lines', VIEW.slice(2).filter((line) => line !== '')],
    [
      'without indents',
      VIEW.slice(2)
        .filter((line) => line !== '')
        .map((line) => line.trim()),
    ],
  ])('without its first line, %s', (_name, view) => {
    for (const size of PIECE_SIZES) {
      const parse = (lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'), { size });
      expect(parse(view).events).toMatchObject([EXPECTED]);
      expect(parse(['The details:', '', ...view, '', 'Thanks']).events).toMatchObject([EXPECTED]);
      expect(parse([...view, '', ...view]).events).toMatchObject([EXPECTED, EXPECTED]);
      expect(parse([...VIEW, '', ...view, '', ...VIEW]).events).toMatchObject([EXPECTED, EXPECTED, EXPECTED]);
    }
  });

  test('a provider without a name below it is none', () => {
    expect(read('- Provider', '  Name of it: x', '- EventID 7').events).toEqual([]);
  });

  test('the words around it are free text', () => {
    const { events, findings } = read('Details:', ...VIEW, '', 'What is this?', '', '', ...VIEW);
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7011, 2],
      [7011, 46],
    ]);
    expect(findings.freeText).toEqual([
      { text: 'Details:', line: 1 },
      { text: 'What is this?', line: 43 },
    ]);
  });

  test('it is another form of the copied event in front of it', () => {
    const text = [
      'Log Name: System',
      'Source: Service Control Manager',
      'Date: 10/5/2014 11:11:15 PM',
      'Event ID: 7011',
      'Level: Error',
      'Description:',
      'A timeout was reached.',
    ];
    const { events, findings } = read(...text, '', ...VIEW);
    expect(events).toMatchObject([
      { position: 1, otherForms: [9], recordId: 55_444, message: 'A timeout was reached.' },
    ]);
    expect(findings.inferredOffsetMs).toBe(2 * 3_600_000);
  });

  test('on one line', () => {
    const line =
      'System - Provider [ Name] Microsoft-Windows-TaskScheduler [ Guid] {de7b24ea-73c8-4a09-985d-5bdadcfa9017} EventID 101 Version 0 Level 2 Task 101 Opcode 101 Keywords 0x8000000000000001 - TimeCreated [ SystemTime] 2026-07-13T09:25:53.656499500Z EventRecordID 101492916 Correlation - Execution [ ProcessID] 1592 [ ThreadID] 6940 Channel Microsoft-Windows-TaskScheduler/Operational Computer HOST02 - Security [ UserID] S-1-5-18 - EventData TaskName \\Job ResultCode 2147943731';
    expect(read('See:', line, '', 'Thanks').events).toMatchObject([
      {
        position: 2,
        eventId: 101,
        provider: 'Microsoft-Windows-TaskScheduler',
        host: 'HOST02',
        user: 'S-1-5-18',
        level: 'error',
        recordId: 101_492_916,
      },
    ]);
  });

  test('the word system begins nothing', () => {
    expect(read('System', 'System error 5 has occurred.', '- System', '').events).toEqual([]);
  });
});

test('cut or changed anywhere it never throws, and pieces of any size agree', () => {
  const text = VIEW.join('\n');
  for (let end = 0; end <= text.length; end += 1) parseText(createFriendlyViewParser, text.slice(0, end));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom('[', ']', '\n', ' ', '-', '<', '')), {
        maxLength: 20,
      }),
      fc.integer({ min: 1, max: 200 }),
      (changes, size) => {
        const characters = [...text];
        for (const [at, character] of changes) characters[at] = character;
        const changed = characters.join('');
        expect(parseText(createMixtureParser, changed, { size })).toEqual(parseText(createMixtureParser, changed));
      },
    ),
    { numRuns: 200 },
  );
});
