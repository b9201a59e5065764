import { groupBy } from '../../model/group-by.ts';
import { beginningPattern } from './beginning-pattern.ts';
import { MANIFEST_BEGINNINGS } from './manifest-beginnings.ts';
import { MESSAGE_BEGINNINGS } from './message-beginnings.ts';
import type { ToldEvent } from './told-event.ts';

/** The event that a message tells which begins with certain words. */
export interface Beginning extends ToldEvent {
  readonly isBeginningOf: (message: string) => boolean;
}
interface Opened extends Beginning {
  /** What a text beginning so starts with as it stands. */
  readonly opening: string;
}

const OPENING_CHARACTERS = 24;
/** Of messages that begin with a name in quotes (`'VM1' failed to …`), what follows it tells them apart. */
const NAMED = "'…'";
const withoutName = (text: string): string => (text.startsWith("'") ? text.replace(/^'[^'\n]{1,255}'/, NAMED) : text);
function openingOf(text: string): string {
  const name = text.startsWith(NAMED) ? NAMED : '';
  const [before = ''] = text.slice(name.length, OPENING_CHARACTERS).split('…');
  return name + before;
}

const longestWordOf = (text: string): string =>
  text.split(/[ …]/).reduce((longest, word) => (word.length > longest.length ? word : longest));
/** A log meets a few of more than a thousand: the expression is made when a text comes near. */
function matcherOf(text: string): Beginning['isBeginningOf'] {
  let known: { readonly longestWord: string; readonly pattern: RegExp } | null = null;
  return (message) => {
    known ??= { longestWord: longestWordOf(text), pattern: beginningPattern(text) };
    return message.includes(known.longestWord) && known.pattern.test(message);
  };
}
const opened = (): readonly Opened[] =>
  [...MESSAGE_BEGINNINGS, ...MANIFEST_BEGINNINGS].flatMap(({ beginnings, log, source, level }) =>
    beginnings.map(([eventId, text]) => ({
      ...{ log, source, level, eventId },
      opening: openingOf(text),
      isBeginningOf: matcherOf(text),
    })),
  );

/** Texts without events have millions of lines, nearly none of which begins so: two characters tell most of them apart. */
const KEY_LENGTHS = [12, 6, 2];
class BeginningIndex {
  readonly #byKey: ReadonlyMap<string, readonly Opened[]>;
  readonly #firstTwo: ReadonlySet<string>;

  constructor(all: readonly Opened[]) {
    this.#byKey = groupBy(all, ({ opening }) =>
      opening.slice(
        0,
        KEY_LENGTHS.find((length) => length <= opening.length),
      ),
    );
    this.#firstTwo = new Set(all.map(({ opening }) => opening.slice(0, 2)));
  }
  like(text: string): readonly Beginning[] {
    return this.#firstTwo.has(text.slice(0, 2)) ? this.#withKey(text) : NONE;
  }
  #withKey(text: string): readonly Beginning[] {
    return KEY_LENGTHS.flatMap((length) => this.#byKey.get(text.slice(0, length)) ?? []).filter(({ opening }) =>
      text.startsWith(opening),
    );
  }
}
const NONE: readonly Beginning[] = [];

/** Most inputs have no text to look for. */
let index: BeginningIndex | null = null;
/** The beginnings of the tables that a text may have. */
export function beginningsLike(text: string): readonly Beginning[] {
  index ??= new BeginningIndex(opened());
  return index.like(withoutName(text));
}
