import type { EventRecord } from '../../model/event.ts';
import { writeClipboardNt } from './clipboard-nt.ts';
import { writeClipboardVista } from './clipboard-vista.ts';
import { eventCsv } from './event-csv.ts';
import { eventJson, eventJsonLines } from './event-json.ts';
import { eventsToXml, eventXml } from './event-xml.ts';
import { writeEvtxDumpJsonl } from './evtx-dump-jsonl.ts';
import { writePowershellJson } from './powershell-json.ts';
import { writeViewerCsv } from './viewer-csv.ts';
import { writeWevtutilText } from './wevtutil-text.ts';
import type { EventWriter } from './writer.ts';

/** By the name that `evdx events --format` takes. */
export const eventWriters = {
  json: eventJson,
  jsonl: eventJsonLines,
  csv: eventCsv,
  xml: eventXml,
} as const satisfies Record<string, EventWriter>;

/** Whole logs in the formats that people have, by format: what was written is read back. */
export const logWriters = {
  'clipboard-nt': writeClipboardNt,
  'clipboard-vista': writeClipboardVista,
  'event-xml': eventsToXml,
  'viewer-csv': writeViewerCsv,
  'wevtutil-text': writeWevtutilText,
  'powershell-json': writePowershellJson,
  'evtx-dump-jsonl': writeEvtxDumpJsonl,
} as const satisfies Record<string, (events: readonly EventRecord[]) => string>;
