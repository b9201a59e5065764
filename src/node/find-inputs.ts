import type { Buffer } from 'node:buffer';
import { type Dirent, type Stats, statSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { compareText } from '../core/model/order.ts';
import type { ByteSource } from '../core/model/source.ts';
import { SourceError } from '../core/model/source-error.ts';
import {
  entriesMeantBy,
  type FilePath,
  type FolderEntry,
  joinPath,
  keyOf,
  readFolder,
  realKeyOf,
  toSystemPath,
  withSlashes,
} from './file-path.ts';
import { failedSource, fileSource, toSourceError } from './file-source.ts';
import { compileGlob, type GlobLevel, isGlob } from './glob.ts';

interface Place {
  readonly path: FilePath;
  /** As the report shows it. */
  readonly name: string;
}

const isHidden = (name: string): boolean => name.startsWith('.');
const within = (folder: Place, { name, path }: Pick<FolderEntry, 'name' | 'path'>): Place => ({
  path,
  name: folder.name === '' ? name : folder.name.endsWith('/') ? `${folder.name}${name}` : `${folder.name}/${name}`,
});

const statOrNull = (path: FilePath): Stats | null => statSync(toSystemPath(path), { throwIfNoEntry: false }) ?? null;
const kindOf = (entry: FolderEntry['entry'], path: FilePath): Dirent | Dirent<Buffer> | Stats | null =>
  entry.isSymbolicLink() ? statOrNull(path) : entry;

/** Walks folders and expands patterns. A folder is entered once, so links that lead back end nowhere. */
class InputFinder {
  readonly sources: ByteSource[] = [];
  readonly #cwd: string;
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  add(input: string): void {
    const place = { path: resolve(this.#cwd, input), name: withSlashes(input) };
    this.#guard(place, () => {
      const stats = statOrNull(place.path);
      const meant = stats === null ? entriesMeantBy(resolve(this.#cwd, input)) : [];
      if (meant.length > 0) this.#addMeant(place, meant);
      else if (stats === null && isGlob(input)) this.#addMatches(place.name);
      else if (stats?.isDirectory()) this.#addFolder(place);
      else this.#addFile(place, stats?.size ?? null);
    });
  }

  #guard(place: Place, look: () => void): void {
    try {
      look();
    } catch (error) {
      this.sources.push(failedSource(place.name, toSourceError(error)));
    }
  }

  #addFile(place: Place, sizeBytes: number | null): true {
    const key = keyOf(place.path);
    if (!this.#files.has(key)) this.sources.push(fileSource(place.path, place.name, sizeBytes));
    this.#files.add(key);
    return true;
  }

  #addFolder(folder: Place): void {
    if (this.#walk(folder)) return;
    this.sources.push(failedSource(folder.name, new SourceError('input/empty', 'a folder without files')));
  }

  /** @returns whether there is anything in it. */
  #walk(folder: Place): boolean {
    const real = realKeyOf(folder.path);
    if (this.#folders.has(real)) return true;
    this.#folders.add(real);
    let found = false;
    for (const one of this.#entries(folder)) {
      const place = within(folder, one);
      this.#guard(place, () => {
        const kind = kindOf(one.entry, place.path);
        if (kind?.isDirectory()) found = this.#walk(place) || found;
        else if (kind === null || kind.isFile()) found = this.#addFile(place, statOrNull(place.path)?.size ?? null);
      });
    }
    return found;
  }

  /** By code units, hidden ones left out: the same list on every machine. */
  #entries(folder: Place): readonly FolderEntry[] {
    return readFolder(folder.path)
      .filter(({ name }) => !isHidden(name))
      .toSorted((a, b) => compareText(a.name, b.name));
  }

  /** What Node could not hand over of the command line lies in the folder under its bytes. */
  #addMeant(place: Place, meant: readonly FolderEntry[]): void {
    const folder = place.name.slice(0, place.name.lastIndexOf('/') + 1);
    for (const { name, path } of meant) this.#addExisting({ path, name: `${folder}${name}` });
  }

  #addMatches(pattern: string): void {
    const before = this.sources.length;
    const { root } = parse(pattern);
    const start = root === '' ? { path: this.#cwd, name: '' } : { path: root, name: root };
    this.#match(start, compileGlob(pattern.slice(root.length)));
    if (this.sources.length === before)
      this.sources.push(failedSource(pattern, new SourceError('input/missing', 'no file matches this pattern')));
  }

  #match(folder: Place, [level, ...rest]: readonly GlobLevel[]): void {
    if (level === undefined) this.#addExisting(folder);
    else if (level === '**') this.#matchBelow(folder, rest);
    else if (typeof level === 'string')
      this.#match(within(folder, { name: level, path: joinPath(folder.path, level) }), rest);
    else if (statOrNull(folder.path)?.isDirectory())
      for (const one of this.#entries(folder)) if (level(one.name)) this.#match(within(folder, one), rest);
  }

  /** Here and at any depth; links are not followed, they could lead in a circle. */
  #matchBelow(folder: Place, levels: readonly GlobLevel[]): void {
    this.#match(folder, levels);
    for (const one of this.#entries(folder)) {
      const place = within(folder, one);
      if (one.entry.isDirectory()) this.#guard(place, () => this.#matchBelow(place, levels));
    }
  }

  #addExisting(place: Place): void {
    const stats = statOrNull(place.path);
    if (stats?.isDirectory()) this.#walk(place);
    else if (stats !== null) this.#addFile(place, stats.size);
  }
}

/**
 * Files, folders with everything below them, and patterns with `*`, `?` and `**` that no shell has expanded.
 * @returns one source a file. What is missing, empty or unreadable is a source whose `chunks()` throws `SourceError`: it stands in the
 *   report and the others are read.
 */
export function findInputs(inputs: readonly string[], cwd: string): ByteSource[] {
  const finder = new InputFinder(cwd);
  for (const input of inputs) finder.add(input);
  return finder.sources;
}
