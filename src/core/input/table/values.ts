import { fillerKind } from '../../knowledge/words/fillers.ts';
import { levelFromWord } from '../../knowledge/words/levels.ts';
import type { Column } from '../../knowledge/words/table-columns.ts';
import type { Level } from '../../model/event.ts';
import { levelFrom, levelFromType } from '../event-schema/values.ts';

/** What the columns of a row, or the properties of a list, say: for each meaning the values, the one that counts first in front. */
export type Values = ReadonlyMap<Column, readonly string[]>;

/** .NET prints the type of what it cannot print. */
const TYPE_NAME = /^System\.[\w.]+(?:`\d)?(?:\[.*\])?$/;
const PLACEHOLDERS: ReadonlySet<string> = new Set(['-', '(null)', 'null', '{}']);

/** A value without blanks around it; null for one that says nothing. */
export function saidText(value: string): string | null {
  const text = value.trim();
  return text === '' || (text.length < 7 && PLACEHOLDERS.has(text)) ? null : text;
}

/** The first value of a column that says something. */
export function textIn(values: Values, column: Column): string | null {
  for (const value of values.get(column) ?? []) {
    const text = saidText(value);
    if (text !== null) return text;
  }
  return null;
}

/** The first name of a column; `N/A` and `None` are none in any language. */
export function nameIn(values: Values, column: Column): string | null {
  for (const value of values.get(column) ?? []) {
    const text = value.trim();
    const kind = fillerKind(text);
    const isName = text !== '' && !PLACEHOLDERS.has(text) && !TYPE_NAME.test(text);
    if (isName && kind !== 'none' && kind !== 'not-applicable') return text;
  }
  return null;
}

const NUMBER = /^(?:(-?\d{1,10})(?:[.,]0{1,2})?|0x([\da-f]{1,8})(?:\s*\((\d{1,10})\))?)$/i;
const GROUPED = /^\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}$/;

/** A number of at most 32 bits, unsigned, in decimal or hex; Excel writes `7.000` and `7036.0` too. null for anything else. */
function parseNumber(text: string): number | null {
  const [, decimal, hex] = NUMBER.exec(text) ?? [];
  const digits = decimal ?? (GROUPED.test(text) ? text.replace(/\D/g, '') : undefined);
  if (digits === undefined) return hex === undefined ? null : Number.parseInt(hex, 16);
  const value = Number(digits);
  if (value > 0xffffffff || value < -0x80000000) return null;
  return value < 0 ? value >>> 0 : value;
}

export function numberIn(values: Values, column: Column): number | null {
  const text = textIn(values, column);
  return text === null ? null : parseNumber(text);
}

/** A number of a record, which has up to 64 bits. */
export function parseRecordId(text: string): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

export function recordIdIn(values: Values): number | null {
  const text = textIn(values, 'recordId');
  return text === null ? null : parseRecordId(text);
}

/** Words of tools, beside those of the viewer; most print these in English everywhere. */
const TOOL_WORDS: readonly (readonly [string, Level])[] = [
  ['info', 'information'],
  ['informational', 'information'],
  ['logalways', 'information'],
  ['log always', 'information'],
  ['success', 'information'],
  ['none', 'information'],
  ['successaudit', 'audit-success'],
  ['failureaudit', 'audit-failure'],
  // evdx itself.
  ['audit-success', 'audit-success'],
  ['audit-failure', 'audit-failure'],
  ['audit_success', 'audit-success'],
  ['audit_failure', 'audit-failure'],
  ['crit', 'critical'],
  ['err', 'error'],
  ['warn', 'warning'],
];
const levelByWord: ReadonlyMap<string, Level> = new Map(TOOL_WORDS);
const EVENT_WORD = / event(?: \(\d+\))?$/i; // LogParser: `Error event`; evtexport: `Warning event (2)`
const NUMBER_BEHIND = /\s*\((\d+)\)$/;

const BULLETS = '-*•';

/** The level that a word says, of a viewer in any language or of a tool. */
export function levelOfWord(word: string): Level | null {
  const trimmed = word.trim();
  // A bullet of a list, with a blank or without.
  const unmarked = BULLETS.includes(trimmed.charAt(0)) ? trimmed.slice(1).trimStart() : trimmed;
  const plain = unmarked.replace(EVENT_WORD, '').replace(NUMBER_BEHIND, '');
  return levelFromWord(plain)?.level ?? levelByWord.get(plain.toLowerCase()) ?? null;
}

/** The level of a row, which for audits stands in the keywords: as words, or as a mask. */
export function levelIn(values: Values): Level | null {
  const keywords = values.get('keywords') ?? [];
  for (const word of keywords.flatMap((text) => text.split(/[,;，、{}]/))) {
    const level = levelOfWord(word);
    if (level === 'audit-success' || level === 'audit-failure') return level;
  }
  const typeOf = (number: string): Level | null => levelFromType(Number(number));
  // SecurityEvent of Azure has the types of audits as levels.
  const level = levelOfNames(values.get('level') ?? [], (number) => levelFrom(number, null) ?? typeOf(number));
  const type = level ?? levelOfNames(values.get('eventType') ?? [], typeOf);
  if (type !== null && type !== 'information') return type;
  return levelFrom(type === null ? null : '4', keywordMask(values)) ?? type;
}

function levelOfNames(texts: readonly string[], ofNumber: (digits: string) => Level | null): Level | null {
  for (const text of texts) {
    const trimmed = text.trim();
    const level = levelOfWord(trimmed) ?? (/^\d{1,3}$/.test(trimmed) ? ofNumber(trimmed) : null);
    if (level !== null) return level;
  }
  return null;
}

/** `0x…`, 16 hex digits; PowerShell prints the mask as a signed decimal. */
export function keywordMask(values: Values): string | null {
  for (const value of values.get('keywords') ?? []) {
    const text = value.trim();
    if (/^0x[\da-f]{1,16}$/i.test(text)) return `0x${text.slice(2).padStart(16, '0')}`;
    if (/^-?\d{1,20}$/.test(text)) return `0x${BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0')}`;
  }
  return null;
}

/** `{1, 2, 255}` as WMI lists them, and PowerShell, which leaves out what is behind the fourth. */
const LISTED = /^\{\s*\d{1,3}(?:\s*[,;]\s*\d{1,3}){0,65535}\s*\}$/;

/** The bytes that hex digits stand for, with blanks or hyphens between or without, or decimals in braces; null for other text. */
export function bytesOf(text: string): Uint8Array | null {
  if (text.startsWith('{')) {
    const numbers = LISTED.test(text) ? text.slice(1, -1).split(/[,;]/).map(Number) : [];
    return numbers.length === 0 || numbers.some((number) => number > 0xff) ? null : Uint8Array.from(numbers);
  }
  const digits = text.replace(/[\s,-]|0x/gi, '');
  if (digits === '' || digits.length % 2 === 1 || /[^\da-f]/i.test(digits)) return null;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
