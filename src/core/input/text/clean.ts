/** Direction and byte order marks, as they stand in a class of an expression. */
export const FORMAT_CHARACTERS = '\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff';
// The controls are named by their numbers: a control itself in a pattern is what linters, rightly, take for a mistake.
const CONTROLS = '\\0-\\x08\\f\\x0e-\\x1f';

const UNWANTED = new RegExp(`[${CONTROLS}\\v\\u2028\\u2029${FORMAT_CHARACTERS}]`);
const ODD_LINE_ENDS = /[\v\u2028\u2029]/g;
const CONTROL_RUN = new RegExp(`[${CONTROLS}]+`, 'g');
const FORMAT_RUN = new RegExp(`[${FORMAT_CHARACTERS}]+`, 'g');
const ESCAPE = '\\x1b';
/** Colours and cursor moves of a terminal. @see ECMA-48, 5.4 control sequences; the lengths are bounds of ours */
const TERMINAL_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-?]{0,32}[ -/]{0,4}[@-~]`, 'g');
const CUT_TERMINAL_SEQUENCE = new RegExp(`${ESCAPE}(?:\\[[0-?]{0,32}[ -/]{0,4})?$`);
const LONGEST_CUT_SEQUENCE = 38;

/** Text as a parser wants it: `\n` ends a line, and no control, direction mark or terminal colour is left. */
export class TextCleaner {
  /** The beginning of a terminal sequence that the last piece cut. */
  #cutSequence = '';
  #endsInReturn = false;
  #controls = 0;

  /** Control characters removed so far. */
  get controls(): number {
    return this.#controls;
  }

  /** @param isPlain the text is ASCII without controls beside TAB, CR and LF */
  push(piece: string, isPlain = false): string {
    const text = this.#cutSequence + piece;
    if (isPlain && this.#cutSequence === '') return this.#endLines(text);
    this.#cutSequence = '';
    if (!UNWANTED.test(text)) return this.#endLines(text);
    const cutAt = text.slice(-LONGEST_CUT_SEQUENCE).search(CUT_TERMINAL_SEQUENCE);
    const end = cutAt < 0 ? text.length : Math.max(0, text.length - LONGEST_CUT_SEQUENCE) + cutAt;
    this.#cutSequence = text.slice(end);
    return this.#endLines(this.#remove(text.slice(0, end)));
  }

  end(): string {
    const rest = this.#remove(this.#cutSequence);
    this.#cutSequence = '';
    const text = this.#endLines(rest);
    if (!this.#endsInReturn) return text;
    this.#endsInReturn = false;
    return `${text}\n`;
  }

  #remove(text: string): string {
    const plain = text.replace(TERMINAL_SEQUENCE, '').replace(FORMAT_RUN, '').replace(ODD_LINE_ENDS, '\n');
    const cleaned = plain.replace(CONTROL_RUN, '');
    this.#controls += plain.length - cleaned.length;
    return cleaned;
  }

  /** A CR at the end waits: the next piece may begin with its LF. */
  #endLines(piece: string): string {
    const text = this.#endsInReturn && piece !== '' ? `\r${piece}` : piece;
    if (piece !== '') this.#endsInReturn = false;
    if (text.indexOf('\r') < 0) return text;
    this.#endsInReturn = text.endsWith('\r');
    const whole = this.#endsInReturn ? text.slice(0, -1) : text;
    const joined = whole.replaceAll('\r\n', '\n');
    return joined.indexOf('\r') < 0 ? joined : joined.replaceAll('\r', '\n');
  }
}

const DROPPED = new RegExp(`[${CONTROLS}${FORMAT_CHARACTERS}]`);
/** Is this a character that the cleaner removes? What an escape stands for must not bring it back. */
export const isRemoved = (character: string): boolean => DROPPED.test(character);
