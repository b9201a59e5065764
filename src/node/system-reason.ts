/** What the system means by its codes, in words: its own sentences name calls and whole paths. */
const wordsByCode: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EISDIR', 'this is a folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EBUSY', 'in use by another program'],
  ['ELOOP', 'links that lead in a circle'],
  ['EIO', 'the device failed to read it'],
  ['ENOSPC', 'no space is left on the device'],
  ['EROFS', 'the device is read-only'],
]);

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

export const wordsOf = (code: string): string | undefined => wordsByCode.get(code);

/** Why the system refused, as half a sentence; what is not its own says it itself. */
export const systemReason = (error: unknown): string =>
  wordsOf(codeOf(error)) ?? (error instanceof Error ? error.message : String(error));
