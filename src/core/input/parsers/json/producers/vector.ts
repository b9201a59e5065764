import type { JsonProducer } from '../producer.ts';

/** The source windows_event_log. @see https://github.com/vectordotdev/vector/tree/master/src/sources/windows_event_log */
export const vector: JsonProducer = {
  name: 'vector',
  marks: [['eventid', 'recordid', 'levelvalue', 'channel']],
  places: {
    eventId: ['eventid'],
    qualifiers: ['qualifiers'],
    provider: ['providername'],
    providerGuid: ['providerguid'],
    channel: ['channel'],
    host: ['computer', 'host'],
    level: ['levelvalue', 'level'],
    keywords: ['keywords'],
    time: ['timestamp'],
    recordId: ['recordid'],
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    processId: ['processid'],
    threadId: ['threadid'],
    activityId: ['activityid'],
    relatedActivityId: ['relatedactivityid'],
    userId: ['userid'],
    user: ['username', 'userid'],
    category: ['taskname'],
    message: ['message'],
  },
  isLocal: false,
  // Values without names, and a map of the others.
  payload: ['stringinserts', 'eventdata', 'userdata'],
  hasOrder: false,
};
