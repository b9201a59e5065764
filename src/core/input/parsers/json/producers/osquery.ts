import type { JsonProducer } from '../producer.ts';

/**
 * A row of `windows_events`, where `source` is the log, or of `windows_eventlog`; a logged query has it below `columns`.
 * @see https://osquery.io/schema/#windows_events
 * @see https://osquery.io/schema/#windows_eventlog
 */
export const osquery: JsonProducer = {
  name: 'osquery',
  marks: [['eventid', 'providername', 'datetime', 'providerguid']],
  places: {
    eventId: ['eventid'],
    provider: ['providername'],
    providerGuid: ['providerguid'],
    channel: ['source', 'channel'],
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
