import type { FreeText } from '../../../model/parser.ts';
import { FreeTextCollector } from '../../free-text.ts';

/** What tools write between records, and no words of people. */
const FILLER = /^(?:[\s,;]|Record \d+)*$/;

/** Words of people between records are free text; only whole lines of them, since log lines have a time before the record. */
export class WordsBetween {
  readonly #freeText = new FreeTextCollector();

  get found(): readonly FreeText[] {
    return this.#freeText.found;
  }

  add(words: string, line: number): void {
    if (FILLER.test(words)) return;
    for (const [index, text] of words.replace(/\n$/, '').split('\n').entries())
      if (!FILLER.test(text)) this.#freeText.add(text, line + index);
  }
}

/** Behind the last whole line of words before `next`, which is -1 when no record follows. */
export function endOfWords(window: string, next: number, complete: boolean): number {
  if (next === -1 && complete) return window.length;
  return window.lastIndexOf('\n', next === -1 ? window.length : next) + 1;
}
