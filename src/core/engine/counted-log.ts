import { logOfSource } from '../knowledge/words/log-of-source.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import { epochMs } from '../model/brand.ts';
import { isWarningOrWorse, type Level, type TimeBasis } from '../model/event.ts';
import type { EventKind } from '../model/interest.ts';
import type { ClockMark, CoverageGap, LogCoverage } from '../model/scan.ts';
import { ClockMarks } from './clock-marks.ts';
import { PowerTracker } from './power.ts';
import { RecordOrder } from './record-order.ts';
import { jumpsBetween, RecordRuns } from './record-runs.ts';
import { TimeRange } from './time-range.ts';

const MAX_REMEMBERED_PROVIDERS = 3;
/** An export without record numbers that looks whole (rule-language.md, section 5). */
const WHOLE_EXPORT = { events: 50, providers: 3, levels: 2 };
/** So many events that are all warnings or worse did not come together by chance. */
const FILTERED_EVENTS = 10;
/** More gaps than this say that the log is not whole; what comes first stays. */
const MAX_GAPS = 1000;
export const sortGaps = (gaps: readonly CoverageGap[]): readonly CoverageGap[] =>
  [...gaps].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs).slice(0, MAX_GAPS);

/** What was seen of one log of one host, kept or dropped: what it covers follows from that. */
export class CountedLog {
  readonly host: string | null;
  readonly channel: string | null;
  readonly times = new TimeRange();
  readonly power = new PowerTracker();
  /** Of its settled times. */
  basis: TimeBasis | null = null;
  #count = 0;
  #numbered = 0;
  #firstRecord = Number.POSITIVE_INFINITY;
  #lastRecord = Number.NEGATIVE_INFINITY;
  readonly #runs = new RecordRuns();
  readonly #providers = new Set<string>();
  readonly #levels = new Set<Level>();
  /** What its sources say it is, where its events do not name it. */
  readonly #toldLogs = new Set<string>();
  readonly #order = new RecordOrder();
  readonly #marks = new ClockMarks();

  constructor(host: string | null, channel: string | null) {
    [this.host, this.channel] = [host, channel];
  }

  /** Once for all events of a kind. */
  know({ provider, level }: EventKind): void {
    if (provider !== null) this.#knowSource(canonicalProvider(provider));
    if (level !== null) this.#levels.add(level);
  }

  #knowSource(provider: string): void {
    if (this.#providers.size < MAX_REMEMBERED_PROVIDERS) this.#providers.add(provider);
    const log = this.channel === null ? logOfSource(provider) : null;
    if (log !== null) this.#toldLogs.add(log);
  }

  /** @param timeMs null: there is none, or it is not settled yet. @param mark of an event at which a clock shows */
  count(timeMs: number | null, recordId: number | null, mark: Pick<ClockMark, 'isSet'> | null): void {
    this.#count += 1;
    if (recordId !== null) this.#number(recordId);
    if (timeMs === null) return;
    this.times.exact.add(timeMs);
    if (recordId === null) return;
    if (this.channel === null) this.#order.see(recordId, timeMs);
    this.#runs.add(recordId, timeMs);
    if (mark !== null) this.#marks.add({ record: recordId, timeMs, ...mark });
  }

  #number(recordId: number): void {
    this.#numbered += 1;
    if (recordId < this.#firstRecord) this.#firstRecord = recordId;
    if (recordId > this.#lastRecord) this.#lastRecord = recordId;
  }

  /** @param told what the events themselves say is not covered */
  coverage(of: {
    readonly firstMs: number;
    readonly lastMs: number;
    readonly told: readonly CoverageGap[];
    readonly localBasis: TimeBasis;
    readonly isExport: boolean;
  }): LogCoverage {
    const numberedRuns = this.#numbered === this.#count ? this.#runs.all() : [];
    const whole = this.#completeness(numberedRuns.length, of.isExport);
    const channel = this.channel ?? (whole === 'selected' ? null : this.#toldLog());
    const completeness = channel === null ? 'selected' : whole;
    const runs = completeness === 'proven' ? numberedRuns : [];
    return {
      host: this.host,
      channel,
      firstMs: epochMs(of.firstMs),
      lastMs: epochMs(of.lastMs),
      events: this.#count,
      timeBasis: this.basis ?? (this.times.hasLocal ? of.localBasis : 'utc'),
      gaps: this.#gaps(runs, of.told),
      levels: this.#isFilteredByLevel(numberedRuns.length) ? [...this.#levels].sort() : 'all',
      completeness,
      runs,
      numbers: this.#numbered === this.#count ? { first: this.#firstRecord, last: this.#lastRecord } : null,
      marks: this.#marks.all(),
    };
  }

  /** null where no source tells, and where two logs stand together. */
  #toldLog(): string | null {
    const [log = null, ...others] = this.#toldLogs;
    return others.length === 0 && this.#order.isOfOneLog ? log : null;
  }

  /** Errors and warnings alone, and not because there was nothing else: between whole numbers nothing is missing. */
  #isFilteredByLevel(runCount: number): boolean {
    const isLoud = this.#levels.size > 0 && [...this.#levels].every(isWarningOrWorse);
    return isLoud && this.#count >= FILTERED_EVENTS && runCount !== 1;
  }

  /** Numbers without a jump prove; single records do not, they may have been picked by hand. */
  #completeness(runCount: number, isExport: boolean): LogCoverage['completeness'] {
    if (runCount > 0 && this.#numbered === this.#count) return runCount * 2 <= this.#count ? 'proven' : 'selected';
    const isWhole =
      this.#count >= WHOLE_EXPORT.events &&
      this.#providers.size >= WHOLE_EXPORT.providers &&
      this.#levels.size >= WHOLE_EXPORT.levels;
    return isExport && isWhole && this.#numbered === 0 ? 'assumed' : 'selected';
  }

  #gaps(runs: LogCoverage['runs'], told: readonly CoverageGap[]): readonly CoverageGap[] {
    const off = this.power.off.map(
      ({ fromMs, toMs, isUnexpected }): CoverageGap => ({
        ...{ fromMs: epochMs(fromMs), toMs: epochMs(toMs), why: 'off' },
        ...(isUnexpected ? { isUnexpected } : {}),
      }),
    );
    return sortGaps([...jumpsBetween(runs), ...off, ...told]);
  }
}
