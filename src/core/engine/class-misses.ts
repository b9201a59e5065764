import type { EventRecord } from '../model/event.ts';
import { compareText } from '../model/order.ts';
import type { ClassMiss, Scan } from '../model/scan.ts';
import type { NearMissVerdict } from '../model/verdict.ts';
import type { CompiledRules } from './compile.ts';
import type { HostJoin } from './hosts.ts';

const MAX_SAMPLES = 3;
/** A hostile log may name more hosts than any real one: of further kinds of misses nothing is kept. */
const MAX_KINDS = 10_000;

/** Events with the right provider and id that another clause refused: counted by class, host and clauses, with a few samples. */
export class ClassMissCounter {
  readonly #byKey = new Map<
    string,
    { miss: Omit<ClassMiss, 'count' | 'samples'>; count: number; samples: EventRecord[] }
  >();

  add(classIndex: number, failed: readonly string[], event: EventRecord): void {
    const key = JSON.stringify([classIndex, event.host, failed]);
    const known = this.#byKey.get(key) ?? { miss: { classIndex, host: event.host, failed }, count: 0, samples: [] };
    if (known.count === 0 && this.#byKey.size >= MAX_KINDS) return;
    this.#byKey.set(key, known);
    known.count += 1;
    if (known.samples.length < MAX_SAMPLES) known.samples.push({ ...event, payload: null, system: null, data: null });
  }

  all(): readonly ClassMiss[] {
    return [...this.#byKey.values()].map(({ miss, count, samples }) => ({ ...miss, count, samples }));
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
      joined.set(key, {
        ruleId: rule.definition.id,
        host,
        key: { host },
        kind: 'class',
        name: compiled.name,
        count: (known?.count ?? 0) + miss.count,
        failed: miss.failed,
        steps: [],
        reached: [],
        stoppedBy: null,
        had: null,
        needed: null,
        samples: [...(known?.samples ?? []), ...miss.samples].slice(0, MAX_SAMPLES),
      });
    }
  }
  return [...joined].sort(([a], [b]) => compareText(a, b)).map(([, miss]) => miss);
}
