import { describe, expect, test } from 'vitest';
import { createEvtxParser } from '../../../../../src/core/input/parsers/evtx/parser.ts';
import type { RawEvent, RawTime } from '../../../../../src/core/model/event.ts';
import type { SeenEvent } from '../../../../../src/core/model/interest.ts';
import type { ParserContext } from '../../../../../src/core/model/parser.ts';
import { ALL, asking } from '../../../../support/interests.ts';
import { idsOf, type Parsed, parseEvtx, problemsOf } from '../../../../support/parse-bytes.ts';
import { joined, PIECE_SIZES } from '../../../../support/sources.ts';
import {
  addEvent,
  binXml,
  CHUNK_BYTES,
  ChunkBytes,
  chunkOf,
  element,
  eventParts,
  FILE_HEADER_BYTES,
  fileHeader,
  fileOf,
  insert,
  latin,
  none,
  numbered,
  string,
  WRITTEN,
  WRITTEN_MS,
} from './build.ts';

const START = FILE_HEADER_BYTES;

const recovered = (events: readonly RawEvent[]) => idsOf(events.filter((event) => event.recovered));
const live = (events: readonly RawEvent[]) => idsOf(events.filter((event) => !event.recovered));
/** Which records stand in the chain, which were found outside, and what was noticed. */
const seen = (parsed: Parsed) => ({
  live: live(parsed.events),
  recovered: recovered(parsed.events),
  problems: problemsOf(parsed),
});
const msOf = (time: RawTime | null) => (time?.kind === 'exact' ? time.timeMs : null);
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Where each record of the chunk begins. */
function placesIn(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const places: number[] = [];
  for (let at = 512; view.getUint32(at, true) === 0x2a2a; at += view.getUint32(at + 4, true)) places.push(at);
  return places;
}
const placeOf = (bytes: Uint8Array, index: number): number => placesIn(bytes)[index] ?? 0;
const setU32 = (bytes: Uint8Array, at: number, value: number) => new DataView(bytes.buffer).setUint32(at, value, true);

describe('a broken chain', () => {
  const broken = (): { readonly file: Uint8Array; readonly at: number; readonly next: number } => {
    const chunk = chunkOf(...numbered(1, 6)).finish();
    const at = placeOf(chunk, 2);
    const next = placeOf(chunk, 3);
    chunk.fill(0xee, at, at + 8);
    return { file: fileOf(chunk, chunkOf(...numbered(7, 2)).finish()), at, next };
  };

  test('the records behind the break are found and marked', () => {
    const { file, at } = broken();
    expect(seen(parseEvtx(file))).toEqual({
      ...{ live: [1, 2, 7, 8], recovered: [4, 5, 6] },
      problems: [`evtx/broken-chain@${START + at}`],
    });
  });
  test('they come with their own positions', () => {
    const { file, next } = broken();
    expect(parseEvtx(file).events.find(({ recordId }) => recordId === 4)?.position).toBe(START + next);
  });
  test('they are counted', () => {
    expect(parseEvtx(broken().file).findings).toMatchObject({ records: 7, recovered: 3 });
  });
  test('without recovery they are neither given nor counted', () => {
    const parsed = parseEvtx(broken().file, { noRecovered: true });
    expect(idsOf(parsed.events)).toEqual([1, 2, 7, 8]);
    expect(parsed.findings).toMatchObject({ records: 4, recovered: 0 });
  });
  test.each(PIECE_SIZES)('in pieces of %i byte(s) it is the same', (size) => {
    expect(parseEvtx(broken().file, {}, size)).toEqual(parseEvtx(broken().file, {}, 1 << 20));
  });

  test.each([
    ['none', 0],
    ['less than a record', 27],
    ['more than a chunk', 65_536],
    ['4 GiB', 0xffff_ffff],
  ])('a size of %s breaks it', (_, size) => {
    const chunk = chunkOf(...numbered(1, 4)).finish();
    const at = placeOf(chunk, 1);
    setU32(chunk, at + 4, size);
    expect(seen(parseEvtx(fileOf(chunk)))).toEqual({
      ...{ live: [1], recovered: [3, 4], problems: [`evtx/broken-chain@${START + at}`] },
    });
  });

  test('a size that differs from its copy leaves a record of which only its own words are kept', () => {
    const chunk = chunkOf(...numbered(1, 4)).finish();
    const at = placeOf(chunk, 1);
    setU32(chunk, placeOf(chunk, 2) - 4, 4);
    expect(seen(parseEvtx(fileOf(chunk)))).toEqual({
      ...{ live: [1, 2, 3, 4], recovered: [], problems: [`evtx/damaged-record@${START + at}`] },
    });
  });
  test('a size that leads past the next record: that one is recovered', () => {
    const chunk = chunkOf(...numbered(1, 5)).finish();
    const [, second = 0, , fourth = 0] = placesIn(chunk);
    setU32(chunk, second + 4, fourth - second);
    expect(seen(parseEvtx(fileOf(chunk)))).toEqual({
      ...{ live: [1, 2, 4, 5], recovered: [3], problems: [`evtx/damaged-record@${START + second}`] },
    });
  });
  test('a size that leads past the last record: those between are recovered', () => {
    const chunk = chunkOf(...numbered(1, 5)).finish();
    const at = placeOf(chunk, 1);
    setU32(chunk, at + 4, 5000);
    expect(seen(parseEvtx(fileOf(chunk)))).toEqual({
      ...{ live: [1, 2], recovered: [3, 4, 5] },
      problems: [`evtx/damaged-record@${START + at}`, `evtx/broken-chain@${START + at}`],
    });
  });
});

describe('a header that lies', () => {
  const events = numbered(1, 5);
  const LIES: readonly (readonly [what: string, at: number, value: number])[] = [
    ['last record', 44, 0xffff_ffff],
    ['last record is the first', 44, 512],
    ['free space beyond the chunk', 48, 0xffff_ffff],
    ['free space inside the header', 48, 16],
    ['first and last number', 8, 0xffff_ffff],
    ['last record id', 32, 0],
    ['header size', 40, 0],
    ['names', 128, 0xffff_ffff],
    ['templates', 384, 0xffff_ffff],
  ];
  test.each(LIES)('of a chunk: %s', (_, at, value) => {
    const chunk = chunkOf(...events).finish(new Map([[at, value]]));
    expect(seen(parseEvtx(fileOf(chunk)))).toEqual({ live: [1, 2, 3, 4, 5], recovered: [], problems: [] });
  });
  test('free space that ends in the middle: what stands behind is recovered', () => {
    const chunk = chunkOf(...events);
    const bytes = chunk.finish(new Map([[48, placeOf(chunk.bytes, 3)]]));
    expect(seen(parseEvtx(fileOf(bytes)))).toEqual({ live: [1, 2, 3], recovered: [4, 5], problems: [] });
  });
  test.each([
    ['chunks', 42],
    ['first chunk', 8],
    ['last chunk', 16],
    ['next record', 24],
    ['header size', 32],
    ['block size', 40],
  ])('of the file: %s', (_, at) => {
    const file = fileOf(chunkOf(...events).finish(), chunkOf(...numbered(6, 1)).finish());
    setU32(file, at, 0xffff_ffff);
    expect(seen(parseEvtx(file))).toEqual({ live: range(1, 6), recovered: [], problems: [] });
  });
  test('of a file that says it has one chunk: the others are read', () => {
    const file = joined(
      fileHeader({ chunks: 1, flags: 1 }),
      chunkOf(...events).finish(),
      chunkOf(...numbered(6, 1)).finish(),
    );
    expect(live(parseEvtx(file).events)).toEqual(range(1, 6));
  });
  test('of a file without any chunk: they are read all the same', () => {
    expect(live(parseEvtx(joined(fileHeader({ chunks: 0 }), chunkOf(...events).finish())).events)).toEqual(range(1, 5));
  });
});

describe('what is empty', () => {
  test('a chunk without records, and one that was never written', () => {
    const file = fileOf(new ChunkBytes().finish(), new Uint8Array(CHUNK_BYTES), chunkOf(...numbered(1, 1)).finish());
    expect(seen(parseEvtx(file))).toEqual({ live: [1], recovered: [], problems: [] });
  });
  test('a header alone', () => {
    expect(seen(parseEvtx(fileHeader()))).toEqual({ live: [], recovered: [], problems: [] });
  });
  test('nothing at all', () => {
    expect(seen(parseEvtx(new Uint8Array(0)))).toEqual({ live: [], recovered: [], problems: [] });
  });
});

describe('the slack of a chunk', () => {
  test('old records behind the free space are recovered', () => {
    const old = chunkOf(...numbered(101, 8)).finish();
    const chunk = chunkOf(...numbered(201, 2));
    const bytes = chunk.finish();
    bytes.set(old.subarray(chunk.at), chunk.at);
    const parsed = parseEvtx(fileOf(bytes));
    expect(live(parsed.events)).toEqual([201, 202]);
    expect(recovered(parsed.events)).toEqual(range(103, 108));
  });
  test('copies of records of this or another chunk are found, and given once', () => {
    const whole = chunkOf(...numbered(1, 6)).finish();
    const chunk = chunkOf(...numbered(7, 1));
    const bytes = chunk.finish();
    bytes.set(whole.subarray(chunk.at), chunk.at);
    const parsed = parseEvtx(fileOf(bytes, whole));
    expect([...idsOf(parsed.events)].sort()).toEqual(range(1, 7));
    expect(recovered(parsed.events)).toEqual([]);
    expect(parsed.findings).toMatchObject({ records: 12, recovered: 5 });
  });
  test.each<readonly [string, Partial<ParserContext>]>([
    ['kept', {}],
    ['dropped', { interest: asking(() => false) }],
  ])(
    'an export by a filter numbers its records anew: the copy of one that is %s is known by its event',
    (_, context) => {
      const old = chunkOf(...numbered(101, 8)).finish();
      const chunk = chunkOf(...numbered(103, 1));
      const bytes = chunk.finish();
      new DataView(bytes.buffer).setBigUint64(placeOf(bytes, 0) + 8, 1n, true);
      bytes.set(old.subarray(chunk.at), chunk.at);
      const counted: (number | null)[] = [];
      const tally = { count: ({ recordId }: SeenEvent) => void counted.push(recordId) };
      const { events } = parseEvtx(fileOf(bytes), { ...context, tally });
      expect([...idsOf(events), ...counted]).toEqual([103, 102, ...range(104, 108)]);
    },
  );
  test('an old record whose values newer bytes took is none: another number, and a time to come', () => {
    const old = new ChunkBytes();
    const written = WRITTEN + 101n * 10_000_000n;
    const centuries = 300_000_000_000_000_000n;
    for (const event of numbered(101, 3)) addEvent(old, event);
    old.record(104, written, eventParts({ recordId: 493_928_448_108, written: written + centuries, inserts: [] }));
    for (const event of numbered(105, 2)) addEvent(old, event);
    const chunk = chunkOf(...numbered(201, 2));
    const bytes = chunk.finish();
    bytes.set(old.bytes.subarray(chunk.at), chunk.at);
    const parsed = parseEvtx(fileOf(bytes));
    expect(recovered(parsed.events)).toEqual([103, 105, 106]);
    expect(parsed.findings).toMatchObject({ records: 6, recovered: 4 });
    expect(problemsOf(parsed)).toEqual([`evtx/remains@${START + placeOf(old.bytes, 3)} records: 1`]);
  });
  test.each<readonly [string, Partial<ParserContext>]>([
    ['kept', {}],
    ['dropped', { interest: asking(() => false) }],
  ])('an old record that is %s and whose time newer bytes took has the time of its head', (_, context) => {
    const old = chunkOf(...numbered(101, 2));
    const written = WRITTEN + 103n * 10_000_000n;
    old.record(103, written, eventParts({ recordId: 103, written: 1_000n * 864_000_000_000n, inserts: [] }));
    const chunk = chunkOf(...numbered(201, 1));
    const bytes = chunk.finish();
    bytes.set(old.bytes.subarray(chunk.at), chunk.at);
    const counted: unknown[] = [];
    const tally = { count: ({ recordId, time }: SeenEvent) => void counted.push([recordId, msOf(time)]) };
    const { events } = parseEvtx(fileOf(bytes), { ...context, tally });
    const given = events.map(({ recordId, time }) => [recordId, msOf(time)]);
    expect([...given, ...counted]).toContainEqual([103, WRITTEN_MS + 103_000]);
  });
  test('two copies of one old record are one', () => {
    const old = chunkOf(...numbered(101, 4)).finish();
    const withSlack = (id: number) => {
      const chunk = chunkOf(...numbered(id, 1));
      const bytes = chunk.finish();
      bytes.set(old.subarray(chunk.at), chunk.at);
      return bytes;
    };
    expect(recovered(parseEvtx(fileOf(withSlack(201), withSlack(202))).events)).toEqual([102, 103, 104]);
  });
});

describe('a template that newer bytes took in part', () => {
  /** @param change what became of the chunk, in which names and templates have their places */
  const afterwards = (change: (bytes: Uint8Array, chunk: ChunkBytes) => void) => {
    // Twenty values, as in a record of Windows: the last one is the payload.
    const content = [...Array.from({ length: 6 }, () => none), binXml(element('EventData', {}))];
    const layout = { inserts: content, payload: [insert(6, { type: 0x21 })], template: { id: 0x2000 } };
    const chunk = chunkOf(...numbered(1, 2, { eventId: 11_707, level: 3, ...layout }));
    const bytes = chunk.finish();
    change(bytes, chunk);
    const parsed = parseEvtx(fileOf(bytes));
    return {
      events: parsed.events.map(({ recordId, provider, eventId, level }) => [recordId, provider, eventId, level]),
      problems: problemsOf(parsed).map((problem) => problem.replace(/@.*/, '')),
    };
  };
  const told = {
    events: [
      [1, 'ESE', 11_707, 'warning'],
      [2, 'ESE', 11_707, 'warning'],
    ],
    problems: ['evtx/damaged-record', 'evtx/damaged-record'],
  };
  const TEXT_OF_NAME = 8;
  test('behind the provider: the values tell the rest, as Windows lays them out', () => {
    const cut = (bytes: Uint8Array, { nameOffsets }: ChunkBytes) => {
      const from = nameOffsets.get('EventID') ?? 0;
      bytes.fill(0xee, from, from + 64);
    };
    expect(afterwards(cut)).toEqual(told);
  });
  test('in a name that is one all the same', () => {
    const rename = (bytes: Uint8Array, { nameOffsets }: ChunkBytes) => {
      for (const name of ['EventID', 'Level']) bytes[(nameOffsets.get(name) ?? 0) + TEXT_OF_NAME] = 0x5f;
    };
    expect(afterwards(rename)).toEqual(told);
  });
});

describe('checksums', () => {
  const file = (): Uint8Array => fileOf(chunkOf(...numbered(1, 2)).finish(), chunkOf(...numbered(3, 2)).finish());
  const changed = (at: number): Uint8Array => {
    const bytes = file();
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  };
  const second = START + CHUNK_BYTES;
  test.each([
    ['the file header', 60, `evtx/bad-checksum@0 file header`],
    ['a chunk header', second + 60, `evtx/bad-checksum@${second} header`],
    ['a table of a chunk', second + 500, `evtx/bad-checksum@${second} header`],
    ['a record', second + 512 + 16, `evtx/bad-checksum@${second} data`],
  ])('of %s: found when asked for, and only then', (_, at, problem) => {
    expect(problemsOf(parseEvtx(changed(at), { verify: true }))).toEqual([problem]);
    expect(problemsOf(parseEvtx(changed(at)))).toEqual([]);
    expect(live(parseEvtx(changed(at), { verify: true }).events)).toEqual([1, 2, 3, 4]);
  });
  test('right ones say nothing', () => {
    expect(problemsOf(parseEvtx(file(), { verify: true }))).toEqual([]);
  });
  test('flag 4 says that nobody keeps them, in the header of file and chunk', () => {
    const chunk = chunkOf(...numbered(1, 2)).finish(
      new Map([
        [120, 5],
        [52, 0],
        [124, 0],
      ]),
    );
    const header = fileHeader({ flags: 5 });
    setU32(header, 124, 0);
    const parsed = parseEvtx(joined(header, chunk), { verify: true });
    expect(seen(parsed)).toEqual({ live: [1, 2], recovered: [], problems: [] });
  });
  test('bytes behind the free space are not part of them', () => {
    expect(problemsOf(parseEvtx(changed(second + 60_000), { verify: true }))).toEqual([]);
  });
});

describe('a file that is cut', () => {
  test('in its last chunk: the whole records ahead of the cut stand in the chain', () => {
    const chunk = chunkOf(...numbered(3, 100)).finish();
    const file = fileOf(chunkOf(...numbered(1, 2)).finish(), chunk);
    const cut = placeOf(chunk, 60) + 10;
    const parsed = parseEvtx(file.subarray(0, START + CHUNK_BYTES + cut));
    expect(idsOf(parsed.events)).toEqual(range(1, 62));
    expect(problemsOf(parsed)).toContain(`evtx/cut@${START + CHUNK_BYTES}`);
  });
  test('in the header of a chunk', () => {
    const file = fileOf(chunkOf(...numbered(1, 2)).finish(), chunkOf(...numbered(3, 2)).finish());
    const parsed = parseEvtx(file.subarray(0, START + CHUNK_BYTES + 100));
    expect(seen(parsed)).toEqual({ live: [1, 2], recovered: [], problems: [`evtx/cut@${START + CHUNK_BYTES}`] });
  });
});

describe('outside the chunks', () => {
  const chunk = () => chunkOf(...numbered(1, 3)).finish();

  test('bytes behind the last chunk: records are recovered, the rest is named', () => {
    const tail = joined(latin('garbage!'), chunkOf(...numbered(11, 2)).bytes.subarray(512, 4096));
    const parsed = parseEvtx(joined(fileOf(chunk()), tail));
    expect(seen(parsed)).toEqual({
      ...{ live: [1, 2, 3], recovered: [11, 12], problems: [`evtx/bad-chunk@${START + CHUNK_BYTES}`] },
    });
  });
  test('zeros behind the last chunk are nothing', () => {
    expect(seen(parseEvtx(joined(fileOf(chunk()), new Uint8Array(100_000))))).toMatchObject({
      live: [1, 2, 3],
      problems: [],
    });
  });

  test('a chunk without a file header', () => {
    expect(seen(parseEvtx(chunk()))).toEqual({ live: [1, 2, 3], recovered: [], problems: [] });
  });
  test('a chunk behind garbage of any length', () => {
    const parsed = parseEvtx(joined(latin('?'.repeat(777)), chunk()));
    expect(seen(parsed)).toEqual({ live: [1, 2, 3], recovered: [], problems: ['evtx/no-header@0'] });
  });
  test('a record with its template, all that is left of a log', () => {
    const bytes = chunk();
    const record = bytes.subarray(placeOf(bytes, 0), placeOf(bytes, 1));
    const parsed = parseEvtx(record);
    expect(seen(parsed)).toEqual({ live: [], recovered: [1], problems: ['evtx/no-header@0'] });
    expect(parsed.events[0]).toMatchObject({ eventId: 1000, provider: 'ESE', strings: ['event 1'], position: 0 });
  });
  test('several records without chunk header: later ones find the template of the first', () => {
    const bytes = chunk();
    const parsed = parseEvtx(bytes.subarray(512));
    expect(seen(parsed)).toMatchObject({ recovered: [1, 2, 3], problems: ['evtx/no-header@0'] });
    expect(parsed.events.map(({ strings }) => strings[0])).toEqual(['event 1', 'event 2', 'event 3']);
  });

  test('garbage between chunks: the chunk behind is found where it is', () => {
    const garbage = latin('ElfChnk?'.repeat(125));
    const parsed = parseEvtx(joined(fileOf(chunk()), garbage, chunkOf(...numbered(4, 2)).finish()));
    expect(seen(parsed)).toEqual({
      ...{ live: [1, 2, 3, 4, 5], recovered: [], problems: [`evtx/bad-chunk@${START + CHUNK_BYTES}`] },
    });
    expect(parsed.events[3]?.position).toBe(START + CHUNK_BYTES + garbage.length + 512);
  });
  test('a chunk from which bytes were lost: the next one is found', () => {
    const first = chunkOf(...numbered(1, 3))
      .finish()
      .subarray(0, 60_000);
    const parsed = parseEvtx(joined(fileHeader(), first, chunkOf(...numbered(4, 2)).finish()));
    expect(live(parsed.events)).toEqual([1, 2, 3, 4, 5]);
    expect(parsed.events[3]?.position).toBe(START + 60_000 + 512);
  });
  test('a chunk whose magic is overwritten: its records are recovered with their texts', () => {
    const bad = chunkOf(...numbered(4, 3)).finish();
    bad.set(latin('????????'));
    const parsed = parseEvtx(fileOf(chunk(), bad, chunkOf(...numbered(7, 1)).finish()));
    expect(seen(parsed)).toEqual({
      ...{ live: [1, 2, 3, 7], recovered: [4, 5, 6], problems: [`evtx/bad-chunk@${START + CHUNK_BYTES}`] },
    });
    expect(parsed.events.find(({ recordId }) => recordId === 6)?.strings).toEqual(['event 6']);
  });
  test('the file header is overwritten', () => {
    const file = fileOf(chunk());
    file.fill(0x3f, 0, 128);
    expect(seen(parseEvtx(file))).toEqual({ live: [1, 2, 3], recovered: [], problems: ['evtx/no-header@0'] });
  });
  test('two logs in one file', () => {
    const parsed = parseEvtx(joined(fileOf(chunk()), fileOf(chunkOf(...numbered(4, 1)).finish())));
    expect(seen(parsed)).toEqual({ live: [1, 2, 3, 4], recovered: [], problems: [] });
  });

  test.each(PIECE_SIZES)('in pieces of %i byte(s) all this is the same', (size) => {
    const bad = chunkOf(...numbered(4, 3)).finish();
    bad.set(latin('????????'));
    const bytes = joined(
      latin('?'.repeat(777)),
      chunk(),
      bad,
      latin('x'.repeat(99)),
      chunkOf(...numbered(7, 1)).finish(),
      latin('**\0\0'),
    );
    const whole = parseEvtx(bytes, {}, bytes.length);
    expect(parseEvtx(bytes, {}, size)).toEqual(whole);
    expect(live(whole.events)).toEqual([1, 2, 3, 7]);
    expect(recovered(whole.events)).toEqual([4, 5, 6]);
  });
});

test('a wrapped log: chunks in any order, each record once', () => {
  const chunks = [numbered(7, 3), numbered(1, 3), numbered(4, 3)].map((events) => chunkOf(...events).finish());
  expect(seen(parseEvtx(fileOf(...chunks)))).toMatchObject({ live: [7, 8, 9, 1, 2, 3, 4, 5, 6], recovered: [] });
});

test('a log of more than 4 GiB: positions and numbers stay exact', () => {
  const parser = createEvtxParser(ALL);
  const blank = new Uint8Array(1 << 26);
  let position = FILE_HEADER_BYTES;
  parser.push(fileHeader());
  for (; position < 2 ** 32 + 2 ** 27; position += blank.length) expect(parser.push(blank).problems).toEqual([]);
  const id = 2 ** 40 + 3;
  const chunk = chunkOf({ recordId: id, inserts: [string('far')] }).finish(new Map([[48, 0]]));
  const { events } = parser.push(chunk);
  expect(events).toMatchObject([{ position: position + 512, recordId: id, strings: ['far'], recovered: false }]);
  expect(parser.push(latin('?'.repeat(CHUNK_BYTES))).problems).toEqual([
    { code: 'evtx/bad-chunk', position: position + CHUNK_BYTES, detail: null },
  ]);
  expect(parser.end()).toEqual({ events: [], problems: [] });
});
