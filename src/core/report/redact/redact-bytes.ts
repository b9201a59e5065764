import { byteText } from '../../model/byte-text.ts';
import { hexOf } from '../../model/hex.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** What stands for a byte of a name: `*`. */
const HIDDEN = 0x2a;

/** UTF-16LE from an offset, two bytes a character. */
function wideText(bytes: Uint8Array, from: number): string {
  const characters: string[] = [];
  for (let at = from; at + 1 < bytes.length; at += 2)
    characters.push(String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)));
  return characters.join('');
}

/** S-1-5-21: revision 1, five parts, authority 5, first part 21, the lowest byte first. @see MS-DTYP 2.4.2.2 */
const domainSid = [1, null, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0] as const;
const DOMAIN_BYTES = 12;
function* binarySids(bytes: Uint8Array): Generator<readonly [number, number]> {
  for (let at = 0; at + domainSid.length + DOMAIN_BYTES <= bytes.length; at++) {
    if (!domainSid.every((byte, index) => byte === null || bytes[at + index] === byte)) continue;
    const parts = bytes[at + 1] ?? 0;
    if (parts >= 4 && parts <= 15) yield [at + domainSid.length, Math.min(at + 8 + parts * 4, bytes.length)];
  }
}

/** Data of an event of the same length, names in it written over. */
export function redactBytes(bytes: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  const hidden: (readonly [number, number])[] = [
    ...pseudonyms.places(byteText(bytes)).map(({ start, end }) => [start, end] as const),
    ...[0, 1].flatMap((from) =>
      pseudonyms.places(wideText(bytes, from)).map(({ start, end }) => [from + start * 2, from + end * 2] as const),
    ),
    ...binarySids(bytes),
  ];
  if (hidden.length === 0) return bytes;
  const written = bytes.slice();
  for (const [start, end] of hidden) written.fill(HIDDEN, start, end);
  return written;
}

const byteRuns = /(?<![\p{L}\p{N}])(?:0x)?((?:[0-9a-f]{2}){8,})(?![\p{L}\p{N}])/giu;

/** A text with the names in its runs of bytes written over: `<Binary>` and inserts that are bytes stand as digits. */
export function redactDigits(text: string, pseudonyms: Pseudonyms): string {
  return text.replace(byteRuns, (run, digits: string) => {
    const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const written = redactBytes(bytes, pseudonyms);
    if (written === bytes) return run;
    const hex = hexOf(written);
    return run.slice(0, run.length - digits.length) + (digits === digits.toLowerCase() ? hex : hex.toUpperCase());
  });
}
