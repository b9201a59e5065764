import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvtParser } from '../../../../src/core/input/parsers/evt/parser.ts';
import { createEvtxParser } from '../../../../src/core/input/parsers/evtx/parser.ts';
import type { PayloadElement, RawEvent } from '../../../../src/core/model/event.ts';
import type { CreateByteParser } from '../../../../src/core/model/parser.ts';
import { fixtureBytes } from '../../../support/fixtures.ts';
import { idsOf, type Parsed, parse, parseEvtx } from '../../../support/parse-bytes.ts';
import { joined } from '../../../support/sources.ts';
import { logOf, recordBytes, wrappedLog } from './evt/build.ts';
import {
  addEvent,
  binary,
  binXml,
  bytesAs,
  ChunkBytes,
  chunkOf,
  element,
  FILE_HEADER_BYTES,
  fileHeader,
  fileOf,
  fragmentHeader,
  insert,
  instance,
  none,
  numbered,
  type Part,
  string,
  systemValues,
  text,
  value,
  WRITTEN,
} from './evtx/build.ts';

const SMALLEST_RECORD = 28;
/** What a log may grow by when it is read, against its bytes; real ones stay below 20. */
const MAX_GROWTH = 100;

interface Small {
  readonly name: string;
  readonly create: CreateByteParser;
  readonly bytes: Uint8Array;
  /** Where each of its records ends. */
  readonly ends: ReadonlyMap<number, number>;
}

function builtEvtx(): Small {
  const chunk = new ChunkBytes();
  const nested = instance({ id: 0x3000 }, [element('D', {}, element('N', {}, value(0)))], [string('x')]);
  const template = { id: 0x2000 };
  const payload = [element('UserData', {}, insert(0))];
  const events = [
    ...numbered(1, 3),
    { recordId: 4, template, payload, inserts: [binXml(fragmentHeader, nested)] },
    { recordId: 5, inserts: [bytesAs(0x81, [0x61, 0, 0, 0, 0x62, 0, 0, 0]), none, binary(1, 2, 3)] },
    ...numbered(6, 2),
  ];
  const ends = new Map(
    events.map((event) => {
      addEvent(chunk, event);
      return [event.recordId ?? 0, chunk.at] as const;
    }),
  );
  return { name: 'EVTX, built', create: createEvtxParser, bytes: chunk.finish().slice(0, chunk.at), ends };
}

/** One chunk of a real log, as far as it is used and a little of its slack. */
function realEvtx(): Small {
  const bytes = fixtureBytes('formats/evtx/Microsoft-Windows-CAPI2_Operational_EventID70.evtx').subarray(
    FILE_HEADER_BYTES,
  );
  const end = new DataView(bytes.buffer, bytes.byteOffset).getUint32(48, true);
  return {
    name: 'EVTX, real',
    create: createEvtxParser,
    bytes: bytes.slice(0, end + 300),
    ends: new Map([[707, end]]),
  };
}

function realEvt(): Small {
  const bytes = fixtureBytes('formats/evt/SysEvent-head.Evt');
  const { events } = parse(createEvtParser, bytes);
  const view = new DataView(bytes.buffer);
  const ends = new Map(
    events.map(({ recordId, position }) => [recordId ?? 0, position + view.getUint32(position, true)]),
  );
  return { name: 'EVT, real', create: createEvtParser, bytes, ends };
}

function builtEvt(): Small {
  const records = [1, 2, 3, 4].map((number) =>
    recordBytes({ number, generated: 1_000_000 + number, strings: ['a', ''], data: [1] }),
  );
  const bytes = logOf(records);
  const length = records[0]?.length ?? 0;
  return {
    name: 'EVT, built',
    create: createEvtParser,
    bytes,
    ends: new Map([1, 2, 3, 4].map((number) => [number, 48 + number * length])),
  };
}

/** Where each of its records begins. */
function placesIn({ view, at: end }: ChunkBytes): readonly number[] {
  const places: number[] = [];
  for (let at = 512; at < end; at += view.getUint32(at + 4, true)) places.push(at);
  return places;
}

const SMALL = [builtEvtx(), realEvtx(), realEvt(), builtEvt()];

function sizeOf(payload: PayloadElement | string): number {
  if (typeof payload === 'string') return payload.length;
  return 16 + payload.attributes.length * 16 + payload.children.reduce((sum, child) => sum + sizeOf(child), 0);
}
const lengthOf = ({ strings, payload }: RawEvent): number =>
  strings.reduce((sum, { length }) => sum + length, 0) + (payload === null ? 0 : sizeOf(payload));

/** Whatever the bytes are: no more events than there is room for, and no more text than they can be. */
function expectBounded({ events, problems, findings }: Parsed, bytes: number): void {
  const room = Math.floor(bytes / SMALLEST_RECORD);
  expect(events.length).toBeLessThanOrEqual(room);
  expect(findings.records).toBeLessThanOrEqual(room);
  expect(problems.length).toBeLessThanOrEqual(2 * room + 5);
  expect(events.reduce((sum, event) => sum + lengthOf(event), 0)).toBeLessThanOrEqual(MAX_GROWTH * bytes + 70_000);
}

const flip = (bytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array => {
  const flipped = bytes.slice();
  for (const [place, bit] of places) flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
  return flipped;
};
const flips = (from: number, to: number, maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: from, max: to - 1 }), fc.nat(7)), { minLength: 1, maxLength });

describe.each(SMALL)('$name', ({ create, bytes, ends }) => {
  test('has the records this test counts on', () => {
    expect(idsOf(parse(create, bytes).events)).toEqual(expect.arrayContaining([...ends.keys()]));
    expect(ends.size).toBeGreaterThan(0);
  });

  test('cut at every byte: what was whole ahead of the cut is read', () => {
    for (let end = 0; end < bytes.length; end++) {
      const parsed = parse(create, bytes.subarray(0, end));
      const ids = new Set(idsOf(parsed.events));
      const lost = [...ends].filter(([id, until]) => until <= end && !ids.has(id));
      if (lost.length > 0 || parsed.events.length > ends.size + 3) expect([end, lost, [...ids]]).toEqual([end, [], []]);
    }
  });

  test('cut at the front: nothing throws, and whole records behind the cut are read', () => {
    const all = idsOf(parse(create, bytes).events);
    for (let start = 1; start < bytes.length; start += 5) {
      const parsed = parse(create, bytes.subarray(start));
      expect(parsed.events.length).toBeLessThanOrEqual(all.length);
    }
  });

  test('whatever bits are flipped', () => {
    fc.assert(
      fc.property(flips(0, bytes.length, 12), (places) => {
        expectBounded(parse(create, flip(bytes, places)), bytes.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever number stands where a length, a count or an offset may be', () => {
    const numbers = fc.constantFrom(0xffff_ffff, 0x8000_0000, 0x7fff_ffff, 0xffff_fffc, 0x1_0000, 0xffff, 1, 0);
    const places = fc.array(fc.tuple(fc.nat(bytes.length - 4), numbers), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(places, (changes) => {
        const changed = bytes.slice();
        for (const [at, number] of changes) new DataView(changed.buffer).setUint32(at, number, true);
        expectBounded(parse(create, changed), bytes.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('a part of it in the place of another', () => {
    const part = fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length), fc.nat(bytes.length));
    fc.assert(
      fc.property(part, ([from, size, to]) => {
        const changed = bytes.slice();
        changed.set(
          bytes.subarray(from, Math.min(from + size, bytes.length - Math.max(0, to - from))),
          Math.min(to, from),
        );
        expectBounded(parse(create, changed), bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('damage stays where it is', () => {
  const first = chunkOf(...numbered(1, 6));
  const second = chunkOf(...numbered(101, 6));
  const file = fileOf(first.finish(), second.finish());
  const start = FILE_HEADER_BYTES;

  test('in one chunk: every record of the other is read, in its chain', () => {
    fc.assert(
      fc.property(flips(start, start + first.at, 30), (places) => {
        const { events } = parseEvtx(flip(file, places));
        const chain = events.filter(({ recovered, position }) => !recovered && position >= start + 65_536);
        expect(idsOf(chain)).toEqual([101, 102, 103, 104, 105, 106]);
      }),
      { numRuns: 1000 },
    );
  });

  test('in one record: all the others are read, in the chain or recovered', () => {
    const places = placesIn(first);
    const [, , third = 0, fourth = 0] = places;
    fc.assert(
      fc.property(flips(start + third, start + fourth, 8), (damage) => {
        const found = new Set(parseEvtx(flip(file, damage)).events.map(({ position }) => position - start));
        expect(places.filter((at) => at !== third && !found.has(at))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('in one record of an EVT log: all the others are read', () => {
    const records = [1, 2, 3, 4, 5].map((number) =>
      recordBytes({ number, generated: 1_000_000 + number, strings: [`event ${number}`] }),
    );
    const length = records[0]?.length ?? 0;
    for (const log of [
      logOf(records),
      logOf(records, 1),
      wrappedLog(records, [recordBytes({ number: 0 })], { flags: 2 }),
    ])
      fc.assert(
        fc.property(flips(48 + 2 * length, 48 + 3 * length, 8), (places) => {
          const found = new Set(parse(createEvtParser, flip(log, places)).events.map(({ position }) => position));
          expect([0, 1, 3, 4].filter((index) => !found.has(48 + index * length))).toEqual([]);
        }),
        { numRuns: 500 },
      );
  });
});

test('chunks of two logs spliced at any place: nothing throws, and what is whole is read', () => {
  const built = chunkOf(...numbered(1, 8));
  const one = built.finish();
  const other = fixtureBytes('formats/evtx/Microsoft-Windows-CAPI2_Operational_EventID70.evtx').subarray(
    FILE_HEADER_BYTES,
  );
  const last = chunkOf(...numbered(101, 2));
  const behind = last.finish().slice(0, last.at);
  const places = placesIn(built);
  fc.assert(
    fc.property(fc.integer({ min: 512, max: built.at }), fc.boolean(), (at, isFirst) => {
      const [a, b] = isFirst ? [one, other] : [other, one];
      const parsed = parseEvtx(joined(fileHeader(), a.subarray(0, at), b.subarray(at), behind));
      const ids = new Set(idsOf(parsed.events));
      const whole = isFirst
        ? places.filter((_, index) => (places[index + 1] ?? built.at) <= at).map((_, index) => index + 1)
        : [];
      expect([...whole, 101, 102].filter((id) => !ids.has(id))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

describe('a record that would grow beyond all bounds', () => {
  const GROWTH: readonly (readonly [what: string, part: Part])[] = [
    ['elements', element('E', {})],
    [
      'attributes',
      element(
        'E',
        Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${index}`, value(13, { optional: false })])),
      ),
    ],
    ['values', value(13)],
    ['values in elements', element('E', {}, value(13), value(13), value(13), value(13))],
    ['arrays', element('E', {}, value(14))],
    ['fragments', value(15)],
  ];
  test.each(GROWTH)('by %s: is cut, named, and the records behind are read', (_, part) => {
    const chunk = new ChunkBytes();
    const content: Part = (target) => {
      while (target.at < 40_000) part(target);
    };
    const root = element(
      'Event',
      {},
      element('System', {}, element('EventID', {}, value(3))),
      element('UserData', {}, content),
    );
    const values = [
      ...systemValues({}),
      string('x'),
      bytesAs(0x84, Array(500).fill(1)),
      binXml(element('F', {}, text('y'))),
    ];
    while (chunk.at < 60_000) chunk.record(1, WRITTEN, [fragmentHeader, instance({ id: 0x2000 }, [root], values)]);
    addEvent(chunk, { recordId: 2 });
    const parsed = parseEvtx(fileOf(chunk.finish()));
    expect(parsed.events.at(-1)?.recordId).toBe(2);
    expectBounded(parsed, 65_536);
  });
});
