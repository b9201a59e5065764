import type { JsonProducer } from '../producer.ts';

/** Alerts of event log monitors, as the API of Datto RMM returns them; by the fields that the class `DRMMAlertContextEventLog` of DattoRMM.Core reads. */
export const datto: JsonProducer = {
  name: 'datto-rmm',
  marks: [['alertcontext/logname', 'alertcontext/code', 'alertcontext/source']],
  places: {
    eventId: ['alertcontext/code'],
    provider: ['alertcontext/source'],
    channel: ['alertcontext/logname'],
    host: ['alertsourceinfo/devicename'],
    type: ['alertcontext/type'],
    time: ['alertcontext/lasttriggered', 'timestamp'],
    message: ['alertcontext/description'],
  },
  isLocal: false,
  payload: [],
  hasOrder: false,
};
