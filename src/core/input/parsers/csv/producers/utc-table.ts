import type { Producer } from '../producer.ts';

const UTC_TIME = /^(?:time|date).*\butc\b|^timecreatedutc$/;

/** Nobody known, whose column of times says that they are UTC: `Time (UTC)`, `TimeCreatedUtc`. */
export const utcTable: Producer = {
  name: 'table in UTC',
  isUtc: true,
  hasValues: true,
  isOwn: (names) => [...names].some((name) => UTC_TIME.test(name)),
};
