import type { JsonProducer } from '../producer.ts';

/** A row of `windows_events`, where `source` is the log; a logged query has it below `columns`. @see https://osquery.io/schema/#windows_events */
export const osquery: JsonProducer = {
  name: 'osquery',
  marks: [['eventid', 'providername', 'datetime', 'providerguid']],
  places: {
    eventId: ['eventid'],
    provider: ['providername'],
    providerGuid: ['providerguid'],
    channel: ['source'],
    host: ['computername'],
    level: ['level'],
    keywords: ['keywords'],
    time: ['datetime', 'time'],
    task: ['task'],
    processId: ['pid'],
    threadId: ['tid'],
  },
  isLocal: false,
  payload: ['data'],
  hasOrder: false,
};
