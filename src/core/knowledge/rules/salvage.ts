import { isPlainMap } from '../../model/plain-map.ts';
import type { Complaint, Path } from './problem.ts';
import { type RuleFile, ruleSchema } from './schema.ts';
import { complaintsOf, messageOf } from './schema-problems.ts';

const MAX_ROUNDS = 40; // each takes out at least one thing more, at the latest the whole of a top-level key

const STAND_IN = {
  evdx: 1,
  id: 'stand/in',
  title: '?',
  severity: 'info',
  events: {},
  find: {},
  causes: [{ id: 'stand_in', title: '?', evidence: [{ if: true, for: 'weak', because: '?' }] }],
  resolution: [
    {
      id: 'stand_in',
      risk: { level: 'none', downtime: 'none', data_loss: 'none', reversible: true },
      steps: [{ do: '?' }],
    },
  ],
  refs: ['?'],
  tests: [],
};

export interface Salvaged {
  readonly rule: RuleFile;
  /** Does a complaint about the salvaged rule speak about what was left out, or about something that holds it? */
  isDamaged(path: Path): boolean;
  /** The same place in the file as it is. */
  restore(path: Path): Path;
}

/** A rule without what its schema refuses, so that the mistakes in the rest are told too; null when it is no map at all. */
export function salvage(value: unknown, refused: readonly Complaint[]): Salvaged | null {
  if (!isPlainMap(value)) return null;
  const missing = Object.keys(STAND_IN).filter((key) => value[key] === undefined);
  const damage = new Damage([...missing.map((key) => [key]), ...refused.map(({ path }) => path)]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rest = { ...STAND_IN, ...damage.cut(value) };
    const parsed = ruleSchema.safeParse(rest, { error: messageOf });
    if (parsed.success) {
      return { rule: parsed.data, isDamaged: (path) => damage.touches(path), restore: (path) => damage.restore(path) };
    }
    for (const { path } of complaintsOf(parsed.error.issues, rest)) damage.add(damage.restore(path));
  }
  return null;
}

/** Places of a value that are left out. List entries behind one move up, so paths have to be translated back. */
class Damage {
  readonly #paths: Path[] = [];
  readonly #keys = new Set<string>();

  constructor(paths: readonly Path[]) {
    for (const path of paths) this.add(path);
  }

  add(path: Path): void {
    const key = JSON.stringify(path);
    if (path.length === 0 || this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#paths.push(path);
  }

  #has(path: Path): boolean {
    return this.#keys.has(JSON.stringify(path));
  }

  cut(root: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const copy = (value: unknown, path: Path): unknown => {
      if (Array.isArray(value)) {
        return value.flatMap((item, index) => (this.#has([...path, index]) ? [] : [copy(item, [...path, index])]));
      }
      return isPlainMap(value) ? copyMap(value, path) : value;
    };
    const copyMap = (map: Readonly<Record<string, unknown>>, path: Path): Record<string, unknown> => {
      const kept = Object.entries(map).filter(([key]) => !this.#has([...path, key]));
      return Object.fromEntries(kept.map(([key, item]) => [key, copy(item, [...path, key])]));
    };
    return copyMap(root, []);
  }

  restore(path: Path): Path {
    const original: (string | number)[] = [];
    for (const step of path) original.push(typeof step === 'number' ? this.#indexAt([...original], step) : step);
    return original;
  }

  /** Where the entry stood that is now at `place`. */
  #indexAt(parent: Path, place: number): number {
    let left = place;
    for (let index = 0; ; index++) {
      if (this.#has([...parent, index])) continue;
      if (left === 0) return index;
      left -= 1;
    }
  }

  touches(path: Path): boolean {
    return this.#paths.some((damaged) => startsWith(path, damaged) || startsWith(damaged, path));
  }
}

const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((step, index) => step === path[index]);
