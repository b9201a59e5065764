import type { PayloadElement } from '../../model/event.ts';
import { bytesOfBase64 } from '../binary/base64.ts';
import { attributeOf, elementsOf, localName, textIn } from './elements.ts';
import { cleanName } from './values.ts';

/** What the part of an event behind `System` says. */
export interface Payload {
  /** The element itself; null when the event has none. */
  readonly element: PayloadElement | null;
  readonly strings: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
  readonly data: Uint8Array | null;
  /** The error code, when Windows could not decode the payload. */
  readonly decodingError: string | null;
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();
const NOTHING: Payload = { element: null, strings: [], fields: NO_FIELDS, data: null, decodingError: null };

type ReadPayload = (element: PayloadElement) => Payload;
/** The choices of the schema; anything else is read like UserData. */
const READERS: ReadonlyMap<string, ReadPayload> = new Map<string, ReadPayload>([
  ['EventData', readEventData],
  ['UserData', readUserData],
  ['DebugData', readUserData],
  ['BinaryEventData', (element) => ({ ...NOTHING, element, data: parseBytes(textIn(element)) })],
  ['ProcessingErrorData', readProcessingError],
]);
const OTHER_PARTS = new Set(['System', 'RenderingInfo']);

/** @see https://learn.microsoft.com/windows/win32/wes/eventschema-eventtype-complextype */
export function readPayload(event: PayloadElement): Payload {
  const parts = elementsOf(event).filter((part) => !OTHER_PARTS.has(localName(part)));
  const element = parts.find((part) => READERS.has(localName(part))) ?? parts[0];
  return element === undefined ? NOTHING : (READERS.get(localName(element)) ?? readUserData)(element);
}

/** The n-th value is insert %n, so empty ones count. A structure that was not rendered as one value gives its parts. */
function readEventData(eventData: PayloadElement): Payload {
  const strings: string[] = [];
  const fields = new Map<string, string>();
  let binary: PayloadElement | null = null;
  for (const element of elementsOf(eventData)) {
    if (localName(element) === 'Binary') {
      binary ??= element;
      continue;
    }
    for (const leaf of hasChildren(element) ? leavesOf(element).map((found) => found.element) : [element]) {
      const text = textIn(leaf);
      const name = fieldName(localName(leaf), attributeOf(leaf, 'Name'));
      strings.push(text);
      if (name !== null && !fields.has(name)) fields.set(name, text);
    }
  }
  const data = binary === null ? null : parseBytes(textIn(binary));
  return { element: eventData, strings, fields, data, decodingError: null };
}

/** What a value of EventData is called: by its attribute, else by its element. */
export function fieldName(element: string, attribute: string | null): string | null {
  return cleanName(attribute ?? '') ?? (element === 'Data' ? null : element);
}

/** Every leaf by its local name; where a name repeats the first has it, and each also stands under its path. */
function readUserData(userData: PayloadElement): Payload {
  const leaves = elementsOf(userData).flatMap(leavesOf);
  const count = new Map<string, number>();
  for (const { element } of leaves) count.set(localName(element), (count.get(localName(element)) ?? 0) + 1);
  const fields = new Map<string, string>();
  const add = (name: string, text: string): void => void (fields.has(name) || fields.set(name, text));
  for (const { element, path, text } of leaves) {
    add(localName(element), text);
    if ((count.get(localName(element)) ?? 0) > 1) add(path, text);
  }
  return { element: userData, strings: leaves.map(({ text }) => text), fields, data: null, decodingError: null };
}

/** What the payload would have been is unknown, so there are no inserts; its bytes stand in `EventPayload`. */
function readProcessingError(error: PayloadElement): Payload {
  const { fields } = readUserData(error);
  return { ...NOTHING, element: error, fields, decodingError: fields.get('ErrorCode') ?? '' };
}

const hasChildren = ({ children }: PayloadElement): boolean => children.some((child) => typeof child !== 'string');

interface Leaf {
  readonly element: PayloadElement;
  /** Local names from the child of the payload down, joined with `/`. */
  readonly path: string;
  readonly text: string;
}

function leavesOf(element: PayloadElement): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (inner: PayloadElement, path: string): void => {
    const children = elementsOf(inner);
    if (children.length === 0) leaves.push({ element: inner, path, text: textIn(inner) });
    for (const child of children) visit(child, `${path}/${localName(child)}`);
  };
  visit(element, localName(element));
  return leaves;
}

/** Hex as Windows writes it, or the Base64 of python-evtx. null when it is neither, or nothing. */
export function parseBytes(text: string): Uint8Array | null {
  const digits = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (digits === '') return null;
  if (digits.length % 2 === 0 && /^[\da-f]+$/i.test(digits)) return bytesOfHex(digits);
  return bytesOfBase64(digits);
}

function bytesOfHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = hexDigit(digits.charCodeAt(index * 2)) * 16 + hexDigit(digits.charCodeAt(index * 2 + 1));
  }
  return bytes;
}
/** Letters of both cases are nine above their low four bits. */
const hexDigit = (unit: number): number => (unit & 15) + (unit >> 6) * 9;
