import { Finder } from '../../text/finder.ts';

/** No event is larger: a record of the log itself ends at 64 KiB. */
const MAX_EVENT_CHARACTERS = 8 << 20;

const MAX_TAG_CHARACTERS = 4096;
const MAX_PREFIX_CHARACTERS = 64;
const WORD = 'Event';
const NAMESPACE_END = 'events/event';
/** What stands between `<Event>` and `<System>`: blanks, and the markers of a tree view. */
const SYSTEM_NEXT = /[\s-]{0,512}<(?:[\w.-]{1,64}:)?System(?=[\s>])/y;
const SYSTEM_NEXT_CHARACTERS = 640; // the longest match, and a little more
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;

export interface EventStart {
  /** Of its `<`. */
  readonly index: number;
  /** Behind the `>` of its tag. */
  readonly contentIndex: number;
  /** `ns0:` or empty. */
  readonly prefix: string;
}
/** `open`: the text ends first. `reopened`: another event begins at `end`. `too-large`: reading goes on at `end`. */
export interface EventEnd {
  readonly kind: 'closed' | 'reopened' | 'open' | 'too-large';
  readonly end: number;
}

/**
 * Finds where events begin and end in one piece of text, without parsing them. An event begins at an `Event` tag with the namespace, or with
 * `System` next; markup inside CDATA and comments does not count. Every search goes forward only and remembers what it found, so that no
 * text costs more than its length.
 */
export class EventBoundaries {
  readonly #text: string;
  readonly #complete: boolean;
  readonly #words: Finder;
  readonly #tagStarts: Finder;
  readonly #tagEnds: Finder;
  /** `!` is rare where `<` is not. */
  readonly #marks: Finder;
  readonly #cdataEnds: Finder;
  readonly #commentEnds: Finder;

  /** @param complete false when more text may follow: what it could change is left open. */
  constructor(text: string, complete: boolean) {
    this.#text = text;
    this.#complete = complete;
    this.#words = new Finder(text, WORD);
    this.#tagStarts = new Finder(text, '<');
    this.#tagEnds = new Finder(text, '>');
    this.#marks = new Finder(text, '!');
    this.#cdataEnds = new Finder(text, ']]>');
    this.#commentEnds = new Finder(text, '-->');
  }

  /** The first event that begins at or after `from`; a number is the place where one may begin that is not whole yet. */
  nextStart(from: number): EventStart | number | null {
    for (let word = this.#text.indexOf(WORD, from); word !== -1; word = this.#text.indexOf(WORD, word + 1)) {
      const index = this.#tagIndex(word);
      const start = index < from ? null : this.#startAt(index, word);
      if (start !== null) return start;
    }
    return this.#complete ? null : this.#cutTag(from);
  }

  /** @param from inside the event, outside any comment or CDATA. */
  endOf(start: EventStart, from: number): EventEnd {
    const limit = start.index + MAX_EVENT_CHARACTERS;
    const closing = `</${start.prefix}`;
    let [at, depth] = [from, 0];
    for (;;) {
      const word = this.#words.next(at);
      const mark = this.#marks.next(at);
      if (mark !== -1 && mark < limit && (word === -1 || mark < word)) {
        const after = this.#afterMark(mark, limit);
        if (after === null) return OPEN;
        at = after;
        continue;
      }
      if (word === -1 || word > limit) return this.#text.length > limit ? { kind: 'too-large', end: limit } : OPEN;
      at = word + WORD.length;
      if (this.#text.startsWith(closing, word - closing.length)) {
        const end = this.#closingEnd(at);
        if (end === null) return OPEN;
        if (end !== -1 && depth-- === 0) return { kind: 'closed', end };
        continue;
      }
      const index = this.#tagIndex(word);
      const next = index === -1 ? null : this.#startAt(index, word);
      if (typeof next === 'number' && !this.#complete) return OPEN;
      if (next !== null && typeof next !== 'number') return { kind: 'reopened', end: next.index };
      if (index !== -1 && this.#opensInner(word, index, start.prefix)) depth += 1;
    }
  }

  /** Of the `<` before the word and its prefix; -1 when it is no opening tag. */
  #tagIndex(word: number): number {
    const before = this.#text.charCodeAt(word - 1);
    if (before === LESS) return word - 1;
    if (before !== COLON) return -1;
    const prefix = /<[\w.-]+$/.exec(this.#text.slice(Math.max(0, word - MAX_PREFIX_CHARACTERS), word - 1));
    return prefix === null ? -1 : word - 1 - prefix[0].length;
  }

  #startAt(index: number, word: number): EventStart | number | null {
    const after = word + WORD.length;
    if (after === this.#text.length) return this.#complete ? null : index;
    if (!this.#endsName(after)) return null;
    const tagEnd = this.#tagEnds.next(after);
    const nextTag = this.#tagStarts.next(after);
    // No tag holds a `<`; so no text is looked at for two tags.
    if (nextTag !== -1 && (tagEnd === -1 || nextTag < tagEnd)) return null;
    if (tagEnd === -1) return this.#mayGoOn(index, after) ? index : null;
    if (tagEnd - index > MAX_TAG_CHARACTERS || this.#text.charCodeAt(tagEnd - 1) === SLASH) return null;
    if (!this.#namesSchema(after, tagEnd) && !this.#systemFollows(tagEnd + 1))
      return !this.#complete && this.#text.length - tagEnd < SYSTEM_NEXT_CHARACTERS ? index : null;
    return { index, contentIndex: tagEnd + 1, prefix: index + 1 === word ? '' : this.#text.slice(index + 1, word) };
  }

  /** Is a tag that the end of the text cuts the beginning of an event? At the end of all text only if it says so. */
  #mayGoOn(index: number, after: number): boolean {
    if (this.#text.length - index > MAX_TAG_CHARACTERS) return false;
    return !this.#complete || /^\s+xmlns/.test(this.#text.slice(after, after + 64));
  }

  #namesSchema(from: number, tagEnd: number): boolean {
    // Mostly the namespace is the last thing in the tag, before a quote.
    if (this.#text.startsWith(NAMESPACE_END, tagEnd - NAMESPACE_END.length - 1)) return true;
    return this.#text.slice(from, tagEnd).includes(NAMESPACE_END);
  }

  #systemFollows(from: number): boolean {
    SYSTEM_NEXT.lastIndex = from;
    return SYSTEM_NEXT.test(this.#text);
  }

  /** The `<` of a tag that the end of the text cuts, where it may be that of an event. */
  #cutTag(from: number): number | null {
    const index = this.#text.lastIndexOf('<');
    const length = this.#text.length - index;
    return index >= from && length <= MAX_PREFIX_CHARACTERS + WORD.length && !this.#text.includes('>', index)
      ? index
      : null;
  }

  /** Behind the CDATA section or comment that a `!` may open; null when its end may still come. One that has no end is text. */
  #afterMark(mark: number, limit: number): number | null {
    if (this.#text.charCodeAt(mark - 1) !== LESS) return mark + 1;
    const isComment = this.#text.startsWith('--', mark + 1);
    if (!isComment && !this.#text.startsWith('[CDATA[', mark + 1))
      return this.#complete || this.#text.length - mark > '![CDATA['.length ? mark + 1 : null;
    const end = isComment ? this.#commentEnds.next(mark + 3) : this.#cdataEnds.next(mark + 8);
    if (end !== -1 && end <= limit) return end + 3;
    return end === -1 && !this.#complete && this.#text.length <= limit ? null : mark + 1;
  }

  /** Behind the `>` of a closing tag; -1 when it is another tag, null when the text ends in it. */
  #closingEnd(after: number): number | null {
    let at = after;
    while (this.#isBlank(at)) at += 1;
    if (at === this.#text.length) return this.#complete ? -1 : null;
    return this.#text.charCodeAt(at) === GREATER ? at + 1 : -1;
  }

  /** An element of the payload may itself be called `Event`. */
  #opensInner(word: number, index: number, prefix: string): boolean {
    if (!this.#endsName(word + WORD.length) || this.#text.slice(index + 1, word) !== prefix) return false;
    const tagEnd = this.#tagEnds.next(word);
    return tagEnd !== -1 && this.#text.charCodeAt(tagEnd - 1) !== SLASH;
  }

  #endsName(at: number): boolean {
    return this.#text.charCodeAt(at) === GREATER || this.#isBlank(at);
  }
  #isBlank(at: number): boolean {
    return this.#text.charCodeAt(at) <= SPACE;
  }
}
const OPEN: EventEnd = { kind: 'open', end: -1 };
