import type { Producer } from '../producer.ts';

/** What Graylog exports of a search: `source` is the host, where that of the event stands beside it; its times are UTC. */
export const graylog: Producer = {
  name: 'Graylog',
  isUtc: true,
  hasValues: true,
  columns: new Map([['source', 'host']]),
  isOwn: (names) => ['timestamp', 'source', 'sourcename', 'message'].every((name) => names.has(name)),
};
