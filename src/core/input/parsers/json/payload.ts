import type { PayloadElement } from '../../../model/event.ts';
import { childOf, localName } from '../../event-schema/elements.ts';
import { readXml } from '../../event-schema/embedded-xml.ts';
import { parseBytes, readPayload } from '../../event-schema/payload.ts';
import { foldKey, isList, isObject, type JsonObject, type JsonValue, parseJson, textOfValue } from './value.ts';

/** What stands behind `System`. */
export interface JsonPayload {
  readonly strings: string[];
  readonly fields: Map<string, string>;
  data: Uint8Array | null;
  /** Some values came out of a map, whose order may be that of the alphabet. */
  isMap: boolean;
}
export const emptyPayload = (): JsonPayload => ({ strings: [], fields: new Map(), data: null, isMap: false });

const MAX_DEPTH = 8;
/** What ConvertTo-Json leaves of a property beyond its depth. */
const LOST = 'System.Diagnostics.Eventing.Reader.EventProperty';
/** Of a converted XML element what is not its content; Winlogbeat has its name beside that. */
const MARKUP = new Set(['#attributes', '$attributes', '_attributes', 'xmlns', 'xml_name']);
const TEXT_KEYS = ['#text', 'Value', 'value', '_', '$', 'text', 'content', '_text', '#'];
/** A structure, rendered as one value or as its parts; evtx_dump numbers elements of one name. */
const STRUCTURE = /^ComplexData(?:_\d{1,3})?$/;
const isStructure = (key: string): boolean => key.startsWith('ComplexData') && STRUCTURE.test(key);
const NAME_KEYS = ['@Name', 'Name', 'name', '_Name', '-Name'];

/** Inserts and named values, in any of the shapes that programs give them. */
export function readJsonPayload(value: JsonValue | undefined, into: JsonPayload): void {
  if (isList(value)) readItems(value, into, 0);
  else if (isObject(value)) readMembers(value, into, 0);
  else if (typeof value === 'string') readText(value, into);
}

function readText(text: string, into: JsonPayload): void {
  if (text.trim() === '') return;
  if (/^\s*</.test(text) && readXmlPayload(text, into)) return;
  const parsed = /^\s*[{[]/.test(text) ? parseJson(text) : null;
  if (parsed === null || typeof parsed !== 'object') into.strings.push(text);
  else readJsonPayload(parsed, into);
}

function readMembers(object: JsonObject, into: JsonPayload, depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    const folded = foldKey(key);
    if (MARKUP.has(key.toLowerCase()) || key.startsWith('@') || key.startsWith('xmlns')) continue;
    if (folded === 'binary' || folded === 'eventpayload') into.data ??= bytesOf(textOfValue(value) ?? '');
    else if (folded === 'eventdata' || folded === 'userdata') readContainer(value, into, depth);
    else if (folded === 'data' || key === '#text' || folded === 'param' || isStructure(key))
      readData(value, into, depth);
    else readMember(key, value, into, depth);
  }
}

/** The element around the values. Task Scheduler and others give it a name, and a provider may name its own values `Name` and `Value`. */
function readContainer(value: JsonValue, into: JsonPayload, depth: number): void {
  if (!isObject(value)) readData(value, into, depth);
  else if (depth < MAX_DEPTH) readMembers(value, into, depth + 1);
}

/** EvtxECmd parts the bytes by hyphens. */
const HYPHENATED = /^[\da-f]{2}(?:-[\da-f]{2})+$/i;
const bytesOf = (text: string): Uint8Array | null =>
  parseBytes(HYPHENATED.test(text) ? text.replaceAll('-', '') : text);

/** The values of an element that repeats. */
function readData(value: JsonValue, into: JsonPayload, depth: number): void {
  if (isList(value)) readItems(value, into, depth);
  else if (isObject(value)) {
    if (isNamed(value) || textKeyOf(value) !== undefined) readItem(value, into, depth);
    else if (depth < MAX_DEPTH) readMembers(value, into, depth + 1);
  } else if (value !== null) into.strings.push(textOfValue(value) ?? '');
}

function readItems(items: readonly JsonValue[], into: JsonPayload, depth: number): void {
  for (const item of items) readItem(item, into, depth);
}

function readItem(item: JsonValue, into: JsonPayload, depth: number): void {
  if (!isObject(item)) {
    if (item !== LOST) into.strings.push(textOfItem(item));
    return;
  }
  const name = nameOf(item);
  const textKey = textKeyOf(item);
  const isAttribute = '@Name' in item || isObject(item['#attributes']);
  const isPair = textKey === undefined && Object.keys(item).length === 1 && !isAttribute;
  if (hasParts(item)) readParts(item, into, depth);
  else if (name !== null && !isPair) addNamed(name, textKey === undefined ? '' : textOfItem(item[textKey]), into);
  else if (textKey !== undefined) readContent(textKey, item[textKey] ?? null, into, depth);
  else readPair(item, into, depth);
}

const hasParts = ({ Data }: JsonObject): boolean => typeof Data === 'object' && Data !== null;
function readParts(item: JsonObject, into: JsonPayload, depth: number): void {
  if (depth < MAX_DEPTH) readMembers(item, into, depth + 1);
}

function readContent(key: string, value: JsonValue, into: JsonPayload, depth: number): void {
  if (typeof value === 'object' && value !== null) readData(value, into, depth);
  // evtx_dump writes an empty text where there is no value; elsewhere it is one, and counts.
  else if (key !== '#text' || value !== '') into.strings.push(textOfItem(value));
}

/** `{"param1": "x"}` as an item of a list; without a name `{"": "x"}`. */
function readPair(item: JsonObject, into: JsonPayload, depth: number): void {
  if (depth >= MAX_DEPTH) return;
  const [first, ...others] = Object.entries(item);
  if (first !== undefined && others.length === 0 && !isObject(first[1])) addNamed(first[0], textOfItem(first[1]), into);
  else readMembers(item, into, depth + 1);
}

function readMember(key: string, value: JsonValue, into: JsonPayload, depth: number): void {
  into.isMap = true;
  // With a `Name` beside it `Value` is a value of that name.
  const isText = isObject(value) && textKeyOf(value) !== undefined && !('Name' in value);
  if (isText && Object.keys(value).length <= 2) {
    addNamed(key, textOfItem(value[textKeyOf(value) ?? '']), into);
  } else if (isObject(value)) {
    if (depth < MAX_DEPTH) readMembers(value, into, depth + 1);
  } else addNamed(key, textOfItem(value), into);
}

function addNamed(name: string, text: string, into: JsonPayload): void {
  into.strings.push(text);
  if (name !== '' && !into.fields.has(name)) into.fields.set(name, text);
}

const textKeyOf = (object: JsonObject): string | undefined => TEXT_KEYS.find((key) => key in object);
const isNamed = (object: JsonObject): boolean => nameOf(object) !== null;

function nameOf(object: JsonObject): string | null {
  const key = NAME_KEYS.find((name) => typeof object[name] === 'string');
  const attributes = object['#attributes'] ?? object.$;
  const holder = key === undefined && isObject(attributes) ? attributes : object;
  const name = key === undefined ? (isObject(attributes) ? holder.Name : undefined) : object[key];
  return typeof name === 'string' ? name : null;
}

const textOfItem = (value: JsonValue | undefined): string =>
  textOfValue(value) ??
  (isList(value) ? value.map((item) => textOfItem(item)).join(', ') : isObject(value) ? JSON.stringify(value) : '');

/** `<Param>` after `<Param>` of Azure, or `EventData` in XML. @returns false when it is no XML. */
function readXmlPayload(text: string, into: JsonPayload): boolean {
  const root = readXml(`<Event>${text.replace(/^\s*<\?xml[^>]*\?>/, '')}</Event>`);
  if (root === null) return false;
  const data = findElement(root, 'EventData') ?? findElement(root, 'UserData');
  const holder: PayloadElement = data === null ? { ...root, name: 'EventData' } : data;
  const {
    strings,
    fields,
    data: bytes,
  } = readPayload({ name: 'Event', attributes: [], children: [asUnnamed(holder)] });
  into.strings.push(...strings);
  for (const [name, value] of fields) if (!into.fields.has(name)) into.fields.set(name, value);
  into.data ??= bytes;
  return true;
}

/** `Param` is no name. */
const asUnnamed = (element: PayloadElement): PayloadElement => ({
  ...element,
  children: element.children.map((child) =>
    typeof child !== 'string' && localName(child) === 'Param' ? { ...child, name: 'Data' } : child,
  ),
});

function findElement(element: PayloadElement, name: string): PayloadElement | null {
  const own = childOf(element, name);
  if (own !== null) return own;
  for (const child of element.children) {
    const found = typeof child === 'string' ? null : findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}
