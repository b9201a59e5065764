import { canonicalProvider } from '../knowledge/words/providers.ts';
import { epochMs } from '../model/brand.ts';
import {
  type DateOrder,
  dateOrders,
  isSevere,
  type Level,
  type LocalTimeText,
  type RawTime,
  type TimeBasis,
} from '../model/event.ts';
import type { EventKind, PlacedCell, SeenEvent, Tally, TallyCell } from '../model/interest.ts';
import type { CoverageGap, LogCoverage, StatisticsCell } from '../model/scan.ts';
import { ClockMarks, isClockMark } from './clock-marks.ts';
import { mapAt } from './map-at.ts';
import { type PowerSign, PowerTracker, powerSign } from './power.ts';
import { RecordRuns } from './record-runs.ts';

/** How local times of the source read, settled at its end. */
export interface Settled {
  readonly order: DateOrder | null;
  readonly localBasis: TimeBasis;
  settle(time: LocalTimeText): { readonly timeMs: number | null };
}
/** Midnight of a local time by its place in `dateOrders`, in ms; NaN without a reading: for comparing only. */
export type DayStarts = (time: LocalTimeText) => readonly number[];

const MAX_CELLS = 50_000;
/** Of all hosts; a collector holds some hundred logs of some hundred hosts. */
const MAX_LOGS = 20_000;
const SAMPLE_CHARACTERS = 300;
const MAX_REMEMBERED_PROVIDERS = 3;
/** An export without record numbers that looks whole (rule-language.md, section 5). */
const WHOLE_EXPORT = { events: 50, providers: 3, levels: 2 };

/** First and last of the times read in one way. */
class Extremes {
  firstMs = Number.POSITIVE_INFINITY;
  lastMs = Number.NEGATIVE_INFINITY;
  add(timeMs: number): void {
    if (timeMs < this.firstMs) this.firstMs = timeMs;
    if (timeMs > this.lastMs) this.lastMs = timeMs;
  }
  get isEmpty(): boolean {
    return this.lastMs === Number.NEGATIVE_INFINITY;
  }
}
/** First and last of the local times whose day and month are still open, in every order they may have. */
class LocalExtremes {
  readonly #firstMs = dateOrders.map(() => Number.POSITIVE_INFINITY);
  readonly #lastMs = dateOrders.map(() => Number.NEGATIVE_INFINITY);
  readonly #first: (LocalTimeText | null)[] = dateOrders.map(() => null);
  readonly #last: (LocalTimeText | null)[] = dateOrders.map(() => null);

  add(time: LocalTimeText, startsMs: readonly number[]): void {
    const { timeOfDayMs } = time;
    for (let index = 0; index < startsMs.length; index += 1) {
      const timeMs = (startsMs[index] ?? Number.NaN) + timeOfDayMs;
      if (timeMs < (this.#firstMs[index] ?? 0)) {
        this.#firstMs[index] = timeMs;
        this.#first[index] = time;
      }
      if (timeMs > (this.#lastMs[index] ?? 0)) {
        this.#lastMs[index] = timeMs;
        this.#last[index] = time;
      }
    }
  }
  ends(order: DateOrder): readonly LocalTimeText[] {
    const index = dateOrders.indexOf(order);
    return [this.#first[index], this.#last[index]].flatMap((time) => time ?? []);
  }
}
class TimeRange {
  readonly exact = new Extremes();
  #local: LocalExtremes | null = null;

  addLocal(time: LocalTimeText, startsMs: readonly number[]): void {
    this.#local ??= new LocalExtremes();
    this.#local.add(time, startsMs);
  }

  settled({ order, settle }: Settled): Extremes {
    if (this.#local === null) return this.exact;
    const ends = this.#local.ends(order ?? 'ymd').map((time) => settle(time).timeMs);
    const all = new Extremes();
    for (const timeMs of [this.exact.firstMs, this.exact.lastMs, ...ends])
      if (timeMs !== null && Number.isFinite(timeMs)) all.add(timeMs);
    return all;
  }
  get hasLocal(): boolean {
    return this.#local !== null;
  }
}

interface Cell {
  readonly key: Pick<StatisticsCell, 'host' | 'channel' | 'provider' | 'eventId' | 'level'>;
  count: number;
  readonly times: TimeRange;
  /** null: not asked for yet; empty: there is none. */
  sample: string | null;
}
interface LogOfHost {
  readonly host: string | null;
  readonly channel: string | null;
  count: number;
  numbered: number;
  readonly times: TimeRange;
  readonly runs: RecordRuns;
  readonly providers: Set<string>;
  readonly levels: Set<Level>;
  readonly power: PowerTracker;
  readonly marks: ClockMarks;
  /** Of its settled times. */
  basis: TimeBasis | null;
}

const isAtLeastWarning = (level: Level): boolean => level === 'critical' || level === 'error' || level === 'warning';

const newCell = ({ host, channel, provider, eventId, level }: EventKind): Cell => ({
  key: { host: lower(host), channel, provider, eventId: eventId === null ? null : eventId & 0xffff, level },
  count: 0,
  times: new TimeRange(),
  sample: null,
});

/** One kind of event and all that counts it, looked up once. */
class CountedKind implements TallyCell, PlacedCell {
  readonly #tally: { cellsGivenUp: number };
  readonly #dayStarts: DayStarts;
  /** null: there are too many kinds already. */
  readonly #cell: Cell | null;
  readonly #log: LogOfHost | null;
  readonly #sign: PowerSign | null;
  readonly #isMark: boolean;
  readonly #isSevere: boolean;

  constructor(
    tally: { cellsGivenUp: number; dayStarts: DayStarts },
    cell: Cell | null,
    log: LogOfHost | null,
    kind: EventKind,
  ) {
    this.#tally = tally;
    this.#dayStarts = tally.dayStarts;
    this.#cell = cell;
    this.#log = log;
    this.#sign = powerSign(kind);
    this.#isMark = isClockMark(kind);
    this.#isSevere = isSevere(kind.level);
    if (log === null) return;
    if (log.providers.size < MAX_REMEMBERED_PROVIDERS && kind.provider !== null)
      log.providers.add(canonicalProvider(kind.provider));
    if (kind.level !== null) log.levels.add(kind.level);
  }

  /** Of an event that was dropped. */
  add(timeMs: number | null, recordId: number | null, sample?: () => string | null): void {
    this.#count(timeMs, recordId, sample);
    if (this.#log === null || timeMs === null) return;
    if (this.#sign === null) this.#log.power.pass(timeMs, recordId);
    else this.#log.power.add(this.#sign, timeMs, recordId);
  }
  #count(timeMs: number | null, recordId: number | null, sample: (() => string | null) | undefined): void {
    const cell = this.#cell;
    if (cell === null) this.#tally.cellsGivenUp += 1;
    else {
      cell.count += 1;
      if (timeMs !== null) cell.times.exact.add(timeMs);
      if (this.#isSevere && cell.sample === null && sample !== undefined)
        cell.sample = sample()?.slice(0, SAMPLE_CHARACTERS) ?? '';
    }
    const log = this.#log;
    if (log === null) return;
    log.count += 1;
    if (recordId !== null) log.numbered += 1;
    if (timeMs === null) return;
    log.times.exact.add(timeMs);
    if (recordId === null) return;
    log.runs.add(recordId, timeMs);
    if (this.#isMark) log.marks.add(recordId, timeMs);
  }
  count(_position: number, recordId: number | null, time: RawTime | null, sample?: () => string | null): void {
    this.add(time?.kind === 'exact' ? time.timeMs : null, recordId, sample);
    if (time?.kind !== 'local') return;
    const startsMs = this.#dayStarts(time);
    this.#cell?.times.addLocal(time, startsMs);
    this.#log?.times.addLocal(time, startsMs);
  }
  /** Of an event whose time has been settled. */
  addSettled(
    { timeMs, basis }: { readonly timeMs: number | null; readonly basis: TimeBasis },
    recordId: number | null,
    sample: (() => string | null) | undefined,
  ): void {
    this.#count(timeMs, recordId, sample);
    if (this.#log === null) return;
    if (timeMs !== null) this.#log.power.add(this.#sign, timeMs, recordId);
    if (basis !== 'none') this.#log.basis = basis;
  }
}

type KindsOfProvider = Map<number | null, Map<Level | null, CountedKind>>;
type KindsOfHost = Map<string | null, Map<string | null, KindsOfProvider>>;

/** Counts every event of a source, kept or dropped, and tells what its logs cover. */
export class SourceTally implements Tally {
  /** By host, channel, provider, id and level in turn: joining them to one key for each event costs more than all the rest. */
  readonly #kinds = new Map<string | null, KindsOfHost>();
  readonly #cells: Cell[] = [];
  readonly #logs = new Map<string, LogOfHost>();
  readonly #gaps: { readonly host: string | null; readonly channel: string | null; readonly gap: CoverageGap }[] = [];
  readonly dayStarts: DayStarts;
  cellsGivenUp = 0;

  constructor(dayStarts: DayStarts) {
    this.dayStarts = dayStarts;
  }

  count(event: SeenEvent, sample?: () => string | null): void {
    this.cell(event).count(event.position, event.recordId, event.time, sample);
  }

  /** An event whose time has been settled. */
  countSettled(event: SeenEvent, timeMs: number | null, basis: TimeBasis, sample?: () => string | null): void {
    this.cell(event).addSettled({ timeMs, basis }, event.recordId, sample);
  }

  cell(kind: EventKind): CountedKind {
    const { host, channel, provider, eventId, level } = kind;
    return this.#kinds.get(host)?.get(channel)?.get(provider)?.get(eventId)?.get(level) ?? this.#newKind(kind);
  }

  #newKind(kind: EventKind): CountedKind {
    const log = this.#logOf(kind);
    if (log === null || this.#cells.length >= MAX_CELLS) return new CountedKind(this, null, log, kind);
    const cell = newCell(kind);
    this.#cells.push(cell);
    const counted = new CountedKind(this, cell, log, kind);
    const ofProvider = mapAt(mapAt(mapAt(this.#kinds, kind.host), kind.channel), kind.provider);
    mapAt(ofProvider, kind.eventId).set(kind.level, counted);
    return counted;
  }

  /** null: there are too many already. */
  #logOf({ host, channel }: EventKind): LogOfHost | null {
    const name = lower(host);
    const key = `${name}\u0000${channel}`;
    const known = this.#logs.get(key);
    if (known !== undefined || this.#logs.size >= MAX_LOGS) return known ?? null;
    const log = newLog(name, channel);
    this.#logs.set(key, log);
    return log;
  }

  /** A stretch of one log, or of all logs of a host, that its own events say is not covered. */
  addGap(host: string | null, channel: string | null, gap: CoverageGap): void {
    if (this.#gaps.length >= MAX_GAPS_OF_SOURCE) return;
    this.#gaps.push({ host: lower(host), channel: channel?.toLowerCase() ?? null, gap });
  }
  /** @param endMs of all that the host wrote */
  #gapsOf({ host, channel }: LogOfHost, endMs: number): readonly CoverageGap[] {
    const log = channel?.toLowerCase() ?? null;
    return this.#gaps.flatMap((one) =>
      one.host === host && (one.channel === null || one.channel === log) && !isFarOff(one.gap, endMs) ? [one.gap] : [],
    );
  }

  statistics(settled: Settled): readonly StatisticsCell[] {
    return this.#cells.map(({ key, count, times, sample }) => {
      const { firstMs, lastMs, isEmpty } = times.settled(settled);
      return {
        ...key,
        count,
        firstMs: isEmpty ? null : epochMs(firstMs),
        lastMs: isEmpty ? null : epochMs(lastMs),
        sample: sample || null,
      };
    });
  }

  /** @param isExport whether the format is a whole export, or events picked by hand. */
  coverage(settled: Settled, isExport: boolean): readonly LogCoverage[] {
    const logs = [...this.#logs.values()].map((log) => ({ log, ends: log.times.settled(settled) }));
    const endByHost = new Map<string | null, number>();
    for (const { log, ends } of logs)
      endByHost.set(log.host, Math.max(ends.lastMs, endByHost.get(log.host) ?? Number.NEGATIVE_INFINITY));
    return logs.flatMap(({ log, ends: { firstMs, lastMs, isEmpty } }) => {
      if (isEmpty) return [];
      const runs = log.numbered === log.count ? log.runs.all() : [];
      const completeness = completenessOf(log, runs.length, isExport);
      return [
        {
          host: log.host,
          channel: log.channel,
          firstMs: epochMs(firstMs),
          lastMs: epochMs(lastMs),
          timeBasis: log.basis ?? (log.times.hasLocal ? settled.localBasis : 'utc'),
          gaps: gapsOf(
            log,
            completeness === 'proven' ? runs : [],
            this.#gapsOf(log, endByHost.get(log.host) ?? lastMs),
          ),
          levels:
            completeness === 'assumed' && [...log.levels].every(isAtLeastWarning) ? [...log.levels].sort() : 'all',
          completeness,
          runs: completeness === 'proven' ? runs : [],
          marks: log.marks.all(),
        },
      ];
    });
  }
}

const DAY_MS = 86_400_000;
/**
 * A clock that is set from 2296 to 2019, as the tools of a virtual machine do, showed that year for a moment only: nothing was written then, and the time
 * from 2019 on is covered.
 */
const isFarOff = ({ why, toMs }: CoverageGap, endMs: number): boolean => why === 'clock' && toMs > endMs + DAY_MS;

/** More gaps than this say that the log is not whole; what comes first stays. */
const MAX_GAPS = 1000;
const MAX_GAPS_OF_SOURCE = 10_000;
const lower = (name: string | null): string | null => name?.trim().toLowerCase() || null;

const newLog = (host: string | null, channel: string | null): LogOfHost => ({
  host,
  channel,
  count: 0,
  numbered: 0,
  times: new TimeRange(),
  runs: new RecordRuns(),
  providers: new Set(),
  levels: new Set(),
  power: new PowerTracker(),
  marks: new ClockMarks(),
  basis: null,
});

/** Numbers without a jump prove; single records do not, they may have been picked by hand. */
function completenessOf(log: LogOfHost, runCount: number, isExport: boolean): LogCoverage['completeness'] {
  if (log.channel === null) return 'selected';
  if (runCount > 0 && log.numbered === log.count) return runCount * 2 <= log.count ? 'proven' : 'selected';
  const isWhole =
    log.count >= WHOLE_EXPORT.events &&
    log.providers.size >= WHOLE_EXPORT.providers &&
    log.levels.size >= WHOLE_EXPORT.levels;
  return isExport && isWhole && log.numbered === 0 ? 'assumed' : 'selected';
}

function gapsOf(
  log: LogOfHost,
  runs: readonly { readonly firstMs: number; readonly lastMs: number }[],
  told: readonly CoverageGap[],
): readonly CoverageGap[] {
  const jumps = runs.slice(1).flatMap((run, index): CoverageGap[] => {
    const ahead = runs[index];
    return ahead === undefined || run.firstMs <= ahead.lastMs
      ? []
      : [{ fromMs: epochMs(ahead.lastMs), toMs: epochMs(run.firstMs), why: 'jump' }];
  });
  const off = log.power.off.map(
    ({ fromMs, toMs }): CoverageGap => ({ fromMs: epochMs(fromMs), toMs: epochMs(toMs), why: 'off' }),
  );
  return [...jumps, ...off, ...told].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs).slice(0, MAX_GAPS);
}
