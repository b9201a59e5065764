import type { ParsedBatch, ParserContext, ParserFindings } from '../../model/parser.ts';

/** An event that holds nothing but what most hold, where it stands in a text. */
export interface PlainEvent {
  readonly start: number;
  readonly lines: number;
}

/** Reads the plain events of one format in one layout. */
export interface PlainReader {
  /** The segment format whose events it reads, or `text`. */
  readonly format: string;
  /** With this the first line of each event begins. */
  readonly mark: string;
  /** Another text begins. Comparing it with the one before would cost its length where both say the same. */
  enter(text: string): void;
  /** @param line 1-based, of `start`; @returns null where more may stand than a plain event */
  eventAt(text: string, start: number, end: number, line: number): PlainEvent | null;
  /** Hands it over or counts it. */
  deliver(event: PlainEvent, batch: ParsedBatch): void;
  /** What the events that were delivered say of the source. */
  findings(): ParserFindings;
}

/** null: the head of the text is not of this format, or not in a layout that is known. */
export type CreatePlainReader = (head: string, context: ParserContext) => PlainReader | null;
