import { headingBefore } from '../knowledge/words/headings.ts';
import type { TextParser } from '../model/parser.ts';
import { companions } from './companions/index.ts';
import type { InputFormat } from './input-format.ts';
import { beginsSomething, beginsTagged, fillsText, isFramed } from './mixture/begins.ts';
import { NOTHING_WANTED } from './nothing-wanted.ts';
import { createCsvParser } from './parsers/csv/parser.ts';
import { isTable } from './parsers/csv/recognise.ts';
import { createEventXmlParser } from './parsers/event-xml/parser.ts';
import { isEventXml } from './parsers/event-xml/recognise.ts';
import { byteFormats, clixmlFormat, jsonFormat, segmentFormats } from './parsers/index.ts';
import { endOfContainer, skipBlanks } from './parsers/json/syntax.ts';
import { ossecSegment } from './parsers/ossec.ts';
import { snareSegment } from './parsers/snare.ts';
import { splunkSegment } from './parsers/splunk/segment.ts';
import { prepareMixture } from './segment.ts';
import { createBareMessageParser } from './wrapped/bare-messages.ts';
import { blankTableFormat } from './wrapped/blank-table.ts';
import { boxTableFormat } from './wrapped/box-table.ts';
import { dottedTableFormat } from './wrapped/dotted-table.ts';
import { doubledLinesFormat } from './wrapped/doubled-lines.ts';
import { encodedJsonFormat } from './wrapped/encoded-json.ts';
import { encodedXmlFormat } from './wrapped/encoded-xml.ts';
import { escapedTextFormat } from './wrapped/escaped-text.ts';
import { htmlTextFormat } from './wrapped/html-text.ts';
import { jsonCellsFormat } from './wrapped/json-cells.ts';
import { jsonStringsFormat } from './wrapped/json-strings.ts';
import { lineProtocolFormat } from './wrapped/line-protocol.ts';
import { mailFormat, quotedPrintableFormat } from './wrapped/mail.ts';
import { misreadTextFormat } from './wrapped/misread-text.ts';
import { previewPaneFormat } from './wrapped/preview-pane.ts';
import { printedObjectsFormat, writtenAsJson } from './wrapped/printed-objects.ts';
import { splunkTableFormat } from './wrapped/splunk-table.ts';
import { unknownHeadingsFormat } from './wrapped/unknown-headings.ts';
import { uprightLinesFormat } from './wrapped/upright-lines.ts';
import { wmiObjectsFormat } from './wrapped/wmi-objects.ts';
import { yamlRecordsFormat } from './wrapped/yaml-records.ts';
import { loadXmlParser } from './xml/tree.ts';

/** Copied events beside the XML: only the mixture reads both. Each begins with the heading of its log, or of its type. */
function holdsCopiedEvents(head: string): boolean {
  for (const { index } of head.matchAll(/[:：]/g)) {
    const heading = headingBefore(head, index);
    const isFirstOfBlock = heading?.meanings.some(
      ({ field, dialect: { generation } }) => field === (generation === 'vista' ? 'logName' : 'level'),
    );
    if (heading !== null && isFirstOfBlock === true && /^[^<]*$/.test(lineStart(head, heading.start))) return true;
  }
  return false;
}
const lineStart = (text: string, end: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', end), end - 80), end);

/** Another format in the lines that are no rows: only the mixture reads both. */
function holdsOtherEvents(table: string): boolean {
  const parser = createCsvParser(NOTHING_WANTED);
  parser.push(table);
  parser.end();
  return parser.findings().freeText.some(({ text }) => holdsEvents(text));
}

/** Behind an empty line, so that they are no rows. */
function holdsTaggedLines(table: string): boolean {
  const lines = table.split('\n');
  return lines.some(
    (line, at) => line !== '' && lines[at - 1]?.trim() === '' && beginsTagged((index) => lines[at + index]),
  );
}

/** So many brackets of one text are followed to its end in vain; no record is nested as deep. */
const MAX_OPEN = 64;

/** The lines of a text that are in no JSON; a record without an end hides what is behind it, and the names and texts below it. */
function linesOutsideJson(head: string): string {
  const outside: string[] = [];
  let open = 0;
  for (let at = 0; at < head.length; ) {
    const start = skipBlanks(head, at);
    const isRecord = head[start] === '{' || head[start] === '[';
    const end = isRecord && open < MAX_OPEN ? endOfContainer(head, start) : -1;
    const lineEnd = head.indexOf('\n', Math.max(start, end));
    const next = lineEnd < 0 ? head.length : lineEnd + 1;
    // The head of a large text is cut inside a record: what is in it may look like an event.
    if (isRecord && end < 0) open += 1;
    const isInside = isRecord || (open > 0 && head[start] === '"');
    if (!isInside && !head.slice(start, next).includes('{"')) outside.push(head.slice(start, next));
    at = next;
  }
  return outside.join('');
}

function holdsEvents(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((_, at) => beginsSomething((index) => lines[at + index]));
}

/** An export without events: its root alone. Elements that only look like events are none, and nobody knows what they were. */
const isEmptyRoot = (head: string): boolean =>
  head
    .replace(/<\?xml[^<>]*\?>/, '')
    .replaceAll(/<!--[^<>]*-->|<\/?(?:[\w.-]{1,64}:)?Events(?:\s[^<>]*)?\/?>/g, '')
    .trim() === '';

/** What stands between events in XML; the last one may be cut. */
const betweenXml = (head: string): string =>
  head
    .replaceAll(/<Event[\s>][\s\S]*?<\/Event>/g, '\n')
    .replace(/<Event[\s>][\s\S]*/, '')
    .replaceAll(/<(?!Objs\b)[?/]?[\w:][^<>]*>/g, '');

const CLIXML_END = '</Objs>';
const behindClixml = (head: string): string => {
  const end = head.indexOf(CLIXML_END);
  return end < 0 ? '' : head.slice(end + CLIXML_END.length).replaceAll(/<Objs[\s>][\s\S]*?(?:<\/Objs>|$)/g, '');
};

/** Smaller texts are read fast enough as a mixture, which takes nothing for granted. */
const MIN_HEAD_OF_LINES = 32_768;
/** Formats of lines that fill files of any size; read by themselves they are read faster. */
const fillingFormats = [splunkSegment, snareSegment, ossecSegment].map(
  (format): InputFormat<TextParser> => ({
    name: format.name,
    isExport: false,
    canBeEmpty: false,
    recognises: (head) => head.length >= MIN_HEAD_OF_LINES && fillsText(format, head),
    create: format.create,
  }),
);

/** The first that recognises the head reads the input; the last takes every text. */
export const textFormats: readonly InputFormat<TextParser>[] = [
  { ...clixmlFormat, recognises: (head) => clixmlFormat.recognises(head) && !holdsEvents(behindClixml(head)) },
  encodedXmlFormat,
  {
    name: 'event-xml',
    isExport: true,
    canBeEmpty: true,
    holdsNothing: isEmptyRoot,
    recognises: (head) =>
      isEventXml(head) && !isFramed(head) && !holdsCopiedEvents(head) && !holdsEvents(betweenXml(head)),
    prepare: loadXmlParser,
    create: createEventXmlParser,
  },
  encodedJsonFormat,
  {
    ...printedObjectsFormat,
    recognises: (head) => printedObjectsFormat.recognises(head) && !holdsEvents(linesOutsideJson(writtenAsJson(head))),
  },
  splunkTableFormat,
  lineProtocolFormat,
  wmiObjectsFormat,
  yamlRecordsFormat,
  uprightLinesFormat,
  jsonStringsFormat,
  { ...jsonFormat, recognises: (head) => jsonFormat.recognises(head) && !holdsEvents(linesOutsideJson(head)) },
  {
    name: 'csv',
    isExport: true,
    canBeEmpty: true,
    recognises: (head) => isTable(head) && !isFramed(head) && !holdsTaggedLines(head) && !holdsOtherEvents(head),
    create: createCsvParser,
  },
  jsonCellsFormat,
  ...fillingFormats,
  mailFormat,
  quotedPrintableFormat,
  htmlTextFormat,
  escapedTextFormat,
  doubledLinesFormat,
  blankTableFormat,
  boxTableFormat,
  dottedTableFormat,
  misreadTextFormat,
  previewPaneFormat,
  unknownHeadingsFormat,
  {
    name: 'text',
    isExport: false,
    canBeEmpty: false,
    recognises: () => true,
    prepare: prepareMixture,
    create: createBareMessageParser,
  },
];

/** Every format that a report may name. What stands in a text beside other things is read as such a text. */
export const formatNames: ReadonlySet<string> = new Set(
  [...byteFormats, ...textFormats, ...segmentFormats]
    .map(({ name }) => name)
    .concat(companions.map(({ tool }) => tool)),
);
