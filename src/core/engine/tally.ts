import { epochMs } from '../model/brand.ts';
import { isSampled, type Level, type RawTime, type TimeBasis } from '../model/event.ts';
import type { EventKind, PlacedCell, SeenEvent, Tally, TallyCell } from '../model/interest.ts';
import { mapAt } from '../model/map-at.ts';
import type { ClearedLog, CoverageGap, LogCoverage, StatisticsCell } from '../model/scan.ts';
import { DAY_MS } from '../model/time-units.ts';
import { clockMark } from './clock-marks.ts';
import { CountedLog } from './counted-log.ts';
import { type PowerSign, powerSign } from './power.ts';
import { type DayStarts, type Settled, TimeRange } from './time-range.ts';
import { ToldLogs } from './told-logs.ts';

const MAX_CELLS = 50_000;
/** Of all hosts; a collector holds some hundred logs of some hundred hosts. */
const MAX_LOGS = 20_000;
const SAMPLE_CHARACTERS = 300;

interface Cell {
  readonly kind: EventKind;
  count: number;
  readonly times: TimeRange;
  /** null: not asked for yet; empty: there is none. */
  sample: string | null;
}
const newCell = ({ host, channel, provider, eventId, level }: EventKind): Cell => ({
  kind: { host, channel, provider, eventId, level },
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
  readonly #log: CountedLog | null;
  readonly #sign: PowerSign | null;
  readonly #mark: ReturnType<typeof clockMark>;
  readonly #isSampled: boolean;

  constructor(
    tally: { cellsGivenUp: number; dayStarts: DayStarts },
    cell: Cell | null,
    log: CountedLog | null,
    kind: EventKind,
  ) {
    this.#tally = tally;
    this.#dayStarts = tally.dayStarts;
    this.#cell = cell;
    this.#log = log;
    this.#sign = powerSign(kind);
    this.#mark = clockMark(kind);
    this.#isSampled = isSampled(kind.level);
    log?.know(kind);
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
      if (this.#isSampled && cell.sample === null && sample !== undefined)
        cell.sample = sample()?.slice(0, SAMPLE_CHARACTERS) ?? '';
    }
    this.#log?.count(timeMs, recordId, this.#mark);
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

interface CountedCoverage {
  readonly coverage: readonly LogCoverage[];
  readonly told: ToldLogs;
}

/** Counts every event of a source, kept or dropped, and tells what its logs cover. */
export class SourceTally implements Tally {
  /** By host, channel, provider, id and level in turn: joining them to one key for each event costs more than all the rest. */
  readonly #kinds = new Map<string | null, KindsOfHost>();
  readonly #cells: Cell[] = [];
  readonly #logs = new Map<string, CountedLog>();
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
  #logOf({ host, channel }: EventKind): CountedLog | null {
    const name = lower(host);
    const key = `${name}\u0000${channel}`;
    const known = this.#logs.get(key);
    if (known !== undefined || this.#logs.size >= MAX_LOGS) return known ?? null;
    const log = new CountedLog(name, channel);
    this.#logs.set(key, log);
    return log;
  }

  /** A stretch of one log, or of all logs of a host, that its own events say is not covered. */
  addGap(host: string | null, channel: string | null, gap: CoverageGap): void {
    if (this.#gaps.length >= MAX_GAPS_OF_SOURCE) return;
    this.#gaps.push({ host: lower(host), channel: channel?.toLowerCase() ?? null, gap });
  }
  /** @param endMs of all that the host wrote */
  #gapsOf({ host, channel }: CountedLog, endMs: number): readonly CoverageGap[] {
    const log = channel?.toLowerCase() ?? null;
    return this.#gaps.flatMap((one) =>
      one.host === host && (one.channel === null || one.channel === log) && !isFarOff(one.gap, endMs) ? [one.gap] : [],
    );
  }

  /** What the events say of logs that this source does not hold. */
  clearedElsewhere(): readonly ClearedLog[] {
    const own = new Set([...this.#logs.values()].map(({ host, channel }) => nameOfLog(host, channel)));
    return this.#gaps.flatMap(({ host, channel, gap: { fromMs, toMs } }) =>
      channel === null || own.has(nameOfLog(host, channel)) ? [] : [{ host, log: channel, fromMs, toMs }],
    );
  }

  statistics(settled: Settled): readonly StatisticsCell[] {
    return this.#cells.map(({ kind, count, times, sample }) => {
      const { firstMs, lastMs, isEmpty } = times.settled(settled);
      const { host, channel, provider, eventId, level } = kind;
      return {
        host: lower(host),
        channel,
        provider,
        eventId: eventId === null ? null : eventId & 0xffff,
        level,
        count,
        firstMs: isEmpty ? null : epochMs(firstMs),
        lastMs: isEmpty ? null : epochMs(lastMs),
        sample: sample || null,
      };
    });
  }

  /** @param isExport whether the format is a whole export, or events picked by hand. */
  coverage(settled: Settled, isExport: boolean): CountedCoverage {
    const logs = [...this.#logs.values()].map((log) => ({ log, ends: log.times.settled(settled) }));
    const endByHost = new Map<string | null, number>();
    for (const { log, ends } of logs)
      endByHost.set(log.host, Math.max(ends.lastMs, endByHost.get(log.host) ?? Number.NEGATIVE_INFINITY));
    const toldByHost = new Map<string | null, string>();
    const coverage = logs.flatMap(({ log, ends: { firstMs, lastMs, isEmpty } }) => {
      if (isEmpty) return [];
      const told = this.#gapsOf(log, endByHost.get(log.host) ?? lastMs);
      const covered = log.coverage({ firstMs, lastMs, told, localBasis: settled.localBasis, isExport });
      if (log.channel === null && covered.channel !== null) toldByHost.set(log.host, covered.channel);
      return [covered];
    });
    return { coverage, told: new ToldLogs(toldByHost) };
  }
}

/**
 * A clock that is set from 2296 to 2019, as the tools of a virtual machine do, showed that year for a moment only: nothing was written then, and the time
 * from 2019 on is covered.
 */
const isFarOff = ({ why, toMs }: CoverageGap, endMs: number): boolean => why === 'clock' && toMs > endMs + DAY_MS;

const MAX_GAPS_OF_SOURCE = 10_000;
const nameOfLog = (host: string | null, channel: string | null): string => JSON.stringify([host, lower(channel)]);
const lower = (name: string | null): string | null => name?.trim().toLowerCase() || null;
