import type { ByteParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createClipboardParser } from './clipboard/parser.ts';
import { clixmlFormat } from './clixml/format.ts';
import { clixmlSegment } from './clixml/segment.ts';
import { consoleTableSegment } from './console-table/segment.ts';
import { csvSegment } from './csv/segment.ts';
import { xmlSegment } from './event-xml/segment.ts';
import { eventqueryListSegment } from './eventquery-list.ts';
import { createEvtParser } from './evt/parser.ts';
import { createEvtxParser } from './evtx/parser.ts';
import { evtxexportSegment } from './evtxexport/segment.ts';
import { friendlyViewSegment } from './friendly-view/segment.ts';
import { jsonFormat } from './json/format.ts';
import { jsonSegment } from './json/segment.ts';
import { nirsoftTextSegment } from './nirsoft-text.ts';
import { powershellListSegment } from './powershell-list/segment.ts';
import { psloglistSegment } from './psloglist/segment.ts';
import type { SegmentFormat } from './segment-format.ts';
import { wevtutilTextSegment } from './wevtutil-text/segment.ts';

/** Formats of whole texts, by the order in `formats.ts`. */
export { clixmlFormat, jsonFormat };

/**
 * The formats that may stand in one text, one line each. The first that claims a line has it.
 * @see segment-format.ts for what a format tells about itself
 */
export const segmentFormats: readonly SegmentFormat[] = [
  clixmlSegment,
  xmlSegment,
  wevtutilTextSegment,
  eventqueryListSegment,
  consoleTableSegment,
  powershellListSegment,
  psloglistSegment,
  evtxexportSegment,
  nirsoftTextSegment,
  friendlyViewSegment,
  csvSegment,
  jsonSegment,
];

/** Reads what no format claims: events as the Event Viewer copies them, and free text. */
export const createRestParser = createClipboardParser;

/** The binary formats, by the names that `sniffBytes` gives them; one line each. */
const binaryReaders = { evtx: createEvtxParser, 'evtx-fragments': createEvtxParser, evt: createEvtParser };
export const byteFormats: readonly InputFormat<ByteParser>[] = Object.entries(binaryReaders).map(([name, create]) => ({
  ...{ name, isExport: true, canBeEmpty: true, create },
  recognises: () => false,
}));
