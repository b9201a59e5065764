import { listAt } from '../model/map-at.ts';
import type { ClockMark, Scan } from '../model/scan.ts';
import { joinDuplicates, type TakesLack } from './duplicates.ts';
import { type HistoryEvent, timeClassOf } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { LogsOfHosts, logKeyOf, renumberedLogs, sequencesOf, toListed } from './listed-event.ts';
import { type ClockStep, comparePlaced, type Placed, place } from './sequence-places.ts';

/** All kept events of a run in one order (rule-language.md, section 6.1), each with the places of its copies. */
export interface History {
  readonly events: readonly HistoryEvent[];
  readonly clockSteps: readonly ClockStep[];
}

/** The marks of each log, of all sources together; none where a number stands for two times, of a log that was cleared and began anew. */
function marksByLog(scans: readonly Scan[], hosts: HostJoin): ReadonlyMap<string, readonly ClockMark[]> {
  const byLog = new Map<string, ClockMark[]>();
  for (const { source, coverage } of scans)
    for (const { host, channel, marks } of coverage) {
      if (channel === null || marks.length === 0) continue;
      const key = logKeyOf(hosts.keyOf(source, host), channel.toLowerCase());
      const known = listAt(byLog, key);
      for (const mark of marks) known.push(mark);
    }
  for (const [key, marks] of byLog) {
    marks.sort((a, b) => a.record - b.record || a.timeMs - b.timeMs);
    const isTwofold = marks.some(({ record, timeMs }, index) => {
      const next = marks[index + 1];
      return next?.record === record && next.timeMs !== timeMs;
    });
    if (isTwofold) byLog.delete(key);
  }
  return byLog;
}

export function buildHistory(scans: readonly Scan[], hosts: HostJoin, takesLack: TakesLack = () => false): History {
  const events = joinDuplicates(
    scans.flatMap((scan) => scan.kept),
    hosts,
    takesLack,
  );
  const logs = new LogsOfHosts();
  const renumbered = renumberedLogs(events, logs);
  const joined = events.map((one) => toListed(one, logs, renumbered));
  const clockSteps: ClockStep[] = [];
  const marks = marksByLog(scans, hosts);
  const placed = sequencesOf(joined).flatMap(([sequence, entries]) =>
    place(sequence, entries, marks.get(sequence) ?? [], clockSteps),
  );
  return {
    events: placed.sort(comparePlaced).map((one, order) => toHistoryEvent(one, order, hosts)),
    clockSteps,
  };
}

function toHistoryEvent(
  { entry, segment, isStepped, sortMs, sortTicks }: Placed,
  order: number,
  hosts: HostJoin,
): HistoryEvent {
  const { event } = entry.kept;
  return {
    order,
    event: entry.places.length === event.places.length ? event : { ...event, places: entry.places },
    hits: entry.hits,
    host: hosts.nameOf(event.source, event.host),
    hostKey: entry.hostKey,
    log: entry.log,
    list: entry.list,
    segment,
    isStepped,
    timeMs: event.timeMs,
    ticks: event.ticks,
    orderMs: sortMs,
    orderTicks: sortTicks,
    firstMs: event.timeMs,
    precisionMs: event.precisionMs,
    timeClass: event.timeBasis === 'none' ? null : timeClassOf(event, entry.hostKey),
    finding: null,
  };
}
