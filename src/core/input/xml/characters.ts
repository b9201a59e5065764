import { isRemoved } from '../text/clean.ts';
import { decodeEntities } from '../text/entities.ts';

/** What XML 1.0, section 2.2, does not allow, for a character class; with the `u` flag a surrogate matches only when it stands alone. */
export const NOT_ALLOWED = '\\0-\\x08\\v\\f\\x0e-\\x1f\\ufffe\\uffff\\p{Surrogate}';
const FORBIDDEN = new RegExp(`[${NOT_ALLOWED}]`, 'gu');
const REFERENCE = /&(?:#(?:(\d{1,10})|x([\da-f]{1,8}))|[a-z\d]{2,8});/gi;
const LAST_CODE_POINT = 0x10ffff;

/** Removes what XML forbids, raw or as a reference, and counts it. Entities that a DOCTYPE declares stay as they stand. */
export class Characters {
  removed = 0;

  strip(xml: string): string {
    return xml.replace(FORBIDDEN, this.#remove);
  }

  decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(REFERENCE, (whole, decimal?: string, hex?: string) => {
      if (decimal !== undefined) return this.#character(Number.parseInt(decimal, 10));
      return hex === undefined ? decodeEntities(whole) : this.#character(Number.parseInt(hex, 16));
    });
  }

  /** Numbers mean Unicode here; in HTML some mean another character. */
  #character(codePoint: number): string {
    const character = codePoint > LAST_CODE_POINT ? '' : this.strip(String.fromCodePoint(codePoint));
    if (codePoint > LAST_CODE_POINT) this.#remove();
    // What text was freed of does not come back as a reference.
    return isRemoved(character) ? '' : character;
  }

  readonly #remove = (): string => {
    this.removed += 1;
    return '';
  };
}
