import { epochMs } from '../model/brand.ts';
import type { RecordRun } from '../model/scan.ts';

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
    this.#runs = joined(this.#runs);
    this.#last = null;
    this.isScattered = this.#runs.length > MAX_RUNS / 2;
    this.#limit = this.#runs.length + MAX_RUNS / 2;
  }

  all(): readonly RecordRun[] {
    if (this.isScattered) return [];
    return joined(this.#runs).map((run) => ({ ...run, firstMs: epochMs(run.firstMs), lastMs: epochMs(run.lastMs) }));
  }
}

function joined(runs: readonly OpenRun[]): OpenRun[] {
  const result: OpenRun[] = [];
  for (const run of [...runs].sort((a, b) => a.firstRecord - b.firstRecord || a.firstMs - b.firstMs)) {
    const last = result.at(-1);
    if (last === undefined || run.firstRecord > last.lastRecord + 1) {
      result.push({ ...run });
      continue;
    }
    last.lastRecord = Math.max(last.lastRecord, run.lastRecord);
    last.firstMs = Math.min(last.firstMs, run.firstMs);
    last.lastMs = Math.max(last.lastMs, run.lastMs);
  }
  return result;
}
