import type { EventRecord } from '../model/event.ts';
import { mapAt } from '../model/map-at.ts';
import { compareText } from '../model/order.ts';
import type { ClassMiss, Scan } from '../model/scan.ts';
import type { NearMissVerdict } from '../model/verdict.ts';
import { classNearMiss, MAX_SAMPLES } from './class-near-miss.ts';
import type { CompiledRules } from './compile.ts';
import type { HostJoin } from './hosts.ts';

/** A hostile log may name more hosts than any real one: of further kinds of misses nothing is kept. */
const MAX_KINDS = 10_000;

interface Counted {
  readonly miss: Omit<ClassMiss, 'count' | 'samples'>;
  count: number;
  readonly samples: EventRecord[];
}
const clausesOf = (failed: readonly string[]): string => (failed.length === 1 ? (failed[0] ?? '') : failed.join(' '));

/** Events with the right provider and id that another clause refused: counted by class, host and clauses, with a few samples. */
export class ClassMissCounter {
  /** By class, host and clauses in turn. */
  readonly #known = new Map<number, Map<string | null, Map<string, Counted>>>();
  readonly #all: Counted[] = [];

  add(classIndex: number, failed: readonly string[], event: EventRecord): void {
    const known =
      this.#known.get(classIndex)?.get(event.host)?.get(clausesOf(failed)) ?? this.#begin(classIndex, failed, event);
    if (known === null) return;
    known.count += 1;
    if (known.samples.length < MAX_SAMPLES) known.samples.push({ ...event, payload: null, system: null, data: null });
  }

  #begin(classIndex: number, failed: readonly string[], { host }: EventRecord): Counted | null {
    if (this.#all.length >= MAX_KINDS) return null;
    const counted: Counted = { miss: { classIndex, host, failed }, count: 0, samples: [] };
    mapAt(mapAt(this.#known, classIndex), host).set(clausesOf(failed), counted);
    this.#all.push(counted);
    return counted;
  }

  all(): readonly ClassMiss[] {
    return this.#all.map(({ miss, count, samples }) => ({ ...miss, count, samples }));
  }
}

/** The misses of all sources, joined by rule, class, host and clauses. */
export function classMissVerdicts(
  scans: readonly Scan[],
  { classes, rules }: CompiledRules,
  hosts: HostJoin,
): readonly NearMissVerdict[] {
  const joined = new Map<string, NearMissVerdict>();
  for (const scan of scans) {
    for (const miss of scan.classMisses) {
      const compiled = classes[miss.classIndex];
      const rule = compiled === undefined ? undefined : rules[compiled.ruleIndex];
      if (compiled === undefined || rule === undefined) continue;
      const host = hosts.nameOf(scan.source, miss.host);
      const key = JSON.stringify([miss.classIndex, host, miss.failed]);
      const known = joined.get(key);
      const count = (known?.count ?? 0) + miss.count;
      const samples = [...(known?.samples ?? []), ...miss.samples];
      joined.set(
        key,
        classNearMiss(rule.definition, compiled.name, { host, count, failed: miss.failed, samples }, null),
      );
    }
  }
  return [...joined].sort(([a], [b]) => compareText(a, b)).map(([, miss]) => miss);
}
