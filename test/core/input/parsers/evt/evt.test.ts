import { describe, expect, test } from 'vitest';
import { createEvtParser } from '../../../../../src/core/input/parsers/evt/parser.ts';
import { fixtureBytes } from '../../../../support/fixtures.ts';
import { idsOf, type Parsed, parseEvt, problemsOf } from '../../../../support/parse-bytes.ts';
import { joined, PIECE_SIZES } from '../../../../support/sources.ts';
import { expectSame } from '../binary-interest.ts';
import {
  endBytes,
  filler,
  GENERATED,
  HEADER_BYTES,
  headerBytes,
  logOf,
  type Record,
  recordBytes,
  wrappedLog,
} from './build.ts';

const numbered = (first: number, count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) =>
    recordBytes({ number: first + index, generated: GENERATED + first + index, strings: [`event ${first + index}`] }),
  );
/** Which records stand in the log, which outside, and what was noticed. */
const seen = (parsed: Parsed) => ({
  live: idsOf(parsed.events.filter(({ recovered }) => !recovered)),
  recovered: idsOf(parsed.events.filter(({ recovered }) => recovered)),
  problems: problemsOf(parsed),
});
const only = (record: Record) => {
  const parsed = parseEvt(logOf([recordBytes(record)]));
  expect(problemsOf(parsed)).toEqual([]);
  expect(parsed.events).toHaveLength(1);
  return parsed.events[0];
};
const SID = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0];

describe('a record', () => {
  test('every part of it', () => {
    const event = only({
      ...{ number: 77, written: GENERATED + 60, identifier: 0xc000_2581, type: 1, category: 8 },
      ...{ source: 'MSExchangeIS', computer: 'EX1', strings: ['a', '', 'Größe'], sid: SID, data: [0, 1, 0xfe] },
    });
    expect(event).toEqual({
      position: HEADER_BYTES,
      recordId: 77,
      time: { kind: 'exact', basis: 'utc', timeMs: GENERATED * 1000, ticks: 0, precisionMs: 1000 },
      host: 'EX1',
      channel: null,
      provider: 'MSExchangeIS',
      providerAlias: null,
      eventId: 9601,
      qualifiers: 0xc000,
      level: 'error',
      category: null,
      user: 'S-1-5-32-544',
      strings: ['a', '', 'Größe'],
      fields: new Map(),
      message: null,
      data: Uint8Array.of(0, 1, 0xfe),
      recovered: false,
      system: {
        ...{ version: null, task: 8, opcode: null, keywords: null, processId: null, threadId: null },
        ...{ activityId: null, relatedActivityId: null, providerGuid: null, userId: 'S-1-5-32-544' },
      },
      payload: {
        name: 'EventData',
        attributes: [],
        children: [
          { name: 'Data', attributes: [], children: ['a'] },
          { name: 'Data', attributes: [], children: [] },
          { name: 'Data', attributes: [], children: ['Größe'] },
          { name: 'Binary', attributes: [], children: ['0001FE'] },
        ],
      },
      otherForms: [],
    });
  });

  test.each([
    [0, 'information'],
    [1, 'error'],
    [2, 'warning'],
    [4, 'information'],
    [8, 'audit-success'],
    [16, 'audit-failure'],
    [3, null],
    [0xffff, null],
  ])('of type %i is %s, whatever the severity bits say', (type, level) => {
    expect(only({ type, identifier: 0x8000_1779 })).toMatchObject({ level, eventId: 6009, qualifiers: 0x8000 });
  });

  test.each([
    [1, 1000],
    [0x7fff_ffff, 0x7fff_ffff * 1000],
    [0xffff_ffff, 0xffff_ffff * 1000],
  ])('time %i is that many seconds since 1970, UTC', (generated, timeMs) => {
    expect(only({ generated })?.time).toMatchObject({ kind: 'exact', basis: 'utc', timeMs, precisionMs: 1000 });
  });
  test('time 0 is not set: then the time it was written counts', () => {
    expect(only({ generated: 0, written: GENERATED })?.time).toMatchObject({ timeMs: GENERATED * 1000 });
    expect(only({ generated: 0, written: 0 })?.time).toBeNull();
  });

  test('names and strings in single bytes', () => {
    expect(only({ isNarrow: true, source: 'Backup', computer: 'EX1', strings: ['caf\xe9 \x80', ''] })).toMatchObject({
      ...{ provider: 'Backup', host: 'EX1', strings: ['café €', ''] },
    });
  });
  test('a source of one letter in two bytes is no single-byte name', () => {
    expect(only({ source: 'A', computer: 'B' })).toMatchObject({ provider: 'A', host: 'B' });
  });
  test('a source in another script', () => {
    expect(only({ source: 'Служба', computer: 'СЕРВЕР' })).toMatchObject({ provider: 'Служба', host: 'СЕРВЕР' });
  });
  test('empty names', () => {
    expect(only({ source: '', computer: '' })).toMatchObject({ provider: null, host: null });
  });

  test.each([
    ['more strings than there are', { strings: ['a', 'b'], lies: new Map([[24, 0xffff_0001]]) }, ['a', 'b']],
    ['fewer strings than there are', { strings: ['a', 'b'], lies: new Map([[24, 0x0001_0001]]) }, ['a']],
    ['strings behind the record', { strings: ['a'], lies: new Map([[36, 0xffff_ffff]]) }, []],
    ['strings at the end of the record', { strings: ['a'], lies: new Map([[36, 72]]) }, ['a']],
    ['no string, but an offset', { lies: new Map([[36, 0xffff_ffff]]) }, []],
  ])('that promises %s', (_, record: Record, strings) => {
    const found = only(record)?.strings ?? [];
    expect(found.slice(0, strings.length)).toEqual(strings);
    expect(found.length).toBeLessThanOrEqual(strings.length + 1);
  });
  test.each([
    ['data of 4 GiB', { data: [1, 2], lies: new Map([[48, 0xffff_ffff]]) }],
    ['data beyond its end', { data: [1, 2], lies: new Map([[52, 0xffff_fff0]]) }],
    ['data in its header', { data: [1, 2], lies: new Map([[52, 4]]) }],
    ['a SID of 4 GiB', { sid: SID, lies: new Map([[40, 0xffff_ffff]]) }],
    ['a SID beyond its end', { sid: SID, lies: new Map([[44, 0x7fff_ffff]]) }],
    ['no data, but an offset', { lies: new Map([[52, 0xffff_ffff]]) }],
  ])('that promises %s has none', (_, record: Record) => {
    expect(only(record)).toMatchObject({ data: null, user: null, eventId: 439 });
  });
  test('a SID of which nothing can be read is none', () => {
    expect(only({ sid: [9, 9, 9, 9], strings: ['a'] })).toMatchObject({ user: null, strings: ['a'] });
  });
});

describe('a log', () => {
  const nothing = { recovered: [], problems: [] };
  test('that was closed', () => {
    expect(seen(parseEvt(logOf(numbered(1, 5))))).toEqual({ live: [1, 2, 3, 4, 5], ...nothing });
  });
  test('without any record', () => {
    expect(seen(parseEvt(logOf([])))).toEqual({ live: [], ...nothing });
  });
  test('that was open: its header says it is empty', () => {
    expect(seen(parseEvt(logOf(numbered(1, 5), 1)))).toEqual({ live: [1, 2, 3, 4, 5], ...nothing });
  });
  test('that was cleared: the header is empty and right, the records behind it are recovered', () => {
    const records = numbered(1, 3);
    const cleared = { oldest: HEADER_BYTES, end: HEADER_BYTES, next: 1, oldestNumber: 0 };
    const file = joined(headerBytes(cleared), endBytes(cleared), ...records);
    expect(seen(parseEvt(file))).toEqual({ live: [], recovered: [1, 2, 3], problems: [] });
    expect(seen(parseEvt(file, { noRecovered: true }))).toEqual({ live: [], ...nothing });
  });
  test('with old records behind its end: they are recovered', () => {
    const file = joined(logOf(numbered(11, 2)), ...numbered(1, 2));
    expect(seen(parseEvt(file))).toEqual({ live: [11, 12], recovered: [1, 2], problems: [] });
    expect(parseEvt(file).findings).toMatchObject({ records: 4, recovered: 2 });
  });
  test('with copies of its records behind its end: each is given once', () => {
    const file = joined(logOf(numbered(1, 3)), ...numbered(2, 2));
    expect(seen(parseEvt(file))).toEqual({ live: [1, 2, 3], ...nothing });
    expect(parseEvt(file).findings).toMatchObject({ records: 5, recovered: 2 });
  });
  test('with an end record from before in it: the header is right', () => {
    const [first = recordBytes(), ...others] = numbered(1, 3);
    const stale = endBytes({ oldest: HEADER_BYTES, end: 3948, next: 9, oldestNumber: 2 });
    const records = joined(first, stale, ...others);
    const pointers = { oldest: HEADER_BYTES, end: HEADER_BYTES + records.length, next: 4, oldestNumber: 1 };
    for (const flags of [0, 1]) {
      const file = joined(headerBytes(pointers, flags), records, endBytes(pointers));
      expect(seen(parseEvt(file))).toEqual({ live: [1, 2, 3], ...nothing });
    }
  });
  test('without header and end record', () => {
    expect(seen(parseEvt(joined(...numbered(1, 2))))).toEqual({
      ...{ live: [1, 2], recovered: [], problems: ['evt/no-header@0'] },
    });
  });
});

describe('a log that wrapped', () => {
  const newest = numbered(11, 2);
  const oldest = numbered(7, 4);
  const live = [11, 12, 7, 8, 9, 10];
  const length = recordBytes({ number: 10, strings: ['event 10'] }).length;

  test.each([
    ['was closed', 2],
    ['was open', 3],
  ])('and %s', (_, flags) => {
    expect(seen(parseEvt(wrappedLog(newest, oldest, { flags })))).toEqual({ live, recovered: [], problems: [] });
  });
  test('the end of the file is filled when less than a fixed part was left', () => {
    expect(seen(parseEvt(wrappedLog(newest, oldest, { tail: filler(52) })))).toEqual({
      live,
      recovered: [],
      problems: [],
    });
  });
  test.each([4, 40, length - 56, length - 8])(
    'a record is split over the end, %i bytes of it behind the header',
    (cut) => {
      const file = wrappedLog(newest, oldest, { cut });
      const parsed = parseEvt(file);
      expect(seen(parsed)).toEqual({ live, recovered: [], problems: [] });
      expect(parsed.events.at(-1)).toMatchObject({ position: file.length - length + cut, strings: ['event 10'] });
    },
  );
  test('what was partly overwritten ahead of the oldest record is left out, and named where it is', () => {
    const [overwritten = recordBytes()] = numbered(6, 1);
    const gap = overwritten.slice(32);
    const file = wrappedLog(newest, oldest, { gap });
    const at = HEADER_BYTES + joined(...newest).length + 40;
    expect(seen(parseEvt(file))).toEqual({ live, recovered: [], problems: [`evt/damaged-record@${at}`] });
  });
  test('a whole old record between end and oldest is recovered', () => {
    const file = wrappedLog(newest, oldest, { gap: joined(...numbered(6, 1)) });
    expect(seen(parseEvt(file))).toEqual({ live, recovered: [6], problems: [] });
  });
});

describe('damage', () => {
  const records = numbered(1, 4);
  const starts = records.map((_, index) => HEADER_BYTES + joined(...records.slice(0, index)).length);
  const start = (index: number): number => starts[index] ?? 0;
  const damaged = (at: number, ...bytes: readonly number[]): Uint8Array => {
    const file = logOf(records);
    file.set(bytes, at);
    return file;
  };

  test.each([
    ['a length of 0', start(1), [0, 0, 0, 0]],
    ['a length of 4 GiB', start(1), [0xff, 0xff, 0xff, 0xff]],
    ['a length of 2 GiB', start(1), [0, 0, 0, 0x80]],
    ['a length that is no multiple of 4', start(1), [0x6d, 0, 0, 0]],
    ['a length beyond the end', start(1), [0, 0, 8, 0]],
    ['another magic', start(1) + 4, [0, 0, 0, 0]],
    ['a copy of the length that differs', start(2) - 4, [4]],
  ])('%s: that record is left out and named, the others are read', (_, at, bytes) => {
    expect(seen(parseEvt(damaged(at, ...bytes)))).toEqual({
      ...{ live: [1, 3, 4], recovered: [], problems: [`evt/damaged-record@${start(1)}`] },
    });
  });
  test('bytes between two records', () => {
    const [first = recordBytes(), ...others] = records;
    const file = joined(
      headerBytes({ oldest: 48, end: 48, next: 1, oldestNumber: 0 }, 1),
      first,
      Uint8Array.of(1, 2, 3),
      ...others,
    );
    expect(seen(parseEvt(file))).toEqual({
      live: [1, 2, 3, 4],
      recovered: [],
      problems: [`evt/damaged-record@${start(1)}`],
    });
  });
  test('the end of the file: the record that is cut is named', () => {
    const file = logOf(records).subarray(0, start(3) + 60);
    expect(seen(parseEvt(file))).toEqual({ live: [1, 2, 3], recovered: [], problems: [`evt/cut@${start(3)}`] });
  });
  test('the header: what follows is read', () => {
    expect(seen(parseEvt(damaged(0, 0)))).toMatchObject({ live: [1, 2, 3, 4], recovered: [] });
  });
});

const FORMS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['real', fixtureBytes('formats/evt/SysEvent-head.Evt')],
  ['closed', logOf(numbered(1, 9))],
  ['open', logOf(numbered(1, 9), 1)],
  ['wrapped', wrappedLog(numbered(11, 2), numbered(7, 4), { cut: 40, gap: joined(...numbered(6, 1)) })],
  ['damaged', joined(logOf(numbered(1, 2)), Uint8Array.of(1, 2, 3), ...numbered(1, 3)).subarray(0, -9)],
];
test.each(FORMS.flatMap(([what, bytes]) => PIECE_SIZES.map((size) => [what, size, bytes] as const)))(
  'a %s log in pieces of %i byte(s) gives the same',
  (_, size, bytes) => {
    expect(parseEvt(bytes, {}, size)).toEqual(parseEvt(bytes, {}, bytes.length));
  },
);
test.each(FORMS)('a %s log: read early or filtered late', (_, bytes) => {
  expectSame(createEvtParser, bytes);
});
