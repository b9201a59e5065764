import type { ByteParser, ParserContext, TextParser } from '../model/parser.ts';

/** A format of whole inputs: how to know it, and what reads it. */
export interface InputFormat<Reader extends ByteParser | TextParser> {
  readonly name: string;
  /** A whole log as a program exported it, not events picked by hand. */
  readonly isExport: boolean;
  /** Without any event it is still a sound log. */
  readonly canBeEmpty: boolean;
  /** @param head the first 64 KiB as text; asked in the order of the registry. Formats of bytes are told by their magic. */
  recognises(head: string): boolean;
  /** Is that all there is to a sound log without an event? Asked of a text in which none was read; without it every one is. */
  holdsNothing?(head: string): boolean;
  /** Loads what is heavy, as soon as a piece of the input needs it. */
  prepare?(text?: string): Promise<void>;
  create(context: ParserContext): Reader;
}
