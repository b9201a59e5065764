import type { ByteParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { cefSegment } from './cef.ts';
import { checkmkSegment } from './checkmk.ts';
import { createClipboardParser } from './clipboard/parser.ts';
import { clixmlSegment } from './clixml/segment.ts';
import { cloudwatchSegment } from './cloudwatch.ts';
import { consoleTableSegment } from './console-table/segment.ts';
import { csvSegment } from './csv/segment.ts';
import { dcdiagSegment } from './dcdiag/segment.ts';
import { ddsSegment } from './dds.ts';
import { debuggerStopSegment } from './debugger-stop.ts';
import { dxdiagSegment } from './dxdiag.ts';
import { xmlFragmentSegment } from './event-xml/fragment.ts';
import { xmlSegment } from './event-xml/segment.ts';
import { eventcombSegment } from './eventcomb.ts';
import { eventqueryListSegment } from './eventquery-list.ts';
import { createEvtParser } from './evt/parser.ts';
import { createEvtxParser } from './evtx/parser.ts';
import { evtxexportSegment } from './evtxexport/segment.ts';
import { filterTableSegment } from './filter-table.ts';
import { friendlyViewSegment } from './friendly-view/segment.ts';
import { frstSegment } from './frst.ts';
import { jsonSegment } from './json/segment.ts';
import { keyPairsSegment } from './key-pairs/segment.ts';
import { leefSegment } from './leef.ts';
import { logMonitorSegment } from './log-monitor.ts';
import { msinfoSegment } from './msinfo.ts';
import { nirsoftTextSegment } from './nirsoft-text.ts';
import { ossecSegment } from './ossec.ts';
import { otlSegment } from './otl.ts';
import { plasoSegment } from './plaso-lines.ts';
import { powershellListSegment } from './powershell-list/segment.ts';
import { powershellObjectsSegment } from './powershell-objects.ts';
import { psloglistSegment } from './psloglist/segment.ts';
import { ruledListSegment } from './ruled-list.ts';
import { scomSegment } from './scom.ts';
import type { SegmentFormat } from './segment-format.ts';
import { snareSegment } from './snare.ts';
import { splunkSegment } from './splunk/segment.ts';
import { structuredDataSegment } from './structured-data.ts';
import { syslogEventsSegment } from './syslog-events.ts';
import { vewSegment } from './vew.ts';
import { viewerRowsSegment } from './viewer-rows.ts';
import { werReportSegment } from './wer-report.ts';
import { wevtutilTextSegment } from './wevtutil-text/segment.ts';
import { whoCrashedSegment } from './who-crashed.ts';
import { xmlRowsSegment } from './xml-rows.ts';

/**
 * The formats that may stand in one text, one line each. The first that claims a line has it.
 * @see segment-format.ts for what a format tells about itself
 */
export const segmentFormats: readonly SegmentFormat[] = [
  clixmlSegment,
  xmlSegment,
  xmlFragmentSegment,
  wevtutilTextSegment,
  splunkSegment,
  snareSegment,
  ossecSegment,
  cefSegment,
  leefSegment,
  structuredDataSegment,
  plasoSegment,
  frstSegment,
  vewSegment,
  otlSegment,
  dcdiagSegment,
  eventqueryListSegment,
  consoleTableSegment,
  ruledListSegment,
  powershellListSegment,
  powershellObjectsSegment,
  psloglistSegment,
  evtxexportSegment,
  nirsoftTextSegment,
  eventcombSegment,
  ddsSegment,
  dxdiagSegment,
  werReportSegment,
  debuggerStopSegment,
  whoCrashedSegment,
  msinfoSegment,
  viewerRowsSegment,
  syslogEventsSegment,
  checkmkSegment,
  cloudwatchSegment,
  logMonitorSegment,
  xmlRowsSegment,
  friendlyViewSegment,
  scomSegment,
  csvSegment,
  jsonSegment,
  filterTableSegment,
  keyPairsSegment,
];

/** Reads what no format claims: events as the Event Viewer copies them, and free text. */
export const createRestParser = createClipboardParser;

/** The binary formats, by the names that `sniffBytes` gives them; one line each. */
const binaryReaders = { evtx: createEvtxParser, 'evtx-fragments': createEvtxParser, evt: createEvtParser };
export const byteFormats: readonly InputFormat<ByteParser>[] = Object.entries(binaryReaders).map(([name, create]) => ({
  name,
  isExport: true,
  canBeEmpty: true,
  create,
  recognises: () => false,
}));
