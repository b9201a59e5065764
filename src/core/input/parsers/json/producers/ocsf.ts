import type { JsonProducer } from '../producer.ts';

/** Events of Windows in the schema of OCSF, as security lakes keep them. @see https://schema.ocsf.io */
export const ocsf: JsonProducer = {
  name: 'ocsf',
  marks: [
    ['classuid', 'unmapped/eventcode', 'unmapped/sourcename'],
    ['classuid', 'metadata/eventcode', 'metadata/logname'],
    ['classuid', 'metadata/eventcode', 'metadata/logprovider'],
  ],
  places: {
    eventId: ['metadata/eventcode', 'unmapped/eventcode'],
    provider: ['metadata/logprovider', 'unmapped/sourcename'],
    channel: ['metadata/logname', 'metadata/product/feature/name'],
    host: ['device/hostname'],
    level: ['severity'],
    keywords: ['unmapped/keywords'],
    time: ['time'],
    recordId: ['unmapped/recordnumber', 'metadata/uid'],
    user: ['actor/user/uid', 'actor/user/name'],
    category: ['unmapped/taskcategory'],
    message: ['message'],
  },
  isLocal: false,
  payload: ['unmapped/eventdata'],
  hasOrder: false,
};
