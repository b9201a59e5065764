import type { JsonProducer } from '../producer.ts';

/** Records of logs in JSON lines of Plaso, in microseconds; those of EVTX have the XML of the event beside, which says more. @see https://plaso.readthedocs.io */
export const plaso: JsonProducer = {
  name: 'plaso',
  marks: [['eventidentifier', 'datatype', 'sourcename']],
  places: {
    eventId: ['eventidentifier'],
    provider: ['sourcename'],
    host: ['computername', 'hostname'],
    level: ['eventlevel'],
    type: ['eventtype'],
    time: ['timestamp'],
    recordId: ['recordnumber'],
    userId: ['usersid'],
    user: ['usersid'],
  },
  isLocal: false,
  payload: ['strings'],
  hasOrder: true,
  isGuess: true,
};
