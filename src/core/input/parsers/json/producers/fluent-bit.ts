import type { JsonProducer } from '../producer.ts';

/** in_winevtlog. @see https://docs.fluentbit.io/manual/pipeline/inputs/windows-event-log-winevtlog */
export const fluentBit: JsonProducer = {
  name: 'fluent-bit',
  marks: [
    ['providername', 'stringinserts', 'eventid'],
    ['providername', 'eventrecordid', 'timecreated'],
  ],
  places: {
    eventId: ['eventid'],
    qualifiers: ['qualifiers', 'eventidqualifiers'],
    provider: ['providername'],
    providerAlias: ['providereventsourcename'],
    providerGuid: ['providerguid'],
    channel: ['channel'],
    // New Relic calls it otherwise.
    host: ['computer', 'computername', 'windowscomputername'],
    level: ['level'],
    keywords: ['keywords'],
    // With the attribute behind its element (`timeCreated_SystemTime`) others write it.
    time: ['timecreated', 'systemtime', 'timecreatedsystemtime'],
    recordId: ['eventrecordid'],
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    processId: ['processid', 'executionprocessid'],
    threadId: ['threadid', 'executionthreadid'],
    activityId: ['activityid'],
    relatedActivityId: ['relatedactivityid'],
    userId: ['userid'],
    user: ['userid'],
    message: ['message', 'description'],
  },
  isLocal: false,
  payload: ['stringinserts', 'eventdata'],
  hasOrder: true,
};

/** in_winlog, the interface of Windows XP. */
export const fluentBitOld: JsonProducer = {
  name: 'fluent-bit-winlog',
  marks: [
    ['recordnumber', 'timegenerated', 'eventid', 'stringinserts'],
    ['recordnumber', 'timegenerated', 'eventid', 'sourcename'],
  ],
  places: {
    eventId: ['eventid', 'eventidentifier'],
    qualifiers: ['qualifiers'],
    provider: ['sourcename'],
    channel: ['channel', 'logfile', 'eventlog'],
    host: ['computername', 'machinename'],
    type: ['eventtype', 'type'],
    time: ['timegenerated', 'timewritten'],
    recordId: ['recordnumber'],
    user: ['sid', 'user'],
    category: ['categorystring', 'eventcategory'],
    message: ['message', 'description'],
    data: ['data'],
  },
  isLocal: true,
  payload: ['stringinserts', 'insertionstrings'],
  hasOrder: true,
};
