import { expect, test } from 'vitest';
import { buildHistory } from '../../../src/core/engine/history.ts';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import type { ClockMark } from '../../../src/core/model/scan.ts';
import { at, kept, logCoverage, minutes, scanOf, T0 } from './support/events.ts';

let position = 0;
const event = (seconds: number | null, differences: Partial<EventRecord> = {}) => {
  position += 1;
  return kept({
    position,
    message: `text ${position}`,
    timeMs: seconds === null ? null : at(seconds),
    timeBasis: seconds === null ? 'none' : 'utc',
    ...differences,
  });
};
const historyOf = (...events: ReturnType<typeof kept>[]) => {
  const sources = [...new Set(events.map(({ event: { source } }) => source))].sort();
  const scans = sources.map((source) => scanOf(source, { kept: events.filter((one) => one.event.source === source) }));
  return buildHistory(scans, joinHosts(scans));
};
const idsOf = (...events: ReturnType<typeof kept>[]): readonly (number | null)[] =>
  historyOf(...events).events.map((one) => one.event.eventId);

test('inside one log the record number is the order, whatever the times say', () => {
  expect(
    idsOf(
      event(5, { recordId: 3, eventId: 3 }),
      event(9, { recordId: 1, eventId: 1 }),
      event(7, { recordId: 2, eventId: 2 }),
    ),
  ).toEqual([1, 2, 3]);
});

test('without numbers the time is the order, then the place', () => {
  expect(
    idsOf(
      event(5, { eventId: 1 }),
      event(3, { eventId: 2 }),
      event(5, { eventId: 3 }),
      event(5, { eventId: 4, ticks: 0 }),
    ),
  ).toEqual([2, 1, 3, 4]);
  expect(idsOf(event(5, { eventId: 1, ticks: 2 }), event(5, { eventId: 2, ticks: 1 }))).toEqual([2, 1]);
});

test('an event without a time stays behind the one it follows in its source', () => {
  expect(
    idsOf(
      event(null, { eventId: 1 }),
      event(9, { eventId: 2 }),
      event(null, { eventId: 3 }),
      event(5, { eventId: 4 }),
      event(null, { eventId: 5 }),
    ),
  ).toEqual([1, 4, 5, 2, 3]);
});

test('logs are merged by time, then host, log and source', () => {
  const inLog = (seconds: number, eventId: number, host: string, channel: string) =>
    event(seconds, { eventId, host, channel, recordId: eventId });
  expect(
    idsOf(
      inLog(2, 1, 'b', 'system'),
      inLog(2, 2, 'b', 'application'),
      inLog(2, 3, 'a', 'system'),
      inLog(1, 4, 'c', 'system'),
    ),
  ).toEqual([4, 3, 2, 1]);
  expect(idsOf(event(1, { eventId: 1, source: 'b.txt' }), event(1, { eventId: 2, source: 'a.txt' }))).toEqual([2, 1]);
});

test('a source without numbers is merged by the same names as a numbered log', () => {
  const inLog = (eventId: number, host: string, source: string, recordId: number | null) =>
    event(2, { eventId, host, channel: 'System', source, recordId });
  expect(idsOf(inLog(1, 'b', 'a.evtx', 1), inLog(2, 'a', 'z.txt', null), inLog(3, 'c', 'a.txt', null))).toEqual([
    2, 1, 3,
  ]);
});

test('what must not pass another of its source waits with it, behind sources of later names', () => {
  const of = (eventId: number, host: string, seconds: number | null, source: string) =>
    event(seconds, { eventId, host, source });
  expect(
    idsOf(of(1, 'c', 2, 'one.txt'), of(2, 'a', 2, 'one.txt'), of(3, 'a', null, 'one.txt'), of(4, 'b', 2, 'two.txt')),
  ).toEqual([4, 1, 2, 3]);
});

test('jitter keeps later logs behind: the highest time so far counts', () => {
  const other = { channel: 'System', recordId: 1, eventId: 9 };
  const { events } = historyOf(
    event(60, { recordId: 1, eventId: 1 }),
    event(10, { recordId: 2, eventId: 2 }),
    event(30, other),
  );
  expect(events.map((one) => one.event.eventId)).toEqual([9, 1, 2]);
  expect(events[2]).toMatchObject({ timeMs: at(10), orderMs: at(60), segment: 0 });
});

test('a step back of ten minutes is jitter, one of a millisecond more begins a new segment', () => {
  const back = (ms: number) =>
    historyOf(event(3600, { recordId: 1 }), event(0, { recordId: 2, timeMs: at((T0 + 3_600_000 - ms - T0) / 1000) }));
  expect(back(minutes(10)).events.map(({ segment }) => segment)).toEqual([0, 0]);
  expect(back(minutes(10)).clockSteps).toEqual([]);
  const stepped = back(minutes(10) + 1);
  expect(stepped.events.map(({ segment }) => segment)).toEqual([0, 1]);
  expect(stepped.clockSteps).toEqual([
    { hostKey: 'host:ex1', log: 'application', fromMs: T0 + 3_600_000 - 600_001, toMs: T0 + 3_600_000 },
  ]);
});

test('a clock that stepped back between records that no rule asks for begins a new segment, too', () => {
  const events = [kept({ recordId: 1, timeMs: at(0) }), kept({ recordId: 9, timeMs: at(3600), position: 9 })];
  const marks = [
    { record: 3, timeMs: at(9000), isSet: false },
    { record: 4, timeMs: at(1800), isSet: false },
  ];
  const scan = scanOf('a.evtx', { kept: events, coverage: [logCoverage(0, 9000, { marks })] });
  const { events: ordered, clockSteps } = buildHistory([scan], joinHosts([scan]));
  expect(ordered.map(({ segment }) => segment)).toEqual([0, 1]);
  expect(clockSteps).toEqual([{ hostKey: 'host:ex1', log: 'application', fromMs: at(1800), toMs: at(9000) }]);
});

const numbered = (...seconds: readonly number[]) =>
  seconds.map((second, index) => event(second, { recordId: index + 1, eventId: index + 1 }));

test.each([
  ['a shutdown, behind three records of the next start', [0, 3600, 3600, 3600, 5, 11, 3569], [1, 5, 6, 2, 3, 4, 7]],
  ['going to sleep, behind the time since the start', [0, 80_000, 3, 79_999], [1, 3, 2, 4]],
  ['a shutdown, at the head of a log', [3600, 5, 6, 3597], [2, 3, 1, 4]],
  ['two of them', [0, 3600, 5, 3597, 7200, 3700, 7197], [1, 3, 2, 4, 6, 5, 7]],
])('what is written late stands where it happened: %s', (_what, seconds, order) => {
  const { events, clockSteps } = historyOf(...numbered(...seconds));
  expect(events.map((one) => one.event.eventId)).toEqual(order);
  expect(events.map(({ segment }) => segment)).toEqual(order.map(() => 0));
  expect(clockSteps).toEqual([]);
});

test.each([
  ['the time goes on from there', [0, 3600, 3600, 60, 180, 3700], [0, 0, 0, 1, 1, 1]],
  ['nothing follows', [0, 3600, 3600, 60, 61], [0, 0, 0, 1, 1]],
  ['what follows is another start', [0, 3600, 3600, 60, 61, 9000], [0, 0, 0, 1, 1, 1]],
  ['it lies before what was there', [3000, 9000, 9000, 60, 61, 9001], [0, 0, 0, 1, 1, 1]],
  ['the start has more records than any', [0, ...Array(101).fill(3600), 60, 3600], [...Array(102).fill(0), 1, 1]],
  ['the start took minutes', [0, 3600, 3700, 3800, 60, 61, 3801], [0, 0, 0, 0, 1, 1, 1]],
])('a clock that stepped back writes nothing late: %s', (_what, seconds, segments) => {
  expect(historyOf(...numbered(...seconds)).events.map(({ segment }) => segment)).toEqual(segments);
});

test('where a record says that the clock was set, nothing is written late', () => {
  const mark = (record: number, seconds: number, isSet: boolean): ClockMark => ({ record, timeMs: at(seconds), isSet });
  const segmentsWith = (isSet: boolean) => {
    const marks = [mark(2, 3600, false), mark(3, 5, isSet), mark(5, 3597, false)];
    const events = [event(0, { recordId: 1 }), event(6, { recordId: 4 }), event(3700, { recordId: 6 })];
    const scan = scanOf('a.evtx', { kept: events, coverage: [logCoverage(0, 9000, { marks })] });
    return buildHistory([scan], joinHosts([scan])).events.map(({ segment }) => segment);
  };
  expect(segmentsWith(true)).toEqual([0, 1, 1]);
  expect(segmentsWith(false)).toEqual([0, 0, 0]);
});

test('marks of a log that was cleared and began anew tell nothing', () => {
  const events = [kept({ recordId: 1, timeMs: at(0) }), kept({ recordId: 9, timeMs: at(3600), position: 9 })];
  const scan = (source: string, marks: readonly ClockMark[]) =>
    scanOf(source, { kept: source === 'a.evtx' ? events : [], coverage: [logCoverage(0, 9000, { marks })] });
  const both = [
    scan('a.evtx', [{ record: 3, timeMs: at(9000), isSet: false }]),
    scan('b.evtx', [{ record: 3, timeMs: at(1800), isSet: false }]),
  ];
  expect(buildHistory(both, joinHosts(both)).clockSteps).toEqual([]);
});

test('a log is its name without case, an unknown log one of its source', () => {
  const [a, b, c, d] = historyOf(
    event(1, { recordId: 1, channel: 'APPLICATION' }),
    event(2, { recordId: 2 }),
    event(3, { channel: null }),
    event(4, { channel: null, source: 'b.txt' }),
  ).events;
  expect(a?.list).toBe(b?.list);
  expect(c?.list).not.toBe(d?.list);
  expect([a?.log, c?.log]).toEqual(['application', null]);
});

test('a number that stands for two times ends the shared numbering: each source is in order by itself', () => {
  const { events } = historyOf(
    event(0, { recordId: 1, eventId: 1 }),
    event(9, { recordId: 2, eventId: 2 }),
    event(5, { recordId: 1, eventId: 3, source: 'b.evt' }),
    event(6, { recordId: 2, eventId: 4, source: 'b.evt' }),
  );
  expect(events.map((one) => one.event.eventId)).toEqual([1, 3, 4, 2]);
  expect(new Set(events.map(({ list }) => list)).size).toBe(2);
});

test('the same number at another precision is no other time', () => {
  const { events } = historyOf(
    event(1.5, { recordId: 1, eventId: 1 }),
    event(1, { recordId: 1, eventId: 2, source: 'b.csv', precisionMs: 1000 }),
  );
  expect(new Set(events.map(({ list }) => list)).size).toBe(1);
});

test('local times of each host are a class of their own', () => {
  const { events } = historyOf(
    event(1),
    event(2, { timeBasis: 'offset' }),
    event(3, { timeBasis: 'assumed-local' }),
    event(null),
  );
  expect(events.map(({ timeClass }) => timeClass)).toEqual(['utc', 'utc', 'local:host:ex1', null]);
});
