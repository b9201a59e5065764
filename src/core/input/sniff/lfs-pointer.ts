/** Version, hash and size, with lines of extensions between. @see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const POINTER =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n(?:ext-[^\n]*\n)*oid sha256:[\da-f]{64}\r?\nsize \d{1,20}\s*$/;
/** A longer file is none. */
const MAX_BYTES = 1024;

/** The few lines that stand in a repository for a file which nobody fetched. */
export const isLfsPointer = (bytes: Uint8Array): boolean =>
  bytes.length <= MAX_BYTES && POINTER.test(String.fromCharCode(...bytes));
