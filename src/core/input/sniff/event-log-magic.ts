interface EventLogFile {
  readonly kind: 'evtx' | 'evt' | 'evtx-fragments' | 'damaged-binary';
  /** As a sentence names it. */
  readonly name: string;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const FILE_MAGIC = ascii('ElfFile');
const CHUNK_MAGIC = ascii('ElfChnk\0');
const EVT_MAGIC = ascii('LfLe');
const RECORD_MAGIC = ascii('**\0\0');
/** U+FFFD in UTF-8: what a byte that is no text becomes in a transfer as text. */
const REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);

/** Which binary event log the bytes begin, or are a part of; null for anything else. */
export function eventLogOf(head: Uint8Array): EventLogFile | null {
  if (startsWith(head, FILE_MAGIC)) return evtxOf(head);
  if (startsWith(head.subarray(4), EVT_MAGIC) && uint32At(head, 0) === EVT_HEADER_BYTES) return evtOf(head);
  if (isEvtWithoutNuls(head)) return { kind: 'damaged-binary', name: 'an EVT log' };
  if (hasChunk(head) || hasRecord(head)) return { kind: 'evtx-fragments', name: 'pieces of an EVTX log' };
  return null;
}

const EVTX_HEADER_SIZE_OFFSET = 32;
const EVTX_HEADER_BYTES = 128;
const SECTOR_BYTES = 512;

/** «ElfFile» may also begin a sentence: then it has neither a NUL after it nor a chunk. */
function evtxOf(head: Uint8Array): EventLogFile | null {
  const chunkAt = indexOf(head, CHUNK_MAGIC.subarray(0, 7), 0);
  const isWhole = head[FILE_MAGIC.length] === 0 && uint32At(head, EVTX_HEADER_SIZE_OFFSET) === EVTX_HEADER_BYTES;
  // A transfer that made CR LF of each LF moved the chunks.
  const isAligned = chunkAt < 0 || chunkAt % SECTOR_BYTES === 0;
  if (isWhole && isAligned) return { kind: 'evtx', name: 'an EVTX log' };
  const isDamaged = chunkAt >= 0 || head[FILE_MAGIC.length] === 0 || indexOf(head, REPLACEMENT, 0) >= 0;
  return isDamaged ? { kind: 'damaged-binary', name: 'an EVTX log' } : null;
}

const EVT_HEADER_BYTES = 0x30;
/** By chance three given bytes stand in one head in 250. */
const LEAST_REPLACEMENTS = 3;

function evtOf(head: Uint8Array): EventLogFile {
  let at = -1;
  for (let found = 0; found < LEAST_REPLACEMENTS; found += 1) {
    at = indexOf(head, REPLACEMENT, at + 1);
    if (at < 0) return { kind: 'evt', name: 'an EVT log' };
  }
  return { kind: 'damaged-binary', name: 'an EVT log' };
}

/** `0` is the header size 0x30 read as text; its three NULs were lost or became blanks. */
const EVT_STARTS = ['0LfLe', '0   LfLe'].map(ascii);
const isEvtWithoutNuls = (head: Uint8Array): boolean => EVT_STARTS.some((start) => startsWith(head, start));

function hasChunk(head: Uint8Array): boolean {
  for (let at = 0; at < head.length; at += SECTOR_BYTES) if (startsWith(head.subarray(at), CHUNK_MAGIC)) return true;
  return false;
}

/** Header of 24 bytes, at least the copy of the size after it, and not more than a chunk. */
const isRecordSize = (size: number): boolean => size >= 28 && size <= 65_536;

function hasRecord(head: Uint8Array): boolean {
  for (let at = indexOf(head, RECORD_MAGIC, 0); at >= 0; at = indexOf(head, RECORD_MAGIC, at + 1)) {
    const size = uint32At(head, at + 4);
    if (isRecordSize(size) && uint32At(head, at + size - 4) === size) return true;
  }
  return false;
}

/** Little-endian; NaN beyond the end. */
function uint32At(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = bytes.subarray(at, at + 4);
  return a === undefined || b === undefined || c === undefined || d === undefined
    ? Number.NaN
    : a + b * 0x100 + c * 0x1_0000 + d * 0x100_0000;
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
