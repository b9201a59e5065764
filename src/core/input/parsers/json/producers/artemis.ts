import type { JsonProducer } from '../producer.ts';

/**
 * Events with their rendered text, out of the files of a machine. `generated` is the time in the head of the record.
 * @see https://github.com/puffyCid/artemis (forensics/src/artifacts/os/windows/eventlogs/combine.rs)
 */
export const artemis: JsonProducer = {
  name: 'artemis',
  marks: [
    ['raweventdata', 'eventid', 'provider'],
    ['templatemessage', 'eventid', 'provider'],
  ],
  places: {
    eventId: ['eventid'],
    qualifiers: ['qualifier'],
    provider: ['provider'],
    providerAlias: ['sourcename'],
    providerGuid: ['guid'],
    channel: ['channel'],
    host: ['computer'],
    level: ['level'],
    keywords: ['keywords'],
    time: ['systemtime', 'generated'],
    recordId: ['recordid'],
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    processId: ['processid'],
    threadId: ['threadid'],
    activityId: ['activityid'],
    userId: ['sid'],
    user: ['sid'],
    message: ['message'],
  },
  isLocal: false,
  payload: ['raweventdata'],
  hasOrder: true,
};
