import type { JsonProducer } from '../producer.ts';

/** @see https://github.com/EricZimmerman/evtx */
export const evtxECmd: JsonProducer = {
  name: 'evtxecmd',
  marks: [
    ['eventid', 'eventrecordid', 'payload'],
    ['eventid', 'mapdescription', 'recordnumber'],
    ['eventid', 'payloaddata1'],
  ],
  places: {
    eventId: ['eventid'],
    provider: ['provider'],
    channel: ['channel'],
    host: ['computer'],
    level: ['level'],
    keywords: ['keywords'],
    time: ['timecreated'],
    recordId: ['eventrecordid', 'recordnumber'],
    processId: ['processid'],
    threadId: ['threadid'],
    userId: ['userid'],
    user: ['userid', 'username'],
  },
  isLocal: false,
  payload: ['payload'],
  hasOrder: true,
};
