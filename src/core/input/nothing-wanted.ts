import type { ParserContext } from '../model/parser.ts';

/** For a parser that is only asked what it recognises. */
export const NOTHING_WANTED: ParserContext = {
  interest: { everything: false, wants: () => false, mayHoldCode: () => false },
  tally: { count: () => {} },
};
