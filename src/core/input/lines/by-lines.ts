import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch } from '../../model/parser.ts';
import { LineCutter } from '../text/lines.ts';

/** Makes events of the lines of a text, in order. */
export interface ReadsLines {
  /** @param number of the line, 1-based */
  take(line: string, number: number, batch: ParsedBatch): void;
  /** What still waits for another line. */
  end?(batch: ParsedBatch): void;
  findings(): ParserFindings;
}

/** Makes a parser of what reads lines: a line may come in pieces, and one that is too long is a problem. */
export const parserByLines =
  (createReader: (context: ParserContext) => ReadsLines): CreateTextParser =>
  (context) =>
    new ParserByLines(createReader(context));

class ParserByLines implements TextParser {
  readonly #reader: ReadsLines;
  readonly #cutter = new LineCutter();
  #number = 0;

  constructor(reader: ReadsLines) {
    this.#reader = reader;
  }

  push(text: string): ParsedBatch {
    return this.#read(this.#cutter.push(text));
  }

  end(): ParsedBatch {
    const batch = this.#read(this.#cutter.end());
    this.#reader.end?.(batch);
    return batch;
  }

  findings(): ParserFindings {
    return this.#reader.findings();
  }

  #read(lines: readonly string[]): ParsedBatch {
    const batch = emptyBatch();
    for (const line of lines) {
      this.#number += 1;
      this.#reader.take(line, this.#number, batch);
    }
    batch.problems.push(...this.#cutter.takeProblems());
    return batch;
  }
}
