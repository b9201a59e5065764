import type { Level } from '../../model/event.ts';
import { levelOfWord } from '../table/values.ts';
import { ownText } from '../text/copy-text.ts';
import { OwnNames } from '../text/own-names.ts';

/** Of a hostile source. */
const MAX_WORDS = 4096;

/** The names of one source and the words for its levels, each read once. */
export class Names {
  readonly #names = new OwnNames();
  readonly #levels = new Map<string, Level | null>();

  own(name: string): string {
    return this.#names.own(name);
  }

  /** The name; null for one that stands for none. */
  ownOrNull(name: string | undefined): string | null {
    const trimmed = name?.trim() ?? '';
    return trimmed === '' || trimmed === '-' || trimmed === 'N/A' ? null : this.own(trimmed);
  }

  levelOf(word: string): Level | null {
    const known = this.#levels.get(word);
    if (known !== undefined) return known;
    const level = levelOfWord(word);
    if (this.#levels.size < MAX_WORDS) this.#levels.set(ownText(word), level);
    return level;
  }
}
