import { isTellingName, KNOWN_SOURCE } from '../../knowledge/words/known-sources.ts';
import { levelFromWord } from '../../knowledge/words/levels.ts';
import type { Level } from '../../model/event.ts';
import { beginsProse } from '../blocks/prose.ts';
import { paragraphKind } from '../blocks/undescribed.ts';

/** What a line says of an event in front of its message, which may stand on it or below. */
export interface EventHead {
  readonly source: string;
  readonly eventId: number;
  readonly level: Level | null;
  readonly date: string | null;
  readonly message: string;
}

type Kind = 'date' | 'time' | 'source' | 'id' | 'word' | 'label' | 'level' | 'mark';
/** Each at its place only; the first that fits counts. Words say that an event is meant; labels stand in front of anything. */
const TOKENS: readonly (readonly [Kind, RegExp])[] = [
  // None of the others begins so.
  ['mark', /[\s:：,;|/()[\]*="'`#–—-]/y],
  ['date', /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,7})?(?: ?[AP]M\b)?)?/iy],
  ['time', /\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M\b)?/iy],
  // `Source: Contoso Agent - Event ID: 4`: between two labels any name is one.
  [
    'source',
    /(?<=\b(?:source|provider|quelle)\s?[:=]\s{0,4})[A-Za-z][^:=,;|]{1,60}?(?=\s{0,4}[-–—,;|(]?\s{0,4}event[ -]?id\b)/iy,
  ],
  ['source', KNOWN_SOURCE],
  ['id', /\d{1,5}(?![\w.-]*\w)/y],
  [
    'word',
    /(?:event|ereignis|événement|evento|событие|gebeurtenis|zdarzenie|olay|イベント|事件)(?:[ -]?(?:id|code|number|source|kennung))?s?(?![\p{L}\d_])|(?:id|source|quelle|provider)(?!\w)/iuy,
  ],
  ['label', /(?:from|von|date|datum|time|type|typ|level|severity|description|message)(?!\w)/iy],
  // `Event ID 7000 in Service Control Manager`
  ['mark', /(?:in|by)(?![\p{L}\d])/iuy],
  ['level', /\p{L}{4,16}(?![\p{L}\d])/uy],
];
/** Behind a label. */
const LABELLED = /^\s?[:=]\s{0,4}([\p{L}\d]{1,16})(?![\p{L}])/u;
const OF_LEVEL = /^(?:type|typ|level|severity)$/i;
const OF_DATE = /^(?:date|datum)$/i;
const MAX_TOKENS = 60;
/** Where nothing but names and numbers says that an event is meant. */
const MIN_MESSAGE = 20;

/** The parts that stand in front of a message, and where it begins. */
class HeadReader {
  readonly #text: string;
  readonly found = new Map<Kind, string>();
  at = 0;
  /** Where the source begins. */
  #sourceAt = 0;

  constructor(text: string) {
    this.#text = text;
    for (let left = MAX_TOKENS; left > 0 && this.#takeOne(); left -= 1);
  }

  #takeOne(): boolean {
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = this.at;
      const token = pattern.exec(this.#text)?.[0];
      if (token === undefined || !this.#isExpected(kind, token)) continue;
      if (kind !== 'mark') this.found.set(kind, token);
      if (kind === 'source') this.#sourceAt = this.at;
      this.at += token.length;
      return true;
    }
    return false;
  }

  /** One of each, and no more words once source and id are known. */
  #isExpected(kind: Kind, token: string): boolean {
    if (kind === 'mark') return !this.#isDone() || !/["'`\p{L}]/u.test(token);
    if (kind === 'word') return !this.#isDone();
    if (kind === 'label') return !this.#isDone() || this.#isLabel(token);
    if (kind === 'level' && (levelFromWord(token) === undefined || this.#goesOn(token))) return false;
    return !this.found.has(kind);
  }

  /** `Level: Error` and `Date: 5/4/2020` may follow source and id; other words begin the message. */
  #isLabel(word: string): boolean {
    const [, value = ''] = LABELLED.exec(this.#text.slice(this.at + word.length)) ?? [];
    if (OF_LEVEL.test(word)) return !this.found.has('level') && levelFromWord(value) !== undefined;
    return OF_DATE.test(word) && !this.found.has('date') && /^\d/.test(value);
  }

  #isDone(): boolean {
    return this.found.has('source') && this.found.has('id');
  }

  /** `22309: Error: VSS Writer "a" has …`, a line of another program: behind number, level and colon the name begins a sentence. */
  get namesInSentence(): boolean {
    const [first, second, third, ...others] = this.found.keys();
    const isLine = first === 'id' && second === 'level' && third === 'source' && others.length === 0;
    const isClosed = /[:：]\s$/.test(this.#text.slice(0, this.#sourceAt));
    const end = this.#sourceAt + (this.found.get('source')?.length ?? 0);
    return isLine && isClosed && this.#text.slice(end, this.at) === ' ';
  }

  /** `Information Store (…`, `Error 0x96e connecting …` and `Error al procesar …` begin the message. */
  #goesOn(word: string): boolean {
    return this.#isDone() && /^ (?:Store\b|-?\d|\p{Ll})/u.test(this.#text.slice(this.at + word.length));
  }
}

/**
 * `Event ID 517, Source: Backup`, `MSExchangeTransport 15006`, `11/12/2012 02:10:33 Error FailoverClustering 1135 Cluster node …`: a known
 * source, an id, and nothing else in front of the message.
 * @param next the line below
 */
export function parseEventHead(text: string, next: string): EventHead | null {
  const line = text.replace(NUMBERING, '');
  const reader = new HeadReader(line);
  const { found, at } = reader;
  const [source, id, level, date = null] = (['source', 'id', 'level', 'date'] as const).map((kind) => found.get(kind));
  if (source === undefined || id === undefined || reader.namesInSentence) return null;
  if (OF_ENGINE.test(line) || SQL_ERROR.test(line)) return null;
  const message = line.slice(at).trim();
  const isRow = level !== undefined && date !== null;
  const isEvent =
    found.has('word') || isRow
      ? mayBeMessage(message)
      : (level !== undefined || (isTellingName(source) && !VERSION.test(id))) &&
        isMessage(message === '' ? next : message);
  if (!isEvent) return null;
  return { source, eventId: Number(id), level: levelFromWord(level ?? '')?.level ?? null, date, message };
}

/** `MSExchangeIS (178) `, `MSExchangeDS ((455) ) `: the program that runs the database engine, and the number of its process. */
const OF_ENGINE =
  /^\W{0,8}(?:MSExchange(?:IS|DS|SRS)|wins|dhcp|ntfrs|certsrv|NTDS) \((?:\d{1,7}|\(\d{1,7}\)\s?)\)\s(?=[^\s–-])/i;

/** Of the log of SQL Server, which names who writes (`Backup`, `Logon`) in front of it, and has the message on the line below. */
export const SQL_ERROR = /\bError: (\d{1,5}), Severity: \d{1,2}, State: \d{1,3}\b/;

/** What stands behind names of products. */
const VERSION = /^(?:200[038]|201[0236789]|202[25])$/;
/** `2. ` of a list. */
const NUMBERING = /^\d{1,2}[.)]\s/;
/** `… 8193 が記録される`, `… 的解决方法`, `… 이벤트가 기록되는`: the sentence that names the event goes on. No case of letters tells it there. */
const GOES_ON =
  /^(?:(?:イベント)?(?:[がをのにはでもと](?=[\p{Script=Han}\p{Script=Katakana}、])|として|による|により|について)|(?:事件)?的|이벤트(?:가|는|를|의|에))/u;
/** The database engine names its process and the id of that first: `svchost (1408) A request …`. */
const mayBeMessage = (text: string): boolean =>
  text === '' ||
  (/^(?:[\p{Lu}\p{Lo}\d"'%<\\{]|[\w.-]{2,40} \(\d)/u.test(text) && !GOES_ON.test(text) && !beginsProse(text, '', true));
/** Does a line alone look like the message of an event? */
export const isMessage = (text: string): boolean =>
  text.trim().length >= MIN_MESSAGE && mayBeMessage(text.trim()) && paragraphKind(text) === 'message';

const HEAD_BEHIND = /^(.{20,}?[.!?)"'])\s+((?:Event|Source)\b.{4,80})$/;

/** `Crash dump initialization failed! Event ID: 46 Source: volmgr`: the same behind the message. */
export function parseHeadBehind(text: string): EventHead | null {
  if (!text.includes('Event') && !text.includes('Source')) return null;
  const [, message, behind] = HEAD_BEHIND.exec(text.trim()) ?? [];
  if (message === undefined || behind === undefined || !isMessage(message)) return null;
  const head = parseEventHead(behind, '');
  return head?.message === '' ? { ...head, message } : null;
}
