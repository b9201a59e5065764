import type { Level } from '../../model/event.ts';
import { levelOfWord } from '../table/values.ts';
import { ownText } from '../text/copy-text.ts';

const MAX_NAMES = 4096;

/** One text for each name, so that a name that is kept does not keep the text it was cut from. */
export class Names {
  readonly #known = new Map<string, string>();
  readonly #levels = new Map<string, Level | null>();

  own(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_NAMES) this.#known.clear();
    const own = ownText(name);
    this.#known.set(own, own);
    return own;
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
    if (this.#levels.size < MAX_NAMES) this.#levels.set(ownText(word), level);
    return level;
  }
}
