import type { JsonProducer } from '../producer.ts';
import { systemPlaces } from './system.ts';

/** evtx_dump, and whatever else turns the XML of an event into JSON. @see https://github.com/omerbenamram/evtx */
export const evtxDump: JsonProducer = {
  name: 'evtx_dump',
  marks: [['event/system/eventid'], ['event/system/eventrecordid']],
  places: {
    ...systemPlaces('event/system/'),
    message: ['event/renderinginfo/message', 'event/message', 'message'],
    category: ['event/renderinginfo/task'],
  },
  isLocal: false,
  payload: [
    'event/eventdata',
    'event/userdata',
    'event/debugdata',
    'event/processingerrordata',
    'event/binaryeventdata',
  ],
  hasOrder: true,
};
