import { describe, expect, test } from 'vitest';
import { RecordBooks } from '../../../src/core/engine/alignment.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { costMs, leastCostMs } from '../../support/cost.ts';
import { at, eventRecord } from './support/events.ts';

const HOUR_MS = 3_600_000;
/** Seconds of a day in which something happened, without a pattern. */
const SECONDS = [11, 407, 3722, 9011, 20_077, 33_333, 51_040];
const IDS = [7000, 7009, 7036, 1014];

const recordsAt = (seconds: readonly number[], differences: Partial<EventRecord> = {}): readonly EventRecord[] =>
  seconds.map((second, index) =>
    eventRecord({ timeMs: at(second), eventId: IDS[index % IDS.length] ?? 0, precisionMs: 0.0001, ...differences }),
  );
const listed = (records: readonly EventRecord[], offsetMs: number): readonly EventRecord[] =>
  records.map((record) => ({
    ...record,
    source: 'list.csv',
    host: null,
    timeMs: epochMs((record.timeMs ?? 0) + offsetMs),
    timeBasis: 'assumed-local',
    precisionMs: 1000,
  }));
function booksOf(...books: readonly (readonly [string, readonly EventRecord[]])[]): RecordBooks {
  const all = new RecordBooks();
  for (const [hostKey, records] of books) for (const record of records) all.add(record, hostKey);
  return all;
}
const offsetsIn = (books: RecordBooks, events: readonly EventRecord[], hostKey: string | null = 'host:a') => {
  const found = books.align(events, hostKey);
  return found === null ? null : events.map((event) => found.offsetOf(event));
};

const DAY = recordsAt(SECONDS);

describe('records of a list without numbers and without a zone', () => {
  test('stand where the log has them, at one offset', () => {
    expect(offsetsIn(booksOf(['host:a', DAY]), listed(DAY, -5 * HOUR_MS))).toEqual(SECONDS.map(() => -5 * HOUR_MS));
  });

  test('stand at two offsets where summer time began', () => {
    const later = recordsAt(SECONDS.map((second) => second + 86_400));
    const events = [...listed(DAY, HOUR_MS), ...listed(later, 2 * HOUR_MS)];
    expect(offsetsIn(booksOf(['host:a', [...DAY, ...later]]), events)).toEqual([
      ...SECONDS.map(() => HOUR_MS),
      ...SECONDS.map(() => 2 * HOUR_MS),
    ]);
  });

  test.each<[string, readonly EventRecord[]]>([
    ['another second', listed(recordsAt(SECONDS.map((second, index) => second + index)), HOUR_MS)],
    ['an offset that no zone has', listed(DAY, HOUR_MS + 600_000)],
    ['farther away than any zone', listed(DAY, 15 * HOUR_MS)],
    ['of other kinds', listed(recordsAt(SECONDS, { provider: 'ESENT' }), HOUR_MS)],
    ['two seconds alone', listed(recordsAt(SECONDS.slice(0, 2)), HOUR_MS)],
    ['times to the minute', listed(DAY, HOUR_MS).map((event) => ({ ...event, precisionMs: 60_000 }))],
  ])('are none of the log: %s', (_, events) => {
    expect(offsetsIn(booksOf(['host:a', DAY]), events)).toBeNull();
  });

  test('of which most are missing in the log are of another one', () => {
    const others = recordsAt([500, 7001, 11_500, 20_500, 30_500, 40_500, 50_500]);
    const events = listed([...DAY.slice(0, 4), ...others], HOUR_MS);
    expect(offsetsIn(booksOf(['host:a', DAY]), events)).toBeNull();
  });

  test('that come by the clock tell no offset', () => {
    const hourly = recordsAt(
      Array.from({ length: 20 }, (_, hour) => hour * 3600),
      { eventId: 7036 },
    );
    expect(booksOf(['host:a', hourly]).align(listed(hourly, HOUR_MS), 'host:a')).toBeNull();
    const both = listed([...DAY, ...hourly], HOUR_MS);
    expect(offsetsIn(booksOf(['host:a', [...DAY, ...hourly]]), both)).toEqual(both.map(() => HOUR_MS));
  });
});

test('lists whose times are of one basis stand at the same second', () => {
  const own = listed(DAY, 0).map((event) => ({ ...event, source: 'list.txt', host: 'a' }));
  expect(offsetsIn(booksOf(['host:a', own]), listed(DAY, 0), null)).toEqual(SECONDS.map(() => 0));
  expect(offsetsIn(booksOf(['host:a', own]), listed(DAY, HOUR_MS), null)).toBeNull();
});

test('of several hosts the one that has the records', () => {
  const books = booksOf(['host:a', recordsAt(SECONDS.map((second) => second + 77))], ['host:b', DAY]);
  expect(books.align(listed(DAY, HOUR_MS), null)?.hostKey).toBe('host:b');
  expect(books.align(listed(DAY, HOUR_MS), 'host:a')).toBeNull();
});

test('costs what the lists are long, also where all events are alike', async () => {
  const alike = (count: number): readonly EventRecord[] =>
    Array.from({ length: count }, (_, index) => eventRecord({ timeMs: at(index * 900), precisionMs: 1000 }));
  const run = (count: number): unknown => booksOf(['host:a', alike(count)]).align(listed(alike(count), HOUR_MS), null);
  const small = await costMs(() => run(5000));
  expect(await leastCostMs(() => run(20_000), small * 12 + 200)).toBeLessThan(small * 12 + 200);
});
