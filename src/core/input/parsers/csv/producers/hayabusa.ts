import { channelOfShort } from '../../../event-schema/short-channels.ts';
import type { Producer } from '../producer.ts';

/** Results of a search for attacks, whose level is that of the rule. @see https://github.com/Yamato-Security/hayabusa */
export const hayabusa: Producer = {
  name: 'hayabusa',
  isUtc: false,
  isOwn: (names) => names.has('ruletitle') && names.has('eventid'),
  foreign: new Set(['level']),
  channelOf: channelOfShort,
};
