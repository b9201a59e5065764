import type { Producer } from '../producer.ts';

/** How the sources of events are called beside its own `source`; what it takes in from Winlogbeat bears that name. */
const OF_EVENTS = /^(?:source_?name|winlogbeat_.*|winlog_provider_name|event_provider)$/;

/** What Graylog exports of a search: `source` is the host, where that of the event stands beside it; its times are UTC. */
export const graylog: Producer = {
  name: 'Graylog',
  isUtc: true,
  hasValues: true,
  columns: new Map([['source', 'host']]),
  isOwn: (names) =>
    ['timestamp', 'source'].every((name) => names.has(name)) && [...names].some((name) => OF_EVENTS.test(name)),
};
