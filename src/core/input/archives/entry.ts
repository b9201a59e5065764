import { SourceError } from '../../model/source-error.ts';
import { decodeBlock } from '../text/decode-block.ts';

/** One file in an archive. */
export interface ArchiveEntry {
  /** As it stands in the archive, `/` as separator. */
  readonly name: string;
  /** Unpacked bytes. @throws SourceError */
  content(): AsyncIterable<Uint8Array>;
}
/** Entries in the order of the archive; what is left of one when the next is asked for is skipped. */
export type ArchiveEntries = AsyncGenerator<ArchiveEntry>;

/** An entry that cannot be unpacked. */
export const failedEntry = (name: string, code: SourceError['code'], detail: string | null): ArchiveEntry => ({
  name,
  // biome-ignore lint/correctness/useYield: it fails before the first piece
  async *content() {
    throw new SourceError(code, detail);
  },
});

/** What systems put into archives beside the files. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
export const isJunk = (name: string): boolean => JUNK.test(name);
export const isFolder = (name: string): boolean => name === '' || name.endsWith('/');

/** Old programs write names in the code page of DOS and with its separator. A name is only shown, so it may climb. */
export function decodeName(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const used = end === -1 ? bytes : bytes.subarray(0, end);
  const utf8 = decodeBlock('utf-8', used, true);
  return (utf8.wrong === 0 ? utf8 : decodeBlock('ibm437', used, true)).text.replaceAll('\\', '/');
}
