import type { EventRecord } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import { listAt, mapAt } from '../model/map-at.ts';
import { compareText } from '../model/order.ts';
import type { ClockMark, Scan } from '../model/scan.ts';
import { type JoinedEvent, joinDuplicates } from './duplicates.ts';
import type { HistoryEvent, TimeClass } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { whereTheyHappened } from './late-records.ts';
import { JITTER_MS } from './relations.ts';
import { logOf, sameMoment } from './twins.ts';

/** All kept events of a run in one order (rule-language.md, section 6.1), each with the places of its copies. */
export interface History {
  readonly events: readonly HistoryEvent[];
  /** Where a clock stepped back in a log: coverage before it ends at the earlier of the two times. */
  readonly clockSteps: readonly {
    readonly hostKey: string;
    readonly log: string | null;
    readonly fromMs: number;
    readonly toMs: number;
  }[];
}

type ClockSteps = History['clockSteps'][number][];

interface Entry extends JoinedEvent {
  readonly log: string | null;
  readonly list: string;
  readonly isNumbered: boolean;
}
/** An entry with its place in its sequence: `sortMs` never falls, so one sort merges all sequences. */
interface Placed {
  readonly entry: Entry;
  readonly segment: number;
  readonly sortMs: number;
  readonly sortTicks: number;
  readonly index: number;
  readonly sequence: string;
  /** Whose host, log and source stand for it where sequences are tied: one that must not pass another waits with it. */
  readonly names: Entry;
}

const timeClassOf = ({ timeBasis }: EventRecord, hostKey: string): TimeClass | null => {
  if (timeBasis === 'none') return null;
  return timeBasis === 'assumed-local' ? `local:${hostKey}` : 'utc';
};

const logKeyOf = (hostKey: string, log: string | null): string => JSON.stringify([hostKey, log]);

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
class LogsOfHosts {
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
function renumberedLogs(all: readonly JoinedEvent[], logs: LogsOfHosts): ReadonlySet<string> {
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

const areComparable = (a: EventRecord, b: EventRecord): boolean =>
  (a.timeBasis === 'assumed-local') === (b.timeBasis === 'assumed-local');

function toEntry(joined: JoinedEvent, logs: LogsOfHosts, renumbered: ReadonlySet<string>): Entry {
  const { kept, hostKey, places, hits } = joined;
  const { recordId, source } = kept.event;
  const of = logs.of(joined);
  const isNumbered = recordId !== null && of.log !== null;
  const list = isNumbered && !renumbered.has(of.key) ? of.key : of.listOf(source);
  return { kept, hostKey, places, hits, log: of.log, isNumbered, list };
}

/** Numbered records of one log stand by number, the others of a source by time, then place. */
function sequencesOf(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
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

const recordOf = ({ kept }: Entry): number => kept.event.recordId ?? 0;
const byNumber = (a: Entry, b: Entry): number =>
  recordOf(a) - recordOf(b) ||
  (a.kept.event.timeMs ?? 0) - (b.kept.event.timeMs ?? 0) ||
  compareText(a.kept.event.source, b.kept.event.source) ||
  a.kept.event.position - b.kept.event.position;

/** Events without a time stay behind the one they follow in the source. */
function byTimeThenPlace(entries: readonly Entry[]): readonly Entry[] {
  let [timeMs, ticks] = [Number.NEGATIVE_INFINITY, 0];
  const timed = entries.map((entry) => {
    const { event } = entry.kept;
    if (event.timeMs !== null) [timeMs, ticks] = [event.timeMs, event.ticks];
    return { entry, timeMs, ticks };
  });
  return timed.sort((a, b) => a.timeMs - b.timeMs || a.ticks - b.ticks).map(({ entry }) => entry);
}

/** What the clock of one sequence showed so far. */
class Clock {
  segment = 0;
  #highestMs = Number.NEGATIVE_INFINITY;
  readonly #steps: ClockSteps;
  readonly #of: Entry;

  /** @param of any entry of the sequence */
  constructor(steps: ClockSteps, of: Entry) {
    [this.#steps, this.#of] = [steps, of];
  }
  see(timeMs: number): void {
    if (timeMs < this.#highestMs - JITTER_MS) {
      const { hostKey, log } = this.#of;
      this.#steps.push({ hostKey, log, fromMs: timeMs, toMs: this.#highestMs });
      [this.segment, this.#highestMs] = [this.segment + 1, timeMs];
    }
    this.#highestMs = Math.max(this.#highestMs, timeMs);
  }
}

/** A kept event in its sequence, or a mark of the clock beside it (`entry` null). */
interface Listed {
  readonly timeMs: number | null;
  readonly isSet: boolean;
  readonly entry: Entry | null;
}

/** Entries and marks by number. */
function recordsOf(entries: readonly Entry[], marks: readonly ClockMark[]): readonly Listed[] {
  const records: Listed[] = [];
  let seen = 0;
  for (const entry of entries) {
    for (let next = marks[seen]; next !== undefined && next.record <= recordOf(entry); next = marks[seen]) {
      records.push({ ...next, entry: null });
      seen += 1;
    }
    records.push({ timeMs: entry.kept.event.timeMs, isSet: false, entry });
  }
  return [...records, ...marks.slice(seen).map((mark) => ({ ...mark, entry: null }))];
}

function place(
  sequence: string,
  entries: readonly Entry[],
  marks: readonly ClockMark[],
  clockSteps: ClockSteps,
): Placed[] {
  const [first] = entries;
  if (first === undefined) return [];
  const clock = new Clock(clockSteps, first);
  let names = first;
  let [sortMs, sortTicks] = [Number.NEGATIVE_INFINITY, 0];
  const placed: Placed[] = [];
  for (const { timeMs, entry } of whereTheyHappened(recordsOf(entries, marks))) {
    if (timeMs !== null) clock.see(timeMs);
    if (entry === null) continue;
    if (timeMs !== null) {
      const { ticks } = entry.kept.event;
      const ahead = Math.sign(timeMs - sortMs) || ticks - sortTicks;
      if (ahead > 0) [sortMs, sortTicks] = [timeMs, ticks];
      if (ahead > 0 || (ahead === 0 && compareNames(entry, names) > 0)) names = entry;
    }
    placed.push({ entry, segment: clock.segment, sortMs, sortTicks, index: placed.length, sequence, names });
  }
  return placed;
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

const compareNames = (a: Entry, b: Entry): number =>
  compareText(a.hostKey, b.hostKey) ||
  compareText(a.log ?? '', b.log ?? '') ||
  compareText(a.kept.event.source, b.kept.event.source);

const comparePlaced = (a: Placed, b: Placed): number => {
  if (a.sequence === b.sequence) return a.index - b.index;
  if (a.sortMs !== b.sortMs) return Math.sign(a.sortMs - b.sortMs);
  return a.sortTicks - b.sortTicks || compareNames(a.names, b.names) || compareText(a.sequence, b.sequence);
};

export function buildHistory(scans: readonly Scan[], hosts: HostJoin): History {
  const events = joinDuplicates(
    scans.flatMap((scan) => scan.kept),
    hosts,
  );
  const logs = new LogsOfHosts();
  const renumbered = renumberedLogs(events, logs);
  const joined = events.map((one) => toEntry(one, logs, renumbered));
  const clockSteps: ClockSteps = [];
  const marks = marksByLog(scans, hosts);
  const placed = sequencesOf(joined).flatMap(([sequence, entries]) =>
    place(sequence, entries, marks.get(sequence) ?? [], clockSteps),
  );
  const ordered = placed.sort(comparePlaced).map(({ entry, segment, sortMs, sortTicks }, order): HistoryEvent => {
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
      timeMs: event.timeMs,
      ticks: event.ticks,
      orderMs: sortMs,
      orderTicks: sortTicks,
      firstMs: event.timeMs,
      precisionMs: event.precisionMs,
      timeClass: timeClassOf(event, entry.hostKey),
      finding: null,
    };
  });
  return { events: ordered, clockSteps };
}
