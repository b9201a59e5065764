import { beginsOther } from '../../blocks/other-text.ts';
import { marksLength, marksOf } from '../../line-marks.ts';
import type { HeadingFrame } from './heading-frame.ts';

/** Below a quoted event stands the answer. */
export const isAnswer = (text: string, { prefix }: HeadingFrame): boolean =>
  prefix.includes('>') && !marksOf(text).includes('>');

/** No mail breaks a line before it is so long. */
const WRAPPED = 50;
const ENDS_SENTENCE = /[.!?。！？]\s*$/;
export const ANNOUNCES = /[:：]\s*$/;

/** The lines around the one in hand. */
export interface Neighbours {
  /** The last line above that is not empty. */
  readonly last: string;
  readonly isAfterBlank: boolean;
  readonly next: string;
}

/**
 * Is a line without the mark that all lines of a quoted event bear what somebody says below the quote, or between it and the next? A mail
 * that breaks a long line leaves its second half without the mark, too: that goes on in a sentence.
 */
export function isBelowQuote(text: string, { last, isAfterBlank, next }: Neighbours, frame: HeadingFrame): boolean {
  if (text.trim() === '' || last === '' || !isAnswer(text, frame)) return false;
  const isQuoteOver = isAnswer(next, frame);
  if (!isQuoteOver && !beginsOther(next.slice(marksLength(next)))) return false;
  if (isAfterBlank || last.length < WRAPPED) return true;
  return ENDS_SENTENCE.test(last) && (isQuoteOver || ANNOUNCES.test(text));
}
