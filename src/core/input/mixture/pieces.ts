import type { Problem } from '../../model/problems.ts';
import { LineCutter } from '../text/lines.ts';

/** A line, or the part of one up to the end of an event in XML: exports put a whole log on one line. */
export interface Piece {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** A line end follows. */
  readonly isEnd: boolean;
}

/** So many pieces behind the one in hand may be looked at. */
export const LOOKAHEAD = 8;

const EVENT_END = '</Event>';
/** Behind the end of an event, so that the cut keeps it with its event. */
const CUT = /(?<=<\/Event>)/;

/** Cuts text into pieces, whatever pieces it comes in. */
export class PieceCutter {
  readonly #lines = new LineCutter();
  #problems: Problem[] = [];
  #line = 1;
  /** Pieces counted before, and the lines of those just cut. */
  #counted = 0;
  readonly #cutLines: number[] = [];
  /** The end of the text, while it may be the beginning of an event's end. */
  #held = '';

  push(text: string): readonly Piece[] {
    const whole = this.#held + text;
    const from = whole.lastIndexOf('<');
    const isCut = from >= 0 && whole.length - from < EVENT_END.length && EVENT_END.startsWith(whole.slice(from));
    this.#held = isCut ? whole.slice(from) : '';
    return this.#cut(isCut ? whole.slice(0, from) : whole);
  }

  end(): readonly Piece[] {
    const pieces = [...this.#cut(this.#held)];
    this.#held = '';
    this.#add(pieces, this.#lines.end(), false);
    return pieces;
  }

  /** Text up to this line was cut by somebody else. */
  goOnAt(line: number): void {
    this.#line = line;
  }

  /** What was cut off since the last call. */
  takeProblems(): readonly Problem[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  #cut(text: string): Piece[] {
    const pieces: Piece[] = [];
    const parts = text.includes(EVENT_END) ? text.split(CUT) : [text];
    for (const [index, part] of parts.entries()) {
      this.#add(pieces, this.#lines.push(part), true);
      if (index < parts.length - 1 || part.endsWith(EVENT_END)) this.#add(pieces, this.#lines.end(), false);
    }
    return pieces;
  }

  #add(pieces: Piece[], texts: readonly string[], isEnd: boolean): void {
    for (const text of texts) {
      pieces.push({ text, line: this.#line, isEnd });
      this.#cutLines.push(this.#line);
      if (isEnd) this.#line += 1;
    }
    // The cutter numbers pieces, not lines.
    for (const problem of this.#lines.takeProblems()) {
      const line = this.#cutLines[(problem.position ?? 0) - this.#counted - 1] ?? this.#line;
      this.#problems.push({ ...problem, position: line });
    }
    this.#counted += this.#cutLines.length;
    this.#cutLines.length = 0;
  }
}
