import type { RuleDataTest } from '../knowledge/rules/schema.ts';
import { byteText } from '../model/byte-text.ts';
import { listOf } from '../model/list-of.ts';

/** Does the Data section hold the text (ASCII or UTF-16, without case), the run of bytes, or the aligned little-endian number? */
export function matchesData(data: Uint8Array, test: RuleDataTest): boolean {
  if ('text' in test) return listOf(test.text).some((text) => holdsText(data, text.toLowerCase()));
  if ('hex' in test) return listOf(test.hex).some((hex) => holdsHex(data, hex.toLowerCase()));
  return listOf(test.dword).some((dword) => holdsDword(data, Number(dword) | 0));
}

function holdsText(data: Uint8Array, lower: string): boolean {
  const bytes = byteText(data).toLowerCase();
  const wide = Array.from(lower, (letter) => `${letter}\0`).join('');
  return bytes.includes(lower) || bytes.includes(wide);
}

function holdsHex(data: Uint8Array, hex: string): boolean {
  const wanted = (hex.replaceAll(' ', '').match(/../g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('');
  return byteText(data).includes(wanted);
}

function holdsDword(data: Uint8Array, wanted: number): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at + 4 <= data.length; at += 4) if (view.getInt32(at, true) === wanted) return true;
  return false;
}
