import type { Row, View } from './hex-row.ts';
import { BYTES, readRow, WORDS } from './hex-row.ts';

/** A dump as the viewer prints event data, decoded. */
export interface HexDump {
  /** null when a row is missing or broken: half the bytes would be wrong bytes. */
  readonly bytes: Uint8Array | null;
  /** Characters of the text that belong to the dump. */
  readonly length: number;
}

const FIRST_OFFSET = /(?:^|\s)(0{4,8}):(?=\s|$)/;
const ANY_OFFSET = /^\s*[0-9a-f]{4,8}:(?=\s|$)/i;
const FIRST_WORD = /\s{0,8}[0-9a-f]{8}(?![0-9a-z])/iy;
/** How far behind the last byte of a row the next offset may stand: the characters, blanks, what a forum made of them. */
const OFFSET_WINDOW = 48;

/** Where a dump begins in `text`, its zero offset; -1 when there is none. */
export function findHexDump(text: string): number {
  const match = FIRST_OFFSET.exec(text);
  return match === null ? -1 : match.index + match[0].length - (match[1]?.length ?? 0) - 1;
}

/**
 * Decodes the dump at the beginning of `text`, in rows or flattened to one line; null when none begins there. The characters behind
 * the bytes are counted, never read as digits; they may be missing. What follows the last row is left alone.
 */
export function parseHexDump(text: string): HexDump | null {
  const first = FIRST_OFFSET.exec(text.slice(0, 16));
  if (first === null || text.slice(0, first.index).trim() !== '') return null;
  const width = first[1]?.length ?? 4;
  let end = first.index + first[0].length;
  FIRST_WORD.lastIndex = end;
  const view = FIRST_WORD.test(text) ? WORDS : BYTES;
  const bytes: number[] = [];
  for (;;) {
    const offset = (bytes.length + view.bytesPerRow).toString(16).padStart(width, '0');
    const { row, next } = readRowBefore(text, end, view, offset);
    for (const byte of row.bytes) bytes.push(byte);
    if (next !== null) end = next;
    else if (row.bytes.length === 0 || isFollowedByRow(text, row.end))
      return { bytes: null, length: skipRows(text, row.end) };
    else return { bytes: Uint8Array.from(bytes), length: row.end };
  }
}

/** A row, and the end of the offset behind it. A whole row with the right offset behind needs no look at its characters. */
function readRowBefore(text: string, from: number, view: View, offset: string): { row: Row; next: number | null } {
  const row = readRow(text, from, view);
  for (const start of [row.end, row.bytesEnd]) {
    const next = row.bytes.length === view.bytesPerRow ? findOffset(text, start, offset) : null;
    if (next !== null) return { row, next };
  }
  return { row, next: null };
}

function findOffset(text: string, from: number, offset: string): number | null {
  const near = text.slice(from, from + OFFSET_WINDOW).toLowerCase();
  for (let at = near.indexOf(`${offset}:`); at >= 0; at = near.indexOf(`${offset}:`, at + 1)) {
    const end = at + offset.length + 1;
    const isFree = (character: string): boolean => character.trim() === '';
    if (isFree(near.slice(at - 1, at)) && isFree(near.slice(end, end + 1))) return from + end;
  }
  return null;
}

/** Another row behind a row that was not followed by the right one: something is missing between. */
function isFollowedByRow(text: string, from: number): boolean {
  const lineEnd = text.indexOf('\n', from);
  const places = lineEnd < 0 ? [from] : [from, lineEnd];
  return places.some((place) => ANY_OFFSET.test(text.slice(place, place + 24)));
}

/** The end of the lines that still look like rows. */
function skipRows(text: string, from: number): number {
  let end = from;
  for (;;) {
    const lineEnd = text.indexOf('\n', end + 1);
    const line = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
    if (end > from && !ANY_OFFSET.test(line)) return end;
    if (lineEnd < 0) return text.length;
    end = lineEnd;
  }
}
