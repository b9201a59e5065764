import type { Producer } from '../producer.ts';

/** Date, time, type, category, id, user, source, computer, inserts. The source may have blanks: two or a tab end it. */
const ROW =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s+(\d{1,2}[:.]\d{2}[:.]\d{2}(?:\s?[AP]M)?)\s+(\d{1,2})\s+(\d{1,5})\s+(\d{1,10})\s+(N\/A|NT [A-Z]+\\\S+(?: [A-Z]+)*|\S+\\\S+|\S+)\s+(\S.*?)(?:\t|\s{2,})(\S+)(?:\s+(.*))?$/;

/** The tool of the NT and 2000 Resource Kits: types by their number, inserts instead of a message. @see KB Q129266 */
export const dumpel: Producer = {
  name: 'dumpel',
  isUtc: false,
  headless: [
    {
      cells: ['date', 'clock', 'eventType', 'category', 'eventId', 'user', 'provider', 'host', 'strings'],
      minCells: 8,
      delimiters: '\t',
      split: (row) =>
        ROW.exec(row)
          ?.slice(1)
          .map((cell) => cell ?? '') ?? null,
    },
  ],
  stringsOf: (text) => text.split(/\t|\s{2,}/),
};
