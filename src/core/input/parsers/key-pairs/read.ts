import type { ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';
import { goesOn, paragraphKind } from '../../blocks/undescribed.ts';
import { syslogPrefix } from '../../lines/syslog-prefix.ts';
import { fromWmiTime } from '../../lines/wmi-time.ts';
import { isMessage, known, MAX_FRONT, PAIR, type Pair, pairsIn } from './pairs.ts';

/** What a collector puts before the pairs of a line: a time, mostly a host, and perhaps the name of a program. */
const STAMP =
  /^\s*(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)(?:\s+([A-Za-z][\w.-]{0,254}))?(?:\s+[\w.-]{1,128}(?:\[\d{1,10}\])?:?)?\s+$/;

/** The time and the host in front of the pairs, where no pair has them. */
function readStamp(line: string, found: KeyValues): void {
  const [first] = line.slice(0, MAX_FRONT).matchAll(PAIR);
  const front = line.slice(0, first?.index ?? 0);
  const [, time, host = syslogPrefix(front).host ?? undefined] = STAMP.exec(front) ?? [];
  if (time !== undefined && !found.values.has('dateTime')) found.set('dateTime', time);
  if (host !== undefined && !found.values.has('host')) found.set('host', host);
}

/** What the lines of one event say. */
export function read(lines: readonly string[]): ReadBlock {
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
export function stringsOf(text: string): readonly string[] {
  if (!/^\{.*\}$/s.test(text)) return [text];
  const list = text.slice(1, -1).trim();
  if (!BARE_BACKSLASH.test(list))
    return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, value = '']) => value.replace(/\\(.)/gs, '$1'));
  return list.replace(/^"|"$/g, '').split(/" ?, ?"/);
}
/** One that stands for itself. */
const BARE_BACKSLASH = /^(?:[^\\]|\\["\\])*\\[^"\\]/;
