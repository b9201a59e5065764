import type { Limit, LimitName } from '../../model/scan.ts';

/** How much an archive may unpack, with all that is nested in it. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed bytes. Logs reach 60, exports of one event over and over more, files of zeros 1000. */
  readonly ratio: number;
  /** So much is unpacked before the ratio counts: an empty log is a file of zeros. */
  readonly freeBytes: number;
  /** Archives in archives; a tar.gz counts twice. */
  readonly depth: number;
}
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 50_000,
  unpackedBytes: 64 * 2 ** 30,
  ratio: 250,
  freeBytes: 256 * 2 ** 20,
  depth: 6,
};

/** Thrown where a limit acts; ends the whole archive. */
export class ArchiveLimitError extends Error {
  override readonly name = 'ArchiveLimitError';
  readonly limit: Limit;
  constructor(limit: LimitName, detail: string) {
    super(detail);
    this.limit = { limit, ruleId: null, detail };
  }
}

const size = (bytes: number): string =>
  bytes >= 2 ** 30
    ? `${Math.round(bytes / 2 ** 30)} GiB`
    : bytes >= 2 ** 20
      ? `${Math.round(bytes / 2 ** 20)} MiB`
      : `${bytes} bytes`;

/** What one archive has used of its limits. */
export class ArchiveBudget {
  readonly #limits: ArchiveLimits;
  /** Bytes read of the outermost archive. */
  readonly #packedBytes: () => number;
  #entries = 0;
  #unpacked = 0;

  constructor(limits: ArchiveLimits, packedBytes: () => number) {
    this.#limits = limits;
    this.#packedBytes = packedBytes;
  }

  /** @throws ArchiveLimitError */
  addEntry(): void {
    this.#entries += 1;
    if (this.#entries > this.#limits.entries)
      throw new ArchiveLimitError(
        'archive-entries',
        `only the first ${this.#limits.entries} files of the archive were read`,
      );
  }

  /** @throws ArchiveLimitError */
  addBytes(count: number): void {
    const { unpackedBytes, ratio, freeBytes } = this.#limits;
    this.#unpacked += count;
    if (this.#unpacked > unpackedBytes)
      throw new ArchiveLimitError(
        'archive-size',
        `the archive unpacks to more than ${size(unpackedBytes)}; reading it ended there`,
      );
    if (this.#unpacked > freeBytes && this.#unpacked > ratio * this.#packedBytes())
      throw new ArchiveLimitError(
        'archive-ratio',
        `the archive unpacks to more than ${ratio} times its size; reading it ended after ${size(this.#unpacked)}`,
      );
  }

  /** @throws ArchiveLimitError */
  checkDepth(depth: number): void {
    if (depth > this.#limits.depth)
      throw new ArchiveLimitError(
        'archive-depth',
        `archives nested deeper than ${this.#limits.depth} levels were not opened`,
      );
  }
}
