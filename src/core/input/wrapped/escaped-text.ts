import { TextCleaner } from '../text/clean.ts';
import { unescapeText } from '../text/unescape.ts';
import { createWrappedParser } from './parser.ts';
import { Unwrapped, type Unwrapper } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** The longest that the end of a piece can cut. */
const LONGEST = 6;

/** Fewer may be a path: `C:\new`. */
const MIN_BREAKS = 4;
/** So many escaped line breaks stand in a line. */
const MIN_SHARE = 3;

/** Are the line breaks of this text escapes, nearly all of them? */
function isEscaped(head: string): boolean {
  if (!head.includes('\\n')) return false;
  const escaped = head.split('\\n').length - 1;
  return escaped >= MIN_BREAKS && escaped >= (head.trim().split('\n').length - 1) * MIN_SHARE;
}

/** Puts characters in the place of escapes, in a text of any length. */
export class EscapeDecoder {
  readonly #cleaner = new TextCleaner();
  /** An escape that the last piece may have cut. */
  #held = '';

  push(text: string): string {
    const whole = this.#held + text;
    const cut = cutAt(whole);
    this.#held = whole.slice(cut);
    return this.#cleaner.push(unescapeText(whole.slice(0, cut)));
  }

  end(): string {
    return this.#cleaner.push(unescapeText(this.#held)) + this.#cleaner.end();
  }
}

class Unescaper implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #decoder = new EscapeDecoder();
  #line = 1;

  push(text: string): string {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        this.#out.add(this.#decoder.push('\n'), this.#line, 0);
        this.#line += 1;
      }
      this.#out.add(this.#decoder.push(line), this.#line, 0);
    }
    return this.#out.take();
  }

  end(): string {
    this.#out.add(this.#decoder.end(), this.#line, 0);
    return this.#out.take();
  }
}

/** Where the last escape begins that the end of a piece may have cut. */
function cutAt(text: string): number {
  const at = text.indexOf('\\', Math.max(0, text.length - LONGEST));
  if (at < 0) return text.length;
  // After an odd number of others it is the second half of an escape.
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return at - ((at - first) % 2);
}
const BACKSLASH = 0x5c;

/** A text whose line breaks were written as `\n`: a string of a program, a value of a log line. */
export const escapedTextFormat = wrappedFormat({
  name: 'escaped-text',
  unwrapHead: (head) => (isEscaped(head) ? unescapeText(head) : null),
  create: createWrappedParser(() => new Unescaper()),
});
