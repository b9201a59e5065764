import { canonicalProvider } from '../knowledge/words/providers.ts';
import { epochMs } from '../model/brand.ts';
import { type DateOrder, dateOrders, type Level, type LocalTimeText, type TimeBasis } from '../model/event.ts';
import type { EventKind, SeenEvent, Tally, TallyCell } from '../model/interest.ts';
import type { CoverageGap, LogCoverage, StatisticsCell } from '../model/scan.ts';
import { type PowerSign, PowerTracker, powerSign } from './power.ts';
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
  readonly gaps: CoverageGap[];
  /** Of its settled times. */
  basis: TimeBasis | null;
}

const isSevere = (level: Level | null): boolean =>
  level === 'critical' || level === 'error' || level === 'audit-failure';
const isAtLeastWarning = (level: Level): boolean => level === 'critical' || level === 'error' || level === 'warning';

const newCell = ({ host, channel, provider, eventId, level }: EventKind): Cell => ({
  key: { host: lower(host), channel, provider, eventId: eventId === null ? null : eventId & 0xffff, level },
  count: 0,
  times: new TimeRange(),
  sample: null,
});

/** One kind of event and all that counts it, looked up once. */
class CountedKind implements TallyCell {
  readonly #tally: { events: number; cellsGivenUp: number };
  /** null: there are too many kinds already. */
  readonly #cell: Cell | null;
  readonly #log: LogOfHost;
  readonly #sign: PowerSign | null;
  readonly #isSevere: boolean;

  constructor(tally: { events: number; cellsGivenUp: number }, cell: Cell | null, log: LogOfHost, kind: EventKind) {
    this.#tally = tally;
    this.#cell = cell;
    this.#log = log;
    this.#sign = powerSign(kind);
    this.#isSevere = isSevere(kind.level);
    if (log.providers.size < MAX_REMEMBERED_PROVIDERS && kind.provider !== null)
      log.providers.add(canonicalProvider(kind.provider));
    if (kind.level !== null) log.levels.add(kind.level);
  }

  add(timeMs: number | null, recordId: number | null, sample?: () => string | null): void {
    const cell = this.#cell;
    const log = this.#log;
    this.#tally.events += 1;
    log.count += 1;
    if (cell === null) this.#tally.cellsGivenUp += 1;
    else {
      cell.count += 1;
      if (this.#isSevere && cell.sample === null && sample !== undefined)
        cell.sample = sample()?.slice(0, SAMPLE_CHARACTERS) ?? '';
    }
    if (recordId !== null) log.numbered += 1;
    if (timeMs === null) return;
    cell?.times.exact.add(timeMs);
    log.times.exact.add(timeMs);
    if (recordId !== null) log.runs.add(recordId, timeMs);
    log.power.add(this.#sign, timeMs);
  }
  addLocal(time: LocalTimeText, readLocal: ReadLocal): void {
    this.#cell?.times.addLocal(time, readLocal);
    this.#log.times.addLocal(time, readLocal);
  }
}

/** Counts every event of a source, kept or dropped, and tells what its logs cover. */
export class SourceTally implements Tally {
  readonly #kinds = new Map<string, CountedKind>();
  readonly #cells: Cell[] = [];
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

  cell(kind: EventKind): TallyCell {
    return this.#kind(kind);
  }

  #count(
    event: SeenEvent,
    timeMs: number | null,
    local: LocalTimeText | null,
    sample: (() => string | null) | undefined,
  ): void {
    const kind = this.#kind(event);
    kind.add(timeMs, event.recordId, sample);
    if (local !== null) kind.addLocal(local, this.#readLocal);
  }

  #kind(event: EventKind): CountedKind {
    const { host, channel, provider, eventId, level } = event;
    const key = `${host}\u0000${channel}\u0000${provider}\u0000${eventId}\u0000${level}`;
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const isOneTooMany = this.#kinds.size >= MAX_CELLS;
    const cell = isOneTooMany ? null : newCell(event);
    const kind = new CountedKind(this, cell, this.#log(event), event);
    if (cell !== null) {
      this.#kinds.set(key, kind);
      this.#cells.push(cell);
    }
    return kind;
  }

  #log({ host, channel }: EventKind): LogOfHost {
    const name = lower(host);
    const key = `${name}\u0000${channel}`;
    const known = this.#logs.get(key) ?? newLog(name, channel);
    this.#logs.set(key, known);
    return known;
  }

  /** A stretch of one log, or of all logs of a host, that its own events say is not covered. */
  addGap(host: string | null, channel: string | null, gap: CoverageGap): void {
    for (const log of this.#logs.values()) {
      const isIt =
        log.host === lower(host) && (channel === null || log.channel?.toLowerCase() === channel.toLowerCase());
      if (isIt && log.gaps.length < MAX_GAPS) log.gaps.push(gap);
    }
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
          levels:
            completeness === 'assumed' && [...log.levels].every(isAtLeastWarning) ? [...log.levels].sort() : 'all',
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
  const isWhole =
    log.count >= WHOLE_EXPORT.events &&
    log.providers.size >= WHOLE_EXPORT.providers &&
    log.levels.size >= WHOLE_EXPORT.levels;
  return isExport && isWhole && log.numbered === 0 ? 'assumed' : 'selected';
}

function gapsOf(
  log: LogOfHost,
  runs: readonly { readonly firstMs: number; readonly lastMs: number }[],
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
  return [...jumps, ...off, ...log.gaps].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs).slice(0, MAX_GAPS);
}
