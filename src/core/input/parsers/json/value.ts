export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** null when it is no JSON. */
export function parseJson(text: string): JsonValue | null {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** `{http://schemas.microsoft.com/win/2004/08/events/event}System` of ElementTree, with a colon of xmltodict; some cut off its beginning. */
const NAMESPACE = /^\S{0,25}microsoft\.com\/win\/2004\/08\/events\/event[}:]/i;

/** Pasted subsets of keys vary in case and separators; a dot stands for a step down. */
export const foldKey = (key: string): string =>
  (key.includes('/08/events/') ? key.replace(NAMESPACE, '') : key)
    .toLowerCase()
    .replace(/[_\-\s#@]+/g, '')
    .replaceAll('.', '/');

/** A value as it would stand in an event; null for nothing and for what has parts. A list of one equals what is in it. */
export function textOfValue(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isList(value) && value.length === 1 ? textOfValue(value[0]) : null;
}
