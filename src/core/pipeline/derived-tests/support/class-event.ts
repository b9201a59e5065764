import type { Key } from '../../../engine/keys.ts';
import { type EventClass, flattenClass } from '../../../knowledge/rules/classes.ts';
import { parseTestLog } from '../../../knowledge/rules/test-log.ts';
import { writtenWords } from '../../../knowledge/rules/words.ts';
import { epochMs } from '../../../model/brand.ts';
import type { RawEvent } from '../../../model/event.ts';
import { listOf } from '../../../model/list-of.ts';
import type { Scan } from '../../../model/scan.ts';
import type { TestBench } from '../../rule-test.ts';
import type { WrittenTest } from './derivation.ts';
import { scanOf } from './written-test.ts';

/** What a class cut out of an event. */
type Captured = Readonly<Record<string, string>>;
interface Place {
  readonly host: string | null;
  readonly timeMs: number;
  readonly key: Key;
}

/** The classes of the rule that take each line. */
export function classesByPosition(
  { rule, compiled }: TestBench,
  { kept }: Scan,
): ReadonlyMap<number, ReadonlyMap<string, Captured>> {
  const ruleIndex = compiled.rules.findIndex(({ definition }) => definition.id === rule.id);
  return new Map(
    kept.map(({ event, hits }) => {
      const own = hits.flatMap(({ classIndex, captured }) => {
        const taking = compiled.classes[classIndex];
        return taking?.ruleIndex === ruleIndex ? [[taking.name, captured] as const] : [];
      });
      return [event.position, new Map(own)];
    }),
  );
}

/** Lines that one of the classes takes under this key. */
export function linesOfClasses({ bench, scan, events }: WrittenTest, names: readonly string[], key: Key) {
  const classes = classesByPosition(bench, scan);
  return events.filter(({ position }) => names.some((name) => isOfKey(classes.get(position)?.get(name), key)));
}

const isOfKey = (captured: Captured | undefined, { valueByField }: Key): boolean =>
  captured !== undefined && [...valueByField].every(([field, value]) => (captured[field] ?? value) === value);

/** An event that a class takes: a line of some test of the rule, or the least that its clauses ask for; null: neither is known. */
export function eventOfClass(written: WrittenTest, name: string, { host, timeMs, key }: Place): RawEvent | null {
  const { bench, events } = written;
  const position = Math.max(0, ...events.map((event) => event.position)) + 1;
  const time = { kind: 'exact', basis: 'utc', timeMs: epochMs(timeMs), ticks: 0, precisionMs: 1000 } as const;
  for (const candidate of candidates(written, name)) {
    const recordId = candidate.channel === null || host === null ? null : 1;
    const event = { ...candidate, position, time, host, recordId };
    const taken = classesByPosition(bench, scanOf(written, [event])).get(position);
    if (isOfKey(taken?.get(name), key)) return event;
  }
  return null;
}

function* candidates({ bench, events }: WrittenTest, name: string): Generator<RawEvent> {
  const { tests, events: classes } = bench.rule;
  yield* events;
  for (const test of typeof tests === 'string' ? [] : tests) if ('log' in test) yield* parseTestLog(test.log).events;
  const definition = flattenClass(classes, name);
  if (definition !== null) yield leastEvent(definition);
}

function leastEvent({ log, provider, id, level }: EventClass): RawEvent {
  return {
    position: 1,
    recordId: null,
    time: null,
    host: null,
    channel: firstWord(log),
    provider: firstWord(provider),
    providerAlias: null,
    eventId: typeof id === 'object' && !Array.isArray(id) ? id.from : (listOf(id)[0] ?? null),
    qualifiers: null,
    level: listOf(level)[0] ?? null,
    category: null,
    user: null,
    strings: [],
    fields: new Map(),
    message: null,
    data: null,
    recovered: false,
    system: null,
    payload: null,
    otherForms: [],
  };
}

/** A name that the words take; of a glob what is left without its stars. */
const firstWord = (words: EventClass['log']): string | null => {
  const [first] = writtenWords(words);
  return first?.replaceAll('*', '').replaceAll('?', 'x') ?? null;
};
