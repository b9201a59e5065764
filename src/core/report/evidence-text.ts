import type { EventRecord } from '../model/event.ts';
import { cutText } from './cut-text.ts';
import { dataText } from './data-text.ts';

const TEXT_CHARACTERS = 500;

/** Bytes of a structure fill lines and tell nobody anything; the longest that somebody compares is a SHA-256 of 64 digits. */
const LONG_BYTES = /^(?<start>(?:0x)?[\dA-F]{16})[\dA-F]{49,}$/i;
const withoutBytes = (insert: string): string => insert.replace(LONG_BYTES, '$<start>…');

/** The message, or the inserts where the source carries none, and what the data bytes say; null when the text was not kept. */
export function textOf({ message, strings, fields, data }: EventRecord): string | null {
  const inserts =
    strings.length > 0
      ? strings.map(withoutBytes)
      : [...fields].map(([name, value]) => `${name}: ${withoutBytes(value)}`);
  const words = message ?? inserts.filter((insert) => insert.trim() !== '').join(' | ');
  const bytes = data === null ? null : dataText(data);
  const text = bytes === null ? words : `${words} [data: ${bytes}]`;
  return text.trim() === '' ? null : cutText(text.replace(/\s+/g, ' ').trim(), TEXT_CHARACTERS);
}
