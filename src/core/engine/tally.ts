import { canonicalProvider } from '../knowledge/words/providers.ts';
import { epochMs } from '../model/brand.ts';
import { type DateOrder, dateOrders, type Level, type LocalTimeText, type TimeBasis } from '../model/event.ts';
import type { SeenEvent, Tally } from '../model/interest.ts';
import type { CoverageGap, LogCoverage, StatisticsCell } from '../model/scan.ts';
import { PowerTracker } from './power.ts';
import { RecordRuns } from './record-runs.ts';

/** How local times of the source read, settled at its end. */
export interface Settled {
  readonly order: DateOrder | null;
  readonly localBasis: TimeBasis;
  settle(time: LocalTimeText): { readonly timeMs: number | null };
}
/** A local time in one order, in ms: for comparing only. */
export type ReadLocal = (time: LocalTimeText, order: DateOrder) => number | null;

const MAX_CELLS = 50_000;
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
/** First and last of the local times in one order of day and month. */
class LocalExtremes {
  #first: LocalTimeText | null = null;
  #last: LocalTimeText | null = null;
  readonly #range = new Extremes();
  add(time: LocalTimeText, timeMs: number): void {
    if (timeMs < this.#range.firstMs) this.#first = time;
    if (timeMs > this.#range.lastMs) this.#last = time;
    this.#range.add(timeMs);
  }
  ends(): readonly LocalTimeText[] {
    return [this.#first, this.#last].flatMap((time) => (time === null ? [] : [time]));
  }
}
/** Exact times, and the extremes of those whose day and month are still open in every order they may have. */
class TimeRange {
  readonly exact = new Extremes();
  #local: ReadonlyMap<DateOrder, LocalExtremes> | null = null;

  addLocal(time: LocalTimeText, readLocal: ReadLocal): void {
    this.#local ??= new Map(dateOrders.map((order) => [order, new LocalExtremes()]));
    for (const order of dateOrders) {
      const timeMs = readLocal(time, order);
      if (timeMs !== null) this.#local.get(order)?.add(time, timeMs);
    }
  }

  settled({ order, settle }: Settled): Extremes {
    const local = this.#local?.get(order ?? 'ymd');
    if (local === undefined) return this.exact;
    const all = new Extremes();
    for (const timeMs of [this.exact.firstMs, this.exact.lastMs, ...local.ends().map((time) => settle(time).timeMs)]) {
      if (timeMs !== null && Number.isFinite(timeMs)) all.add(timeMs);
    }
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
  readonly gaps: CoverageGap[];
  /** Of its settled times. */
  basis: TimeBasis | null;
}

const isSevere = (level: Level | null): boolean => level === 'critical' || level === 'error' || level === 'audit-failure';
const isAtLeastWarning = (level: Level): boolean => level === 'critical' || level === 'error' || level === 'warning';

/** Counts every event of a source, kept or dropped, and tells what its logs cover. */
export class SourceTally implements Tally {
  readonly #cells = new Map<string, Cell>();
  readonly #logs = new Map<string, LogOfHost>();
  readonly #readLocal: ReadLocal;
  events = 0;
  cellsGivenUp = 0;

  constructor(readLocal: ReadLocal) {
    this.#readLocal = readLocal;
  }

  count(event: SeenEvent, sample?: () => string | null): void {
    const timeMs = event.time?.kind === 'exact' ? event.time.timeMs : null;
    this.#count(event, timeMs, event.time?.kind === 'local' ? event.time : null, sample);
  }

  /** An event whose time has been settled. */
  countSettled(event: SeenEvent, timeMs: number | null, basis: TimeBasis, sample?: () => string | null): void {
    this.#count(event, timeMs, null, sample);
    if (basis !== 'none') this.#log(event).basis = basis;
  }

  #count(event: SeenEvent, timeMs: number | null, local: LocalTimeText | null, sample: (() => string | null) | undefined): void {
    this.events += 1;
    const cell = this.#cell(event);
    const log = this.#log(event);
    for (const counted of [cell, log]) {
      if (counted === null) continue;
      counted.count += 1;
      if (timeMs !== null) counted.times.exact.add(timeMs);
      else if (local !== null) counted.times.addLocal(local, this.#readLocal);
    }
    if (cell !== null && cell.sample === null && sample !== undefined && isSevere(event.level)) cell.sample = sample()?.slice(0, SAMPLE_CHARACTERS) ?? null;
    if (log.providers.size < MAX_REMEMBERED_PROVIDERS && event.provider !== null) log.providers.add(canonicalProvider(event.provider));
    if (event.level !== null) log.levels.add(event.level);
    if (event.recordId !== null) log.numbered += 1;
    if (timeMs === null) return;
    if (event.recordId !== null) log.runs.add(event.recordId, timeMs);
    log.power.add(event, timeMs);
  }

  #cell({ host, channel, provider, eventId, level }: SeenEvent): Cell | null {
    const key = `${host}\u0000${channel}\u0000${provider}\u0000${eventId}\u0000${level}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    if (this.#cells.size >= MAX_CELLS) {
      this.cellsGivenUp += 1;
      return null;
    }
    const cell: Cell = { key: { host: lower(host), channel, provider, eventId: eventId === null ? null : eventId & 0xffff, level }, count: 0, times: new TimeRange(), sample: null };
    this.#cells.set(key, cell);
    return cell;
  }

  #log({ host, channel }: SeenEvent): LogOfHost {
    const name = lower(host);
    const key = `${name}\u0000${channel}`;
    const known = this.#logs.get(key) ?? newLog(name, channel);
    this.#logs.set(key, known);
    return known;
  }

  /** A stretch of one log, or of all logs of a host, that its own events say is not covered. */
  addGap(host: string | null, channel: string | null, gap: CoverageGap): void {
    for (const log of this.#logs.values()) {
      const isIt = log.host === lower(host) && (channel === null || log.channel?.toLowerCase() === channel.toLowerCase());
      if (isIt && log.gaps.length < MAX_GAPS) log.gaps.push(gap);
    }
  }

  statistics(settled: Settled): readonly StatisticsCell[] {
    return [...this.#cells.values()].map(({ key, count, times, sample }) => {
      const { firstMs, lastMs, isEmpty } = times.settled(settled);
      return { ...key, count, firstMs: isEmpty ? null : epochMs(firstMs), lastMs: isEmpty ? null : epochMs(lastMs), sample };
    });
  }

  /** @param isExport whether the format is a whole export, or events picked by hand. */
  coverage(settled: Settled, isExport: boolean): readonly LogCoverage[] {
    return [...this.#logs.values()].flatMap((log) => {
      const { firstMs, lastMs, isEmpty } = log.times.settled(settled);
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
          gaps: gapsOf(log, completeness === 'proven' ? runs : []),
          levels: completeness === 'assumed' && [...log.levels].every(isAtLeastWarning) ? [...log.levels].sort() : 'all',
          completeness,
          runs: completeness === 'proven' ? runs : [],
        },
      ];
    });
  }
}

/** More gaps than this say that the log is not whole; what comes first stays. */
const MAX_GAPS = 1000;
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
  gaps: [],
  basis: null,
});

/** Numbers without a jump prove; single records do not, they may have been picked by hand. */
function completenessOf(log: LogOfHost, runCount: number, isExport: boolean): LogCoverage['completeness'] {
  if (log.channel === null) return 'selected';
  if (runCount > 0 && log.numbered === log.count) return runCount * 2 <= log.count ? 'proven' : 'selected';
  const isWhole = log.count >= WHOLE_EXPORT.events && log.providers.size >= WHOLE_EXPORT.providers && log.levels.size >= WHOLE_EXPORT.levels;
  return isExport && isWhole && log.numbered === 0 ? 'assumed' : 'selected';
}

function gapsOf(log: LogOfHost, runs: readonly { readonly firstMs: number; readonly lastMs: number }[]): readonly CoverageGap[] {
  const jumps = runs.slice(1).flatMap((run, index): CoverageGap[] => {
    const ahead = runs[index];
    return ahead === undefined || run.firstMs <= ahead.lastMs ? [] : [{ fromMs: epochMs(ahead.lastMs), toMs: epochMs(run.firstMs), why: 'jump' }];
  });
  const off = log.power.off.map(({ fromMs, toMs }): CoverageGap => ({ fromMs: epochMs(fromMs), toMs: epochMs(toMs), why: 'off' }));
  return [...jumps, ...off, ...log.gaps].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs).slice(0, MAX_GAPS);
}
