import type { Producer } from '../producer.ts';

const HEAD =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s+(\d{1,2}[:.]\d{2}[:.]\d{2}(?:\s?[AP]M)?)\s+(\d{1,2})\s+(\d{1,5})\s+(\d{1,10})\s+/;
/** What surely is a user, or stands for none. */
const USER = 'N\\/A|NT [A-Z]+\\\\\\S+(?: [A-Z]+)*|[^\\s\\\\]+\\\\\\S+';
/** User, source, computer, inserts. The source may have blanks: two or a tab end it. */
const USER_FIRST = new RegExp(`^(${USER}|\\S+)\\s+(\\S.*?)(?:\\t|\\s{2,})(\\S+)(?:\\s+(.*))?$`);
/** Source, user, computer, inserts: the order that the tool calls `dtTCISucs`. The user ends the source. */
const SOURCE_FIRST = new RegExp(`^(?!(?:${USER})\\s)(\\S.*?)\\s+(${USER})\\s+(\\S+)(?:\\s+(.*))?$`);

/** Date, time, type, category, id, and the rest in one of two orders. */
function split(row: string): readonly string[] | null {
  const [whole = '', ...head] = HEAD.exec(row) ?? [];
  if (head.length === 0) return null;
  const rest = row.slice(whole.length);
  const [, source, user, ...behind] = SOURCE_FIRST.exec(rest) ?? [];
  const found = source === undefined ? USER_FIRST.exec(rest)?.slice(1) : [user, source, ...behind];
  return found === undefined ? null : [...head, ...found].map((cell) => cell ?? '');
}

/** The tool of the NT and 2000 Resource Kits: types by their number, inserts instead of a message. @see KB Q129266 */
export const dumpel: Producer = {
  name: 'dumpel',
  isUtc: false,
  headless: [
    {
      cells: ['date', 'clock', 'eventType', 'category', 'eventId', 'user', 'provider', 'host', 'strings'],
      minCells: 8,
      delimiters: '\t',
      split,
    },
  ],
  hasTypeNumbers: true,
  stringsOf: (text) => text.split(/\t|\s{2,}/),
};
