import type { EventContent } from '../model/event.ts';
import { firstOfTexts } from '../model/event-texts.ts';
import { ofLastEvent } from './of-last-event.ts';
import { clip, lazyExpression } from './regex.ts';
import { unwrapped } from './unwrapped.ts';

/** @param lower the text in lower case, no longer than expressions look at. */
export type TextSearch = (text: string, lower: string) => boolean;

export const containsAny = (needles: readonly string[]): TextSearch => {
  const wanted = needles.map((needle) => needle.toLowerCase());
  return (_, lower) => wanted.some((needle) => lower.includes(needle));
};
export const matchesAny = (sources: readonly string[]): TextSearch => {
  const expressions = sources.map(lazyExpression);
  return (text, lower) => expressions.some((expression) => expression.test(text, lower));
};

/** A text that is searched as it is, then with the breaks of its lines as blanks; both are made once, however often it is searched. */
class SearchedText {
  readonly #text: string;
  #lower: string | null = null;
  #unwrapped: SearchedText | null | undefined;

  constructor(text: string) {
    this.#text = text;
  }
  holds(search: TextSearch): boolean {
    this.#lower ??= clip(this.#text).toLowerCase();
    return search(this.#text, this.#lower) || this.#whole()?.holds(search) === true;
  }
  #whole(): SearchedText | null {
    if (this.#unwrapped === undefined) {
      const whole = unwrapped(clip(this.#text));
      this.#unwrapped = whole === null ? null : new SearchedText(whole);
    }
    return this.#unwrapped;
  }
}

export const textHolds = (text: string, search: TextSearch): boolean => new SearchedText(text).holds(search);

/** What an event says, each text once. */
const textsOf = ofLastEvent((event) => {
  const texts: SearchedText[] = [];
  firstOfTexts(event, (text) => {
    texts.push(new SearchedText(text));
    return null;
  });
  return texts;
});

export const eventHolds = (event: EventContent, search: TextSearch): boolean =>
  textsOf(event).some((text) => text.holds(search));
