import { headingBefore } from '../../../knowledge/words/headings.ts';
import { isMarksOnly } from '../../line-marks.ts';
import { loadXmlParser } from '../../xml/tree.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { createEventXmlParser } from './parser.ts';

const LOOKAHEAD = 5;
const MAX_LOOK = 2000;
/** A document, its root or an event, as they are or escaped once. */
const START = /(<\?xml\s|(?:<|&lt;)(?:[\w.-]{1,64}:)?Events?(?=\s|>|&gt;|$))/g;
const PROOF = /events\/event|(?:<|&lt;)(?:[\w.-]{1,64}:)?System(?:\s|>|&gt;)/;
const GOES_ON = /^\s*(?:- ?)?(?:<\?xml\s|(?:<|&lt;)\/?(?:[\w.-]{1,64}:)?Events?(?:\s|>|&gt;|$)|Record:? \d{1,20}\s*$)/;
const END = /<\/(?:[\w.-]{1,64}:)?Events?\s{0,8}>/g;
const ESCAPED_END = /&lt;\/(?:[\w.-]{1,64}:)?Events?\s{0,8}&gt;/g;
/** The beginning of an event. */
const MAY_BEGIN = /(?:<|&lt;)(?:[\w.-]{1,64}:)?Event/;
/** The end of a piece of text that may go on as one. */
const MAY_GO_ON = /(?:<|&l?t?;?)[\w.:-]{0,70}$/;
const MAX_CUT = 76;
const mayBegin = (text: string): boolean =>
  (text.includes('Event') && MAY_BEGIN.test(text)) || text.includes('<?xml') || MAY_GO_ON.test(text.slice(-MAX_CUT));

/** What evtx_dump writes before each event. */
const RECORD = /^\s*Record:? \d{1,20}\s*$/;

/** Event XML between other text. */
export const xmlSegment: SegmentFormat = {
  name: 'event-xml',
  isDetail: true,
  needs: { holds: ['Event', '<?xml', 'Record'] },
  begins,
  prepare: async (text) => {
    // Most texts hold none at all, which is found out faster.
    if ((text.includes('<') || text.includes('&')) && mayBegin(text)) await loadXmlParser();
  },
  create: createEventXmlParser,
};

function begins(lines: LinesAhead): SegmentStart | null {
  const line = lines(0) ?? '';
  if (RECORD.test(line) && GOES_ON.test(lines(1) ?? '')) return { column: 0, ends: endsOf(false) };
  if (!line.includes('Event') && !line.includes('<?xml')) return null;
  for (const { index } of line.matchAll(START)) {
    const near = line.slice(index, index + MAX_LOOK);
    const ahead = Array.from({ length: LOOKAHEAD }, (_, next) => lines(next + 1)?.slice(0, MAX_LOOK) ?? '');
    if (PROOF.test([near, ...ahead].join('\n')))
      return { column: isMarksOnly(line.slice(0, index)) ? 0 : index, ends: endsOf(line[index] === '&') };
  }
  return null;
}

function endsOf(isEscaped: boolean): SegmentStart['ends'] {
  let isInside = true;
  return (lines) => {
    const line = lines(0) ?? '';
    if (!isInside && line.trim() !== '' && !GOES_ON.test(line)) return 0;
    // A cut event never ends: a copied event behind it is another one.
    if (isInside && isHeadingOfBlock(lines)) return 0;
    const end = [...line.matchAll(isEscaped ? ESCAPED_END : END)].at(-1);
    if (end !== undefined) isInside = false;
    else if (GOES_ON.test(line)) isInside = true;
    if (isInside || end === undefined) return -1;
    const column = end.index + end[0].length;
    const behind = [line.slice(column), ...Array.from({ length: LOOKAHEAD }, (_, next) => lines(next + 1) ?? '')];
    const following = behind.find((text) => text.trim() !== '');
    return following !== undefined && GOES_ON.test(following) ? -1 : column;
  };
}

/** The first heading of a copied event and, within a few lines, two more. */
function isHeadingOfBlock(lines: LinesAhead): boolean {
  const first = lines(0) ?? '';
  if (first.includes('<') || !/[:：]/.test(first.slice(0, 60))) return false;
  const ahead = Array.from({ length: LOOKAHEAD }, (_, next) => lines(next) ?? '');
  const meanings = ahead.map((text) => headingBefore(text, text.search(/[:：]/))?.meanings ?? []);
  const starts = meanings[0]?.some(({ dialect, field }) => dialect.start === field) === true;
  return starts && meanings.filter((found) => found.length > 0).length >= 3;
}
