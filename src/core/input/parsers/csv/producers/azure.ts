import type { Producer } from '../producer.ts';

/** The portal writes the zone that its user chose into the name of the column; of `Local Time` it says no more. */
const IN_OTHER_ZONE = /^timegenerated \[(?!utc\])/;

/** The Event table of Azure Monitor; its times are UTC. @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
export const azure: Producer = {
  name: 'Azure Monitor',
  isUtc: true,
  hasValues: true,
  isOwn: (names) =>
    ![...names].some((name) => IN_OTHER_ZONE.test(name)) &&
    (names.has('timegenerated [utc]') ||
      names.has('eventlevelname') ||
      (names.has('timegenerated') &&
        (names.has('rendereddescription') || names.has('parameterxml') || names.has('tenantid')))),
};
