import { beginsMarkup } from '../../blocks/other-text.ts';
import type { SegmentFormat } from '../segment-format.ts';
import { createEvtxexportParser, isFirstLine } from './parser.ts';

const BANNER = /^evtx?export \d{8}\s*$/;

/** What `evtxexport` and `evtexport` print. */
export const evtxexportSegment: SegmentFormat = {
  name: 'evtxexport',
  isDetail: false,
  isOpenEnded: true,
  begins(lines) {
    const first = lines(0) ?? '';
    const isBanner = BANNER.test(first) && [1, 2, 3].some((index) => isFirstLine(lines(index) ?? ''));
    return isBanner || isFirstLine(first) ? { column: 0, ends: (now) => (beginsMarkup(now(0) ?? '') ? 0 : -1) } : null;
  },
  create: createEvtxexportParser,
};
