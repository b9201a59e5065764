import { SourceError } from '../../model/source-error.ts';
import { type ArchiveEntries, type ArchiveEntry, decodeName, failedEntry, isFolder, isJunk } from './entry.ts';
import { inflated, type PackedBytes } from './inflate.ts';
import type { PullReader } from './pull-reader.ts';

/** @see APPNOTE.TXT 6.3.10, 4.3 */
const LOCAL_FILE = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** What stands behind the files. */
const DIRECTORY: ReadonlySet<number> = new Set([0x02014b50, 0x06054b50, 0x06064b50, 0x08064b50]);
const SIGNATURES: ReadonlySet<number> = new Set([LOCAL_FILE, DESCRIPTOR, ...DIRECTORY]);
const HEADER_BYTES = 30;
const ENCRYPTED = 1;
const HAS_DESCRIPTOR = 8;
const IN_64_BITS = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const METHODS: Readonly<Record<number, string>> = {
  1: 'shrink',
  6: 'implode',
  9: 'deflate64',
  12: 'bzip2',
  14: 'LZMA',
  20: 'zstd',
  93: 'zstd',
  95: 'xz',
  98: 'PPMd',
  99: 'AES',
};
const PIECE_BYTES = 1 << 16;
/** How far the next header is looked for behind damage, in one step. */
const SEARCH_BYTES = 1 << 16;

interface LocalFile {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** null: it stands behind the file. */
  readonly packedBytes: number | null;
}

/** Reads the files as they stand, one after the other: the directory at the end of the archive is not needed. */
export async function* zipEntries(reader: PullReader): ArchiveEntries {
  for (;;) {
    const signature = uint32(await reader.peek(4), 0);
    if (DIRECTORY.has(signature)) return;
    if (signature === DESCRIPTOR) await reader.skip(4);
    else if (signature === LOCAL_FILE) {
      const file = await readHeader(reader);
      if (file === null) throw new SourceError('input/cut-archive', null);
      yield* entryOf(reader, file);
    } else if (!(await searchHeader(reader))) throw new SourceError('input/cut-archive', null);
  }
}

async function readHeader(reader: PullReader): Promise<LocalFile | null> {
  const header = await reader.take(HEADER_BYTES);
  if (header === null) return null;
  const [nameBytes, extraBytes] = [uint16(header, 26), uint16(header, 28)];
  const name = await reader.take(nameBytes);
  const extra = await reader.take(extraBytes);
  if (name === null || extra === null) return null;
  const flags = uint16(header, 6);
  const [packed, unpacked] = [uint32(header, 18), uint32(header, 22)];
  const isUnknown = (flags & HAS_DESCRIPTOR) !== 0 && packed === 0;
  return {
    name: decodeName(name),
    flags,
    method: uint16(header, 8),
    packedBytes: isUnknown ? null : packed === IN_64_BITS ? longSize(extra, unpacked === IN_64_BITS) : packed,
  };
}

/** The packed size of a file beyond 4 GiB stands behind its unpacked one, if that is here too. null: not here, but behind the file. */
function longSize(extra: Uint8Array, isBehindOther: boolean): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + uint16(extra, at + 2)) {
    if (uint16(extra, at) !== 1) continue;
    const from = at + 4 + (isBehindOther ? 8 : 0);
    const size = uint32(extra, from) + uint32(extra, from + 4) * 2 ** 32;
    return Number.isSafeInteger(size) && size > 0 ? size : null;
  }
  return null;
}

async function* entryOf(reader: PullReader, file: LocalFile): ArchiveEntries {
  const packed = new PackedFile(reader, file.packedBytes);
  const entry = isFolder(file.name) || isJunk(file.name) ? null : unpackable(file, packed);
  if (entry !== null) yield entry;
  await packed.finish();
  if (file.packedBytes === null || (file.flags & HAS_DESCRIPTOR) !== 0) await skipDescriptor(reader);
}

function unpackable({ name, flags, method, packedBytes }: LocalFile, packed: PackedFile): ArchiveEntry {
  if ((flags & ENCRYPTED) !== 0) return failedEntry(name, 'input/encrypted', null);
  if (method === DEFLATED) return { name, content: () => packed.inflate() };
  if (method === STORED) return { name, content: () => (packedBytes === null ? packed.copyUpToSize() : packed.copy()) };
  return failedEntry(name, 'input/unsupported-method', METHODS[method] ?? `method ${method}`);
}

/** The bytes of one file. */
class PackedFile implements PackedBytes {
  readonly #reader: PullReader;
  /** null: nobody knows. */
  #left: number | null;
  #isWhole = false;

  constructor(reader: PullReader, left: number | null) {
    this.#reader = reader;
    this.#left = left;
  }

  async some(count: number): Promise<Uint8Array | null> {
    if (this.#left === 0) return null;
    const bytes = await this.#reader.some(Math.min(count, this.#left ?? count));
    if (this.#left !== null) this.#left -= bytes?.length ?? 0;
    return bytes;
  }
  unread(bytes: Uint8Array): void {
    this.#reader.unread(bytes);
    if (this.#left !== null) this.#left += bytes.length;
  }

  async *inflate(): AsyncGenerator<Uint8Array> {
    yield* inflated(this);
    this.#isWhole = true;
  }
  async *copy(): AsyncGenerator<Uint8Array> {
    for (let bytes = await this.some(PIECE_BYTES); bytes !== null; bytes = await this.some(PIECE_BYTES)) yield bytes;
    if (this.#left !== 0) throw new SourceError('input/cut-archive', null);
    this.#isWhole = true;
  }

  /** What is stored without its size, as streaming programs do it, ends where its descriptor says just that size. */
  async *copyUpToSize(): AsyncGenerator<Uint8Array> {
    for (let copied = 0; !this.#isWhole; ) {
      const ahead = await this.#reader.peek(SEARCH_BYTES);
      const end = endByDescriptor(ahead, copied);
      const isLast = ahead.length < SEARCH_BYTES;
      const bytes = await this.#reader.some(end ?? ahead.length - (isLast ? 0 : LONG_DESCRIPTOR_BYTES));
      if (bytes === null) throw new SourceError('input/cut-archive', null);
      if (bytes.length > 0) yield bytes;
      copied += bytes.length;
      this.#isWhole = end !== null;
    }
  }

  /** Goes to the end of the file, which without a size only its last block tells, or the next header. */
  async finish(): Promise<void> {
    if (this.#left !== null) await this.#reader.skip(this.#left);
    else if (!this.#isWhole) await searchHeader(this.#reader);
  }
}

/** Signature, checksum and sizes in 32 or 64 bits, and the signature of what follows. */
const LONG_DESCRIPTOR_BYTES = 28;
/** Where in these bytes the descriptor of a file stands that began so far ahead of them; null: not here. */
function endByDescriptor(bytes: Uint8Array, ahead: number): number | null {
  for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
    if (uint32(bytes, at) !== DESCRIPTOR || uint32(bytes, at + 8) !== (ahead + at) % 2 ** 32) continue;
    if (SIGNATURES.has(uint32(bytes, at + 16)) || SIGNATURES.has(uint32(bytes, at + 24))) return at;
  }
  return null;
}

/** With or without its signature, its sizes in 32 or 64 bits: the next header shows which. */
async function skipDescriptor(reader: PullReader): Promise<void> {
  if (uint32(await reader.peek(4), 0) === DESCRIPTOR) await reader.skip(4);
  const bytes = await reader.peek(24);
  for (const size of [12, 20, 0]) if (SIGNATURES.has(uint32(bytes, size))) return void (await reader.skip(size));
}

/** @returns false when there is none. */
async function searchHeader(reader: PullReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.peek(SEARCH_BYTES);
    if (bytes.length < 4) return false;
    for (let at = bytes.indexOf(0x50, 0); at !== -1 && at + 4 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
      if (SIGNATURES.has(uint32(bytes, at))) return reader.skip(at);
    }
    await reader.skip(bytes.length - 3);
    if (bytes.length < SEARCH_BYTES) return false;
  }
}

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
/** Little-endian; NaN beyond the end. */
function uint32(bytes: Uint8Array, at: number): number {
  return at + 4 > bytes.length ? Number.NaN : (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}
