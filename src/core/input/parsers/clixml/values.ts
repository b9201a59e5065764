import type { PayloadElement } from '../../../model/event.ts';
import { attributeOf, elementsOf, localName, textIn } from '../../event-schema/elements.ts';

/** A UTF-16 unit that XML or the writer could not keep. @see MS-PSRP 2.2.5.3.2 Encoding Strings */
const ESCAPED = /_x([\dA-F]{4})_/gi;
const decodeText = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** Members of an object whose own properties end where others begin. */
const MEMBERS = new Set(['Props', 'MS']);
const LISTS = new Set(['LST', 'IE', 'QUE', 'STK']);
const NOTHING = new Set(['Nil', 'Ref', 'TN', 'TNRef']);

/** The properties of a serialised object by name. @see MS-PSRP 2.2.5 Serialization */
export class ClixmlObject {
  readonly #byName = new Map<string, PayloadElement>();

  constructor(object: PayloadElement) {
    for (const part of elementsOf(object).filter((element) => MEMBERS.has(localName(element)))) {
      for (const element of elementsOf(part)) {
        const name = attributeOf(element, 'N');
        if (name !== null && !this.#byName.has(name)) this.#byName.set(name, element);
      }
    }
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }
  /** null without a value; of an object what it prints as. */
  text(name: string): string | null {
    const element = this.#byName.get(name);
    return element === undefined ? null : textOf(element);
  }
  /** The items of a list; one value is a list of one. */
  items(name: string): readonly PayloadElement[] {
    const element = this.#byName.get(name);
    if (element === undefined) return [];
    const list = elementsOf(element).find((part) => LISTS.has(localName(part)));
    return list === undefined ? [] : elementsOf(list);
  }
  /** Bytes in Base64. */
  bytes(name: string): string | null {
    const element = this.#byName.get(name);
    if (element === undefined) return null;
    const bytes = localName(element) === 'BA' ? element : elementsOf(element).find((part) => localName(part) === 'BA');
    return bytes === undefined ? null : textIn(bytes);
  }
}

/** @returns null for nothing. */
export function textOf(element: PayloadElement): string | null {
  const kind = localName(element);
  if (NOTHING.has(kind)) return null;
  if (kind !== 'Obj') return decodeText(textIn(element));
  const own = elementsOf(element).filter(
    (part) => !NOTHING.has(localName(part)) && part.name !== 'Props' && part.name !== 'MS',
  );
  // A value that carries members of its own, such as an enumeration, stands before them.
  const value = own.find(
    (part) => localName(part) !== 'ToString' && !LISTS.has(localName(part)) && localName(part) !== 'DCT',
  );
  const shown = value ?? own.find((part) => localName(part) === 'ToString');
  return shown === undefined ? null : decodeText(textIn(shown));
}
