import { type EpochMs, epochMs } from '../model/brand.ts';
import { type EventRecord, hasUnknownZone } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import type { LogCoverage, Scan, StatisticsCell } from '../model/scan.ts';
import { lowerBound } from '../model/sorted.ts';
import { ZONE_STEP_MS, zoneOffsetBetween } from '../model/zone-offset.ts';
import { RecordBooks } from './alignment.ts';
import type { HostJoin } from './hosts.ts';
import { logOf, providerOf } from './twins.ts';

const isAllLocal = ({ coverage, kept }: Scan): boolean =>
  coverage.every(hasUnknownZone) && kept.every(({ event }) => hasUnknownZone(event) || event.timeMs === null);

/**
 * Sources whose times name no zone, set to UTC where another source of the run holds the same records with times in UTC: an event seen in both
 * bases ties them (rule-language.md, "Time bases"). The CSV of a log beside the log itself would count each of its events twice.
 */
export function tieZones(scans: readonly Scan[], hosts: HostJoin): readonly Scan[] {
  if (!scans.some(hasUnknownZone) || scans.every(hasUnknownZone)) return scans;
  const exact = new ExactRecords(scans, hosts);
  const books = new RecordBooks();
  for (const { kept } of scans)
    for (const { event } of kept) if (!hasUnknownZone(event)) books.add(event, hosts.keyOf(event.source, event.host));
  return scans.map((scan) => (hasUnknownZone(scan) && isAllLocal(scan) ? tied(scan, exact, books, hosts) : scan));
}

/** An event with a local time that another source holds with its time in UTC. */
interface Tie {
  readonly localMs: number;
  readonly offsetMs: number;
}

/** Times of a step this fine do not agree by chance. */
const FINE_MS = 1;

/** Events with times in UTC that local ones may be. */
class ExactRecords {
  /** By what a local event shares with the same one in UTC. */
  readonly #eventsByMark = new Map<string, EventRecord[]>();

  constructor(scans: readonly Scan[], hosts: HostJoin) {
    const events = scans.flatMap(({ kept }) => kept.map(({ event }) => event));
    const hostKeyOf = ({ source, host }: EventRecord): string => hosts.keyOf(source, host);
    for (const event of events) {
      const mark = hasUnknownZone(event) ? markOf(event, hostKeyOf(event)) : null;
      if (mark !== null) this.#eventsByMark.set(mark, []);
    }
    for (const event of events)
      if (!hasUnknownZone(event) && event.timeMs !== null)
        for (const mark of [numberMark(event, hostKeyOf(event)), momentMark(event, hostKeyOf(event))])
          if (mark !== null) this.#eventsByMark.get(mark)?.push(event);
  }

  /** null: nothing ties this event, or what does contradicts itself. */
  tieOf(local: EventRecord, hostKey: string): Tie | null {
    const { timeMs, precisionMs } = local;
    const alike = this.#eventsByMark.get(markOf(local, hostKey) ?? '') ?? [];
    if (timeMs === null) return null;
    const offsets = new Set(
      alike
        .filter((event) => isSameRecord(event, local))
        .map((event) => zoneOffsetBetween(timeMs, event.timeMs ?? 0, Math.max(precisionMs, event.precisionMs)))
        .filter((offsetMs) => offsetMs !== null),
    );
    const [offsetMs] = offsets;
    return offsetMs === undefined || offsets.size > 1 ? null : { localMs: timeMs, offsetMs };
  }
}

/** Its number; without one where in a quarter of an hour it stands, to the millisecond: no zone changes that. */
const markOf = (event: EventRecord, hostKey: string): string | null =>
  numberMark(event, hostKey) ?? momentMark(event, hostKey);
const numberMark = ({ recordId }: EventRecord, hostKey: string): string | null =>
  recordId === null ? null : `number ${recordId} ${hostKey}`;
const momentMark = (event: EventRecord, hostKey: string): string | null =>
  event.timeMs === null || event.precisionMs > FINE_MS
    ? null
    : `moment ${event.timeMs % ZONE_STEP_MS} ${event.eventId} ${providerOf(event)} ${hostKey}`;

const isSameRecord = (a: EventRecord, b: EventRecord): boolean =>
  a.eventId === b.eventId &&
  providerOf(a) === providerOf(b) &&
  (logOf(a) === null || logOf(b) === null || logOf(a) === logOf(b));

/** The clock that one source shows for one host. */
class LocalClock {
  readonly #ties: readonly Tie[];

  constructor(ties: readonly Tie[]) {
    this.#ties = [...ties].sort((a, b) => a.localMs - b.localMs || a.offsetMs - b.offsetMs);
  }

  /** null without a tie, and between two that differ: somewhere there the clock was changed. */
  toUtc(localMs: number): EpochMs | null {
    const at = lowerBound(this.#ties, localMs, (tie) => tie.localMs);
    const behind = this.#ties[at];
    const before = behind?.localMs === localMs ? behind : this.#ties[at - 1];
    const offsetMs = (before ?? behind)?.offsetMs;
    return offsetMs === undefined || (behind ?? before)?.offsetMs !== offsetMs ? null : epochMs(localMs - offsetMs);
  }
}
const STOPPED = new LocalClock([]);

/** What has several times is set as a whole, or left as it is. */
function inUtc<T>(local: T, clock: LocalClock, convert: (toUtc: (localMs: number) => EpochMs) => T): T {
  let isKnown = true;
  const converted = convert((localMs) => {
    const utcMs = clock.toUtc(localMs);
    isKnown &&= utcMs !== null;
    return utcMs ?? epochMs(localMs);
  });
  return isKnown ? converted : local;
}

const eventInUtc = (event: EventRecord, clock: LocalClock): EventRecord =>
  event.timeMs === null
    ? event
    : inUtc(event, clock, (toUtc) => ({ ...event, timeMs: toUtc(event.timeMs ?? 0), timeBasis: 'inferred' }));

const coverageInUtc = (log: LogCoverage, clock: LocalClock): LogCoverage =>
  inUtc(log, clock, (toUtc) => ({
    ...log,
    firstMs: toUtc(log.firstMs),
    lastMs: toUtc(log.lastMs),
    timeBasis: 'inferred',
    gaps: log.gaps.map((gap) => ({ ...gap, fromMs: toUtc(gap.fromMs), toMs: toUtc(gap.toMs) })),
    runs: log.runs.map((run) => ({ ...run, firstMs: toUtc(run.firstMs), lastMs: toUtc(run.lastMs) })),
    marks: log.marks.map((mark) => ({ ...mark, timeMs: toUtc(mark.timeMs) })),
  }));

const cellInUtc = (cell: StatisticsCell, clock: LocalClock): StatisticsCell =>
  inUtc(cell, clock, (toUtc) => ({
    ...cell,
    firstMs: cell.firstMs === null ? null : toUtc(cell.firstMs),
    lastMs: cell.lastMs === null ? null : toUtc(cell.lastMs),
  }));

/** By single records that are sure; without one, of a source without numbers, by all of its records together. */
function tiesOf(events: readonly EventRecord[], hostKey: string, exact: ExactRecords, books: RecordBooks) {
  const sure = events.flatMap((event) => exact.tieOf(event, hostKey) ?? []);
  if (sure.length > 0 || events.some(({ recordId }) => recordId !== null)) return sure;
  const alignment = books.align(events, hostKey);
  return events.flatMap((event): readonly Tie[] => {
    const offsetMs = alignment?.offsetOf(event) ?? null;
    return offsetMs === null || event.timeMs === null ? [] : [{ localMs: event.timeMs, offsetMs }];
  });
}

function tied(scan: Scan, exact: ExactRecords, books: RecordBooks, hosts: HostJoin): Scan {
  const keyOf = ({ host }: { readonly host: string | null }): string => hosts.keyOf(scan.source, host);
  const byHost = groupBy(
    scan.kept.map(({ event }) => event),
    keyOf,
  );
  const clocks = new Map(
    [...byHost].flatMap(([key, events]) => {
      const ties = tiesOf(events, key, exact, books);
      return ties.length === 0 ? [] : [[key, new LocalClock(ties)] as const];
    }),
  );
  if (clocks.size === 0) return scan;
  const clockOf = (of: { readonly host: string | null }): LocalClock => clocks.get(keyOf(of)) ?? STOPPED;
  const kept = scan.kept.map((one) => ({ ...one, event: eventInUtc(one.event, clockOf(one.event)) }));
  const coverage = scan.coverage.map((log) => coverageInUtc(log, clockOf(log)));
  const isTied = !coverage.some(hasUnknownZone) && !kept.some(({ event }) => hasUnknownZone(event));
  return {
    ...scan,
    kept,
    coverage,
    timeBasis: isTied ? 'inferred' : scan.timeBasis,
    clearedElsewhere: scan.clearedElsewhere.map((log) =>
      inUtc(log, clockOf(log), (toUtc) => ({ ...log, fromMs: toUtc(log.fromMs), toMs: toUtc(log.toMs) })),
    ),
    statistics: scan.statistics.map((cell) => cellInUtc(cell, clockOf(cell))),
    classMisses: scan.classMisses.map((miss) => ({
      ...miss,
      samples: miss.samples.map((event) => eventInUtc(event, clockOf(event))),
    })),
  };
}
