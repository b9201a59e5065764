import { groupBy } from '../model/group-by.ts';
import { listAt, mapAt } from '../model/map-at.ts';
import type { LogCoverage, Scan } from '../model/scan.ts';
import { DAY_MS } from '../model/time-units.ts';

/** Files that a machine writes itself; what an export or a collector numbers may be of any machine. */
const OWN_LOGS: ReadonlySet<string> = new Set(['evtx', 'evt']);

/** What machines were called before. */
export interface RenamedHosts {
  /** What the machine that a source calls so was called last. @param source '' for a name from outside */
  lastName(source: string, name: string): string;
  /** By last name, the oldest first. */
  readonly earlierNames: ReadonlyMap<string, readonly string[]>;
}
/** The name that followed in the log. */
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
  const chains = [...chainBySource.values()];
  const renamedByName = joinChains(chains);
  /** In a source that does not show the renaming itself: its events of that name have to be as old. */
  const lastElsewhere = (name: string, lastMs: number): string => {
    const { last = null, overMs = 0 } = renamedByName.get(name) ?? {};
    return last !== null && lastMs <= overMs + DAY_MS ? last : name;
  };
  const namesBySource = new Map<string, Map<string, string>>();
  const keptNames = new Set<string>();
  if (renamedByName.size > 0)
    for (const { source, coverage } of scans) {
      const lastMsByName = lastTimes(coverage, joined);
      for (const name of lastMsByName.keys()) {
        const end = endOf(chainBySource.get(source) ?? new Map(), name);
        const last = lastElsewhere(end, lastMsByName.get(end) ?? 0);
        mapAt(namesBySource, source).set(name, last);
        if (last === name) keptNames.add(name);
      }
    }
  const lastFromOutside = (name: string): string =>
    keptNames.has(name) ? name : lastElsewhere(name, Number.NEGATIVE_INFINITY);
  return {
    lastName: (source, name) => namesBySource.get(source)?.get(name) ?? lastFromOutside(name),
    earlierNames: groupEarlier(chains),
  };
}

/** By earlier name. @returns last: null where two machines had that name */
function joinChains(
  chains: readonly Chain[],
): ReadonlyMap<string, { readonly last: string | null; readonly overMs: number }> {
  const joined = new Map<string, { readonly last: string | null; readonly overMs: number }>();
  for (const chain of chains)
    for (const [name, { overMs }] of chain) {
      const last = endOf(chain, name);
      const known = joined.get(name) ?? { last, overMs };
      joined.set(name, { last: known.last === last ? last : null, overMs: Math.max(known.overMs, overMs) });
    }
  return joined;
}

/** The records of one log under one name. */
interface NameSpan {
  readonly name: string;
  readonly firstRecord: number;
  readonly lastRecord: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

function chainOf({ format, coverage }: Scan, joined: ToName): Chain {
  const chain = new Map<string, Renaming>();
  if (!OWN_LOGS.has(format)) return chain;
  for (const logs of groupBy(coverage, ({ channel }) => channel).values()) {
    const spans = spansOf(logs, joined).sort((a, b) => a.firstRecord - b.firstRecord);
    const pairs = spans.slice(1).map((span, index) => [spans[index] ?? span, span] as const);
    // Records of several machines in one file lie between one another.
    if (pairs.some(([ahead, span]) => span.firstRecord <= ahead.lastRecord)) continue;
    for (const [ahead, span] of pairs)
      if (span.firstRecord === ahead.lastRecord + 1)
        // Clocks are set in the course of a setup.
        chain.set(ahead.name, { to: span.name, overMs: Math.max(ahead.lastMs, span.firstMs) });
  }
  return chain;
}

/** None where the numbers of one of them prove nothing. */
function spansOf(logs: readonly LogCoverage[], joined: ToName): NameSpan[] {
  const named = logs.flatMap((log) => (log.host === null ? [] : [{ ...log, name: joined(log.host) }]));
  if (named.some(({ runs }) => runs.length === 0)) return [];
  return [...groupBy(named, ({ name }) => name)].map(([name, own]) => {
    const runs = own.flatMap((log) => log.runs);
    return {
      name,
      firstRecord: Math.min(...runs.map(({ firstRecord }) => firstRecord)),
      lastRecord: Math.max(...runs.map(({ lastRecord }) => lastRecord)),
      firstMs: Math.min(...own.map(({ firstMs }) => firstMs)),
      lastMs: Math.max(...own.map(({ lastMs }) => lastMs)),
    };
  });
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

function groupEarlier(chains: readonly Chain[]): RenamedHosts['earlierNames'] {
  const overByName = new Map<string, Map<string, number>>();
  for (const chain of chains)
    for (const [name, { overMs }] of chain) mapAt(overByName, endOf(chain, name)).set(name, overMs);
  const earlier = new Map<string, string[]>();
  for (const [last, names] of overByName)
    for (const [name] of [...names].sort(([, a], [, b]) => a - b)) if (name !== last) listAt(earlier, last).push(name);
  return earlier;
}
