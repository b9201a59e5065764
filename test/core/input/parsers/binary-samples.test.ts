import { describe, expect, test } from 'vitest';
import { createEvtParser } from '../../../../src/core/input/parsers/evt/parser.ts';
import { createEvtxParser } from '../../../../src/core/input/parsers/evtx/parser.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { parse, problemsOf } from '../../../support/parse-bytes.ts';
import { type Sample, sampleBytes, samples } from '../../../support/samples.ts';
import { expectSame } from './binary-interest.ts';

const SAMPLES = samples('reading EVTX and EVT');
const creatorOf = ({ path }: Pick<Sample, 'path'>) => (path.endsWith('.Evt') ? createEvtParser : createEvtxParser);
const recoveredOf = (events: readonly RawEvent[]) => events.filter(({ recovered }) => recovered);
const read = (path: string, context = {}) => parse(creatorOf({ path }), sampleBytes(path), context);

const identityOf = ({ recordId, time, provider, eventId }: RawEvent): string =>
  JSON.stringify([recordId, time, provider, eventId]);

/** Number and time of every whole record in the bytes, wherever it stands, by its mark, size and copy of the size alone. */
function wholeRecords(bytes: Uint8Array, isEvt: boolean): ReadonlyMap<number, string> {
  const view = new DataView(bytes.buffer);
  const [mark, markAt, sizeAt, keyAt, keyBytes, least] = isEvt
    ? [0x654c_664c, 4, 0, 8, 8, 64]
    : [0x2a2a, 0, 4, 8, 16, 28];
  const found = new Map<number, string>();
  for (
    let at = bytes.indexOf(mark & 0xff, markAt) - markAt;
    at >= 0;
    at = bytes.indexOf(mark & 0xff, at + markAt + 1) - markAt
  ) {
    if (at + least > bytes.length) break;
    const size = view.getUint32(at + sizeAt, true);
    const isRecord =
      view.getUint32(at + markAt, true) === mark && size >= least && size < 65_024 && at + size <= bytes.length;
    if (isRecord && view.getUint32(at + size - 4, true) === size)
      found.set(at, bytes.slice(at + keyAt, at + keyAt + keyBytes).join());
  }
  return found;
}

describe.each(SAMPLES)('$path', (sample) => {
  const create = creatorOf(sample);
  const bytes = sample.bytes();
  const full = parse(create, bytes);

  test('has the records on which two readers agree, and at least those that one recovers', () => {
    expect(full.events.filter(({ recovered }) => !recovered)).toHaveLength(sample.records);
    expect(full.findings.recovered).toBeGreaterThanOrEqual(sample.recovered);
    expect((full.findings.records ?? 0) - (full.findings.recovered ?? 0)).toBe(sample.records);
  });

  test('gives no record twice', () => {
    const identities = new Set(full.events.map(identityOf));
    expect(identities.size).toBe(full.events.length);
  });

  test('gives every whole record that stands in it, wherever that is, or a copy of it, or counts it among the remains', () => {
    const found = wholeRecords(bytes, sample.path.endsWith('.Evt'));
    const given = new Set([...full.events, ...full.problems].map(({ position }) => found.get(position ?? -1)));
    const remains = full.problems.find(({ code }) => code === 'evtx/remains')?.detail?.replace('records: ', '') ?? 0;
    const others = [...found].filter(([, key]) => !given.has(key));
    expect(others.length, JSON.stringify(others)).toBeLessThanOrEqual(Number(remains));
  });

  test('without recovery gives the chains alone', () => {
    const chains = parse(create, bytes, { noRecovered: true });
    expect(recoveredOf(chains.events)).toEqual([]);
    expect(chains.events).toHaveLength(sample.records);
    expect(chains.findings).toMatchObject({ records: sample.records, recovered: 0 });
  });

  test('gives the same to rules, read early or filtered late', () => {
    expectSame(create, bytes);
  });
});

describe.runIf(SAMPLES.length > 0)('damaged logs', () => {
  const CHUNK = 65_536;
  const chunkAt = (index: number): number => 4096 + index * CHUNK;
  const chunksOf = (codes: readonly string[]) =>
    codes.map((code) => code.replace(/@(\d+)/, (_, at: string) => `@${Math.floor((Number(at) - 4096) / CHUNK)}`));

  test('the records of a chunk that is 704 bytes short are read', () => {
    const { events, problems } = read('plaso/test_data/evtx/System2.evtx');
    const cut = chunkAt(2);
    expect(problemsOf({ problems })).toEqual([`evtx/cut@${cut}`]);
    expect(events.filter(({ position }) => position < cut)).toHaveLength(194);
    expect(events.filter(({ position }) => position > cut).map(({ provider }) => provider)).not.toContain(null);
    expect(events.filter(({ position }) => position > cut)).toHaveLength(89);
  });

  test('three chains that break early, and twelve empty chunks', () => {
    const { events, problems, findings } = read('omerbenamram-evtx/samples/sample_with_a_bad_chunk_magic.evtx');
    const broken = problemsOf({ problems }).filter((problem) => problem.startsWith('evtx/broken-chain'));
    expect(chunksOf(broken)).toEqual(['evtx/broken-chain@0', 'evtx/broken-chain@7', 'evtx/broken-chain@9']);
    const inChunk = (index: number, recovered: boolean) =>
      events.filter(
        (event) =>
          event.position >= chunkAt(index) && event.position < chunkAt(index + 1) && event.recovered === recovered,
      ).length;
    expect([0, 7, 9].map((index) => inChunk(index, false))).toEqual([14, 13, 114]);
    expect(findings.recovered).toBeGreaterThanOrEqual(81);
  });

  test('a header that promises 20 records where 6 can be walked', () => {
    const { events, problems } = read('omerbenamram-evtx/samples/Microsoft-Windows-HelloForBusiness%4Operational.evtx');
    expect(events).toHaveLength(6);
    expect(problems.map(({ code }) => code)).toContain('evtx/broken-chain');
  });

  test('flag 4: no checksum is wrong where none is kept', () => {
    const { problems } = read('omerbenamram-evtx/samples/Application_no_crc32.evtx', { verify: true });
    expect(problems.filter(({ code }) => code === 'evtx/bad-checksum')).toEqual([]);
  });

  test('an EVT log that wrapped: the newest records stand in the middle, and one crosses the end of the file', () => {
    const { events } = read('plaso/test_data/SysEvent.Evt', { noRecovered: true });
    const bySource = [...events].sort((a, b) => (a.recordId ?? 0) - (b.recordId ?? 0));
    expect(bySource.map(({ recordId }) => recordId)).toEqual(
      bySource.map((_, index) => (bySource[0]?.recordId ?? 0) + index),
    );
    const size = sampleBytes('plaso/test_data/SysEvent.Evt').length;
    expect(events.filter(({ position }) => position + 344 > size && position + 240 === size)).toHaveLength(1);
  });
});
