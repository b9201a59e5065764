import { type EventRecord, hasUnknownZone } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import { mapAt } from '../model/map-at.ts';
import { compareText } from '../model/order.ts';
import type { JoinedEvent } from './duplicates.ts';
import { logOf, sameMoment } from './twins.ts';

/** A kept event with the log and the list that it stands in. */
export interface ListedEvent extends JoinedEvent {
  readonly log: string | null;
  readonly list: string;
  readonly isNumbered: boolean;
}

export const logKeyOf = (hostKey: string, log: string | null): string => JSON.stringify([hostKey, log]);

/** The texts that stand for a log of a host: many events share a few. */
class LogOfHost {
  readonly log: string | null;
  readonly key: string;
  readonly #listBySource = new Map<string, string>();

  constructor(hostKey: string, log: string | null) {
    this.log = log;
    this.key = logKeyOf(hostKey, log);
  }
  listOf(source: string): string {
    const known = this.#listBySource.get(source);
    if (known !== undefined) return known;
    const list = `${this.key} ${source}`;
    this.#listBySource.set(source, list);
    return list;
  }
}
export class LogsOfHosts {
  readonly #logs = new Map<string, Map<string | null, LogOfHost>>();

  of({ hostKey, kept: { event } }: JoinedEvent): LogOfHost {
    const byChannel = mapAt(this.#logs, hostKey);
    const known = byChannel.get(event.channel);
    if (known !== undefined) return known;
    const log = new LogOfHost(hostKey, logOf(event));
    byChannel.set(event.channel, log);
    return log;
  }
}

/** Logs in which one number stands for two times: the numbers began anew (a log cleared on Windows 2003), so only each source is in order. */
export function renumberedLogs(all: readonly JoinedEvent[], logs: LogsOfHosts): ReadonlySet<string> {
  const eventsByLog = new Map<string, Map<number, EventRecord>>();
  const renumbered = new Set<string>();
  for (const joined of all) {
    const { event } = joined.kept;
    if (event.recordId === null || event.timeMs === null) continue;
    const { key } = logs.of(joined);
    const events = mapAt(eventsByLog, key);
    const other = events.get(event.recordId);
    if (other === undefined) events.set(event.recordId, event);
    else if (areComparable(other, event) && !sameMoment(other, event)) renumbered.add(key);
  }
  return renumbered;
}

const areComparable = (a: EventRecord, b: EventRecord): boolean => hasUnknownZone(a) === hasUnknownZone(b);

export function toListed(joined: JoinedEvent, logs: LogsOfHosts, renumbered: ReadonlySet<string>): ListedEvent {
  const { kept, hostKey, places, hits } = joined;
  const { recordId, source } = kept.event;
  const of = logs.of(joined);
  const isNumbered = recordId !== null && of.log !== null;
  const list = isNumbered && !renumbered.has(of.key) ? of.key : of.listOf(source);
  return { kept, hostKey, places, hits, log: of.log, isNumbered, list };
}

/** Numbered records of one log stand by number, the others of a source by time, then place. */
export function sequencesOf(entries: readonly ListedEvent[]): readonly (readonly [string, readonly ListedEvent[]])[] {
  const byList = groupBy(
    entries.filter(({ isNumbered }) => isNumbered),
    ({ list }) => list,
  );
  const bySource = groupBy(
    entries.filter(({ isNumbered }) => !isNumbered),
    ({ kept }) => kept.event.source,
  );
  return [
    ...[...byList].map(([key, list]) => [key, list.sort(byNumber)] as const),
    ...[...bySource].map(([source, list]) => [JSON.stringify([source]), byTimeThenPlace(list)] as const),
  ];
}

export const recordOf = ({ kept }: ListedEvent): number => kept.event.recordId ?? 0;
const byNumber = (a: ListedEvent, b: ListedEvent): number =>
  recordOf(a) - recordOf(b) ||
  (a.kept.event.timeMs ?? 0) - (b.kept.event.timeMs ?? 0) ||
  compareText(a.kept.event.source, b.kept.event.source) ||
  a.kept.event.position - b.kept.event.position;

/** Events without a time stay behind the one they follow in the source. */
function byTimeThenPlace(entries: readonly ListedEvent[]): readonly ListedEvent[] {
  let [timeMs, ticks] = [Number.NEGATIVE_INFINITY, 0];
  const timed = entries.map((entry) => {
    const { event } = entry.kept;
    if (event.timeMs !== null) [timeMs, ticks] = [event.timeMs, event.ticks];
    return { entry, timeMs, ticks };
  });
  return timed.sort((a, b) => a.timeMs - b.timeMs || a.ticks - b.ticks).map(({ entry }) => entry);
}
