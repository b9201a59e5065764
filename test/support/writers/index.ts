import { logWriters } from '../../../src/core/report/writers/index.ts';
import type { WriteLog } from './cells.ts';
import type { Loss } from './losses.ts';
import * as powershell from './powershell.ts';
import * as tools from './tools.ts';
import * as viewer from './viewer.ts';

export interface WrittenFormat {
  readonly write: WriteLog;
  readonly loses: readonly Loss[];
}

const VIEWER: readonly Loss[] = [
  ...(['recordId', 'qualifiers', 'data', 'fractions', 'stringsOfMessages', 'wordsOfVista', 'names'] as const),
];
const OLD: readonly Loss[] = [
  'recordId',
  'qualifiers',
  'data',
  'fractions',
  'stringsOfMessages',
  'wordsOf2003',
  'names',
];
const WEVTUTIL: readonly Loss[] = ['recordId', 'qualifiers', 'data', 'strings', 'names'];
const WINEVENT_TEXT: readonly Loss[] = ['data', 'strings', 'names', 'fractions'];
const EVENTLOG: readonly Loss[] = ['channel', 'newLevels', 'names', 'fractions', 'wordsOfDotNet'];

/** Every format that a test writes, with what it loses: the one table. */
export const writtenFormats: Readonly<Record<string, WrittenFormat>> = {
  'clipboard-nt': { write: logWriters['clipboard-nt'], loses: ['channel', ...OLD.filter((loss) => loss !== 'data')] },
  'clipboard-vista': { write: logWriters['clipboard-vista'], loses: VIEWER },
  'event-xml': { write: logWriters['event-xml'], loses: [] },
  'viewer-csv': { write: logWriters['viewer-csv'], loses: VIEWER },
  'wevtutil-text': { write: logWriters['wevtutil-text'], loses: [...WEVTUTIL, 'noTicks'] },
  'powershell-json-7': { write: logWriters['powershell-json'], loses: ['data', 'names'] },
  'evtx_dump-jsonl': { write: logWriters['evtx-dump-jsonl'], loses: ['message', 'category'] },

  'viewer-csv-5-columns': { write: viewer.viewerPlain, loses: [...VIEWER, 'channel', 'host', 'user', 'audits'] },
  'viewer-csv-security': {
    write: viewer.viewerSecurity,
    loses: [...VIEWER, 'channel', 'host', 'user', 'levelsButAudits'],
  },
  'viewer-tab': { write: viewer.viewerTab, loses: VIEWER },
  'viewer-csv-german': { write: viewer.viewerGerman, loses: [...VIEWER, 'channel', 'host', 'user', 'audits'] },
  'viewer-2003-csv': { write: viewer.viewer2003(','), loses: [...OLD, 'channel', 'newLevels', 'lineEnds'] },
  'viewer-2003-tab': { write: viewer.viewer2003('\t'), loses: [...OLD, 'channel', 'newLevels', 'lineEnds'] },
  'wevtutil-text-old': { write: tools.wevtutilOld, loses: [...WEVTUTIL, 'microseconds'] },

  'get-winevent-list': { write: powershell.winEventList, loses: WINEVENT_TEXT },
  'get-eventlog-list': { write: powershell.eventLogList, loses: [...EVENTLOG, 'data'] },
  'get-winevent-csv': { write: powershell.winEventCsv, loses: WINEVENT_TEXT },
  'get-eventlog-csv': { write: powershell.eventLogCsv, loses: ['stringsOfMessages', ...EVENTLOG, 'data'] },
  'get-winevent-json-5': { write: powershell.winEventJson5, loses: ['data', 'names', 'microseconds'] },
  'get-eventlog-json-5': {
    write: powershell.eventLogJson5,
    loses: ['channel', 'newLevels', 'names', 'microseconds', 'wordsOfDotNet'],
  },
  clixml: { write: powershell.clixml, loses: ['data', 'names'] },

  psloglist: {
    write: tools.psloglist,
    loses: [
      'unnumbered',
      'qualifiers',
      'data',
      'wordsOfPsloglist',
      'strings',
      'names',
      'fractions',
      'category',
      'newLevels',
    ],
  },
  'psloglist-s': {
    write: tools.psloglistLines,
    loses: ['qualifiers', 'data', 'strings', 'names', 'fractions', 'category', 'newLevels', 'lineEnds'],
  },
  evtxexport: { write: tools.evtxexport, loses: ['unnumbered', 'message', 'category', 'names', 'audits', 'lastHex'] },
  logparser: { write: tools.logparser, loses: ['qualifiers', 'names', 'fractions', 'newLevels', 'lineEnds'] },
  evtxecmd: { write: tools.evtxecmd, loses: ['qualifiers', 'message', 'category', 'borders'] },
  winlogbeat: { write: tools.winlogbeat, loses: ['qualifiers', 'microseconds', 'order', 'namesOfInserts'] },
  nxlog: { write: tools.nxlog, loses: ['qualifiers', 'data', 'fractions', 'stringsWithoutNumbers', 'nameType'] },
};
