import type { EventRecord } from '../model/event.ts';
import type { Scan } from '../model/scan.ts';
import { emptyScan } from './scan.ts';

/** A kept event without its texts, with the classes that took it and what they captured: measured in V8, of scans that came from another thread. */
const EVENT_BYTES = 2000;

const textBytes = ({ message, strings, fields, data }: EventRecord): number => {
  let characters = message?.length ?? 0;
  for (const text of strings.length > 0 ? strings : fields.values()) characters += text.length;
  return characters * 2 + (data?.length ?? 0);
};

/** The memory that the kept events of all sources may take together: each source has its caps, but a run may have any number of sources. */
export class Room {
  #leftBytes: number;

  constructor(bytes = Number.POSITIVE_INFINITY) {
    this.#leftBytes = bytes;
  }

  take(scans: readonly Scan[]): void {
    if (this.#leftBytes === Number.POSITIVE_INFINITY) return;
    for (const { kept } of scans) for (const { event } of kept) this.#leftBytes -= EVENT_BYTES + textBytes(event);
  }

  get isFull(): boolean {
    return this.#leftBytes < 0;
  }
}

/** The scan of a source for which no room was left. */
export const unreadScan = (source: string): Scan =>
  emptyScan(source, [{ code: 'input/memory', position: null, detail: null }]);
