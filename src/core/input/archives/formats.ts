import type { ArchiveKind } from '../sniff/signatures.ts';
import { packageEntries } from './documents/package.ts';
import { rtfEntry } from './documents/rtf.ts';
import type { ArchiveEntries } from './entry.ts';
import { gunzipped } from './gzip.ts';
import type { PullReader } from './pull-reader.ts';
import { tarEntries } from './tar.ts';
import { zipEntries } from './zip.ts';

/** What reads an archive whose name is `name`. */
export const archiveEntries: Readonly<Record<ArchiveKind, (reader: PullReader, name: string) => ArchiveEntries>> = {
  zip: zipEntries,
  tar: tarEntries,
  gzip: gzipEntry,
  document: packageEntries,
  rtf: rtfEntry,
};

const PACKED_TAR = /\.(?:tar\.gz|tgz|taz)$/i;

/** The one file in it. A tar that was packed is one archive to people; its entry has no name of its own. */
async function* gzipEntry(reader: PullReader, name: string): ArchiveEntries {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  yield {
    name: PACKED_TAR.test(base) ? '' : base.replace(/\.gz(?:ip)?$/i, '') || 'content',
    content: () => gunzipped(reader),
  };
}
