import { LineCutter } from '../text/lines.ts';
import { Unwrapped, type Unwrapper } from './unwrapper.ts';

/** @param line 1-based; @returns what it holds, null: nothing, and the line is dropped */
export type UnwrapLine = (text: string, line: number) => string | null;

/** Takes each line of a text out of what it is wrapped in. */
export class LineUnwrapper implements Unwrapper {
  readonly #unwrap: UnwrapLine;
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #cutter = new LineCutter();
  #line = 0;

  constructor(unwrap: UnwrapLine) {
    this.#unwrap = unwrap;
  }

  push(text: string): string {
    for (const line of this.#cutter.push(text)) this.#take(line);
    this.#cutter.takeProblems();
    return this.#out.take();
  }

  end(): string {
    for (const line of this.#cutter.end()) this.#take(line);
    return this.#out.take();
  }

  #take(line: string): void {
    this.#line += 1;
    const text = this.#unwrap(line, this.#line);
    if (text !== null) this.#out.add(`${text}\n`, this.#line, text.includes('\n') ? 0 : 1);
  }
}

export function unwrapLines(head: string, unwrap: UnwrapLine): string {
  const unwrapper = new LineUnwrapper(unwrap);
  return unwrapper.push(head) + unwrapper.end();
}
