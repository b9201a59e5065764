import { type EpochMs, epochMs } from '../../model/brand.ts';
import { type ExactTime, type Level, levels, type RawEvent } from '../../model/event.ts';
import { quote } from './problem.ts';

/** What is wrong in a test's log or time span; `line` from 1, `offset` characters into the whole text. */
export interface TestLogProblem {
  readonly line: number;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}
export interface TestLog {
  /** `position` is the line. */
  readonly events: readonly RawEvent[];
  readonly problems: readonly TestLogProblem[];
}

const MAX_EVENT_ID = 0xffff_ffff; // with qualifiers, as old exports print it
const LEVEL_WORDS: ReadonlyMap<string, Level> = new Map([
  ...levels.map((level) => [level, level] as const),
  ['info', 'information'],
]);
const UNKNOWN = '-';

class LineError extends Error {
  readonly hint: string;
  /** From 0, in its line. */
  readonly column: number;
  constructor(message: string, hint: string, column = 0) {
    super(message);
    this.hint = hint;
    this.column = column;
  }
}

/** Reads the lines of a rule test: `time host log provider id level | message | data text | JSON` (rule-language.md, section 7). */
export function parseTestLog(text: string): TestLog {
  const events: RawEvent[] = [];
  const problems: TestLogProblem[] = [];
  const lastRecordByLog = new Map<string, number>();
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    try {
      if (line.trim() !== '') events.push(numbered(parseLine(line, index + 1), lastRecordByLog));
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      const { message, hint, column } = error;
      problems.push({ line: index + 1, offset: offset + column, message, hint });
    }
    offset += line.length + 1;
  }
  return { events, problems };
}

/** Records of one (host, log) are numbered in their order; where either is unknown there are no numbers. */
function numbered(event: RawEvent, lastRecordByLog: Map<string, number>): RawEvent {
  if (event.host === null || event.channel === null) return event;
  const log = JSON.stringify([event.host.toLowerCase(), event.channel.toLowerCase()]);
  const recordId = (lastRecordByLog.get(log) ?? 0) + 1;
  lastRecordByLog.set(log, recordId);
  return { ...event, recordId };
}

function parseLine(line: string, position: number): RawEvent {
  const parts = line.split(/(?<!\\)\|/);
  const [, message = '', data = '', json = ''] = parts.map((part) => part.replaceAll('\\|', '|').trim());
  if (parts.length > 4) throw new LineError('more than four parts', 'write \\| for a bar inside a part');
  const word = wordReader(parts[0] ?? '');
  const { strings, fields } = parseValues(json, line.length - (parts[3]?.trimStart().length ?? 0));
  return {
    position,
    recordId: null,
    time: word(0, parseUtc, 'time', 'a time in UTC: 2006-03-02T01:00:00'),
    host: word(1, String, 'computer', 'its name'),
    channel: word(2, withBlanks, 'log', 'its name'),
    provider: word(3, withBlanks, 'provider', 'its name'),
    providerAlias: null,
    eventId: word(4, parseId, 'event id', 'a number'),
    qualifiers: null,
    level: word(5, (level) => LEVEL_WORDS.get(level) ?? null, 'level', [...LEVEL_WORDS.keys()].join(', ')),
    category: null,
    user: null,
    strings,
    fields,
    message: message === '' ? null : message,
    data: dataOf(data, line.length - parts.slice(2).join('|').trimStart().length),
    recovered: false,
    system: null,
    payload: null,
    otherForms: [],
  };
}

/** `_` is a blank, `\_` itself. */
const withBlanks = (word: string): string => word.replace(/\\?_/g, (mark) => (mark === '_' ? ' ' : '_'));

/** Bytes as `hex: 42 61`, or as text. */
function dataOf(data: string, column: number): Uint8Array | null {
  if (data === '') return null;
  const digits = /^hex:(.*)$/i.exec(data)?.[1]?.replace(/\s/g, '');
  if (digits === undefined) return new TextEncoder().encode(data);
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits))
    throw new LineError('these are not pairs of hex digits', 'write hex: 42 61', column);
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
const parseId = (word: string): number | null =>
  /^\d{1,10}$/.test(word) && Number(word) <= MAX_EVENT_ID ? Number(word) : null;

/** The six words before the first bar, each parsed; `-` is unknown. */
function wordReader(head: string) {
  const words = [...head.matchAll(/\S+/g)];
  if (words.length !== 6) {
    throw new LineError(
      `${words.length} words stand before the first bar`,
      'write six: time host log provider id level, - for what is unknown, _ for a space',
    );
  }
  return <T>(place: number, parse: (word: string) => T | null, what: string, wanted: string): T | null => {
    const [word = '', column = 0] = [words[place]?.[0], words[place]?.index];
    if (word === UNKNOWN) return null;
    const value = parse(word);
    if (value === null) throw new LineError(`${quote(word)} is no ${what}`, `write ${wanted}, or -`, column);
    return value;
  };
}

/** A list is the inserts; the values of an object are inserts too, as in real logs. */
function parseValues(json: string, column: number): Pick<RawEvent, 'strings' | 'fields'> {
  if (json === '') return { strings: [], fields: new Map() };
  const value = parseJson(json, column);
  if (typeof value !== 'object' || value === null || !Object.values(value).every(isScalar)) {
    throw new LineError('the last part is neither a list nor an object of texts', JSON_HINT, column);
  }
  const fields = new Map(Object.entries(value).map(([name, text]) => [name, String(text)]));
  return { strings: [...fields.values()], fields: Array.isArray(value) ? new Map() : fields };
}

const JSON_HINT = 'write ["first insert"] or {"name": "value"}, with \\| for a bar';
const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

function parseJson(json: string, column: number): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new LineError('the last part is not JSON', JSON_HINT, column);
  }
}

/** `2006-03-02`, `2006-03-02T01:00`, with seconds, with up to seven digits after them, with or without Z: UTC. null: no such time. */
export function parseUtc(text: string): ExactTime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?Z?)?$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const fraction = match[7] ?? '';
  const units = Number(fraction.padEnd(7, '0'));
  const wholeSeconds = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC carries 31 February over into March.
  if (new Date(wholeSeconds).toISOString().slice(0, 19) !== isoSeconds(match)) return null;
  const timeMs = epochMs(wholeSeconds + Math.floor(units / 10_000));
  return { kind: 'exact', basis: 'utc', timeMs, ticks: units % 10_000, precisionMs: precisionOf(fraction) };
}

const isoSeconds = ([, year, month, day, hour = '00', minute = '00', second = '00']: RegExpExecArray): string =>
  `${year}-${month}-${day}T${hour}:${minute}:${second}`;
const precisionOf = (fraction: string): number => (fraction === '' ? 1000 : fraction.length <= 3 ? 1 : 0.0001);

/** The time that a test's log is said to cover; `none`: nothing, the lines are hand-picked. */
export type TestCoverage = 'none' | { readonly fromMs: EpochMs; readonly toMs: EpochMs };

/** Reads `covers: FROM/TO`; null when it cannot be read or ends before it begins. */
export function parseCovers(text: string): TestCoverage | null {
  if (text === 'none') return 'none';
  const [from, to, ...rest] = text.split('/').map(parseUtc);
  if (!from || !to || rest.length > 0 || from.timeMs > to.timeMs) return null;
  return { fromMs: from.timeMs, toMs: to.timeMs };
}
