import { statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** A running watch; the part of `fs.FSWatcher` that is needed. */
export interface Watcher {
  close(): void;
}
/** `fs.watch` with what matters here. @param told of a file below the path; null where the system does not say which */
export type Watch = (path: string, isFolder: boolean, told: (file: string | null) => void) => Watcher;

const watchFiles: Watch = (path, isFolder, told) =>
  watch(path, { recursive: isFolder }, (_kind, file) => told(file)).on('error', () => told(null));

/** An editor writes a file in several steps. */
const SETTLE_MS = 150;
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/**
 * Rule files as they change, once the writing has settled; paths that are not there are not watched.
 * @param watchPath for tests.
 */
export async function* watchRuleFiles(
  paths: readonly string[],
  cwd: string,
  watchPath: Watch = watchFiles,
): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const tell = (file: string): void => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLE_MS);
  };
  const watchers = paths.map((path) => watchOne(resolve(cwd, path), watchPath, tell));
  try {
    for (;;) {
      await new Promise<void>((done) => {
        wake = done;
        // Changed while nobody was waiting.
        if (changed.size > 0) tell([...changed][0] ?? '');
      });
      const files = [...changed];
      changed.clear();
      yield files;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher?.close();
  }
}

/** A single file is watched by its folder: editors that write a copy and rename it leave the watched one behind. */
function watchOne(path: string, watchPath: Watch, tell: (file: string) => void): Watcher | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isDirectory())
    return watchPath(path, true, (file) => (file === null || isYaml(file) ? tell(file ?? path) : undefined));
  const name = basename(path);
  return watchPath(dirname(path), false, (file) => (file === null || file === name ? tell(name) : undefined));
}
