import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCovers, parseTestLog, parseUtc } from '../../../../src/core/knowledge/rules/test-log.ts';

const only = (line: string) => {
  const { events, problems } = parseTestLog(line);
  expect(problems).toEqual([]);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
};

test('a line with everything is read', () => {
  const line =
    '2006-05-01T02:00:10 EX1 Application Service_Control_Manager 2002 error | Error \\| -2403. | in progress | ["a","b|"]'.replace(
      'b|',
      'b\\|',
    );
  expect(only(line)).toEqual({
    position: 1,
    recordId: 1,
    time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2006, 4, 1, 2, 0, 10), ticks: 0, precisionMs: 1000 },
    host: 'EX1',
    channel: 'Application',
    provider: 'Service Control Manager',
    providerAlias: null,
    eventId: 2002,
    qualifiers: null,
    level: 'error',
    category: null,
    user: null,
    strings: ['a', 'b|'],
    fields: new Map(),
    message: 'Error | -2403.',
    data: new TextEncoder().encode('in progress'),
    recovered: false,
    system: null,
    payload: null,
    otherForms: [],
  });
});

test('the parts behind the level may be left out', () => {
  expect(only('2006-05-01T02:00:10 EX1 System Disk 7 info')).toMatchObject({
    level: 'information',
    message: null,
    data: null,
    strings: [],
  });
});

test('an empty part in between is unknown', () => {
  expect(only('2006-05-01T02:00:10 EX1 System Disk 7 info | | snap')).toMatchObject({
    message: null,
    data: new TextEncoder().encode('snap'),
  });
});

test('bytes that are no text are written in hex', () => {
  expect(only('- - System Disk 7 error | | hex: 0f 00 A5').data).toEqual(Uint8Array.of(0x0f, 0, 0xa5));
  expect(parseTestLog('- - System Disk 7 error | | hex: 0g').problems).toMatchObject([{ line: 1, offset: 28 }]);
});

test('an underscore of a name is written with a backslash', () => {
  expect(only(String.raw`- - Directory_Service ActiveDirectory\_DomainService 2095 error`)).toMatchObject({
    channel: 'Directory Service',
    provider: 'ActiveDirectory_DomainService',
  });
});

test('an object gives named values, which are inserts too', () => {
  const event = only('- - - Disk 7 - | | | {"path": "c:\\\\a", "count": 3}');
  expect(event.fields).toEqual(
    new Map([
      ['path', 'c:\\a'],
      ['count', '3'],
    ]),
  );
  expect(event.strings).toEqual(['c:\\a', '3']);
});

test('a name of JavaScript objects is a name like any other', () => {
  expect(only('- - - Disk 7 - | | | {"__proto__": "x"}').fields).toEqual(new Map([['__proto__', 'x']]));
});

test('what a line does not know is unknown, and such a log has no record numbers', () => {
  expect(only('- - - - - -')).toMatchObject({
    recordId: null,
    time: null,
    host: null,
    channel: null,
    provider: null,
    eventId: null,
    level: null,
  });
  expect(only('- EX1 - Disk 7 error').recordId).toBeNull();
  expect(only('- - System Disk 7 error').recordId).toBeNull();
});

test('records of one host and log are numbered in their order, whatever the case of the names', () => {
  const log = [
    '- EX1 System Disk 7 error',
    '- EX1 Application ESE 1 info',
    '',
    '- ex1 system Disk 7 error',
    '- EX2 System Disk 7 error',
  ].join('\n');
  expect(parseTestLog(log).events.map(({ position, recordId }) => [position, recordId])).toEqual([
    [1, 1],
    [2, 1],
    [4, 2],
    [5, 1],
  ]);
});

test('Windows line ends and blanks at the ends of a line do not count', () => {
  expect(parseTestLog('  - - - Disk 7 error | x \r\n- - - Disk 8 error\r\n').events).toMatchObject([
    { eventId: 7, message: 'x' },
    { eventId: 8 },
  ]);
});

test.each([
  ['- - - Disk 7', 0, '5 words stand before the first bar'],
  ['- - - Disk 7 error high', 0, '7 words stand before the first bar'],
  ['yesterday EX1 System Disk 7 error', 0, '"yesterday" is no time'],
  ['2006-02-30T00:00:00 EX1 System Disk 7 error', 0, '"2006-02-30T00:00:00" is no time'],
  ['- EX1 System Disk seven error', 18, '"seven" is no event id'],
  ['- EX1 System Disk 4294967296 error', 18, '"4294967296" is no event id'],
  ['- EX1 System Disk 7 err', 20, '"err" is no level'],
  ['- EX1 System Disk 7 error | a | b | [1', 36, 'the last part is not JSON'],
  ['- EX1 System Disk 7 error | a | b | 7', 36, 'the last part is neither a list nor an object of texts'],
  ['- EX1 System Disk 7 error | a | b | [[1]]', 36, 'the last part is neither a list nor an object of texts'],
  ['- EX1 System Disk 7 error | a | b | [] | c', 0, 'more than four parts'],
])('%j is refused at %i', (line, column, message) => {
  const above = '- - - Disk 7 error\n';
  expect(parseTestLog(`${above}${line}`)).toMatchObject({
    events: [{ eventId: 7 }],
    problems: [{ line: 2, offset: above.length + column, message }],
  });
});

test.each([
  ['2006-03-02', Date.UTC(2006, 2, 2), 0, 1000],
  ['2006-03-02T01:02', Date.UTC(2006, 2, 2, 1, 2), 0, 1000],
  ['2006-03-02T01:02:03Z', Date.UTC(2006, 2, 2, 1, 2, 3), 0, 1000],
  ['2006-03-02T01:02:03.5', Date.UTC(2006, 2, 2, 1, 2, 3, 500), 0, 1],
  ['2006-03-02T01:02:03.1234567Z', Date.UTC(2006, 2, 2, 1, 2, 3, 123), 4567, 0.0001],
  ['1601-01-01T00:00:00', Date.UTC(1601, 0, 1), 0, 1000],
])('%s is a time in UTC', (text, timeMs, ticks, precisionMs) => {
  expect(parseUtc(text)).toEqual({ kind: 'exact', basis: 'utc', timeMs, ticks, precisionMs });
});

test.each([
  '2006-13-01',
  '2006-02-29',
  '2006-03-02T24:00:00',
  '2006-03-02T01:60:00',
  '0099-01-01',
  '2006-03-02 01:00',
  '2006-03-02T01:00:00+01:00',
  'now',
])('%s is no time', (text) => {
  expect(parseUtc(text)).toBeNull();
});

test('a span of time is two times with a slash, or none', () => {
  expect(parseCovers('2006-03-01T00:00:00/2006-03-02')).toEqual({
    fromMs: Date.UTC(2006, 2, 1),
    toMs: Date.UTC(2006, 2, 2),
  });
  expect(parseCovers('none')).toBe('none');
});

test.each(['2006-03-02/2006-03-01', '2006-03-01', '/2006-03-01', '2006-03-01/', '2006-03-01/2006-03-02/2006-03-03'])(
  '%s is not a time span',
  (text) => {
    expect(parseCovers(text)).toBeNull();
  },
);

test('any text is read or refused line by line', () => {
  const piece = fc.constantFrom(
    '-',
    'EX1',
    '7',
    'error',
    '|',
    '\\|',
    '\\',
    '["a"]',
    '{}',
    '2006-03-01',
    ' ',
    '\n',
    '\r',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join(' ')),
      ),
      (text) => {
        const { events, problems } = parseTestLog(text);
        const filled = text.split('\n').filter((line) => line.trim() !== '').length;
        expect(events.length + problems.length).toBe(filled);
        for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
