import type { JsonProducer } from '../producer.ts';
import { systemPlaces } from './system.ts';

/** parse_evtx of Velociraptor: the schema without its root, the time in seconds. @see https://github.com/Velocidex/evtx */
export const velociraptor: JsonProducer = {
  name: 'velociraptor',
  marks: [['system/eventid'], ['system/eventrecordid', 'system/channel']],
  places: { ...systemPlaces('system/'), message: ['message', 'renderinginfo/message'] },
  isLocal: false,
  payload: ['eventdata', 'userdata'],
  hasOrder: true,
};
