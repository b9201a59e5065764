import type { TextParser } from '../model/parser.ts';
import { createBareMessageParser } from './bare-messages/parser.ts';
import { companions } from './companions/index.ts';
import {
  hasEventsBesideClixml,
  hasEventsBesideJson,
  hasEventsBesideRows,
  hasEventsBesideXml,
} from './events-beside.ts';
import type { InputFormat } from './input-format.ts';
import { fillsText, isFramed } from './mixture/begins.ts';
import { prepareMixture } from './mixture/parser.ts';
import { clixmlFormat } from './parsers/clixml/format.ts';
import { csvFormat } from './parsers/csv/format.ts';
import { eventXmlFormat } from './parsers/event-xml/format.ts';
import { byteFormats, segmentFormats } from './parsers/index.ts';
import { jsonFormat } from './parsers/json/format.ts';
import { blankTableFormat } from './wrapped/blank-table.ts';
import { boxTableFormat } from './wrapped/box-table.ts';
import { detailsPageFormat } from './wrapped/details-page.ts';
import { dottedTableFormat } from './wrapped/dotted-table.ts';
import { doubledLinesFormat } from './wrapped/doubled-lines.ts';
import { encodedJsonFormat } from './wrapped/encoded-json.ts';
import { encodedXmlFormat } from './wrapped/encoded-xml.ts';
import { escapedTextFormat } from './wrapped/escaped-text.ts';
import { flowRecordsFormat } from './wrapped/flow-records.ts';
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

/** Smaller texts are read fast enough as a mixture, which takes nothing for granted. */
const MIN_HEAD_OF_LINES = 32_768;
/** A file of nothing but one of the formats that stand in texts. */
const fillingFormats = segmentFormats
  .filter(({ fillsFiles }) => fillsFiles === true)
  .map(
    (format): InputFormat<TextParser> => ({
      name: format.name,
      isExport: false,
      canBeEmpty: false,
      recognises: (head) => head.length >= MIN_HEAD_OF_LINES && fillsText(format, head),
      create: format.create,
    }),
  );

/** A format that has a text to itself: where events of others stand in it too, only the mixture reads them all. */
const alone = (format: InputFormat<TextParser>, hasOthers: (head: string) => boolean): InputFormat<TextParser> => ({
  ...format,
  recognises: (head) => format.recognises(head) && !hasOthers(head),
});

/** Takes every text. */
export const textFormat: InputFormat<TextParser> = {
  name: 'text',
  isExport: false,
  canBeEmpty: false,
  recognises: () => true,
  prepare: prepareMixture,
  create: createBareMessageParser,
};

/** The first that recognises the head reads the input. */
export const textFormats: readonly InputFormat<TextParser>[] = [
  alone(clixmlFormat, hasEventsBesideClixml),
  encodedXmlFormat,
  alone(eventXmlFormat, (head) => isFramed(head) || hasEventsBesideXml(head)),
  encodedJsonFormat,
  alone(printedObjectsFormat, (head) => hasEventsBesideJson(writtenAsJson(head))),
  splunkTableFormat,
  lineProtocolFormat,
  wmiObjectsFormat,
  yamlRecordsFormat,
  flowRecordsFormat,
  uprightLinesFormat,
  jsonStringsFormat,
  alone(jsonFormat, hasEventsBesideJson),
  alone(csvFormat, (head) => isFramed(head) || hasEventsBesideRows(head)),
  jsonCellsFormat,
  ...fillingFormats,
  mailFormat,
  quotedPrintableFormat,
  detailsPageFormat,
  htmlTextFormat,
  escapedTextFormat,
  doubledLinesFormat,
  blankTableFormat,
  boxTableFormat,
  dottedTableFormat,
  misreadTextFormat,
  previewPaneFormat,
  unknownHeadingsFormat,
  textFormat,
];

/** Every format that a report may name. What stands in a text beside other things is read as such a text. */
export const formatNames: ReadonlySet<string> = new Set(
  [...byteFormats, ...textFormats, ...segmentFormats]
    .map(({ name }) => name)
    .concat(companions.map(({ tool }) => tool)),
);
