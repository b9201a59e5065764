import { type Column, namedColumn } from '../../../knowledge/words/table-columns.ts';
import { trimEndMarks } from '../../lines/trim-marks.ts';

/** `EventCode=7`, `Source = disk`, `Log Name = System`, with quotes or without. */
export const PAIR =
  /(?<=^|[\s,;|[{(])(Log Name|Task Category|Event (?:Source|Type)|[A-Za-z][A-Za-z_]{1,24}(?: ID)?) ?= ?(?:"([^"]{0,4096})"|)/gi;
const LINE_PAIR = /^\s*(Log Name|Task Category|Event (?:Source|Type)|[A-Za-z][A-Za-z_]{1,24}(?: ID)?)\s?=\s?(.*)$/i;
/** What parts pairs, or closes a list of them. */
const CLOSING = ' \t,;|])}';
export const ID_KEY = /^(?:event[ _]?(?:id|code|identifier)|instanceid)$/i;

/** A collector puts no more in front of the pairs of a line. */
export const MAX_FRONT = 512;

/** What a key names of an event; null for any other key. */
export const known = (key: string): { readonly column: Column; readonly rank: number } | null =>
  ID_KEY.test(key) ? { column: idColumn(key), rank: 0 } : namedColumn(key, null);
const idColumn = (key: string): Column => (/identifier|instance/i.test(key) ? 'instanceId' : 'eventId');

export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** `index=windows EventCode=7`: a search of Splunk says first where it looks. The index of an event is a number. */
const SEARCH = /^\s*(?:search\s+)?index ?= ?"?[A-Za-z_*]/;
/** Only a query joins its conditions by words. */
const JOINED = /(?:^|[\s)])(?:AND|OR)(?:\s+NOT)?[\s(]*$/;

/** The pairs of a line; one alone has all of the line as its value. A query for events has conditions, which are no pairs. */
export function pairsIn(line: string): readonly Pair[] {
  if (!line.includes('=') || SEARCH.test(line)) return [];
  const text = withTabs(line);
  const all = [...text.matchAll(PAIR)];
  const found = all.filter(([, key = '']) => known(key) !== null);
  const [, key, value = ''] = LINE_PAIR.exec(text) ?? [];
  if (found.length < 2) return key === undefined || known(key) === null ? [] : [{ key, value: unquoted(value) }];
  const ends = endsOf(all, text.length);
  const pairs: Pair[] = [];
  for (const [index, match] of found.entries()) {
    const [whole, name = '', quoted] = match;
    const isText = known(name)?.column === 'message';
    // A message may hold other pairs.
    const end = isText ? (found[index + 1]?.index ?? text.length) : ends.get(match);
    const plain = text.slice(match.index + whole.length, end);
    if (!isText && JOINED.test(plain)) return [];
    pairs.push({ key: name, value: quoted ?? trimEndMarks(plain, CLOSING) });
  }
  return pairs;
}
const endsOf = (pairs: readonly RegExpExecArray[], end: number): ReadonlyMap<RegExpExecArray, number> =>
  new Map(pairs.map((pair, index) => [pair, pairs[index + 1]?.index ?? end]));

/** What relays of syslog make of the tabs between pairs. */
const RELAYED_TAB = /(?:\\t|#011)(?=[A-Za-z_]{2,25}=)/g;
const MIN_RELAYED = 3;
function withTabs(line: string): string {
  if (!line.includes('\\t') && !line.includes('#011')) return line;
  const count = [...line.slice(0, MAX_FRONT * 2).matchAll(RELAYED_TAB)].length;
  return count < MIN_RELAYED ? line : line.replace(RELAYED_TAB, '\t');
}
const unquoted = (text: string): string => text.trim().replace(/^"(.*)"[,;]?$/s, '$1');

export const isMessage = ({ key }: Pair): boolean => known(key)?.column === 'message';
export const keyOf = ({ key }: Pair): string => key.toLowerCase();
