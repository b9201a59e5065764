import { expect, vi } from 'vitest';
import { isWanted, sampleOf } from '../../../../src/core/input/event-schema/wanted.ts';
import { QuickReader } from '../../../../src/core/input/parsers/evtx/quick-reader.ts';
import { mayHoldCode } from '../../../../src/core/knowledge/codes/scan.ts';
import { isSampled, type RawEvent } from '../../../../src/core/model/event.ts';
import type { EventKind, Interest, Tally } from '../../../../src/core/model/interest.ts';
import type { CreateByteParser } from '../../../../src/core/model/parser.ts';
import { asking } from '../../../support/interests.ts';
import { type Parsed, parse } from '../../../support/parse-bytes.ts';

const CODES = new Set([0x80070005, 0x80070002, 0xc0000022, 0xc0000388, 0x80004005, -1032].map((code) => code | 0));

function every(fifth: string): boolean {
  let hash = 0;
  for (let index = 0; index < fifth.length; index++) hash = (Math.imul(hash, 31) + fifth.charCodeAt(index)) | 0;
  return hash % 5 === 0;
}

/** What rules may ask for. */
const INTERESTS: readonly (readonly [name: string, interest: Interest])[] = [
  ['everything, not rendered', asking(() => true)],
  ['nothing', asking(() => false)],
  ['every fifth provider and id', asking((provider, id) => every(`${provider} ${id}`))],
  [
    'codes',
    asking(
      () => false,
      (text) => mayHoldCode(text, CODES),
    ),
  ],
];

interface Counted {
  count: number;
  firstMs: number | null;
  lastMs: number | null;
  readonly sample: string | null;
}
type Counts = Map<string, Counted>;

/** Counts per kind; of the first event of each also its sample, where statistics show one. */
function countsOf(): { readonly counts: Counts; readonly tally: Tally } {
  const counts: Counts = new Map();
  const cell = ({ host, channel, provider, eventId, level }: EventKind) => {
    const key = JSON.stringify([host, channel, provider, eventId, level]);
    return {
      add: (timeMs: number | null, _recordId: number | null, sample?: () => string | null) => {
        const shown = isSampled(level) ? (sample?.() ?? null) : null;
        const counted = counts.get(key) ?? { count: 0, firstMs: null, lastMs: null, sample: shown };
        counts.set(key, counted);
        counted.count += 1;
        if (timeMs === null) return;
        counted.firstMs = Math.min(counted.firstMs ?? timeMs, timeMs);
        counted.lastMs = Math.max(counted.lastMs ?? timeMs, timeMs);
      },
    };
  };
  return { counts, tally: { count: () => expect.unreachable(), cell } };
}

function countAll(events: readonly RawEvent[]): Counts {
  const { counts, tally } = countsOf();
  for (const event of events)
    tally
      .cell?.(event)
      .add(event.time?.kind === 'exact' ? event.time.timeMs : null, event.recordId, () => sampleOf(event));
  return counts;
}

const asText = (event: RawEvent): string =>
  JSON.stringify({ ...event, fields: [...event.fields], data: event.data?.join() ?? null });
/** The full rendering is not asked for by rules. */
const asRead = (event: RawEvent): string => asText({ ...event, system: null, payload: null });
const sorted = (counts: Counts): readonly string[] =>
  [...counts].map(([key, counted]) => `${key} ${JSON.stringify(counted)}`).sort();

/** Everything, by the general reader of EVTX alone: for the quick one no record is quick enough. */
function readGenerally(create: CreateByteParser, bytes: Uint8Array): Parsed {
  const quick = vi.spyOn(QuickReader.prototype, 'kindOf').mockReturnValue(null);
  try {
    return parse(create, bytes);
  } finally {
    quick.mockRestore();
  }
}

/** Dropping early must give what reading everything and filtering gives: record for record, and count for count. */
export function expectSame(create: CreateByteParser, bytes: Uint8Array, size?: number): void {
  const full = readGenerally(create, bytes);
  const rendered = parse(create, bytes, {}, size);
  expectEqual('rendered', rendered.events.map(asText), full.events.map(asText));
  expect(rendered.problems).toEqual(full.problems);

  for (const [name, interest] of INTERESTS) {
    const { counts, tally } = countsOf();
    const read = parse(create, bytes, { interest, tally }, size);
    const kept = full.events.filter((event) => isWanted(interest, event));
    const dropped = full.events.filter((event) => !isWanted(interest, event));
    expectEqual(`${name}: kept`, read.events.map(asRead), kept.map(asRead));
    expectEqual(`${name}: counted`, sorted(counts), sorted(countAll(dropped)));
    expect(read.findings).toEqual(full.findings);
  }
}

/** Thousands of long lines: only the first that differs is shown. */
function expectEqual(what: string, actual: readonly string[], expected: readonly string[]): void {
  const at = expected.findIndex((line, index) => line !== actual[index]);
  if (at >= 0) expect(actual[at], `${what}, number ${at}`).toBe(expected[at]);
  expect(actual.length, what).toBe(expected.length);
}
