import { fillerKind } from '../../../knowledge/words/fillers.ts';
import type { HeadingField } from '../../../knowledge/words/heading-field.ts';

/** Emphasis and table bars around a value. */
const DECORATIONS = ["'''", '__', ' ', '\t', '\u3000', '|', '`', '*'];

/** A value without blanks, emphasis, table bars, and the backslash that ends a line in Markdown. */
export function trimValue(text: string): string {
  let [start, end] = [0, text.length];
  const leading = (): number => DECORATIONS.find((mark) => text.startsWith(mark, start))?.length ?? 0;
  const trailing = (): number => DECORATIONS.find((mark) => text.endsWith(mark, end))?.length ?? 0;
  for (let length = leading(); length > 0 && start < end; length = leading()) start += length;
  for (let length = trailing(); length > 0 && start < end; length = trailing()) end -= length;
  if (end - start > 1 && text[end - 1] === '\\' && text[end - 2] !== '\\') end -= 1;
  return text.slice(start, Math.max(start, end)).trim();
}

/** Text without what it ends in. */
export const withoutEnd = (text: string, end: string): string =>
  end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text;

/** Nothing but emphasis and table bars, or one backslash. */
export const isDecoration = (text: string): boolean => text === '\\' || trimValue(text) === '';

/** Text without the back-ticks around it, which make it code in Markdown; one may stand around the event before or behind. */
export function withoutTicks(text: string, mayBegin: boolean): string {
  const [first, last] = [text.indexOf('`'), text.lastIndexOf('`')];
  const [isFirst, isLast] = [first === 0, last >= 0 && last === text.length - 1];
  if (isFirst && isLast && last > 0 && text.indexOf('`', 1) === last) return text.slice(1, -1).trim();
  if (first !== last) return text;
  return isLast ? text.slice(0, -1).trimEnd() : isFirst && mayBegin ? text.slice(1).trimStart() : text;
}

const BACKSLASHES = /\\+/g;
/** Markdown doubles backslashes: `DOMAIN\\user`. Where one stands alone, nothing doubled them. */
export function withoutEscapes(text: string): string {
  if (!/[\w:]\\\\\w/.test(text)) return text;
  const isDoubled = [...text.matchAll(BACKSLASHES)].every(({ 0: run }) => run.length % 2 === 0);
  return isDoubled ? text.replace(BACKSLASHES, (run) => run.slice(run.length / 2)) : text;
}

/** Parts this key from the next: `Source: disk - Event ID: 7`. */
const LONE_DASH = /\s[-–—]$/;
/** A value typed by hand may stand in a list or in brackets: `Source: disk,`, `(Source: disk) (EventID: 7)`. */
export function trimLooseValue(text: string): string {
  const isOpen = (value: string): boolean => value.endsWith(')') && !value.includes('(');
  let value = trimValue(text);
  while (value !== '' && (',;|([]'.includes(value.slice(-1)) || isOpen(value) || LONE_DASH.test(value)))
    value = trimValue(value.slice(0, -1));
  return value;
}

const GROUPED = /^\d{1,3}(?:[,.]\d{3}){1,3}(?!\d)/;
const NUMBER = /^[([#]?\s?(?:0x([\da-f]{1,8})|(\d{1,10}))(?![\da-z])/i;
const MAX_EVENT_ID = 0xffffffff;

/** The number at the beginning of the value of an event id heading: `9607`, `0x2587`, `1,296`; null when there is none. */
export function parseEventId(text: string): number | null {
  const grouped = GROUPED.exec(text)?.[0].replace(/\D/g, '');
  const match = grouped === undefined ? NUMBER.exec(text) : null;
  const [, hex, decimal] = match ?? [];
  const id = hex === undefined ? Number(grouped ?? decimal ?? 'none') : Number.parseInt(hex, 16);
  return id <= MAX_EVENT_ID ? id : null;
}

/** Markdown escapes the first bracket, an article names the parts of a name one by one, and a script marks its variable. */
const BRACKETED = /^(?:\\?<[^<>]*>(?:\.\\?<[^<>]*>){0,8}|«[^«»]*»|\[[^[\]]*\]|\{[^{}]*\}|%[^%]+%)$/;
const EMPHASISED = /^\s*(?:\*[^*]+\*|_[^_]+_)\s*$/;
/** The second half of the emphasis of a heading whose colon stands inside. */
const HEADING_EMPHASIS = /^\s*(?:\*\*|__)/;
const TABLE_RULE = /^:?-{2,}:?$/;
/** In any case and language of programming: `ComputerName`, `SERVERNAME`, `user_name`. */
const NAME_OF = /^(?:computer|server|host|machine|user)[ _-]?name$/i;
const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set([
  'name',
  'computer',
  'user',
  'date',
  'time',
  'source',
  'x',
  'xxx',
  'xxxx',
  '-',
  '...',
]);

/** Articles and posters put words of their own where a name or time was: `<Computer>`, `_servername_`, `date`. */
export const isPlaceholder = (raw: string, value: string): boolean =>
  BRACKETED.test(value) ||
  EMPHASISED.test(raw.replace(HEADING_EMPHASIS, '')) ||
  PLACEHOLDER_WORDS.has(value) ||
  NAME_OF.test(value) ||
  TABLE_RULE.test(value);

/** The value of a heading, null where the source lacks it: nothing, `N/A` and `None` in any language, a placeholder. */
export function nameOrNull(field: HeadingField, raw: string, value: string): string | null {
  if (value === '' || isPlaceholder(raw, value)) return null;
  const kind = field === 'user' || field === 'category' || field === 'computer' ? fillerKind(value) : null;
  return kind === 'none' || kind === 'not-applicable' ? null : value;
}
