import { copyText } from './copy-text.ts';

const MAX_TEXTS = 64;

interface KnownText<Meaning> {
  readonly text: string;
  readonly probeIndex: number;
  readonly probe: number;
  readonly meaning: Meaning;
}

/** Texts that come again and again in a source, with what reading them gave: comparing is several times as fast as reading. */
export class KnownTexts<Meaning> {
  /** The frequent ones come first. */
  readonly #texts: KnownText<Meaning>[] = [];

  /** What the known text at `index` means; null when none stands there. */
  find(window: string, index: number): Meaning | null {
    const texts = this.#texts;
    for (let at = 0; at < texts.length; at++) {
      const known = texts[at];
      if (known === undefined || window.charCodeAt(index + known.probeIndex) !== known.probe) continue;
      if (window.slice(index, index + known.text.length) !== known.text) continue;
      const before = texts[at - 1];
      if (before !== undefined) {
        texts[at - 1] = known;
        texts[at] = before;
      }
      return known.meaning;
    }
    return null;
  }

  /** @param probeIndex of a character in which most texts differ */
  add(text: string, probeIndex: number, meaning: Meaning): void {
    if (this.#texts.length === MAX_TEXTS) this.#texts.pop();
    this.#texts.push({ text: copyText(text), probeIndex, probe: text.charCodeAt(probeIndex), meaning });
  }
}
