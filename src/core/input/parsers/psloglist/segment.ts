import { beginsOther } from '../../blocks/other-text.ts';
import type { SegmentFormat } from '../segment-format.ts';
import { createPsloglistParser, isFirstLine, isHeading } from './parser.ts';

const SECOND_LINE = /^\s+Type:\s+\S/;

/** What `psloglist` prints by default. */
export const psloglistSegment: SegmentFormat = {
  name: 'psloglist',
  isDetail: false,
  isOpenEnded: true,
  needs: { holds: [' log on ', '['] },
  begins(lines) {
    const first = lines(0) ?? '';
    const isEvent = isFirstLine(first) && SECOND_LINE.test(lines(1) ?? '');
    const isLog = isHeading(first) && [1, 2].some((index) => isFirstLine(lines(index) ?? ''));
    return isEvent || isLog ? { column: 0, ends: (now) => (beginsOther(now(0) ?? '') ? 0 : -1) } : null;
  },
  create: createPsloglistParser,
};
