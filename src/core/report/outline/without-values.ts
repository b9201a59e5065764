import { escapeRegExp } from '../../model/escape-regexp.ts';
import type { Finding } from '../../model/report.ts';
import { UNKNOWN_VALUE } from '../../model/unknown-value.ts';

/** An expression of a megabyte is none; a name or a path is never that long. */
const MAX_CHARACTERS = 512;
/** No text of a report holds it. */
const MARK = '\u0000';
const MARKED = new RegExp(`${MARK}([^${MARK}]*)${MARK}`, 'g');

export interface WithoutValues {
  readonly text: string;
  /** Those that stood in it. */
  readonly valueByName: ReadonlyMap<string, string>;
}

/**
 * The text with a mark for each value of the key that stands in it as a word of its own, in any case.
 * @param written how a value is written there
 */
export function withoutValues(
  whole: string,
  key: Finding['key'],
  written: (value: string) => string = (value) => value,
): WithoutValues {
  const valueByName = new Map<string, string>();
  let text = whole;
  for (const [name, value] of Object.entries(key)) {
    if (value === null || value === '' || value === UNKNOWN_VALUE || value.length > MAX_CHARACTERS) continue;
    const marked = text.replace(wordOf(written(value)), `${MARK}${name}${MARK}`);
    if (marked !== text) valueByName.set(name, value);
    text = marked;
  }
  return { text, valueByName };
}

/** `Start <service>.`, for many. */
export const withNames = ({ text }: WithoutValues): string => text.replace(MARKED, (_, name: string) => `<${name}>`);

const wordOf = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(word)}(?![\\p{L}\\p{N}])`, 'giu');
