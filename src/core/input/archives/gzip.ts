import { SourceError } from '../../model/source-error.ts';
import { inflated } from './inflate.ts';
import type { PullReader } from './pull-reader.ts';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const PIECE_BYTES = 1 << 16;

/** What a gzip file holds; several in one file are read as one. @see RFC 1952 @throws SourceError */
export async function* gunzipped(reader: PullReader): AsyncGenerator<Uint8Array> {
  for (let isFirst = true; ; isFirst = false) {
    const [first, second] = await reader.peek(2);
    // What is appended to the last one is padding.
    if (first !== 0x1f || second !== 0x8b) {
      if (isFirst) throw new SourceError('input/damaged-archive', null);
      return;
    }
    if (!(await skipHeader(reader))) throw new SourceError('input/cut-archive', null);
    yield* inflated(reader);
    if (!(await reader.skip(TRAILER_BYTES))) throw new SourceError('input/cut-archive', null);
  }
}

async function skipHeader(reader: PullReader): Promise<boolean> {
  const header = await reader.take(HEADER_BYTES);
  if (header === null) return false;
  const flags = header[3] ?? 0;
  if ((flags & HAS_EXTRA) !== 0) {
    const size = await reader.take(2);
    if (size === null || !(await reader.skip((size[0] ?? 0) | ((size[1] ?? 0) << 8)))) return false;
  }
  if ((flags & HAS_NAME) !== 0 && !(await skipText(reader))) return false;
  if ((flags & HAS_COMMENT) !== 0 && !(await skipText(reader))) return false;
  return (flags & HAS_CHECKSUM) === 0 || reader.skip(2);
}

/** Up to and with the NUL behind it. */
async function skipText(reader: PullReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.some(PIECE_BYTES);
    if (bytes === null) return false;
    const end = bytes.indexOf(0);
    if (end === -1) continue;
    reader.unread(bytes.slice(end + 1));
    return true;
  }
}
