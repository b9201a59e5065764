import { channelOfShort } from '../../../event-schema/short-channels.ts';
import type { JsonProducer } from '../producer.ts';

/** Results of a search for attacks: what the event was is known, its values only as far as the rule shows them. @see https://github.com/Yamato-Security/hayabusa */
export const hayabusa: JsonProducer = {
  name: 'hayabusa',
  marks: [
    ['ruletitle', 'eventid'],
    ['ruletitle', 'recordid'],
  ],
  places: {
    eventId: ['eventid'],
    provider: ['provider'],
    channel: ['channel'],
    host: ['computer'],
    time: ['timestamp'],
    recordId: ['recordid'],
  },
  isLocal: true,
  payload: ['details', 'allfieldinfo'],
  hasOrder: false,
  channelOf: channelOfShort,
};
