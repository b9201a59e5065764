import { loadXmlParser } from '../../xml/tree.ts';
import type { SegmentFormat } from '../segment-format.ts';
import { createClixmlParser } from './parser.ts';

/** @see MS-PSRP 2.2.5 Serialization */
const ROOT = /<Objs\b[^>]*schemas\.microsoft\.com\/powershell\/2004\/04/;
const END = '</Objs>';

/** What Export-Clixml wrote, behind other text. */
export const clixmlSegment: SegmentFormat = {
  name: 'clixml',
  isDetail: false,
  needs: { holds: ['<Objs'] },
  begins(lines) {
    const first = lines(0) ?? '';
    const column = first.includes('<Objs') ? first.search(ROOT) : -1;
    return column < 0 ? null : { column, ends: createEnd() };
  },
  prepare: async (text) => {
    // Most texts hold none, and end in no beginning of one.
    if ((text.includes('<Ob') && /<Obj?s?\b/.test(text)) || /<(?:O(?:b(?:js?)?)?)?$/.test(text.slice(-5)))
      await loadXmlParser();
  },
  create: createClixmlParser,
};

function createEnd(): (lines: (index: number) => string | undefined) => number {
  let isOver = false;
  return (lines) => {
    if (isOver) return 0;
    const end = (lines(0) ?? '').indexOf(END);
    if (end < 0) return -1;
    isOver = true;
    return end + END.length;
  };
}
