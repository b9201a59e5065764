import { SourceError } from '../../model/source-error.ts';
import { type ArchiveEntries, decodeName, failedEntry, isFolder, isJunk } from './entry.ts';
import type { PullReader } from './pull-reader.ts';

const BLOCK_BYTES = 512;
const PIECE_BYTES = 1 << 16;
/** A name, or the values of a pax header; longer ones are no names. */
const MAX_TEXT_BYTES = 1 << 16;

/** Types of the header. @see POSIX pax, ustar interchange format; GNU tar, basic format */
const FILES = new Set(['0', '\0', '7', '']);
const LONG_NAME = 'L';
const PAX = 'x';
const SPARSE = 'S';

interface TarHeader {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** @throws SourceError when the archive ends early or is damaged */
export async function* tarEntries(reader: PullReader): ArchiveEntries {
  /** Of the headers that describe the next one. */
  let [longName, longBytes]: [string | null, number | null] = [null, null];
  for (;;) {
    const block = await reader.take(BLOCK_BYTES);
    // The blocks of zeros at the end may be missing.
    if (block === null || block.every((byte) => byte === 0)) return;
    const header = readHeader(block);
    if (header === null) throw new SourceError('input/damaged-archive', null);
    const padded = (bytes: number): number => Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
    if (header.type === LONG_NAME || header.type === PAX) {
      const text = await reader.take(padded(Math.min(header.bytes, MAX_TEXT_BYTES)));
      if (text === null) throw new SourceError('input/cut-archive', null);
      const value = text.subarray(0, header.bytes);
      if (header.type === LONG_NAME) longName = decodeName(value);
      else {
        longName = paxValue(value, 'path') ?? longName;
        longBytes = Number(paxValue(value, 'size') ?? Number.NaN) || longBytes;
      }
      await reader.skip(padded(header.bytes) - text.length);
      continue;
    }
    const [name, bytes] = [longName ?? header.name, longBytes ?? header.bytes];
    [longName, longBytes] = [null, null];
    const file = new FileBytes(reader, bytes);
    if (header.type === SPARSE) yield failedEntry(name, 'input/unsupported-method', 'a sparse file');
    else if (FILES.has(header.type) && !isFolder(name) && !isJunk(name)) yield { name, content: () => file.content() };
    if (!(await reader.skip(file.left + padded(bytes) - bytes))) throw new SourceError('input/cut-archive', null);
  }
}

class FileBytes {
  readonly #reader: PullReader;
  left: number;
  constructor(reader: PullReader, left: number) {
    this.#reader = reader;
    this.left = left;
  }
  async *content(): AsyncGenerator<Uint8Array> {
    while (this.left > 0) {
      const bytes = await this.#reader.some(Math.min(PIECE_BYTES, this.left));
      if (bytes === null) throw new SourceError('input/cut-archive', null);
      this.left -= bytes.length;
      yield bytes;
    }
  }
}

function readHeader(block: Uint8Array): TarHeader | null {
  const sum = octal(block.subarray(148, 156));
  // The sum counts its own field as blanks.
  const real = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  const bytes = sizeOf(block.subarray(124, 136));
  if (sum !== real || bytes === null) return null;
  const isUstar = String.fromCharCode(...block.subarray(257, 263)) === 'ustar\0';
  const prefix = isUstar ? decodeName(block.subarray(345, 500)) : '';
  const name = decodeName(block.subarray(0, 100));
  return { name: prefix === '' ? name : `${prefix}/${name}`, type: String.fromCharCode(block[156] ?? 0), bytes };
}

/** Above 8 GiB GNU tar writes the number itself. */
function sizeOf(field: Uint8Array): number | null {
  const [first = 0] = field;
  if ((first & 0x80) === 0) return octal(field);
  const size = field.subarray(1).reduce((total, byte) => total * 256 + byte, first & 0x7f);
  return Number.isSafeInteger(size) ? size : null;
}

function octal(field: Uint8Array): number | null {
  const digits = String.fromCharCode(...field)
    .replace(/[\0 ]+/g, ' ')
    .trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : null;
}

/** `25 path=a/long/name\n`, the length of each first. */
function paxValue(bytes: Uint8Array, key: string): string | null {
  const text = decodeName(bytes);
  return new RegExp(`(?:^|\\n)\\d{1,6} ${key}=([^\\n]*)`).exec(text)?.[1] ?? null;
}
