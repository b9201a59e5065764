import type { Level } from '../../../../model/event.ts';
import type { JsonProducer } from '../producer.ts';

/** @see https://www.zabbix.com/documentation/current/en/manual/appendix/functions/history (logseverity) */
const SEVERITIES: ReadonlyMap<string, Level> = new Map([
  ['1', 'information'],
  ['2', 'warning'],
  ['4', 'error'],
  ['7', 'audit-failure'],
  ['8', 'audit-success'],
  ['9', 'critical'],
  ['10', 'verbose'],
]);

/** Values of `eventlog[…]`, as the API returns them: `timestamp` is that of the event, `clock` when the value came. */
export const zabbix: JsonProducer = {
  name: 'zabbix',
  marks: [['itemid', 'logeventid', 'source', 'severity', 'value']],
  places: {
    eventId: ['logeventid'],
    provider: ['source'],
    level: ['severity'],
    time: ['timestamp', 'clock'],
    message: ['value'],
  },
  isLocal: false,
  payload: [],
  hasOrder: false,
  // Lines of other logs have the same keys, with a zero.
  isEvent: (_has, textOf) => textOf('logeventid') !== '0' || textOf('source') !== '',
  levelOf: (value) => SEVERITIES.get(value) ?? null,
};
