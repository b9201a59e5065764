import { bytesOfBase64 } from '../binary/base64.ts';
import { sniffBytes } from '../sniff/sniff-bytes.ts';
import { isFolded, isHeader, readHeaders } from '../wrapped/mail-headers.ts';
import { isBase64Line } from '../wrapped/transfer-encoding.ts';
import type { PullReader } from './pull-reader.ts';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A mail that was taken out of a stream, and can be read as before. */
export interface TakenMail {
  /** As Latin-1; empty for one that is larger than any. */
  readonly text: string;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Servers take less. */
const MAX_BYTES = 1 << 26;

export async function takeMail(reader: PullReader): Promise<TakenMail> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let failure: { readonly error: unknown } | null = null;
  try {
    for (let piece = await reader.some(1 << 20); piece !== null; piece = await reader.some(1 << 20)) {
      // The memory of a piece may be used again as soon as the next one is asked for.
      pieces.push(piece.slice());
      size += piece.length;
      if (size > MAX_BYTES) break;
    }
  } catch (error) {
    failure = { error };
  }
  const latin1 = new TextDecoder('latin1');
  return {
    text: size > MAX_BYTES ? '' : pieces.map((piece) => latin1.decode(piece, { stream: true })).join(''),
    async *chunks() {
      yield* pieces;
      // What failed is said where the mail is read.
      if (failure !== null) throw failure.error;
      yield* reader.rest();
    },
  };
}

/** Binary logs, and what may hold logs; texts are read where they stand. Pictures and signatures are no logs. */
const WANTED: ReadonlySet<string> = new Set(['evtx', 'evt', 'evtx-fragments', 'archive', 'document']);
const MAX_PARTS = 1000;

/** The files in a mail that hold logs, or may, whatever part of it they stand in. @param text of the mail, as Latin-1 */
export function attachmentsIn(text: string): readonly Attachment[] {
  const found: Attachment[] = [];
  const names = new Set<string>();
  for (const part of text.split(/^--[^\r\n]{1,200}\r?$/m).slice(1, MAX_PARTS)) {
    const lines = part.replace(/^\r?\n/, '').split(/\r?\n/);
    const end = lines.findIndex((line) => !(isHeader(line) || isFolded(line)));
    const { encoding, name, type } = readHeaders(lines.slice(0, Math.max(0, end)));
    if (encoding !== 'base64' || type.startsWith('image/')) continue;
    const bytes = bytesOfBase64(lines.slice(end).filter(isBase64Line).join(''));
    if (bytes === null || !WANTED.has(sniffBytes(bytes).kind)) continue;
    const own = name === '' ? `attachment ${found.length + 1}` : name;
    found.push({ name: names.has(own) ? `${found.length + 1} ${own}` : own, bytes });
    names.add(own);
  }
  return found;
}
