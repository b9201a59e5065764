import { namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import { goesOn, paragraphKind } from '../blocks/undescribed.ts';
import { trimEndMarks } from '../lines/trim-marks.ts';
import { fromWmiTime } from '../lines/wmi-time.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

const LOOKAHEAD = 5;
const MIN_KEYS = 2;
/** `EventCode=7`, `Source = disk`, with quotes or without. */
const PAIR = /(?<=^|[\s,;|[{(])([A-Za-z][A-Za-z_]{1,24}(?: ID)?) ?= ?(?:"([^"]{0,4096})"|)/g;
const LINE_PAIR = /^\s*([A-Za-z][A-Za-z_]{1,24}(?: ID)?)\s?=\s?(.*)$/;
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
  const found = [...line.matchAll(PAIR)].filter(([, key = '']) => known(key) !== null);
  const [, key, value = ''] = LINE_PAIR.exec(line) ?? [];
  if (found.length < 2) return key === undefined || known(key) === null ? [] : [{ key, value: unquoted(value) }];
  return found.map((match, index) => {
    const [whole, name = '', quoted] = match;
    const end = found[index + 1]?.index ?? line.length;
    const plain = trimEndMarks(line.slice(match.index + whole.length, end), CLOSING);
    return { key: name, value: quoted ?? plain };
  });
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
  let text: 'none' | 'keyed' | 'bare' = 'none';
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
      else if (wasAfterBlank && !(text === 'keyed' && hasPairAhead(lines)) && !goesOn(line, lines(1) ?? '')) return 0;
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

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const pairsByLine = lines.map(pairsIn);
  let open: Pair | null = null;
  const close = (): void => {
    const named = open === null ? null : known(open.key);
    if (open !== null && named !== null) {
      const value = open.value.trim();
      found.set(named.column, named.column === 'dateTime' ? fromWmiTime(value) : value, named.rank);
    }
  };
  for (const [index, pairs] of pairsByLine.entries()) {
    if (pairs.length === 0 && open !== null && isMessage(open))
      open = { key: open.key, value: `${open.value}\n${lines[index] ?? ''}` };
    for (const pair of pairs) {
      close();
      open = pair;
    }
  }
  close();
  if (pairsByLine.flat().some(isMessage)) return { values: found.values };
  const from = lines.findIndex((line, index) => pairsByLine[index]?.length === 0 && line.trim() !== '');
  if (from < 0) return { values: found.values };
  const length = pairsByLine.slice(from).findIndex((pairs) => pairs.length > 0);
  if (paragraphKind(lines[from] ?? '') !== 'message') return { values: found.values, unclearFrom: from };
  found.set(
    'message',
    lines
      .slice(from, length < 0 ? undefined : from + length)
      .join('\n')
      .trim(),
  );
  return { values: found.values };
}

/** `{"a","b"}` of WMI. */
function stringsOf(text: string): readonly string[] {
  if (!/^\{.*\}$/s.test(text)) return [text];
  return [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, value = '']) =>
    value.replace(/\\(.)/gs, '$1'),
  );
}
