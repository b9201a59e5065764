import type { Producer } from '../producer.ts';

/** The Event table of Azure Monitor; its times are UTC. @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
export const azure: Producer = {
  name: 'Azure Monitor',
  isUtc: true,
  hasValues: true,
  isOwn: (names) =>
    names.has('timegenerated [utc]') ||
    names.has('eventlevelname') ||
    (names.has('timegenerated') &&
      (names.has('rendereddescription') || names.has('parameterxml') || names.has('tenantid'))),
};
