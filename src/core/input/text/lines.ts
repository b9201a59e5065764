import type { Problem } from '../../model/problems.ts';

/** No event is longer; a file on one line must not fill the memory. */
export const MAX_LINE_CHARACTERS = 1 << 20;

/** Cuts cleaned text into lines. A line that comes in pieces costs its length once, one that never ends `MAX_LINE_CHARACTERS`. */
export class LineCutter {
  #line = '';
  /** Of the whole line, with what was cut off. */
  #length = 0;
  #finished = 0;
  #problems: Problem[] = [];

  /** The lines that `text` ends, without their `\n`; of a line that is too long its beginning. */
  push(text: string): string[] {
    const lines = text.split('\n');
    const last = lines.length - 1;
    for (let index = 0; index <= last; index += 1) {
      this.#add(lines[index] ?? '');
      if (index < last) lines[index] = this.#finish();
    }
    lines.length = last;
    return lines;
  }

  /** The last line, when no line end follows it. */
  end(): string[] {
    return this.#length === 0 ? [] : [this.#finish()];
  }

  /** What was cut since the last call. */
  takeProblems(): Problem[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  #add(piece: string): void {
    const room = MAX_LINE_CHARACTERS - this.#line.length;
    if (room > 0) this.#line += piece.length <= room ? piece : piece.slice(0, room);
    this.#length += piece.length;
  }

  #finish(): string {
    const line = this.#line;
    this.#finished += 1;
    if (this.#length > MAX_LINE_CHARACTERS) {
      const detail = `${this.#length} characters`;
      this.#problems.push({ code: 'text/line-too-long', position: this.#finished, detail });
    }
    this.#line = '';
    this.#length = 0;
    return line;
  }
}
