import type { RuleCapture } from '../knowledge/rules/schema.ts';
import { insertInMessage } from '../knowledge/words/message-inserts.ts';
import type { EventContent } from '../model/event.ts';
import { firstOfTexts } from '../model/event-texts.ts';
import { listOf } from '../model/list-of.ts';
import { fieldReader } from './field-reader.ts';
import { clip, lazyExpression } from './regex.ts';
import { unwrapped } from './unwrapped.ts';

export type Capture = (event: EventContent) => string | null;
type Normalizer = NonNullable<RuleCapture['normalize']>;

const NORMALIZERS: Readonly<Record<Normalizer, (value: string) => string>> = {
  lower: (value) => value.toLowerCase(),
  host: (value) => value.trim().toLowerCase(),
  winpath: (value) =>
    value
      .trim()
      .toLowerCase()
      .replaceAll('/', '\\')
      .replace(/^\\\\\?\\/, '')
      .replace(/(?<=.)\\{2,}/g, '\\')
      .replace(/(?<=.)\\$/, ''),
  int: (value) => {
    const [whole, sign = '', digits = ''] = INTEGER.exec(value.trim()) ?? [];
    return whole === undefined ? value.trim() : String(sign === '-' ? -BigInt(digits) : BigInt(digits));
  },
};
/** Decimal or hex, as long as any number that Windows writes: 64 bits have 20 digits. */
const INTEGER = /^([-+]?)(0x[0-9a-f]{1,16}|\d{1,20})$/i;

function compileSource(source: RuleCapture): Capture {
  if ('string' in source) return (event) => insertOf(event, source.string);
  if ('field' in source) {
    const read = fieldReader(source.field);
    return ({ fields }) => read(fields);
  }
  const expression = lazyExpression(source.regex);
  const captured = (text: string): string | null => expression.capture(text) || null;
  const capturedWhole = (text: string): string | null => {
    const whole = unwrapped(clip(text));
    return whole === null ? null : captured(whole);
  };
  return (event) => firstOfTexts(event, captured) ?? firstOfTexts(event, capturedWhole);
}

/** By its place where the source carries inserts, else where the message is known to say it. */
function insertOf({ strings, provider, eventId, message }: EventContent, position: number): string | null {
  if (strings.length > 0) return strings[position - 1] ?? null;
  if (provider === null || eventId === null || message === null) return null;
  const text = clip(message);
  const whole = unwrapped(text);
  return (
    insertInMessage(provider, eventId, text, position) ??
    (whole === null ? null : insertInMessage(provider, eventId, whole, position))
  );
}

/** Sources in order, the first hit wins; the last may have an `else`. An empty value is no hit. */
export function compileCapture(sources: RuleCapture | readonly RuleCapture[]): Capture {
  const compiled = listOf(sources).map((source) => {
    const read = compileSource(source);
    const normalize = source.normalize === undefined ? (value: string) => value : NORMALIZERS[source.normalize];
    return { read, normalize, otherwise: source.else ?? null };
  });
  return (event) => {
    for (const { read, normalize, otherwise } of compiled) {
      const value = read(event) ?? '';
      if (value !== '') return normalize(value);
      if (otherwise !== null) return otherwise;
    }
    return null;
  };
}
