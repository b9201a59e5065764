import { namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import { goesOn, paragraphKind } from '../blocks/undescribed.ts';
import { syslogPrefix } from '../lines/syslog-prefix.ts';
import { trimEndMarks } from '../lines/trim-marks.ts';
import { fromWmiTime } from '../lines/wmi-time.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

const LOOKAHEAD = 5;
const MIN_KEYS = 2;
/** `EventCode=7`, `Source = disk`, `Log Name = System`, with quotes or without. */
const PAIR =
  /(?<=^|[\s,;|[{(])(Log Name|Task Category|Event (?:Source|Type)|[A-Za-z][A-Za-z_]{1,24}(?: ID)?) ?= ?(?:"([^"]{0,4096})"|)/gi;
const LINE_PAIR = /^\s*(Log Name|Task Category|Event (?:Source|Type)|[A-Za-z][A-Za-z_]{1,24}(?: ID)?)\s?=\s?(.*)$/i;
/** What parts pairs, or closes a list of them. */
const CLOSING = ' \t,;|])}';
const ID_KEY = /^(?:event[ _]?(?:id|code|identifier)|instanceid)$/i;
/** Programs have ids, levels and times of many things; these name an event of Windows. */
const SOURCE_KEY = /^(?:source|sourcename|source_name|event_?source|provider|provider_?name)$/i;

/**
 * Pairs with an equals sign, on lines as `wmic ntevent` lists them or all on one line: an id of an event and its source. What no closer
 * format claims.
 */
export const keyPairsSegment: SegmentFormat = {
  name: 'key-pairs',
  isDetail: false,
  isLoose: true,
  begins: (lines) => ((lines(0) ?? '').includes('=') && beginsEvent(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({ isUtc: false, stringsOf, startsBlock, read }),
};

const known = (key: string) => (ID_KEY.test(key) ? { column: idColumn(key), rank: 0 } : namedColumn(key, null));
const idColumn = (key: string) => (/identifier|instance/i.test(key) ? ('instanceId' as const) : ('eventId' as const));

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** The pairs of a line; one alone has all of the line as its value. */
function pairsIn(line: string): readonly Pair[] {
  if (!line.includes('=')) return [];
  const text = withTabs(line);
  const all = [...text.matchAll(PAIR)];
  const found = all.filter(([, key = '']) => known(key) !== null);
  const [, key, value = ''] = LINE_PAIR.exec(text) ?? [];
  if (found.length < 2) return key === undefined || known(key) === null ? [] : [{ key, value: unquoted(value) }];
  const ends = endsOf(all, text.length);
  return found.map((match, index) => {
    const [whole, name = '', quoted] = match;
    // A message may hold other pairs.
    const end = known(name)?.column === 'message' ? (found[index + 1]?.index ?? text.length) : ends.get(match);
    const plain = trimEndMarks(text.slice(match.index + whole.length, end), CLOSING);
    return { key: name, value: quoted ?? plain };
  });
}
const endsOf = (pairs: readonly RegExpExecArray[], end: number): ReadonlyMap<RegExpExecArray, number> =>
  new Map(pairs.map((pair, index) => [pair, pairs[index + 1]?.index ?? end]));

/** What relays of syslog make of the tabs between pairs. */
const RELAYED_TAB = /(?:\\t|#011)(?=[A-Za-z_]{2,25}=)/g;
const MIN_RELAYED = 3;
function withTabs(line: string): string {
  if (!line.includes('\\t') && !line.includes('#011')) return line;
  const count = [...line.slice(0, MAX_STAMP * 2).matchAll(RELAYED_TAB)].length;
  return count < MIN_RELAYED ? line : line.replace(RELAYED_TAB, '\t');
}
const unquoted = (text: string): string => text.trim().replace(/^"(.*)"[,;]?$/s, '$1');

/** Below one another, with at most an empty line between: `wmic` doubles its line ends. */
function beginsEvent(lines: LinesAhead): boolean {
  const keys: Pair[] = [...pairsIn(lines(0) ?? '')];
  if (keys.length === 0) return false;
  let taken = 1;
  for (let index = 1; taken < LOOKAHEAD && index < LOOKAHEAD + 3; index += 1) {
    const line = lines(index) ?? '';
    const pairs = pairsIn(line);
    if (pairs.length === 0 && line.trim() !== '') break;
    if (pairs.length > 0) taken += 1;
    keys.push(...pairs);
  }
  const hasId = keys.some(({ key, value }) => ID_KEY.test(key) && /^\s*(?:\d{1,10}|0x[\da-f]{1,8})\s*$/i.test(value));
  const hasName = keys.some(({ key, value }) => SOURCE_KEY.test(key) && value.trim() !== '') || isWmi(keys);
  return hasId && hasName && keys.length >= MIN_KEYS;
}
/** In the alphabet the source stands too far below the id. */
const isWmi = (keys: readonly Pair[]): boolean =>
  ['EventCode', 'EventIdentifier', 'EventType', 'Logfile', 'ComputerName', 'CategoryString'].filter((name) =>
    keys.some(({ key }) => key === name),
  ).length > 2;

/**
 * Only a message goes on over lines, and over an empty one only where other keys follow soon. Where no key has the message, the paragraph
 * behind the keys is it.
 */
function createEnds(): (lines: LinesAhead) => number {
  const keys = new Set<string>();
  let isAfterBlank = false;
  let isColumn = false;
  let text: 'none' | 'keyed' | 'bare' | 'unclear' = 'none';
  return (lines) => {
    const line = lines(0) ?? '';
    const wasAfterBlank = isAfterBlank;
    isAfterBlank = line.trim() === '';
    const pairs = pairsIn(line);
    const last = pairs.at(-1);
    if (last !== undefined) {
      // Another event.
      if (pairs.some((pair) => keys.has(keyOf(pair)))) keys.clear();
      for (const pair of pairs) keys.add(isMessage(pair) ? MESSAGE : keyOf(pair));
      isColumn = pairs.length === 1;
      text = isMessage(last) ? 'keyed' : 'none';
    } else if (!isAfterBlank) {
      if (beginsOther(line)) return 0;
      const isNew = text === 'none';
      if (isNew && (keys.has(MESSAGE) || !isColumn || paragraphKind(line) === 'prose')) return 0;
      if (isNew) text = 'bare';
      else if (wasAfterBlank && !(text === 'keyed' && hasPairAhead(lines)) && !goesOn(line, lines(1) ?? '')) {
        if (text === 'unclear' || paragraphKind(line) !== 'message') return 0;
        text = 'unclear';
      }
    }
    return -1;
  };
}
const MESSAGE = 'message';
const isMessage = ({ key }: Pair): boolean => known(key)?.column === 'message';
function hasPairAhead(lines: LinesAhead): boolean {
  for (let index = 1; index < LOOKAHEAD + 3; index += 1) if (pairsIn(lines(index) ?? '').length > 0) return true;
  return false;
}

const keyOf = ({ key }: Pair): string => key.toLowerCase();

/** A key that the event has already begins the next one. */
function startsBlock(line: string, block: readonly string[]): boolean {
  const pairs = pairsIn(line);
  const [first] = pairs;
  if (first === undefined) return false;
  if (block.length === 0) return true;
  const hasId = pairs.some(({ key }) => ID_KEY.test(key));
  return (
    (hasId || pairs.length === 1) && block.some((other) => pairsIn(other).some((pair) => keyOf(pair) === keyOf(first)))
  );
}

/** What a collector puts before the pairs of a line: a time, mostly a host, and perhaps the name of a program. */
const STAMP =
  /^\s*(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)(?:\s+([A-Za-z][\w.-]{0,254}))?(?:\s+[\w.-]{1,128}(?:\[\d{1,10}\])?:?)?\s+$/;
const MAX_STAMP = 512;

/** The time and the host in front of the pairs, where no pair has them. */
function readStamp(line: string, found: KeyValues): void {
  const [first] = line.slice(0, MAX_STAMP).matchAll(PAIR);
  const front = line.slice(0, first?.index ?? 0);
  const [, time, host = syslogPrefix(front).host ?? undefined] = STAMP.exec(front) ?? [];
  if (time !== undefined && !found.values.has('dateTime')) found.set('dateTime', time);
  if (host !== undefined && !found.values.has('host')) found.set('host', host);
}

function read(lines: readonly string[]): ReadBlock {
  const pairsByLine = lines.map(pairsIn);
  const lastPair = pairsByLine.findLastIndex((pairs) => pairs.length > 0);
  const end = messageEnd(lines, lastPair);
  const found = valuesIn(lines.slice(0, end), pairsByLine);
  if ((pairsByLine[0]?.length ?? 0) > 1) readStamp(lines[0] ?? '', found);
  const unclear = end < lines.length ? { unclearFrom: end } : {};
  const from = lines.findIndex((line, index) => pairsByLine[index]?.length === 0 && line.trim() !== '');
  if (from < 0 || pairsByLine.flat().some(isMessage)) return { values: found.values, ...unclear };
  if (paragraphKind(lines[from] ?? '') !== 'message') return { values: found.values, unclearFrom: from };
  const next = pairsByLine.findIndex((pairs, index) => index > from && pairs.length > 0);
  found.set(
    'message',
    lines
      .slice(from, next < 0 ? end : next)
      .join('\n')
      .trim(),
  );
  return { values: found.values, ...unclear };
}

/** Behind the last pair: the line of a paragraph that does not go on with the message, or behind all of them. */
function messageEnd(lines: readonly string[], lastPair: number): number {
  const isBlank = (index: number): boolean => lines[index]?.trim() === '';
  const isKeyed = pairsIn(lines[lastPair] ?? '').some(isMessage);
  let first = lastPair + 1;
  while (!isKeyed && first < lines.length && isBlank(first)) first += 1;
  for (let index = first + (isKeyed ? 0 : 1); index < lines.length; index += 1)
    if (!isBlank(index) && isBlank(index - 1) && !goesOn(lines[index] ?? '', lines[index + 1] ?? '')) return index;
  return lines.length;
}

function valuesIn(lines: readonly string[], pairsByLine: readonly (readonly Pair[])[]): KeyValues {
  const found = new KeyValues();
  let open: Pair | null = null;
  const close = (): void => {
    const named = open === null ? null : known(open.key);
    if (open !== null && named !== null) {
      const value = open.value.trim();
      found.set(named.column, named.column === 'dateTime' ? fromWmiTime(value) : value, named.rank);
    }
  };
  for (const [index, line] of lines.entries()) {
    const pairs = pairsByLine[index] ?? [];
    if (pairs.length === 0 && open !== null && isMessage(open))
      open = { key: open.key, value: `${open.value}\n${line}` };
    for (const pair of pairs) {
      close();
      open = pair;
    }
  }
  close();
  return found;
}

/** `{"a","b"}` of WMI. Programs that write a backslash in front of quotes write it in front of backslashes, `wmic` writes neither. */
function stringsOf(text: string): readonly string[] {
  if (!/^\{.*\}$/s.test(text)) return [text];
  const list = text.slice(1, -1).trim();
  if (!BARE_BACKSLASH.test(list))
    return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, value = '']) => value.replace(/\\(.)/gs, '$1'));
  return list.replace(/^"|"$/g, '').split(/" ?, ?"/);
}
/** One that stands for itself. */
const BARE_BACKSLASH = /^(?:[^\\]|\\["\\])*\\[^"\\]/;
