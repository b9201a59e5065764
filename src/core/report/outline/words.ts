import { beginningOf } from '../cut-text.ts';

/** `1 event`, `2 events`, `84,312 events`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** `a`, `a and b`, `a, b and c`. */
export const enumerated = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** `snapshot_seen` and `clipboard-text` as a person would say them. */
export const spoken = (name: string): string => name.replace(/[_-]+/g, ' ');

export const capitalised = (sentence: string): string =>
  sentence.length === 0 ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** A sentence ends with a mark; rules write them with and without. */
export const ended = (sentence: string): string => (/[.!?…:]$/.test(sentence) ? sentence : `${sentence}.`);

/** One line of at most `length` UTF-16 units; a text of a megabyte costs no more than its beginning. */
export function shortened(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
  if (line.length <= length && text.length <= length * 4) return line;
  return `${beginningOf(line, length - 1)}…`;
}

/** What English editions of Windows and Exchange end every text with. */
const closing = /\s*\bFor more information, (?:click|see Help and Support Center at)\s\S+/gi;
/** The text of an event without the sentence that all of them carry. Looks at the beginning only, as does who shows it. */
export const withoutClosing = (text: string): string => text.slice(0, 4096).replace(closing, '');

/** In English, of the languages that are read; the platform's own names differ between its versions and take long to load. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fi: 'Finnish',
  fr: 'French',
  hu: 'Hungarian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nb: 'Norwegian',
  nl: 'Dutch',
  pl: 'Polish',
  'pt-BR': 'Brazilian Portuguese',
  'pt-PT': 'European Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  tr: 'Turkish',
  'zh-CN': 'Chinese (China)',
  'zh-TW': 'Chinese (Taiwan)',
  und: 'an unknown language',
};

/** `de` → `German`; any other tag stays as it is. */
export const languageName = (tag: string): string =>
  Object.hasOwn(LANGUAGE_NAMES, tag) ? (LANGUAGE_NAMES[tag] ?? tag) : tag;
