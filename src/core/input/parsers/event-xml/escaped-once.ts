import { decodeEntities } from '../../text/entities.ts';

/** `<Event` or, after a copy out of a web page, `&lt;Event`, with what may stand behind it. */
const RAW_START = /<(?:[\w.-]{1,64}:)?Event[\s>]/;
const FIRST_START = /(<|&lt;)(?:[\w.-]{1,64}:)?Event(?:[\s>]|&gt;)/;
const START_CHARACTERS = 80; // the longest match
const REFERENCE_CHARACTERS = 13; // `&#1234567890;`

/**
 * Undoes one round of escaping in a text whose first event begins with `&lt;Event`, up to an event that stands there unescaped.
 */
export class EscapedOnce {
  #state: 'undecided' | 'escaped' | 'raw' = 'undecided';
  #held = '';

  push(piece: string): string {
    if (this.#state === 'raw') return piece;
    return this.#read(this.#held + piece, false);
  }

  end(): string {
    return this.#state === 'raw' ? '' : this.#read(this.#held, true);
  }

  #read(text: string, complete: boolean): string {
    this.#held = '';
    if (this.#state === 'undecided') {
      const start = FIRST_START.exec(text);
      if (start === null) return this.#hold(text, complete ? 0 : heldBack(text, /[<&]/));
      if (start[1] === '<') return this.#toRaw(text);
      this.#state = 'escaped';
      return text.slice(0, start.index) + this.#read(text.slice(start.index), complete);
    }
    const raw = RAW_START.exec(text);
    if (raw !== null) return decodeEntities(text.slice(0, raw.index)) + this.#toRaw(text.slice(raw.index));
    return decodeEntities(this.#hold(text, complete ? 0 : heldBack(text, /</)));
  }

  #toRaw(text: string): string {
    this.#state = 'raw';
    return text;
  }

  /** Keeps the last `count` characters for the next piece. */
  #hold(text: string, count: number): string {
    this.#held = text.slice(text.length - count);
    return text.slice(0, text.length - count);
  }
}

/** How many characters at the end may be the beginning of a start or of a reference. */
function heldBack(text: string, opener: RegExp): number {
  const start = text.slice(-START_CHARACTERS).search(opener);
  const reference = text.slice(-REFERENCE_CHARACTERS).search(/&[^;]*$/);
  const ofStart = start === -1 ? 0 : Math.min(START_CHARACTERS, text.length) - start;
  const ofReference = reference === -1 ? 0 : Math.min(REFERENCE_CHARACTERS, text.length) - reference;
  return Math.max(ofStart, ofReference);
}
