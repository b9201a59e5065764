import type { CreateTextParser, TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { beginsSegment, beginsSomething } from '../mixture/begins.ts';
import type { LinesAhead } from '../parsers/segment-format.ts';
import { loadXmlParser } from '../xml/tree.ts';

interface WrappedFormat {
  readonly name: string;
  /** The beginning of the text without what it is wrapped in; null: it is not. */
  unwrapHead(head: string): string | null;
  /** The wrapping leaves no doubt: one event in the text is enough. */
  readonly isSure?: (head: string) => boolean;
  /** The reader of copied events takes them out of it itself. */
  readonly leavesCopied?: boolean;
  readonly create: CreateTextParser;
}

/** A format that holds the text of others: it is one where more events begin in the text without it. */
export const wrappedFormat = ({
  name,
  unwrapHead,
  isSure,
  leavesCopied,
  create,
}: WrappedFormat): InputFormat<TextParser> => ({
  name,
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => {
    const text = unwrapHead(head);
    if (text === null) return false;
    const begins = leavesCopied === true ? beginsSegment : beginsSomething;
    if (isSure?.(head) === true) return countEvents(text, begins) > 0;
    // To count takes longer than to read a paste: most texts are wrapped in nothing.
    return text.trimEnd() !== head.trimEnd() && countEvents(text, begins) > countEvents(head, begins);
  },
  prepare: loadXmlParser,
  create,
});

/** A shorter head is the whole text. */
export const MIN_CUT = 32_768;

/** The lines of the beginning of a text, without one that it may have cut. */
export function wholeLinesIn(head: string): readonly string[] {
  const lines = head.split('\n');
  return head.length < MIN_CUT ? lines : lines.slice(0, -1);
}

/** Enough to tell. */
const MAX_LINES = 2000;

function countEvents(text: string, begins: (lines: LinesAhead) => boolean): number {
  const lines = text.split('\n', MAX_LINES);
  let count = 0;
  for (const at of lines.keys()) if (begins((index) => lines[at + index])) count += 1;
  return count;
}
