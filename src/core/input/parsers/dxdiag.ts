import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { werEvent } from '../blocks/wer-event.ts';
import type { SegmentFormat, SegmentStart } from './segment-format.ts';

/** `+++ WER0 +++:` above each of the last ten reports of Windows Error Reporting. */
const FIRST = /^\s{0,8}\+\+\+ WER\d{1,2} \+\+\+:\s*$/;
/** `Cab Id: 0` in any language, the path of a file that the report holds. */
const LINE = /^\s*$|^\s{0,8}\p{L}[^:：]{0,60}[:：]|^\s{0,8}\\\\[?.]\\/u;

const isFirst = (line: string): boolean => line.includes('+++ WER') && FIRST.test(line);

/** The diagnostics in a report of DxDiag: the text of events, whose times it does not say. */
export const dxdiagSegment: SegmentFormat = {
  name: 'dxdiag',
  isDetail: false,
  needs: { holds: ['+++ WER'] },
  begins: (lines) => (isFirst(lines(0) ?? '') ? startOfReport() : null),
  create: createBlockParser({ isUtc: false, startsBlock: isFirst, read }),
};

/** The line behind the heading has no colon, and its words are those of the language of Windows: `Fault bucket , type 0`. */
function startOfReport(): SegmentStart {
  let isBehindHeading = false;
  return {
    column: 0,
    ends(lines) {
      const line = lines(0) ?? '';
      const isInside = isBehindHeading || isFirst(line) || LINE.test(line);
      isBehindHeading = isFirst(line);
      return isInside ? -1 : 0;
    },
  };
}

function read(lines: readonly string[]): ReadBlock {
  const message = lines.slice(1).join('\n');
  return { values: werEvent(message.replace(/\n\s*\n/g, '\n').trim()).values };
}
