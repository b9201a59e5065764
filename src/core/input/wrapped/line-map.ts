import { upperBound } from '../../model/sorted.ts';

/** Where lines of a text that was taken out of another stand in that other: runs that go on line by line, or stay in one line. */
interface Run {
  readonly line: number;
  readonly source: number;
  readonly step: number;
}

/** A text of any length costs no more; what is behind the last run is told as if it went on. */
const MAX_RUNS = 1 << 16;

/** Line numbers of a text as those of its source, both 1-based. */
export class LineMap {
  readonly #runs: Run[] = [{ line: 1, source: 1, step: 1 }];

  /** From this line on: @param step how much further down in the source each line stands; 0: all of them stand in one */
  note(line: number, source: number, step: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.step === step && sourceIn(last, line) === source) return;
    if (last?.line === line) this.#runs.pop();
    if (this.#runs.length < MAX_RUNS) this.#runs.push({ line, source, step });
  }

  sourceOf(line: number): number {
    const run = this.#runs[Math.max(0, upperBound(this.#runs, line, (one) => one.line) - 1)];
    return run === undefined ? line : sourceIn(run, line);
  }
}

const sourceIn = ({ line, source, step }: Run, at: number): number => source + (at - line) * step;
