import type { Producer } from '../producer.ts';

/** `evdx events -f csv`: `source` is the file, `position` the place in it, and the codes are found again. */
export const evdxTable: Producer = {
  name: 'evdx',
  isUtc: false,
  columns: new Map([
    ['time', 'dateTime'],
    ['source', 'ignored'],
  ]),
  isOwn: (names) => ['timebasis', 'codes', 'source', 'position'].every((name) => names.has(name)),
};
