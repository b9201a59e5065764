import { PROBLEMS, type Problem } from '../core/model/problems.ts';
import { STANDARD_INPUT } from './io.ts';

/** Problems of the inputs of a stream, each kind of a source once; said when the events are out. */
export class ProblemNotes {
  readonly #notes = new Map<string, { readonly place: string; readonly problem: Problem; count: number }>();

  add(place: string, problem: Problem): void {
    const key = JSON.stringify([place, problem.code]);
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { place, problem, count: 1 });
    else known.count += 1;
  }

  /** Some input could not be looked at. */
  get isIncomplete(): boolean {
    return [...this.#notes.values()].some(({ problem }) => problem.code.startsWith('input/'));
  }

  sentences(): readonly string[] {
    return [...this.#notes.values()].map(({ place, problem: { code }, count }) =>
      [
        `${place === STANDARD_INPUT ? 'standard input' : place}:`,
        count > 1 ? `${count} ×` : '',
        PROBLEMS[code],
        `[${code}]`,
      ]
        .filter((word) => word !== '')
        .join(' '),
    );
  }
}
