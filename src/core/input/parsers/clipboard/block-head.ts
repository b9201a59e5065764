import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { Dialect } from '../../../knowledge/words/headings.ts';
import type { HeadingFrame } from './heading-frame.ts';

export interface FieldValue {
  /** As it stands, emphasis and all. */
  readonly raw: string;
  readonly text: string;
}

/** The headings of an event, read. */
export interface BlockHead {
  /** null: keys typed by hand. */
  readonly dialect: Dialect | null;
  readonly values: ReadonlyMap<HeadingField, FieldValue>;
  readonly firstField: HeadingField;
  readonly hasDescription: boolean;
  /** They stand below one another, not in a sentence. */
  readonly isColumn: boolean;
  /** A quote in Markdown, with an empty line behind each of them: such lines do not part paragraphs. */
  readonly isSpacedQuote: boolean;
  /** They stand, with what belongs to them, between the fences of Markdown. */
  readonly isFenced: boolean;
  /** They stand in what encloses a log in a page, and its end is to come. */
  readonly isEnclosed: boolean;
  /** Of the row of a table that holds the heading of the description, and its text. */
  readonly rowLine: number | null;
  /** The line that somebody drew above them; the same below ends the event. */
  readonly ruler: string | null;
  /** What parts the headings on one line, and the message from what stands around it; mostly nothing. */
  readonly separator: string;
  readonly frame: HeadingFrame;
  /** 1-based, of the first heading. */
  readonly line: number;
}
