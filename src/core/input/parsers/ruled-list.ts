import { fillerKind } from '../../knowledge/words/fillers.ts';
import { completeProvider } from '../../knowledge/words/providers.ts';
import { type Column, namedColumn } from '../../knowledge/words/table-columns.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { Names } from '../lines/names.ts';
import { TableTimes } from '../table/times.ts';
import { ownText } from '../text/copy-text.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** Both tools call their column of levels so. */
const MARK = 'Type/Level';
/** One line of dashes below all the names. */
const RULE = /^-{100,400}\s{0,4}$/;
/** What the tool says of itself behind the last event. */
const ABOUT = /^\s{0,200}\[Info\]\s{1,200}\[/;
/** In its place, or, behind a computer whose name was too long for its column, pressed against that. */
const ID = /^ {0,8}(\d{1,5})(?= |$)/;
const LONG_HOST_AND_ID = /^([\w.-]{1,250}?[a-z])(\d{1,5})(?= |$)/i;
const GAP = / {2,400}/;
const NEEDED: readonly Column[] = ['eventType', 'host', 'eventId', 'provider', 'message'];

/** Where the columns begin; each ends where the next begins. */
type Places = ReadonlyMap<Column, { readonly start: number; readonly end: number }>;

/**
 * Lists of fixed columns with one line of dashes below their names, an event a line: `*_evt_*.txt` of the diagnostic packages of Microsoft's
 * support (GetEvents.vbs) and `*_EventLog_*.out` of SQL LogScout, whose computers may be longer than their column.
 */
export const ruledListSegment: SegmentFormat = {
  name: 'ruled-list',
  isDetail: false,
  needs: { holds: [MARK] },
  fillsFiles: true,
  begins: (lines) =>
    placesOf(lines(0) ?? '') !== null && RULE.test(lines(1) ?? '') ? { column: 0, ends: createEnds() } : null,
  create: createLineParser(() => new ListReader()),
};

function createEnds(): (lines: LinesAhead) => number {
  const reader = new ListReader();
  return (lines) => {
    const line = lines(0) ?? '';
    return line.trim() === '' || reader.read(line, 0) !== null ? -1 : 0;
  };
}

/** Names have blanks between them, and in them. */
function placesOf(line: string): Places | null {
  if (!line.includes(MARK)) return null;
  const starts: (readonly [Column, number])[] = [];
  const words = [...line.matchAll(/\S+/g)];
  for (let at = 0; at < words.length; ) {
    const found = [2, 1]
      .map((count) => ({ count, named: nameAt(words.slice(at, at + count), line) }))
      .find(({ named }) => named !== null);
    if (found?.named != null) starts.push([found.named, words[at]?.index ?? 0]);
    at += found?.count ?? 1;
  }
  const places = new Map(
    starts.map(([column, start], index) => [
      column,
      { start, end: starts[index + 1]?.[1] ?? Number.POSITIVE_INFINITY },
    ]),
  );
  return NEEDED.every((column) => places.has(column)) ? places : null;
}
function nameAt(words: readonly RegExpExecArray[], line: string): Column | null {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const name = line.slice(first.index, last.index + last[0].length);
  return GAP.test(name) ? null : (namedColumn(name, null)?.column ?? null);
}

class ListReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new TableTimes(null, false);
  #places: Places | null = null;

  read(line: string, position: number): LineEvent | 'skip' | null {
    const places = placesOf(line);
    if (places !== null) this.#places = places;
    if (places !== null || RULE.test(line) || ABOUT.test(line)) return 'skip';
    return this.#places === null ? null : this.#readRow(line, position, this.#places);
  }

  #readRow(line: string, position: number, places: Places): LineEvent | null {
    const cell = (column: Column, shift = 0): string => {
      const { start, end } = places.get(column) ?? { start: 0, end: 0 };
      return line.slice(start + shift, end + shift).trim();
    };
    const read = hostAndId(line, places);
    const time = read === null ? null : this.#times.read(whenIn(line, places));
    if (read === null || time === null) return null;
    const { host, id, shift } = read;
    const category = cell('category', shift);
    return {
      position,
      recordId: null,
      time,
      host: this.#hostOf(host, places),
      channel: null,
      provider: this.#providerOf(cell('provider', shift), places),
      eventId: id,
      level: this.#names.levelOf(cell('eventType')),
      category: fillerKind(category) === null ? this.#names.ownOrNull(category) : null,
      user: this.#names.ownOrNull(cell('user', shift)),
      message: () => messageOf(cell('message', shift)),
    };
  }

  /** What fills its column may be cut, and half a name would be another source. */
  #providerOf(name: string, places: Places): string | null {
    const whole = fills(name, 'provider', places) ? completeProvider(name) : name;
    return whole === null ? null : this.#names.ownOrNull(whole);
  }

  /** Of a full name that was cut its first label is whole: no computer has more than 15 letters. */
  #hostOf(name: string, places: Places): string | null {
    const [label] = fills(name, 'host', places) ? name.split('.') : [name];
    return this.#names.ownOrNull(label);
  }
}

/** A blank is all that parts it from the next. */
function fills(text: string, column: Column, places: Places): boolean {
  const { start, end } = places.get(column) ?? { start: 0, end: 0 };
  return text.length === end - start - 1;
}

/** In front of the level: the date, and perhaps a column for the clock and one for the time of wevtutil, which says it again. */
function whenIn(line: string, places: Places): string {
  const { start = 0 } = places.get('eventType') ?? {};
  return line
    .slice(0, start)
    .trim()
    .replace(/ {2,}\d{4}-.{1,40}$/, '')
    .replace(/ {2,}/g, ' ');
}

function hostAndId(line: string, places: Places): { host: string; id: number; shift: number } | null {
  const { start = 0, end = 0 } = places.get('host') ?? {};
  const inPlace = ID.exec(line.slice(end, end + 16));
  if (line[end - 1] === ' ' && inPlace !== null)
    return { host: line.slice(start, end).trim(), id: Number(inPlace[1]), shift: 0 };
  const [pressed, host = '', digits = ''] = LONG_HOST_AND_ID.exec(line.slice(start, start + 260)) ?? [];
  return pressed === undefined ? null : { host, id: Number(digits), shift: host.length - (end - start) };
}

const messageOf = (text: string): string | null => (text === '' || text === 'N/A' ? null : ownText(text));
