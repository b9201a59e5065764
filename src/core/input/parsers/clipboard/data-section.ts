import { parseHexDump } from '../../normalise/hex-dump.ts';

/** Text that belongs to no event. */
export interface Leftover {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

const ROW = /(?:^|\s)[0-9a-f]{4,8}:(?:\s|$)/i;
const MAX_WRAPPED = 40;
const MAX_CHARACTERS = 1 << 20; // 200 KiB of bytes; the data of an event is below 64

/** The lines of a hex dump, as they come. */
export class DataSection {
  readonly #lines: Leftover[] = [];
  #characters = 0;

  constructor(text: string, line: number) {
    this.#add(text, line);
  }

  /**
   * Takes a line that goes on with the dump: another row, an empty line, or the rest of a row that a mail broke.
   * @param next the line behind it
   */
  takes(text: string, line: number, next: string): boolean {
    const isWrapped = text.length <= MAX_WRAPPED && ROW.test(next);
    const goesOn = ROW.test(text) || text.trim() === '' || isWrapped;
    if (!goesOn || this.#characters > MAX_CHARACTERS) return false;
    this.#add(text, line);
    return true;
  }

  #add(text: string, line: number): void {
    this.#lines.push({ text, line });
    this.#characters += text.length + 1;
  }

  /** The bytes, null when the dump is damaged, and the text behind it. */
  read(): { bytes: Uint8Array | null; rest: readonly Leftover[] } {
    const dump = parseHexDump(this.#lines.map(({ text }) => text).join('\n'));
    let start = 0;
    const length = dump?.length ?? 0;
    const rest: Leftover[] = [];
    for (const { text, line } of this.#lines) {
      const behind = text.slice(Math.max(0, length - start));
      if (behind.trim() !== '') rest.push({ text: behind.trim(), line });
      start += text.length + 1;
    }
    return { bytes: dump?.bytes ?? null, rest };
  }
}
