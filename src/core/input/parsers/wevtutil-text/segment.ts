import { beginsOther } from '../../blocks/other-text.ts';
import type { SegmentFormat } from '../segment-format.ts';
import { createWevtutilTextParser, isEventLine } from './parser.ts';

const LOOKAHEAD = 3;
const FIRST_KEY = /^\s+(?:Log Name|Source|Date|Event ID):\s/;

/** What `wevtutil qe /f:text` prints. It ends where something else surely begins: a description may hold anything. */
export const wevtutilTextSegment: SegmentFormat = {
  name: 'wevtutil-text',
  isDetail: false,
  isOpenEnded: true,
  needs: { holds: ['Event['] },
  begins(lines) {
    if (!isEventLine(lines(0) ?? '')) return null;
    const ahead = Array.from({ length: LOOKAHEAD }, (_, index) => lines(index + 1) ?? '');
    return ahead.some((line) => FIRST_KEY.test(line))
      ? { column: 0, ends: (now) => (beginsOther(now(0) ?? '') ? 0 : -1) }
      : null;
  },
  create: createWevtutilTextParser,
};
