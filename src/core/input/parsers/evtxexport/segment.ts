import { beginsMarkup } from '../../blocks/other-text.ts';
import type { SegmentFormat } from '../segment-format.ts';
import { createEvtxexportParser, isBanner, isFirstLine } from './parser.ts';

/** What `evtxexport` and `evtexport` print. */
export const evtxexportSegment: SegmentFormat = {
  name: 'evtxexport',
  isDetail: false,
  isOpenEnded: true,
  needs: { first: /[Ee]/, holds: ['Event number', 'export '] },
  begins(lines) {
    const first = lines(0) ?? '';
    const isHead = isBanner(first) && [1, 2, 3].some((index) => isFirstLine(lines(index) ?? ''));
    return isHead || isFirstLine(first) ? { column: 0, ends: (now) => (beginsMarkup(now(0) ?? '') ? 0 : -1) } : null;
  },
  create: createEvtxexportParser,
};
