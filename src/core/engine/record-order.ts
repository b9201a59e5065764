import { JITTER_MS } from './relations.ts';

/** A clock is set back now and then; more often than this the numbers are those of several logs in one file. */
const MAX_STEPS = 20;

/** Do the times of a log follow its record numbers, whichever end it begins with? */
export class RecordOrder {
  #lastRecord: number | null = null;
  #lastMs = 0;
  #steps = 0;

  see(record: number, timeMs: number): void {
    if (this.#lastRecord !== null) {
      const aheadMs = record > this.#lastRecord ? timeMs - this.#lastMs : this.#lastMs - timeMs;
      if (aheadMs < -JITTER_MS) this.#steps += 1;
    }
    [this.#lastRecord, this.#lastMs] = [record, timeMs];
  }

  get isOfOneLog(): boolean {
    return this.#steps <= MAX_STEPS;
  }
}
