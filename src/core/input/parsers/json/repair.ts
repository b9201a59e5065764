import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipBlanks,
} from './syntax.ts';
import { type JsonValue, parseJson } from './value.ts';

const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/g;
/** The text was cleaned of all others. */
const CONTROL = /[\n\t]/g;
/** One that is no escape stands alone. */
const BACKSLASH = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})?/g;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t' };

/**
 * Reads one record, also where a paste broke its lines inside strings, left a comma at the end of a list, or a path without doubled
 * backslashes. @returns null when it is no JSON.
 */
export const readJson = (text: string): JsonValue | null => parseJson(text) ?? parseJson(repaired(text));

function repaired(text: string): string {
  let [out, from] = ['', 0];
  for (const { 0: literal, index } of text.matchAll(STRING)) {
    out += withoutCommas(text.slice(from, index)) + repairedString(literal);
    from = index + literal.length;
  }
  return out + withoutCommas(text.slice(from));
}

const withoutCommas = (structure: string): string => structure.replace(/,(\s*[}\]])/g, '$1');
const repairedString = (literal: string): string =>
  literal
    .replace(CONTROL, (unit) => ESCAPES[unit] ?? ' ')
    .replace(BACKSLASH, (sign) => (sign === '\\' ? '\\\\' : sign));

/** A record that ends early, up to its last whole value, closed; null when nothing of it is whole. */
export function closedJson(text: string): string | null {
  const open: string[] = [];
  // Behind what is noted brackets are only opened, so those that are open there come first.
  let [end, depth] = [-1, 0];
  const note = (at: number): void => {
    [end, depth] = [at, open.length];
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const behind = endOfString(text, at);
      if (behind === -1) break;
      // A string before a colon is a key, and no value yet.
      const next = skipBlanks(text, behind);
      if (next < text.length && text.charCodeAt(next) !== COLON) note(behind);
      at = behind;
      continue;
    }
    if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) open.push(unit === OPEN_OBJECT ? '}' : ']');
    else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      open.pop();
      note(at + 1);
    } else if (unit === COMMA && end < at) note(at);
    at += 1;
  }
  return end === -1 || depth === 0 ? null : text.slice(0, end) + open.slice(0, depth).reverse().join('');
}
