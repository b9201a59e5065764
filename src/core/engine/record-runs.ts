import { epochMs } from '../model/brand.ts';
import type { CoverageGap, RecordRun } from '../model/scan.ts';
import { MINUTE_MS } from '../model/time-units.ts';

interface OpenRun {
  firstRecord: number;
  lastRecord: number;
  firstMs: number;
  lastMs: number;
}
/** A real log has a handful of runs; an export filtered by id has as many as records, and proves nothing. */
const MAX_RUNS = 4096;

/** Which record numbers of a log were there: stretches without a jump, whatever the order the records came in. */
export class RecordRuns {
  #runs: OpenRun[] = [];
  #last: OpenRun | null = null;
  #limit = MAX_RUNS;
  /** The numbers jump so often that the runs say nothing. */
  isScattered = false;

  add(record: number, timeMs: number): void {
    const last = this.#last;
    if (last !== null && (record === last.lastRecord + 1 || record === last.lastRecord)) {
      last.lastRecord = record;
      if (timeMs < last.firstMs) last.firstMs = timeMs;
      if (timeMs > last.lastMs) last.lastMs = timeMs;
      return;
    }
    if (this.isScattered) return;
    this.#last = { firstRecord: record, lastRecord: record, firstMs: timeMs, lastMs: timeMs };
    this.#runs.push(this.#last);
    if (this.#runs.length >= this.#limit) this.#tidy();
  }

  #tidy(): void {
    this.#runs = [...joinRuns(this.#runs)];
    this.#last = null;
    this.isScattered = this.#runs.length > MAX_RUNS / 2;
    this.#limit = this.#runs.length + MAX_RUNS / 2;
  }

  all(): readonly RecordRun[] {
    return this.isScattered ? [] : joinRecordRuns(this.#runs);
  }
}

export const joinRecordRuns = (runs: readonly Readonly<OpenRun>[]): readonly RecordRun[] =>
  joinRuns(runs).map((run) => ({ ...run, firstMs: epochMs(run.firstMs), lastMs: epochMs(run.lastMs) }));

/** The times in which numbers are missing. @param runs ascending by number */
export const jumpsBetween = (runs: readonly RecordRun[]): readonly CoverageGap[] =>
  runs.slice(1).flatMap((run, index): CoverageGap[] => {
    const ahead = runs[index];
    return ahead === undefined || run.firstMs <= ahead.lastMs
      ? []
      : [{ fromMs: ahead.lastMs, toMs: run.firstMs, why: 'jump' }];
  });

/** One record in two formats may tell its time in whole minutes here and in seconds there. */
const SAME_TIME_MS = MINUTE_MS;

/**
 * Runs of one log that continue or overlap each other by number are one. A log that was cleared, or a machine that was set back, gives the same numbers
 * again at other times: those are runs of their own, and what lies between is not covered.
 */
export function joinRuns(runs: readonly Readonly<OpenRun>[]): readonly OpenRun[] {
  const result: OpenRun[] = [];
  /** Those that a later run can still reach. */
  let open: OpenRun[] = [];
  for (const run of [...runs].sort((a, b) => a.firstRecord - b.firstRecord || a.firstMs - b.firstMs)) {
    open = open.filter(({ lastRecord }) => run.firstRecord <= lastRecord + 1);
    const same = open.find((other) => isOfOneLog(other, run));
    if (same === undefined) {
      const begun = { ...run };
      result.push(begun);
      open.push(begun);
      continue;
    }
    same.lastRecord = Math.max(same.lastRecord, run.lastRecord);
    same.firstMs = Math.min(same.firstMs, run.firstMs);
    same.lastMs = Math.max(same.lastMs, run.lastMs);
  }
  return result;
}

/** Records that both hold stand at one time in both. */
const isOfOneLog = (ahead: OpenRun, run: OpenRun): boolean =>
  run.firstRecord > ahead.lastRecord ||
  (run.firstMs <= ahead.lastMs + SAME_TIME_MS && run.lastMs >= ahead.firstMs - SAME_TIME_MS);
