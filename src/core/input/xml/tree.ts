import type { X2jOptions, XMLParser, XMLValidator } from 'fast-xml-parser';
import type { PayloadElement } from '../../model/event.ts';
import { joinLines } from '../event-schema/values.ts';
import type { OwnNames } from '../text/own-names.ts';
import type { Characters } from './characters.ts';
import { PlainXmlReader } from './plain-xml.ts';

const CDATA = '#cdata';
/** Its defaults lose data: numbers lose zeros, texts their blanks, lists of one become values, and constructor names are renamed. */
const OPTIONS: X2jOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignorePiTags: true,
  ignoreDeclaration: true,
  cdataPropName: CDATA,
  jPath: false,
  onDangerousProperty: (name) => name,
};
const ATTRIBUTES = ':@';
const TEXT = '#text';

interface XmlLibrary {
  readonly parser: XMLParser;
  readonly validate: typeof XMLValidator.validate;
}
let library: XmlLibrary | null = null;

/** Loads the XML parser on first need: at start it would cost more than reading a paste. */
export async function loadXmlParser(): Promise<void> {
  if (library !== null) return;
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  library = { parser: new XMLParser(OPTIONS), validate: XMLValidator.validate };
}

/** Turns the XML of one element into a tree. */
export class XmlReader {
  readonly #library: XmlLibrary;
  readonly #characters: Characters;
  readonly #names: OwnNames;
  readonly #plain: PlainXmlReader;

  /** @throws Error when `loadXmlParser` was not awaited: a mistake of the caller, never of the input. */
  constructor(characters: Characters, names: OwnNames) {
    if (library === null) throw new Error('await loadXmlParser() before creating this parser');
    this.#library = library;
    this.#characters = characters;
    this.#names = names;
    this.#plain = new PlainXmlReader(characters, names);
  }

  /** @returns null when it is not well-formed, or has names that the parser refuses (`__proto__`). */
  read(xml: string): PayloadElement | null {
    try {
      const plain = this.#plain.read(xml);
      if (plain !== null) return plain;
      // The parser alone takes any closing tag for the one that is due.
      if (!hasOnlyPlainSections(xml) || this.#library.validate(xml) !== true) return null;
      const nodes: unknown = this.#library.parser.parse(xml);
      const children = Array.isArray(nodes) ? this.#children(nodes) : [];
      return children.find((child) => typeof child !== 'string') ?? null;
    } catch {
      return null;
    }
  }

  /** Text between elements is layout or the markers of a tree view; the schema has no mixed content. */
  #children(nodes: readonly unknown[]): (PayloadElement | string)[] {
    const children = nodes.flatMap((node) => this.#child(node) ?? []);
    const elements = children.filter((child) => typeof child !== 'string');
    if (elements.length > 0) return elements;
    const text = children.join('');
    return text === '' ? [] : [text];
  }

  #child(node: unknown): PayloadElement | string | null {
    if (typeof node !== 'object' || node === null) return null;
    const entries: readonly (readonly [string, unknown])[] = Object.entries(node);
    const [name, value] = entries.find(([key]) => key !== ATTRIBUTES) ?? [];
    if (name === undefined) return null;
    // Blank text equals none (viewers indent empty values), unless the blank is written as a reference.
    if (name === TEXT) return typeof value === 'string' && value.trim() !== '' ? this.#characters.decode(value) : null;
    if (!Array.isArray(value)) return null;
    if (name === CDATA) return textOf(value);
    const attributes = entries.find(([key]) => key === ATTRIBUTES)?.[1];
    return { name, attributes: this.#attributes(attributes), children: this.#children(value) };
  }

  #attributes(attributes: unknown): (readonly [string, string])[] {
    if (typeof attributes !== 'object' || attributes === null) return [];
    // Cut out of the text, unlike values of elements, so that keeping one would keep the text.
    return Object.entries(attributes).map(([name, value]) => [
      this.#names.own(name),
      this.#names.own(this.#characters.decode(joinLines(String(value)))),
    ]);
  }
}

/** Neither DOCTYPE nor anything else begins with `<!` but comments and CDATA: no entity is ever declared, so none is expanded. */
function hasOnlyPlainSections(xml: string): boolean {
  for (let at = xml.indexOf('<!'); at !== -1; at = xml.indexOf('<!', at)) {
    const [opener, closer] = xml.startsWith('<!--', at) ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    const end = xml.startsWith(opener, at) ? xml.indexOf(closer, at + opener.length) : -1;
    if (end === -1) return false;
    at = end + closer.length;
  }
  return true;
}

const textOf = (nodes: readonly unknown[]): string =>
  nodes
    .flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
    .filter((value) => typeof value === 'string')
    .join('');
