import { UNKNOWN_HEADINGS } from '../../knowledge/words/headings-unknown.ts';
import { looseField } from '../../knowledge/words/loose-keys.ts';
import { type LineTaker, LineUnwrapper } from '../wrapped/line-unwrapper.ts';
import type { Unwrapped } from '../wrapped/unwrapper.ts';
import {
  type Bare,
  bareMessage,
  idAbove,
  messageOfSqlLog,
  messageWithId,
  startsIn,
  timeOfRow,
} from './bare-message.ts';
import { type EventHead, isMessage, parseHeadBehind, SQL_ERROR } from './event-head.ts';
import { parseEventTitle } from './event-title.ts';
import { endOfQuote } from './quote.ts';

/** Behind the first line. */
const LINES_AHEAD = 4;
const MAX_PARAGRAPH = 20;
/** The viewer of that log has headings between the two. */
const SQL_LINES = 10;

/** The lines of messages that told their event, and how many events there are with those that a title names. */
export interface Found {
  readonly told: number[];
  events: number;
}

/** Puts the headings in front of messages. */
class MessageReader implements LineTaker {
  readonly #out: Unwrapped;
  readonly #found: Found;
  #held: string[] = [];
  /** An id above, and for how many lines it may stand there. */
  #above: { readonly id: string; readonly lines: number } | null = null;
  /** Of the title above: what tells its own event is the message of that one. */
  #below: 'nothing' | 'title' | 'message' = 'nothing';
  /** The lines above since a blank one or an event. */
  #paragraph: string[] = [];
  /** Of the message above, whose headings may stand below it. */
  #told: Bare['told'] | null = null;
  /** What the line of the message above began with: the next one that does is another item of that list, and the message ends there. */
  #item: string | null = null;
  /** The mark that opened the quote of the message above; it ends where that quote does. */
  #quote: string | null = null;

  constructor(out: Unwrapped, found: Found) {
    [this.#out, this.#found] = [out, found];
  }

  take(text: string, line: number): void {
    this.#held.push(text);
    if (this.#held.length > LINES_AHEAD) this.#letGo(line - LINES_AHEAD);
  }

  end(line: number): void {
    while (this.#held.length > 0) this.#letGo(line - this.#held.length + 1);
  }

  /** The message of a title goes on until a line has an id of its own. */
  #bareIn(text: string, ahead: readonly string[]): Bare | null {
    if (this.#below === 'title' || OF_REFERENCE.test(text)) return null;
    const ofSqlLog = this.#above?.lines === SQL_LINES ? messageOfSqlLog(this.#above.id, text) : null;
    if (ofSqlLog !== null) return ofSqlLog;
    const starts = startsIn(text);
    if (this.#below === 'message') return messageWithId(undefined, text, starts);
    const behind = (): string => ahead.map((next) => unmarked(next)).join('\n');
    return bareMessage(text, starts, behind) ?? messageWithId(this.#above?.id, text, starts);
  }

  /** `Event 407, DNS-Server-Service` behind the last line of a message, with no other message below. */
  #titleBelow(plain: string, ahead: readonly string[]): EventHead | null {
    const [first] = this.#paragraph;
    if (first === undefined || this.#below !== 'nothing' || (ahead[0] ?? '').trim() !== '' || !isMessage(first))
      return null;
    if (isMessage(unmarked(ahead.find((next) => next.trim() !== '') ?? ''))) return null;
    const title = parseEventTitle(plain, first);
    return title?.message === '' ? { ...title, message: this.#paragraph.join('\n') } : null;
  }

  /** `The driver detected …` and `Event ID 11 disk` below it are one event. */
  #isOfMessageAbove({ eventId, message }: EventHead): boolean {
    return message === '' && this.#below !== 'title' && this.#told?.eventId === eventId;
  }

  #letGo(line: number): void {
    const [text = '', ...ahead] = this.#held;
    this.#held = ahead;
    const plain = unmarked(text);
    const titled = this.#titleBelow(plain, ahead) ?? parseEventTitle(plain, unmarked(ahead[0] ?? ''));
    if (titled !== null && this.#isOfMessageAbove(titled)) {
      this.#out.addLine(text, line);
      return;
    }
    const bare = titled === null ? this.#bareIn(text, ahead) : null;
    const title = titled ?? (bare === null ? parseHeadBehind(plain) : null);
    this.#note(text, title, bare);
    if (title !== null || bare !== null) this.#found.events += 1;
    if (bare !== null) this.#found.told.push(line);
    const headed = title !== null ? ofTitle(text, title, ahead) : bare !== null ? ofBare(bare) : null;
    if (headed !== null) this.#quote = bare?.quote ?? null;
    const shown =
      headed === null
        ? this.#unquoted(this.#ofList(text, ahead))
        : withHeadings({ ...headed, message: this.#unquoted(headed.message) });
    this.#out.addLine(shown, line);
    if (headed !== null) this.#item = title !== null && itemOf(text) === ROW ? null : itemOf(text);
  }

  /** A line without the end of the quote around a message, and apart from what stands behind. */
  #unquoted(text: string): string {
    const end = this.#quote === null ? -1 : endOfQuote(text, this.#quote);
    if (end < 0) return text;
    this.#quote = null;
    return [text.slice(0, end), RULE, text.slice(end + 1).trimStart()].join('\n').trimEnd();
  }

  /** A line that is no event itself, below one of a list. */
  #ofList(text: string, ahead: readonly string[]): string {
    const item = this.#item;
    if (item !== null && itemOf(text) === item) {
      this.#item = null;
      return item === ROW ? headingsOf(text) : `${RULE}\n${text}`;
    }
    const isLastOfRow = item === ROW && ahead.slice(0, 1).every((next) => next.trim() === '' || itemOf(next) === ROW);
    return isLastOfRow ? text.replace(/"\s*$/, '') : text;
  }

  /** Remembers what the lines below have to know of this one. */
  #note(text: string, title: EventHead | null, bare: Bare | null): void {
    this.#noteId(text, bare !== null);
    const plain = unmarked(text);
    if (plain.trim() === '' || title !== null || bare !== null) this.#paragraph = [];
    else if (this.#paragraph.length < MAX_PARAGRAPH) this.#paragraph.push(plain);
    if (text.trim() !== '') this.#told = bare?.told ?? (title === null ? this.#told : null);
    if (title !== null) this.#below = 'title';
    else if (text.trim() !== '') this.#below = this.#below === 'nothing' ? 'nothing' : 'message';
    else if (this.#below === 'message') this.#below = 'nothing';
  }

  /** The id that a line has for the message below it. */
  #noteId(text: string, isMessageItself: boolean): void {
    const [own, sql] = [idAbove(text), SQL_ERROR.exec(text)?.[1]];
    const { id = '', lines = 0 } = this.#above ?? {};
    if (sql !== undefined) this.#above = { id: sql, lines: SQL_LINES };
    else if (own !== undefined) this.#above = { id: own, lines: 1 };
    else if (isMessageItself) this.#above = null;
    else if (text.trim() !== '') this.#above = lines > 1 ? { id, lines: lines - 1 } : null;
  }
}

/** `4769(S, F): A Kerberos service ticket was requested.`: how Microsoft's pages name the events of an audit category, of success and failure. */
const OF_REFERENCE = /^\W{0,8}\d{3,4} ?\((?:S|F|S, ?F|F, ?S)\)/;

/** Ends a message. */
const RULE = '##########';
const BULLET = /^[>|\s]{0,16}[*•–-](?=\s)/;
/** An item of a list of times and messages. */
const ROW = 'row';
const itemOf = (text: string): string | null => (timeOfRow(text) === '' ? (BULLET.exec(text)?.[0] ?? null) : ROW);
const MARKS = /^[>|\s]{1,16}/;
const unmarked = (text: string): string => text.replace(MARKS, '');

/** What a line says of its event, with what stands in front of all that becomes of it. */
interface Headed extends EventHead {
  readonly front: string;
  readonly log: string | null;
  /** The message begins in the line below. */
  readonly isAbove: boolean;
}

const KEY = /^\s*([\p{L}.][\p{L} .'’-]{0,39}?)\s?[:：]/u;

/** Has the message below a description among its own keys, as that of .NET Runtime 1026? It is no heading, and what stands in front of it is not lost. */
function describesItself(ahead: readonly string[]): boolean {
  const fields = ahead.map((line) => looseField(KEY.exec(unmarked(line))?.[1] ?? ''));
  const index = fields.indexOf('description');
  const isBlank = ahead.slice(0, index).some((line) => unmarked(line).trim() === '');
  return index > 0 && !isBlank && fields.slice(0, index).every((field) => field === null);
}

const ofTitle = (text: string, title: EventHead, ahead: readonly string[]): Headed => ({
  front: MARKS.exec(text)?.[0] ?? '',
  log: null,
  isAbove: title.message === '' && describesItself(ahead),
  ...title,
});
const ofBare = ({ front, text, told, date }: Bare): Headed => ({ front, ...told, date, message: text, isAbove: false });

function withHeadings({ front, log, message, isAbove, ...said }: Headed): string {
  const { logName, source, eventId, level, date, description } = UNKNOWN_HEADINGS;
  const headings = [`${logName}: ${log ?? ''}`, `${source}: ${said.source}`, `${eventId}: ${said.eventId}`];
  if (said.level !== null) headings.push(`${level}: ${said.level}`);
  if (said.date !== null) headings.push(`${date}: ${said.date}`);
  if (isAbove || message !== '') headings.push(`${description}:`);
  return [...headings, ...(message === '' ? [] : [message])].map((line) => `${front}${line}`).join('\n');
}

/** A row whose message tells nothing: an event without an id, which is no part of the message above. */
function headingsOf(row: string): string {
  const { logName, source, eventId, description } = UNKNOWN_HEADINGS;
  return [...[logName, source, eventId, description].map((heading) => `${heading}:`), row].join('\n');
}

export const createMessageUnwrapper = (found: Found): LineUnwrapper =>
  new LineUnwrapper((out) => new MessageReader(out, found));
