import { Buffer } from 'node:buffer';
import { type Dirent, existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Bytes where the name is no UTF-8: archives of Windows leave such names on Linux. Another thread gets them as a plain array. */
export type FilePath = string | Uint8Array;

/** As `node:fs` takes it. */
export const toSystemPath = (path: FilePath): string | Buffer => (typeof path === 'string' ? path : Buffer.from(path));

/** As reports and rule ids write a path, on any system. */
export const withSlashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
export const joinPath = (folder: FilePath, name: string): FilePath =>
  typeof folder === 'string' ? join(folder, name) : joinBytes(folder, Buffer.from(name));

/** Of two paths that are not the same no two are alike. */
export const keyOf = (path: FilePath): string =>
  typeof path === 'string' ? path : `bytes ${Buffer.from(path).toString('latin1')}`;

/** The same, links resolved. `realpathSync` makes a text of what it is given, its native form does not. */
export const realKeyOf = (path: FilePath): string =>
  typeof path === 'string' ? realpathSync(path) : keyOf(realpathSync.native(toSystemPath(path), 'buffer'));

export interface FolderEntry {
  readonly name: string;
  readonly path: FilePath;
  readonly entry: Dirent | Dirent<Buffer>;
}

/** What Node puts where bytes are no UTF-8: no file is found under such a name. */
const LOST = '\ufffd';
const decoder = new TextDecoder('utf-8', { fatal: true });
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Names that are no UTF-8 are read as Latin-1, which tells any two of them apart. */
export function readFolder(folder: FilePath): readonly FolderEntry[] {
  const entries = readdirSync(toSystemPath(folder), { withFileTypes: true });
  const readable = entries.filter(({ name }) => !name.includes(LOST));
  const found: FolderEntry[] = readable.map((entry) => ({
    name: entry.name,
    path: joinPath(folder, entry.name),
    entry,
  }));
  if (readable.length === entries.length) return found;
  for (const entry of readdirSync(toSystemPath(folder), { withFileTypes: true, encoding: 'buffer' })) {
    const text = entry.name.toString();
    if (!text.includes(LOST)) continue;
    const name = isUtf8(entry.name) ? text : entry.name.toString('latin1');
    found.push({ name, path: joinBytes(toBytes(folder), entry.name), entry });
  }
  return found;
}

/** What an argument stands for whose bytes were no UTF-8: the names in its folder that Node reads in the same way. */
export function entriesMeantBy(path: string): readonly FolderEntry[] {
  const name = basename(path);
  const folder = dirname(path);
  if (!name.includes(LOST) || !existsSync(folder)) return [];
  return readFolder(folder).filter(
    (one) => typeof one.path !== 'string' && Buffer.from(one.path).toString().endsWith(`/${name}`),
  );
}

const toBytes = (path: FilePath): Uint8Array => (typeof path === 'string' ? Buffer.from(path) : path);
const joinBytes = (folder: Uint8Array, name: Uint8Array): Uint8Array => Buffer.concat([folder, Buffer.from('/'), name]);
