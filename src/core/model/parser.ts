import type { FoundFact, Observation } from './companion.ts';
import type { DateOrder, RawEvent } from './event.ts';
import type { Interest, Tally } from './interest.ts';
import type { PlacedEvents } from './placed-inserts.ts';
import type { Problem } from './problems.ts';

export interface ParsedBatch {
  readonly events: RawEvent[];
  readonly problems: Problem[];
}
export const emptyBatch = (): ParsedBatch => ({ events: [], problems: [] });
/** One batch behind another. */
export const joinedBatches = (first: ParsedBatch, second: ParsedBatch): ParsedBatch => ({
  events: [...first.events, ...second.events],
  problems: [...first.problems, ...second.problems],
});

export interface ParserContext {
  readonly interest: Interest;
  readonly tally: Tally;
  /** Records outside the chain are neither handed over nor counted. */
  readonly noRecovered?: boolean | undefined;
  /** Checksums are checked. */
  readonly verify?: boolean | undefined;
  /** Where events go whose inserts are still bytes, if the parser has such; all others stand in its batches. */
  readonly placed?: PlacedEvents | undefined;
}

/** What a parser learnt about its source as a whole, asked after `end()`. */
export interface ParserFindings {
  /** Language of the headings, `de`, `pt-BR`; null when the format has none. */
  readonly language: string | null;
  /** The day and month order the language suggests; null without one. */
  readonly likelyOrder: DateOrder | null;
  /** Local minus UTC in ms, known from an event that stands in both forms; null: no such event. */
  readonly inferredOffsetMs: number | null;
  /** What the format's times are. */
  readonly timeBasis: 'utc' | 'local' | 'mixed';
  /** Characters that stayed free text, and what they hold. */
  readonly freeText: readonly FreeText[];
  /** Records found, damaged ones included. */
  readonly records: number;
  /** Those of them that were found outside the chain; missing where the format has none. */
  readonly recovered?: number;
  /** What outputs of tools beside the events tell. */
  readonly facts?: readonly FoundFact[];
  readonly observations?: readonly Observation[];
  /** What all of it is, where that is narrower than the format that was opened. */
  readonly format?: string | null;
}
/** What a parser that learnt nothing says; what its times are each says itself. */
export const NO_FINDINGS: Omit<ParserFindings, 'timeBasis'> = {
  language: null,
  likelyOrder: null,
  inferredOffsetMs: null,
  freeText: [],
  records: 0,
};
export interface FreeText {
  readonly text: string;
  /** 1-based line. */
  readonly line: number;
}

/** A state machine without I/O: pieces in, batches out; only the unfinished tail is kept, and that bounded. Nothing it does throws. */
export interface Parser<Piece> {
  push(piece: Piece): ParsedBatch;
  end(): ParsedBatch;
  findings(): ParserFindings;
}
export type TextParser = Parser<string>;
export type ByteParser = Parser<Uint8Array>;
export type CreateTextParser = (context: ParserContext) => TextParser;
export type CreateByteParser = (context: ParserContext) => ByteParser;
