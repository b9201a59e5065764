import { expect, test } from 'vitest';
import { joinDuplicates } from '../../../src/core/engine/duplicates.ts';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import { textHashOf } from '../../../src/core/engine/text-hash.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import type { KeptEvent } from '../../../src/core/model/scan.ts';
import { leastCostMs } from '../../support/cost.ts';
import { at, eventRecord, kept, scanOf } from './support/events.ts';

const join = (events: readonly KeptEvent[], takesLack: (classIndex: number) => boolean = () => false) => {
  const sources = [...new Set(events.map(({ event }) => event.source))];
  return joinDuplicates(
    events,
    joinHosts(sources.map((source) => scanOf(source, { kept: events.filter(({ event }) => event.source === source) }))),
    takesLack,
  );
};
const placesOf = (events: readonly KeptEvent[]): readonly number[] => join(events).map(({ places }) => places.length);
const inText = (differences: Partial<EventRecord> = {}) =>
  kept({ source: 'b.txt', precisionMs: 1000, message: 'Unable to write.', ...differences });
const inBinary = (differences: Partial<EventRecord> = {}) =>
  kept({ recordId: 7, precisionMs: 0.0001, strings: ['C:\\x.chk'], ...differences });

test('a record of the same host, log, number, provider, id and time is one event in several places', () => {
  const [joined, ...others] = join([inBinary(), inBinary({ source: 'copy.evtx', provider: 'ese' })]);
  expect(joined?.places.map(({ source, recordId }) => [source, recordId])).toEqual([
    ['a.evtx', 7],
    ['copy.evtx', 7],
  ]);
  expect(others).toEqual([]);
});

test.each<[string, Partial<EventRecord>]>([
  ['number', { recordId: 8 }],
  ['host', { host: 'ex2' }],
  ['log', { channel: 'System' }],
  ['provider', { provider: 'ESENT' }],
  ['id', { eventId: 440 }],
  ['time', { timeMs: at(1) }],
])('another %s is another record', (_, differences) => {
  expect(placesOf([inBinary(), inBinary({ source: 'copy.evtx', ...differences })])).toEqual([1, 1]);
});

test('what was cut out of the copy with inserts counts, whichever comes first', () => {
  const cut = (device: string, classIndex = 1) => ({ hits: [{ classIndex, captured: { device } }] });
  const log = kept({ recordId: 7, strings: ['dr0'] }, cut('dr0'));
  const poor = (source: string, more = cut('?')) => kept({ recordId: 7, source }, more);
  const hits = (...copies: readonly KeptEvent[]) =>
    join(copies).map((one) => one.hits.map(({ classIndex, captured }) => [classIndex, captured.device]));
  expect(hits(poor('a.csv'), log)).toEqual([[[1, 'dr0']]]);
  expect(hits(log, poor('b.csv'))).toEqual([[[1, 'dr0']]]);
  expect(hits(poor('a.csv', cut('?', 2)), log)).toEqual([
    [
      [1, 'dr0'],
      [2, '?'],
    ],
  ]);
});

test('a form without values adds no class that takes events for what they do not say', () => {
  const log = kept({ recordId: 7, strings: ['0x9f'] }, { hits: [{ classIndex: 1, captured: {} }] });
  const list = (source: string) =>
    kept({ recordId: 7, source }, { hits: [2, 3].map((classIndex) => ({ classIndex, captured: {} })) });
  const classes = (...copies: readonly KeptEvent[]) =>
    join(copies, (index) => index === 2).map((one) => one.hits.map(({ classIndex }) => classIndex));
  expect(classes(log, list('b.csv'))).toEqual([[1, 3]]);
  expect(classes(list('a.csv'), log, list('b.csv'))).toEqual([[1, 3]]);
  expect(classes(list('a.csv'), list('b.csv'))).toEqual([[2, 3]]);
});

test('the times of one record agree at the coarser precision', () => {
  const exact = inBinary({ timeMs: at(5.25), ticks: 17 });
  expect(placesOf([exact, inBinary({ source: 'export.csv', timeMs: at(5), precisionMs: 1000 })])).toEqual([2]);
  expect(placesOf([exact, inBinary({ source: 'export.csv', timeMs: at(4), precisionMs: 1000 })])).toEqual([1, 1]);
});

test('microseconds agree with the 100 ns that they were cut from', () => {
  const exact = inBinary({ timeMs: at(5), ticks: 1442 });
  const micro = { source: 'dump.jsonl', timeMs: at(5), precisionMs: 0.001 };
  expect(placesOf([exact, inBinary({ ...micro, ticks: 1440 })])).toEqual([2]);
  expect(placesOf([exact, inBinary({ ...micro, ticks: 1430 })])).toEqual([1, 1]);
});

test('without numbers events join only between sources, never inside one', () => {
  expect(placesOf([inText(), inText({ position: 2 })])).toEqual([1, 1]);
  expect(placesOf([inText(), inText({ source: 'c.txt' })])).toEqual([2]);
});

test('three there and two here are three: a multiset joins one by one', () => {
  const there = [1, 2, 3].map((position) => inText({ position }));
  const here = [1, 2].map((position) => inText({ source: 'c.txt', position }));
  expect(placesOf([...there, ...here])).toEqual([2, 2, 1]);
  expect(placesOf([...here, ...there])).toEqual([2, 2, 1]);
  expect(placesOf([...there, ...here, inText({ source: 'd.txt' })])).toEqual([3, 2, 1]);
});

test('a text export joins the binary log: text counts only where both carry it', () => {
  const [joined] = join([inBinary({ timeMs: at(5.25) }), inText({ timeMs: at(5) })]);
  expect(joined?.kept.event.recordId).toBe(7);
  expect(joined?.places).toHaveLength(2);
});

test('texts that both carry must agree, blanks aside', () => {
  const first = inText({ message: 'Unable to\r\n write.' });
  expect(placesOf([first, inText({ source: 'c.txt', message: 'Unable to write.' })])).toEqual([2]);
  expect(placesOf([first, inText({ source: 'c.txt', message: 'Unable to read.' })])).toEqual([1, 1]);
  const inserts = { source: 'c.txt', message: null, strings: ['a'] };
  expect(placesOf([inText({ message: null, strings: ['a'] }), inText(inserts)])).toEqual([2]);
  expect(placesOf([inText({ message: null, strings: ['b'] }), inText(inserts)])).toEqual([1, 1]);
});

test('where the text is gone its hash decides', () => {
  const gone = (source: string, textHash: string) => kept({ source, precisionMs: 1000 }, { textHash });
  expect(placesOf([gone('a.txt', 'x'), gone('b.txt', 'x'), gone('c.txt', 'y')])).toEqual([2, 1]);
  const whole = { precisionMs: 1000, message: 'Unable to write.' };
  const hash = textHashOf(eventRecord(whole));
  expect(placesOf([kept({ ...whole, source: 'a.txt' }), gone('b.txt', hash), gone('c.txt', 'y')])).toEqual([2, 1]);
});

test('an unknown log agrees with any, two known ones must be the same', () => {
  expect(placesOf([inText(), inText({ source: 'c.txt', channel: null })])).toEqual([2]);
  expect(placesOf([inText(), inText({ source: 'c.txt', channel: 'System' })])).toEqual([1, 1]);
});

test('minutes agree with minutes, and local times with local ones only', () => {
  const toTheMinute = inText({ source: 'c.csv', timeMs: at(0), precisionMs: 60_000 });
  expect(placesOf([inText({ timeMs: at(59) }), toTheMinute])).toEqual([2]);
  expect(placesOf([inText({ timeMs: at(60) }), toTheMinute])).toEqual([1, 1]);
  expect(placesOf([inText(), inText({ source: 'c.txt', timeBasis: 'assumed-local' })])).toEqual([1, 1]);
});

test('a copy brings the classes that took it there', () => {
  const hit = (classIndex: number) => ({ hits: [{ classIndex, captured: {} }] });
  const [joined] = join([kept({ recordId: 7 }, hit(1)), kept({ recordId: 7, source: 'b.evtx' }, hit(2))]);
  expect(joined?.hits.map(({ classIndex }) => classIndex)).toEqual([1, 2]);
});

test('many equal events of one second cost no more than others', async () => {
  const half = (source: string) => Array.from({ length: 40_000 }, (_, position) => inText({ source, position }));
  const all = [...half('b.txt'), ...half('c.txt')];
  expect(await leastCostMs(() => expect(join(all)).toHaveLength(40_000), 15_000)).toBeLessThan(15_000);
});
