import type { ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../../model/parser.ts';
import { emptyBatch, joinedBatches } from '../../../model/parser.ts';
import { isFrame } from '../../blocks/fence.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { createEventXmlParser } from './parser.ts';
import { xmlSegment } from './segment.ts';

/** `- ` stands in front of an element in the tree of a viewer. */
const MARKER = '^\\s{0,40}(?:- ?)?';
const SYSTEM = new RegExp(`${MARKER}<System>\\s*$`);
const PROVIDER = new RegExp(`${MARKER}<Provider\\s+Name=`);
const ID = new RegExp(`${MARKER}<EventID(?:\\s[^<>]{0,80})?>`);
const ELEMENT = new RegExp(`${MARKER}<[/A-Za-z]`);
/** What may stand behind `System`, and its end. */
const DETAILS = new RegExp(`${MARKER}<(?:EventData|UserData|RenderingInfo|DebugData|ProcessingErrorData)[\\s/>]`);
const DETAILS_END = /<\/(?:EventData|UserData)>|<EventData\s?\/>/;
const EVENT_END = /<\/Event>/;
const MAX_CHARACTERS = 1 << 20;

/** An event in XML that lost its outer tags: copied from `<System>` or `<Provider>` on. */
export const xmlFragmentSegment: SegmentFormat = {
  name: xmlSegment.name,
  isDetail: true,
  needs: { first: /[-<]/, holds: ['<'] },
  begins,
  ...(xmlSegment.prepare === undefined ? {} : { prepare: xmlSegment.prepare }),
  create: (context) => new FragmentParser(context),
};

function begins(lines: LinesAhead): SegmentStart | null {
  const first = lines(0) ?? '';
  if (!first.includes('<')) return null;
  const provider = SYSTEM.test(first) ? 1 : 0;
  const holds = PROVIDER.test(lines(provider) ?? '') && ID.test(lines(provider + 1) ?? '');
  return holds ? { column: 0, ends: endsOf() } : null;
}

/** Up to the end of its data; without data up to the first line that is no element. */
function endsOf(): SegmentStart['ends'] {
  let isInData = false;
  let isOver = false;
  return (lines) => {
    const line = lines(0) ?? '';
    if (isOver) return EVENT_END.test(line) && line.trim() === '</Event>' ? -1 : 0;
    isInData ||= DETAILS.test(line);
    if (isInData) isOver = DETAILS_END.test(line);
    else if (!ELEMENT.test(line) || isFrame(line)) return line.trim() === '' && DETAILS.test(lines(1) ?? '') ? -1 : 0;
    return -1;
  };
}

/** Gives the event its tags back, on the lines that it has. */
class FragmentParser implements TextParser {
  readonly #inner: TextParser;
  #text = '';

  constructor(context: ParserContext) {
    this.#inner = createEventXmlParser(context);
  }

  push(text: string): ParsedBatch {
    if (this.#text.length + text.length <= MAX_CHARACTERS) this.#text += text;
    return emptyBatch();
  }

  end(): ParsedBatch {
    const batch = this.#inner.push(whole(this.#text));
    return joinedBatches(batch, this.#inner.end());
  }

  findings(): ParserFindings {
    return this.#inner.findings();
  }
}

function whole(text: string): string {
  const body = text.replace(EVENT_END, '').trimEnd();
  const data = body.search(/(?:- ?)?<(?:EventData|UserData|RenderingInfo)[\s/>]/);
  const end = data < 0 ? body.length : data;
  const opened = /<System>/.test(body) ? body : `<System>${body.slice(0, end)}</System>${body.slice(end)}`;
  return `<Event>${opened}</Event>\n`;
}
