import type { Level } from '../../../../model/event.ts';
import type { JsonProducer } from '../producer.ts';

/** Get-WinEvent. @see https://learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogrecord */
export const getWinEvent: JsonProducer = {
  name: 'get-winevent',
  marks: [
    ['id', 'providername'],
    ['id', 'timecreated'],
    ['id', 'logname', 'recordid'],
  ],
  places: {
    eventId: ['id'],
    qualifiers: ['qualifiers'],
    provider: ['providername'],
    providerGuid: ['providerid'],
    channel: ['logname', 'containerlog'],
    host: ['machinename', 'pscomputername'],
    level: ['level', 'leveldisplayname'],
    keywords: ['keywords', 'keywordsdisplaynames'],
    time: ['timecreated', 'timecreated/value', 'timecreated/datetime'],
    recordId: ['recordid'],
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    processId: ['processid'],
    threadId: ['threadid'],
    activityId: ['activityid'],
    relatedActivityId: ['relatedactivityid'],
    userId: ['userid/value', 'userid'],
    user: ['userid/value', 'userid'],
    category: ['taskdisplayname'],
    message: ['message'],
  },
  isLocal: true,
  payload: ['properties'],
  hasOrder: true,
};

/** Get-EventLog. @see https://learn.microsoft.com/dotnet/api/system.diagnostics.eventlogentry */
export const getEventLog: JsonProducer = {
  name: 'get-eventlog',
  marks: [
    ['entrytype', 'instanceid'],
    ['entrytype', 'timegenerated', 'source'],
    ['instanceid', 'timegenerated', 'source'],
    ['eventid', 'entrytype', 'source'],
  ],
  places: {
    eventId: ['instanceid', 'eventid'],
    provider: ['source'],
    channel: ['log', 'logname'],
    host: ['machinename', 'pscomputername'],
    type: ['entrytype', 'entrytype/value'],
    time: ['timegenerated', 'timegenerated/value', 'timegenerated/datetime', 'timewritten'],
    recordId: ['index'],
    user: ['username'],
    category: ['category'],
    message: ['message'],
    data: ['data'],
  },
  isLocal: true,
  payload: ['replacementstrings'],
  hasOrder: true,
};

/** The types of WMI are not those of the NT log. */
const WMI_TYPES: ReadonlyMap<string, Level> = new Map([
  ['1', 'error'],
  ['2', 'warning'],
  ['3', 'information'],
  ['4', 'audit-success'],
  ['5', 'audit-failure'],
]);

/** Win32_NTLogEvent of WMI. @see https://learn.microsoft.com/previous-versions/windows/desktop/eventlogprov/win32-ntlogevent */
export const ntLogEvent: JsonProducer = {
  name: 'win32-ntlogevent',
  marks: [
    ['eventcode', 'sourcename', 'logfile'],
    ['eventidentifier', 'sourcename'],
  ],
  places: {
    eventId: ['eventidentifier', 'eventcode'],
    provider: ['sourcename'],
    channel: ['logfile'],
    host: ['computername', 'pscomputername'],
    level: ['eventtype'],
    type: ['type'],
    time: ['timegenerated', 'timewritten', 'timegenerated/value', 'timegenerated/datetime'],
    recordId: ['recordnumber'],
    user: ['user'],
    category: ['categorystring'],
    message: ['message'],
    data: ['data'],
  },
  isLocal: true,
  payload: ['insertionstrings'],
  hasOrder: true,
  levelOf: (type) => WMI_TYPES.get(type) ?? null,
};
