import type { EventRecord } from '../../../model/event.ts';

const UNKNOWN = '-';
const MAX_TEXT = 8_000;

/** An event as a line of a rule's test (docs/rule-language.md, section 7). @param provider instead of its own. */
export function testLine(event: EventRecord, provider = event.provider): string {
  const { host, channel, eventId, level } = event;
  const head = [timeText(event), word(host), word(channel), word(provider), eventId ?? UNKNOWN, level ?? UNKNOWN];
  const message = escaped((event.message ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT));
  const values = valuesText(event);
  const parts = [head.join(' '), message, bytesText(event), escaped(values)];
  const last = parts.findLastIndex((part) => part !== '');
  return parts
    .slice(0, last + 1)
    .join(' | ')
    .replace(/ {2,}\|/g, ' |');
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');
const word = (text: string | null): string =>
  text === null || text.trim() === '' ? UNKNOWN : text.trim().replaceAll('_', '\\_').replace(/\s/g, '_');

const MAX_BYTES = 512;
const bytesText = ({ data }: EventRecord): string =>
  data === null || data.length === 0 || data.length > MAX_BYTES
    ? ''
    : `hex: ${[...data].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;

/** UTC, as exact as the event has it. */
function timeText({ timeMs, ticks }: EventRecord): string {
  if (timeMs === null) return UNKNOWN;
  const text = new Date(timeMs).toISOString();
  if (!/^\d{4}-/.test(text)) return UNKNOWN;
  const fraction = ticks === 0 ? text.slice(20, 23) : `${text.slice(20, 23)}${String(ticks).padStart(4, '0')}`;
  return `${text.slice(0, 19)}${/^0*$/.test(fraction) ? '' : `.${fraction}`}`;
}

/** Is the line all of the event? What it leaves out, a class must not ask for. */
export const isWhole = ({ message, strings, fields }: EventRecord): boolean =>
  (message ?? '').length + [...strings, ...fields.values()].join('').length <= MAX_TEXT;

function valuesText(event: EventRecord): string {
  const { strings, fields } = event;
  if (!isWhole(event)) return '';
  if (fields.size > 0) return JSON.stringify(Object.fromEntries(fields));
  return strings.length === 0 ? '' : JSON.stringify(strings);
}
