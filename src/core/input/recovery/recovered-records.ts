import type { ParsedBatch } from '../../model/parser.ts';
import { LiveRecords } from './live-records.ts';

/** What a record found outside the chain gives. */
export interface Found {
  readonly id: number;
  /** What the event says its number is; null: it says none, or that of the record. */
  readonly ownId?: number | null;
  readonly timeMs: number;
  readonly deliver: (batch: ParsedBatch) => void;
}

/** So many wait for the end of the source; what is beyond is compared with the chains read so far. */
const MAX_WAITING = 1 << 13;
const MAX_KNOWN = 1 << 16;

/**
 * Records found outside the chain wait here: many are copies of records that stand in a chain, which may come later in the source, or copies of one
 * another. Those are found, but the event was read already.
 */
export class RecoveredRecords {
  readonly #live: LiveRecords;
  /** By the numbers that their events say: an export by a filter numbers its records anew. */
  #renumbered: LiveRecords | null = null;
  readonly #known = new Set<string>();
  #waiting: Found[] = [];
  /** Found, copies included. */
  count = 0;

  constructor(live: LiveRecords) {
    this.#live = live;
  }

  /** A copy of a record that was read already need not be read: most of what stands behind a chain is what it held before. */
  isCopy(id: number, timeMs: number): boolean {
    const isCopy = this.#live.has(id, timeMs);
    if (isCopy) this.count += 1;
    return isCopy;
  }

  /** A record of the chain whose event says another number. */
  renumbered(ownId: number, timeMs: number): void {
    this.#renumbered ??= new LiveRecords();
    this.#renumbered.add(ownId, timeMs);
  }

  add(found: Found, batch: ParsedBatch): void {
    this.count += 1;
    this.#waiting.push(found);
    if (this.#waiting.length >= MAX_WAITING) this.deliver(batch);
  }

  deliver(batch: ParsedBatch): void {
    for (const { id, ownId, timeMs, deliver } of this.#waiting) {
      const key = `${ownId ?? id}:${timeMs}`;
      if (this.#known.has(key) || this.#live.has(id, timeMs)) continue;
      if (this.#renumbered?.has(ownId ?? id, timeMs) === true) continue;
      if (this.#known.size < MAX_KNOWN) this.#known.add(key);
      deliver(batch);
    }
    this.#waiting = [];
  }
}
