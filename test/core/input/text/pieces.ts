import { type CodePage, isDoubleByte, upperHalfOf } from '../../../../src/core/input/text/code-pages.ts';
import { createTextDecoder, type TextDecoding } from '../../../../src/core/input/text/decode.ts';
import { chooseEncoding, HEAD_BYTES, type ScoreHeadings } from '../../../../src/core/input/text/encoding.ts';

export const noHeadings: ScoreHeadings = () => 0;
/** Counts two headings, so that a test says itself what a heading is. */
export const countGermanHeadings: ScoreHeadings = (text) => text.match(/Schlüsselwörter:|Ereignistyp:/g)?.length ?? 0;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, order: 'le' | 'be' = 'le'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  return new Uint8Array(view.buffer);
}

/** Each character is the byte of its number. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const bytesByPage = new Map<CodePage, ReadonlyMap<string, readonly number[]>>();
function bytesOf(page: CodePage): ReadonlyMap<string, readonly number[]> {
  const known = bytesByPage.get(page);
  if (known !== undefined) return known;
  const bytes = new Map<string, readonly number[]>();
  if (isDoubleByte(page)) {
    const decoder = new TextDecoder(page);
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      const alone = decoder.decode(Uint8Array.of(lead));
      if (alone !== '\ufffd') bytes.set(alone, [lead]); // halfwidth katakana
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (text.length === 1 && text > '\x7f' && !bytes.has(text)) bytes.set(text, [lead, trail]);
      }
    }
  } else {
    for (const [index, character] of [...upperHalfOf(page)].entries()) bytes.set(character, [0x80 + index]);
  }
  bytesByPage.set(page, bytes);
  return bytes;
}

/** @throws for a character that the page lacks */
export function encode(text: string, page: CodePage): Uint8Array {
  const bytes = bytesOf(page);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const encoded = character < '\x80' ? [character.charCodeAt(0)] : bytes.get(character);
      if (encoded === undefined) throw new Error(`${page} has no ${character}`);
      return encoded;
    }),
  );
}

export interface Reading {
  readonly text: string;
  readonly decoding: TextDecoding;
}

/** As the scan does it: the head decides, then everything is pushed. */
export function readInPieces(bytes: Uint8Array, size: number, score: ScoreHeadings = noHeadings): Reading {
  const choice = chooseEncoding(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES, score);
  const decoding = createTextDecoder(choice, score);
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += size) texts.push(decoding.push(bytes.subarray(at, at + size)));
  texts.push(decoding.end());
  return { text: texts.join(''), decoding };
}
