import { BACKSLASH, CLOSE_OBJECT, COMMA, LINE_END, QUOTE } from '../parsers/json/syntax.ts';

/** A list of records on one line is read line by line as any other text, and no line may be longer than an event. */
const LONG_LINE = 1 << 16;
const BLANK = 0x20;

/** Ends long lines of JSON between two objects, where a line end means nothing. */
export class RecordLines {
  #length = 0;
  #isInside = false;
  #isEscaped = false;
  #isBehindObject = false;

  push(text: string): string {
    let broken = '';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      this.#length = unit === LINE_END ? 0 : this.#length + 1;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isInside && unit === BACKSLASH) this.#isEscaped = true;
      else if (unit === QUOTE) this.#isInside = !this.#isInside;
      if (this.#isInside || unit <= BLANK) continue;
      if (unit === COMMA && this.#isBehindObject && this.#length > LONG_LINE) {
        broken += `${text.slice(from, at + 1)}\n`;
        [from, this.#length] = [at + 1, 0];
      }
      this.#isBehindObject = unit === CLOSE_OBJECT;
    }
    return broken + text.slice(from);
  }
}
