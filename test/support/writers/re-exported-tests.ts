import type { SettledTime } from '../../../src/core/input/normalise/settle-times.ts';
import { toContent, toEventRecord } from '../../../src/core/input/normalise/to-event.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import { toolOf } from '../../../src/core/model/companion.ts';
import type { EventRecord, RawEvent } from '../../../src/core/model/event.ts';
import { conclusionsOf, difference, unmetBy } from '../../../src/core/pipeline/derived-tests/support/conclusions.ts';
import type { WrittenTest } from '../../../src/core/pipeline/derived-tests/support/derivation.ts';
import { judgeEvents } from '../../../src/core/pipeline/derived-tests/support/written-test.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import { settledExact } from '../../../src/core/pipeline/period.ts';
import { sourceOf } from '../sources.ts';
import type { WrittenFormat } from './index.ts';
import { type Loss, type Told, told, without } from './losses.ts';

/** A test of a rule whose log was written in a format and read again. */
export interface ReExport {
  readonly test: string;
  /** Where the rule says something else than the losses of the format explain; null: nowhere. */
  readonly message: string | null;
  /** The fewest losses that make the test fail; none: it holds. */
  readonly lostBy: readonly Loss[];
}

/**
 * The tests of some rules. Their logs go through a format together, as one log: opening an input costs more than reading ten events.
 * Then each is put together again and matched with its rule on its own.
 */
export class ReExportedTests {
  readonly #tests: readonly ReExportedTest[];

  constructor(tests: readonly WrittenTest[]) {
    this.#tests = tests.map((test) => new ReExportedTest(test));
  }

  /** By test, in their order. */
  async as({ write, loses }: WrittenFormat): Promise<readonly ReExport[]> {
    const read = await eventsIn(write(this.#tests.flatMap(({ records }) => records)));
    const counts = this.#tests.map((test) => test.linesAfter(loses).filter((line) => line !== null).length);
    const wanted = counts.reduce((sum, count) => sum + count, 0);
    const lacking = read.length === wanted ? null : `${wanted} events were written, ${read.length} read`;
    return this.#tests.map((test, index) =>
      lacking === null
        ? test.readAgain(read.splice(0, counts[index]), loses)
        : { test: test.name, message: lacking, lostBy: [] },
    );
  }
}

/** All events of a text, in the order of their places. */
export async function eventsIn(text: string): Promise<EventRecord[]> {
  const found: EventRecord[] = [];
  const options = { tz: [{ file: null, zone: 'UTC' }] };
  for await (const batch of events([sourceOf('test', text)], options)) found.push(...batch);
  return found.sort((a, b) => a.position - b.position);
}

/** An event of the log after a format; null: the format has no place for it. */
type LineLeft = Told | null;
/** What the rule says of a log, and what the test misses in it. */
interface Outcome {
  readonly conclusions: readonly string[];
  readonly unmet: string | null;
}

class ReExportedTest {
  readonly name: string;
  readonly records: readonly EventRecord[];
  readonly #written: WrittenTest;
  readonly #lines: readonly RawEvent[];
  /** What tools say stands in no format of events, and stays as it is. */
  readonly #ofTools: readonly RawEvent[];
  readonly #told: readonly Told[];
  readonly #linesByLosses = new Map<readonly Loss[], readonly LineLeft[]>();
  /** Most formats leave the same of a log, and the engine is pure: what was judged once need not be judged again. */
  readonly #outcomeByLines = new Map<string, Outcome>();

  constructor(written: WrittenTest) {
    this.#written = written;
    this.name = written.test.name;
    const { codeNames } = written.bench.compiled;
    this.#lines = written.events.filter(({ provider }) => toolOf(provider) === null);
    this.#ofTools = written.events.filter(({ provider }) => toolOf(provider) !== null);
    this.records = this.#lines.map((raw) =>
      toEventRecord(raw, 'test', finest(settledExact(raw)), toContent(raw, codeNames)),
    );
    this.#told = this.records.map(told);
    const { unmet } = this.#judge(this.#told);
    if (unmet !== null) throw new Error(`${this.name}: ${unmet}`);
  }

  linesAfter(losses: readonly Loss[]): readonly LineLeft[] {
    const known = this.#linesByLosses.get(losses);
    if (known !== undefined) return known;
    const lines = this.#told.map((event) => without(event, losses));
    this.#linesByLosses.set(losses, lines);
    return lines;
  }

  /** @param read what came of the lines that the format has a place for */
  readAgain(read: readonly EventRecord[], loses: readonly Loss[]): ReExport {
    const pending = read.map(told);
    const lines = this.linesAfter(loses);
    const expected = this.#judge(lines);
    const actual = this.#judge(lines.map((line) => (line === null ? null : (pending.shift() ?? null))));
    return {
      test: this.name,
      message: expected === actual ? null : difference(expected.conclusions, actual.conclusions),
      lostBy: expected.unmet === null ? [] : this.#fewest(loses),
    };
  }

  #judge(lines: readonly LineLeft[]): Outcome {
    const key = JSON.stringify(lines);
    const known = this.#outcomeByLines.get(key);
    if (known !== undefined) return known;
    const events = this.#lines.flatMap((raw, index) => {
      const line = lines[index] ?? null;
      return line === null ? [] : lineOf(line, raw);
    });
    const all = [...events, ...this.#ofTools].sort((a, b) => a.position - b.position);
    const judged = judgeEvents(this.#written, all);
    const outcome = { conclusions: conclusionsOf(judged, this.#written), unmet: unmetBy(this.#written, judged) };
    this.#outcomeByLines.set(key, outcome);
    return outcome;
  }

  /** Takes away each loss without which the test would fail all the same. */
  #fewest(losses: readonly Loss[]): readonly Loss[] {
    return losses.reduce((left, loss) => {
      const others = left.filter((other) => other !== loss);
      return this.#judge(this.linesAfter(others)).unmet === null ? left : others;
    }, losses);
  }
}

/** Formats print all digits that they have, whatever a test wrote. */
const finest = (time: SettledTime): SettledTime => (time.timeMs === null ? time : { ...time, precisionMs: 0.0001 });

type Place = Omit<RawEvent, keyof Told | 'time'>;
/** An event as a line of a test that stands in some place. */
export function lineOf({ time, precisionMs, fields, data, ...words }: Told, place: Place): RawEvent {
  const { category, channel, eventId, host, level, message, provider, qualifiers, recordId, strings, user } = words;
  const { position, providerAlias, recovered, system, payload, otherForms } = place;
  return {
    ...{ position, providerAlias, recovered, system, payload, otherForms },
    ...{ category, channel, eventId, host, level, message, provider, qualifiers, recordId, strings, user },
    time: time === null ? null : { kind: 'exact', basis: 'utc', timeMs: epochMs(time[0]), ticks: time[1], precisionMs },
    fields: new Map(fields),
    data: data === null ? null : Uint8Array.from(Buffer.from(data, 'hex')),
  };
}
