import { createBlockParser } from '../../blocks/block-parser.ts';
import { beginsOther } from '../../blocks/other-text.ts';
import { goesOn, paragraphKind } from '../../blocks/undescribed.ts';
import type { LinesAhead, SegmentFormat } from '../segment-format.ts';
import { ID_KEY, isMessage, keyOf, type Pair, pairsIn } from './pairs.ts';
import { read, stringsOf } from './read.ts';

const LOOKAHEAD = 5;
const MIN_KEYS = 2;
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
  needs: { holds: ['='] },
  begins: (lines) => ((lines(0) ?? '').includes('=') && beginsEvent(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({ isUtc: false, stringsOf, startsBlock, read }),
};

/** Below one another, with at most an empty line between: `wmic` doubles its line ends. */
function beginsEvent(lines: LinesAhead): boolean {
  if (!mayHaveId(lines)) return false;
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
/** Most pairs are of other programs: taking them apart costs much more than to look for the key of an id. */
function mayHaveId(lines: LinesAhead): boolean {
  for (let index = 0; index < LOOKAHEAD + 3; index += 1) if (ID.test(lines(index) ?? '')) return true;
  return false;
}
const ID = /event[ _]?(?:id|code)|instanceid/i;
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
function hasPairAhead(lines: LinesAhead): boolean {
  for (let index = 1; index < LOOKAHEAD + 3; index += 1) if (pairsIn(lines(index) ?? '').length > 0) return true;
  return false;
}

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
