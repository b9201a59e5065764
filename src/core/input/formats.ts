import { headingBefore } from '../knowledge/words/headings.ts';
import type { ParserContext, TextParser } from '../model/parser.ts';
import type { InputFormat } from './input-format.ts';
import { createCsvParser } from './parsers/csv/parser.ts';
import { isTable } from './parsers/csv/recognise.ts';
import { createEventXmlParser } from './parsers/event-xml/parser.ts';
import { isEventXml } from './parsers/event-xml/recognise.ts';
import { clixmlFormat, jsonFormat } from './parsers/index.ts';
import { ossecSegment } from './parsers/ossec.ts';
import { snareSegment } from './parsers/snare.ts';
import { splunkSegment } from './parsers/splunk/segment.ts';
import { beginsSomething, beginsTagged, createMixtureParser, fillsText, prepareMixture } from './segment.ts';
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

const COUNT_NOTHING: ParserContext = {
  interest: { everything: false, wantsId: () => false, wants: () => false, mayHoldCode: () => false },
  tally: { count: () => {} },
};

/** Another format in the lines that are no rows: only the mixture reads both. */
function holdsOtherEvents(table: string): boolean {
  const parser = createCsvParser(COUNT_NOTHING);
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

function holdsEvents(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((_, at) => beginsSomething((index) => lines[at + index]));
}

/** What stands between events in XML; the last one may be cut. */
const betweenXml = (head: string): string =>
  head
    .replaceAll(/<Event[\s>][\s\S]*?<\/Event>/g, '\n')
    .replace(/<Event[\s>][\s\S]*/, '')
    .replaceAll(/<[?/]?[\w:][^<>]*>/g, '');

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
  clixmlFormat,
  {
    name: 'event-xml',
    isExport: true,
    canBeEmpty: true,
    recognises: (head) => isEventXml(head) && !holdsCopiedEvents(head) && !holdsEvents(betweenXml(head)),
    prepare: loadXmlParser,
    create: createEventXmlParser,
  },
  jsonFormat,
  {
    name: 'csv',
    isExport: true,
    canBeEmpty: true,
    recognises: (head) => isTable(head) && !holdsTaggedLines(head) && !holdsOtherEvents(head),
    create: createCsvParser,
  },
  ...fillingFormats,
  {
    name: 'text',
    isExport: false,
    canBeEmpty: false,
    recognises: () => true,
    prepare: prepareMixture,
    create: createMixtureParser,
  },
];
