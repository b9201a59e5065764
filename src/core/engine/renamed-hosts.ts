import { groupBy } from '../model/group-by.ts';
import { mapAt } from '../model/map-at.ts';
import type { LogCoverage, Scan } from '../model/scan.ts';
import { DAY_MS } from '../model/time-units.ts';
import { joinNumbers } from './joined-coverage.ts';

/** Files that a machine writes itself; what an export or a collector numbers may be of any machine. */
const OWN_LOGS: ReadonlySet<string> = new Set(['evtx', 'evt']);

/** No machine is renamed more often; what has more names is no log of one machine. */
const MAX_NAMES = 32;

/** What machines were called before. */
export interface RenamedHosts {
  /** What the machine that a source calls so was called last. @param source '' for a name from outside */
  lastName(source: string, name: string): string;
  /** By last name, the oldest first. */
  readonly earlierNames: ReadonlyMap<string, readonly string[]>;
}
/** The name that followed in a log. */
interface Renaming {
  readonly to: string;
  /** When the machine no longer had the earlier one. */
  readonly overMs: number;
}
type Chain = ReadonlyMap<string, Renaming>;
type ToName = (logged: string) => string;

/**
 * Every machine is renamed when Windows is set up, and one made from an image once more. Its logs go on: a name whose last record stands right before the
 * first one of another is an earlier name of the same machine.
 * @param joined the name that a logged one counts as
 */
export function findRenamedHosts(scans: readonly Scan[], joined: ToName): RenamedHosts {
  const chainBySource = new Map(scans.map((scan) => [scan.source, chainOf(scan, joined)]));
  const renamings = new Renamings(chainBySource.values());
  const lastBySource = new Map<string, Map<string, string>>();
  const lastMsByEarlier = new Map<string, Map<string, number>>();
  const keptNames = new Set<string>();
  for (const { source, coverage } of renamings.isEmpty ? [] : scans) {
    const lastMsByName = lastTimes(coverage, joined);
    for (const [name, lastMs] of lastMsByName) {
      const ownEnd = endOf(chainBySource.get(source) ?? new Map(), name);
      const last = renamings.follow(ownEnd, lastMsByName.get(ownEnd) ?? lastMs) ?? ownEnd;
      mapAt(lastBySource, source).set(name, last);
      if (last === name) keptNames.add(name);
      else mapAt(lastMsByEarlier, last).set(name, Math.max(lastMsByEarlier.get(last)?.get(name) ?? lastMs, lastMs));
    }
  }
  const lastFromOutside = (name: string): string =>
    (keptNames.has(name) ? null : renamings.follow(name, Number.NEGATIVE_INFINITY)) ?? name;
  return {
    lastName: (source, name) => lastBySource.get(source)?.get(name) ?? lastFromOutside(name),
    earlierNames: new Map(
      [...lastMsByEarlier].map(([last, earlier]) => [
        last,
        [...earlier].sort(([, a], [, b]) => a - b).map(([name]) => name),
      ]),
    ),
  };
}

/** What the logs of a run say together, for those that do not show a renaming themselves: some have no event under a name. */
class Renamings {
  readonly #byName = new Map<string, Map<string, number>>();

  constructor(chains: Iterable<Chain>) {
    for (const chain of chains)
      for (const [name, { to, overMs }] of chain) {
        const known = mapAt(this.#byName, name);
        known.set(to, Math.max(known.get(to) ?? overMs, overMs));
      }
  }
  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /**
   * The last name of the machine that was still called so at a time: another machine may have got the name later.
   * @returns null where several machines had the name, as those made from one image
   */
  follow(name: string, atMs: number): string | null {
    const reached = new Map([[name, atMs]]);
    let end: string | null = null;
    // Names that are reached on the way are gone through, too.
    for (const [at, sinceMs] of reached) {
      let isEnd = true;
      for (const [to, overMs] of this.#byName.get(at) ?? [])
        if (sinceMs <= overMs + DAY_MS) {
          isEnd = false;
          if (!reached.has(to)) reached.set(to, overMs);
        }
      if (isEnd && end !== null) return null;
      if (isEnd) end = at;
    }
    return end;
  }
}

/** The records of one log under one name. */
interface NameSpan {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Few records could follow by chance on those of another machine. */
  readonly isProven: boolean;
}

function chainOf({ format, coverage }: Scan, joined: ToName): Chain {
  const chain = new Map<string, Renaming>();
  if (!OWN_LOGS.has(format)) return chain;
  for (const logs of groupBy(coverage, ({ channel }) => channel).values()) {
    const spans = spansOf(logs, joined).sort((a, b) => a.first - b.first);
    const pairs = spans.slice(1).map((span, index) => [spans[index] ?? span, span] as const);
    // Records of several machines in one file lie between one another.
    if (spans.length > MAX_NAMES || pairs.some(([ahead, span]) => span.first <= ahead.last)) continue;
    for (const [ahead, span] of pairs)
      if (span.first === ahead.last + 1 && (ahead.isProven || span.isProven))
        // Clocks are set in the course of a setup.
        chain.set(ahead.name, { to: span.name, overMs: Math.max(ahead.lastMs, span.firstMs) });
  }
  return chain;
}

/** None where a record of one of them has no number. */
function spansOf(logs: readonly LogCoverage[], joined: ToName): NameSpan[] {
  const named = logs.flatMap((log) => (log.host === null ? [] : [{ ...log, name: joined(log.host) }]));
  const spans: NameSpan[] = [];
  for (const [name, own] of groupBy(named, (log) => log.name)) {
    const numbers = joinNumbers(own);
    if (numbers === null) return [];
    spans.push({
      name,
      ...numbers,
      firstMs: Math.min(...own.map(({ firstMs }) => firstMs)),
      lastMs: Math.max(...own.map(({ lastMs }) => lastMs)),
      isProven: own.some(({ completeness }) => completeness === 'proven'),
    });
  }
  return spans;
}

/** Two logs that disagree could lead in a circle. */
function endOf(chain: Chain, name: string): string {
  const passed = new Set<string>();
  let last = name;
  for (let next = chain.get(name); next !== undefined && !passed.has(last); next = chain.get(last)) {
    passed.add(last);
    last = next.to;
  }
  return last;
}

function lastTimes(coverage: readonly LogCoverage[], joined: ToName): ReadonlyMap<string, number> {
  const lastByName = new Map<string, number>();
  for (const { host, lastMs } of coverage)
    if (host !== null) {
      const name = joined(host);
      lastByName.set(name, Math.max(lastByName.get(name) ?? lastMs, lastMs));
    }
  return lastByName;
}
