import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything } from '../../../../src/core/engine/interest.ts';
import { createEvtxParser } from '../../../../src/core/input/parsers/evtx/parser.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../fixtures/formats/evtx/${name}`, import.meta.url));
const security = fixture('Security_1_record.evtx');
const capi = fixture('Microsoft-Windows-CAPI2_Operational_EventID70.evtx');

function read(bytes: Uint8Array, size = 65_536): readonly RawEvent[] {
  const parser = createEvtxParser({ interest: everything, tally: { count: () => {} } });
  const events: RawEvent[] = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...parser.push(bytes.subarray(at, at + size)).events);
  return [...events, ...parser.end().events];
}

test('the one record of a log, its time to 100 ns and its named values', () => {
  const [event, ...more] = read(security).filter(({ recovered }) => !recovered);
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    recordId: 33_072,
    eventId: 1102,
    provider: 'Microsoft-Windows-Eventlog',
    channel: 'Security',
    host: 'TestComputer',
    level: 'audit-success',
    time: { kind: 'exact', timeMs: Date.UTC(2019, 1, 9, 17, 5, 24, 672), ticks: 7578, basis: 'utc' },
    strings: ['S-1-5-21-546003962-2713609280-610790815-1001', 'test', 'TESTCOMPUTER', '0x2118a'],
  });
});

test('UserData that is binary XML inside binary XML', () => {
  const [event] = read(capi).filter(({ recovered }) => !recovered);
  expect(event).toMatchObject({ recordId: 707, eventId: 70, provider: 'Microsoft-Windows-CAPI2' });
  expect(event?.strings).toHaveLength(5);
});

test.each([1, 7, 4096, 65_536])('pieces of %i byte(s) give the same events', (size) => {
  expect(read(capi, size)).toEqual(read(capi, capi.length));
});

test('a log cut anywhere gives no more than the whole, and never throws', () => {
  for (let end = 0; end < 9000; end += 61) expect(read(capi.subarray(0, end)).length).toBeLessThanOrEqual(2);
});

test('whatever bytes are damaged, nothing throws', () => {
  const damage = fc.array(fc.tuple(fc.nat(12_000), fc.nat(255)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = Uint8Array.from(capi);
      for (const [at, value] of changes) bytes[at] = value;
      expect(read(bytes).length).toBeLessThan(20);
    }),
    { numRuns: 1500 },
  );
});

describe('the shared samples', () => {
  const samples = new URL('../../../../../shared/samples/', import.meta.url);
  test('records equal the counts on which two readers agree', () => {
    const counts = new URL('counts.tsv', samples);
    if (!existsSync(counts)) {
      console.info('../shared/samples is not there: record counts were not compared');
      return;
    }
    const [, ...rows] = readFileSync(counts, 'utf8').trim().split('\n');
    const evtx = rows.map((row) => row.split('\t')).filter(([path = '']) => path.endsWith('.evtx'));
    const found = evtx.map(([path = '']) => {
      const bytes = readFileSync(new URL(encodeURI(path).replaceAll('#', '%23'), samples));
      return `${path} ${read(bytes).filter(({ recovered }) => !recovered).length}`;
    });
    expect(found).toEqual(evtx.map(([path, , records]) => `${path} ${records}`));
  });
});
