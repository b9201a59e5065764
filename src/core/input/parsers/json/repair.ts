import { type JsonValue, parseJson } from './value.ts';

const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/g;
/** The text was cleaned of all others. */
const CONTROL = /[\n\t]/g;
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
  literal.replace(CONTROL, (unit) => ESCAPES[unit] ?? ' ').replace(/\\(?!["\\/bfnrt]|u[\da-f]{4})/gi, '\\\\');
