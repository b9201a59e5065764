import type { RawEvent } from './event.ts';

/** Takes what an event says, insert by insert. */
export interface InsertTaker {
  /**
   * UTF-16, little-endian, without NULs at its end.
   * @returns false when it does not take it as it stands: its text has to be made, and handed to `text`.
   */
  utf16(name: string | null, view: DataView, at: number, units: number): boolean;
  text(name: string | null, text: string): void;
  data(bytes: Uint8Array): void;
  /** A code that stands in the inserts, signed 32-bit; the same one may come again. */
  code(code: number): void;
}

/** What an event says besides its head, where it stands in the bytes of its record. */
export interface PlacedInserts {
  /** To be asked while the event is handed over: later the bytes are gone. */
  giveTo(taker: InsertTaker): void;
}

/** Takes events whose inserts are still bytes: to make texts of them takes longer than all the rest of writing a log. */
export interface PlacedEvents {
  /**
   * @param event with a time; without strings, fields, data and message
   * @param before the events of the same batch that stand before it
   */
  take(event: RawEvent, inserts: PlacedInserts, before: readonly RawEvent[]): void;
}
