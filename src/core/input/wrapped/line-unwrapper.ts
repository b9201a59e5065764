import { LineCutter } from '../text/lines.ts';
import { Unwrapped, type Unwrapper } from './unwrapper.ts';

/** Takes the lines of a text one by one and adds what they hold. */
export interface LineTaker {
  /** @param line 1-based */
  take(text: string, line: number): void;
  /** What still waits for more. @param line the last one */
  end?(line: number): void;
}

/** Takes a text apart by lines. */
export class LineUnwrapper implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #cutter = new LineCutter();
  readonly #reader: LineTaker;
  #line = 0;

  constructor(createReader: (out: Unwrapped) => LineTaker) {
    this.#reader = createReader(this.#out);
  }

  push(text: string): string {
    this.#take(this.#cutter.push(text));
    this.#cutter.takeProblems();
    return this.#out.take();
  }

  end(): string {
    this.#take(this.#cutter.end());
    this.#reader.end?.(this.#line);
    return this.#out.take();
  }

  #take(lines: readonly string[]): void {
    for (const line of lines) {
      this.#line += 1;
      this.#reader.take(line, this.#line);
    }
  }
}

/** @param line 1-based; @returns what it holds, null: nothing, and the line is dropped */
export type UnwrapLine = (text: string, line: number) => string | null;

/** A reader that looks at each line alone. */
export const lineByLine =
  (unwrap: UnwrapLine) =>
  (out: Unwrapped): LineTaker => ({
    take: (line, number) => {
      const text = unwrap(line, number);
      if (text !== null) out.addLine(text, number);
    },
  });
