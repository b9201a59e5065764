import { UNKNOWN_HEADINGS } from '../../knowledge/words/headings-unknown.ts';
import { sourceOfMessage } from '../../knowledge/words/message-sources.ts';
import { type TellingMessage, tellingMessage } from '../../knowledge/words/telling-messages.ts';
import type {
  CreateTextParser,
  FreeText,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../model/parser.ts';
import type { Problem } from '../../model/problems.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
import { type EventTitle, parseEventTitle } from './event-title.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';

/** Quote marks, bullets, quotes and fences in front, and one word with a colon: `Description: The …`. */
const FRONT = /^([>|\s]{0,16})[*•`"“'-]{0,4}\s?(\p{L}{3,16}\s?[:：]\s*)?/u;
/** Without that word. */
const FRONT_MARKS = /^[>|\s]{0,16}[*•`"“'-]{0,4}\s?/;
/** Behind the first line. */
const LINES_AHEAD = 4;
const MAX_LOOK = 1024;

interface Bare {
  readonly front: string;
  readonly text: string;
  readonly told: Pick<TellingMessage, 'source' | 'eventId' | 'level'> & { readonly log: TellingMessage['log'] | null };
  /** Of a line that has more than the message. */
  readonly date?: string | undefined;
}

/** The message of an event that begins in this line. @param behind the lines that follow */
function bareMessage(line: string, behind: () => string): Bare | null {
  const [whole = '', front = '', label = ''] = FRONT.exec(line) ?? [];
  for (const from of label === '' ? [whole.length] : [whole.length - label.length, whole.length]) {
    const text = line.slice(from, from + MAX_LOOK);
    const told = tellingMessage(text, behind);
    if (told !== null) return { front, text: line.slice(from), told };
  }
  return messageInLine(line, front);
}

/** Where a message may begin behind other things. */
const BEHIND = /[:)\]|;>*–—-]\s{1,8}|,\s?"?|\t|\s{2,32}|(?<=\ds?)\s/g;
const MAX_STARTS = 16;
const DATE = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,7})?(?: ?[AP]M\b)?/i;

/** `2020-01-22 15:04:02 Service Control Manager (7031): The …`: the line has to name the source or the id in front. */
function messageInLine(line: string, front: string): Bare | null {
  const head = line.slice(0, MAX_LOOK / 2);
  for (const { index, 0: sign } of [...head.matchAll(BEHIND)].slice(0, MAX_STARTS)) {
    const from = index + sign.length;
    const [before, text] = [line.slice(0, from), line.slice(from, from + MAX_LOOK)];
    const told = tellingMessage(text);
    if (told !== null && names(before, told))
      return { front, text: line.slice(from), told, date: DATE.exec(before)?.[0] };
  }
  return null;
}

/** `Event ID 5774` on the line above a message. */
const EVENT_ID = /\bevent[ -]?id\b[\s:：#=)*]{0,6}(\d{1,5})(?!\d)/i;
/** Of the log of SQL Server, which writes the message behind it. */
const SQL_ERROR = /\bError: (\d{1,5}), Severity: \d{1,2}, State: \d{1,3}\b/;
const SQL_WRITER = /\bspid\d{1,5}s?\s+$/;
/** The viewer of that log has headings between the two. */
const SQL_LINES = 10;
const NUMBER = /(?<![\d.:/-])\d{1,5}(?![\d.:/-]\d|\d)/g;
const OPENS = /^["'“”„«]?(?=[A-Z{])/;
/** `(Event 1112)`, `(WAS 5002)` behind the message. */
const ID_BEHIND = /\s*\((?:[\w .-]{0,40}?[ #:])?(\d{1,5})\)[*\s]*$/;

/** A message that tells whose it is together with an id: in front of it, behind it, or above. */
function messageWithId(above: string | undefined, line: string): Bare | null {
  const front = FRONT.exec(line)?.[1] ?? '';
  const head = line.slice(0, MAX_LOOK / 2);
  const behind = ID_BEHIND.exec(line);
  const body = behind === null ? line : line.slice(0, behind.index);
  const starts = [...head.matchAll(BEHIND)].slice(0, MAX_STARTS).map(({ index, 0: sign }) => index + sign.length);
  for (const from of [FRONT_MARKS.exec(line)?.[0].length ?? 0, ...starts, ...afterSource(line)]) {
    const quote = OPENS.exec(line.slice(from, from + 2))?.[0];
    if (quote === undefined) continue;
    const [before, text] = [line.slice(0, from), body.slice(from + quote.length)];
    for (const id of [...before.matchAll(NUMBER), behind?.[1], above].map((found) => Number(found ?? Number.NaN))) {
      const source = Number.isNaN(id) ? null : sourceOfMessage(null, id, text.slice(0, MAX_LOOK));
      if (source === null) continue;
      return { front, text, told: { source, eventId: id, log: null, level: null }, date: DATE.exec(before)?.[0] };
    }
  }
  return null;
}

/** `Event ID 20 WindowsUpdateClient Installation Failure: …`: the source has up to four words. */
function afterSource(line: string): readonly number[] {
  const id = EVENT_ID.exec(line);
  const end = id === null ? line.length : id.index + id[0].length;
  return [...line.slice(end, end + MAX_SOURCE).matchAll(/\s/g)].slice(0, 5).map(({ index }) => end + index + 1);
}
const MAX_SOURCE = 80;

function names(before: string, { source, eventId }: TellingMessage): boolean {
  const short = source.replace('Microsoft-Windows-', '').toLowerCase();
  return (
    SQL_WRITER.test(before) ||
    before.toLowerCase().includes(short) ||
    new RegExp(`(?<!\\d)${eventId}(?!\\d)`).test(before)
  );
}

/** The lines of messages that told their event, and how many events there are with those that a title names. */
interface Found {
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

  constructor(out: Unwrapped, found: Found) {
    [this.#out, this.#found] = [out, found];
  }

  take(text: string, line: number): void {
    this.#held.push(text);
    if (this.#held.length > LINES_AHEAD) this.#letGo(line - LINES_AHEAD);
  }

  /** The message of a title goes on until a line has an id of its own. */
  #bareIn(text: string, ahead: readonly string[]): Bare | null {
    if (this.#below !== 'nothing') return this.#below === 'title' ? null : messageWithId(undefined, text);
    const behind = (): string => ahead.map((next) => unmarked(next)).join('\n');
    return bareMessage(text, behind) ?? messageWithId(this.#above?.id, text);
  }

  #look(text: string, isMessage: boolean): void {
    const [own, sql] = [EVENT_ID.exec(text)?.[1], SQL_ERROR.exec(text)?.[1]];
    const { id = '', lines = 0 } = this.#above ?? {};
    if (sql !== undefined) this.#above = { id: sql, lines: SQL_LINES };
    else if (own !== undefined) this.#above = { id: own, lines: 1 };
    else if (isMessage) this.#above = null;
    else if (text.trim() !== '') this.#above = lines > 1 ? { id, lines: lines - 1 } : null;
  }

  end(line: number): void {
    while (this.#held.length > 0) this.#letGo(line - this.#held.length + 1);
  }

  #letGo(line: number): void {
    const [text = '', ...ahead] = this.#held;
    this.#held = ahead;
    const title = parseEventTitle(unmarked(text), unmarked(ahead[0] ?? ''));
    const bare = title === null ? this.#bareIn(text, ahead) : null;
    this.#look(text, bare !== null);
    if (title !== null) this.#below = 'title';
    else if (text.trim() !== '') this.#below = this.#below === 'nothing' ? 'nothing' : 'message';
    else if (this.#below === 'message') this.#below = 'nothing';
    if (title !== null || bare !== null) this.#found.events += 1;
    if (bare !== null) this.#found.told.push(line);
    this.#out.addLine(title !== null ? titled(text, title) : bare !== null ? withHeadings(bare) : text, line);
  }
}

const MARKS = /^[>|\s]{1,16}/;
const unmarked = (text: string): string => text.replace(MARKS, '');

function titled(text: string, { message, ...title }: EventTitle): string {
  const front = MARKS.exec(text)?.[0] ?? '';
  const names = { level: UNKNOWN_HEADINGS.level, date: UNKNOWN_HEADINGS.date };
  const { logName, source, eventId, description } = UNKNOWN_HEADINGS;
  const headings = [`${logName}:`, `${source}: ${title.source}`, `${eventId}: ${title.eventId}`];
  for (const key of ['level', 'date'] as const) if (title[key] !== null) headings.push(`${names[key]}: ${title[key]}`);
  return [...headings, ...(message === '' ? [] : [`${description}:`, message])]
    .map((line) => `${front}${line}`)
    .join('\n');
}

function withHeadings({ front, text, told, date: written }: Bare): string {
  const { logName, source, date, eventId, level, description } = UNKNOWN_HEADINGS;
  const headings = [`${logName}: ${told.log ?? ''}`, `${source}: ${told.source}`, `${eventId}: ${told.eventId}`];
  if (told.level !== null) headings.push(`${level}: ${told.level}`);
  if (written !== undefined) headings.push(`${date}: ${written}`);
  return [...headings, `${description}:`, text].map((line) => `${front}${line}`).join('\n');
}

const createUnwrapper = (found: Found): LineUnwrapper => new LineUnwrapper((out) => new MessageReader(out, found));

/** Reads a text; where it holds no event at all, messages in it that tell theirs count as events, and a problem says so. */
class BareMessageParser implements TextParser {
  readonly #context: ParserContext;
  #parser: TextParser;
  #isBare = false;

  constructor(context: ParserContext) {
    [this.#context, this.#parser] = [context, createPlainLogParser(context)];
  }

  push(text: string): ParsedBatch {
    return this.#parser.push(text);
  }

  end(): ParsedBatch {
    const batch = this.#parser.end();
    const { records, facts = [], freeText } = this.#parser.findings();
    if (records > 0 || facts.length > 0) return batch;
    const text = inPlace(freeText);
    if (!holdsMessage(text)) return batch;
    const found: Found = { told: [], events: 0 };
    this.#parser = createWrappedParser(() => createUnwrapper(found))(this.#context);
    this.#isBare = true;
    const batches = [batch, this.#parser.push(text), this.#parser.end()];
    const told = found.told.map((position): Problem => ({ code: 'event/no-headings', position, detail: null }));
    return {
      events: batches.flatMap(({ events }) => events),
      problems: [...batches.flatMap(({ problems }) => problems), ...told],
    };
  }

  /** No heading was read, so none has a language. */
  findings(): ParserFindings {
    const findings = this.#parser.findings();
    return this.#isBare ? { ...findings, language: null, likelyOrder: null } : findings;
  }
}

/** The texts on the lines where they stood. */
function inPlace(texts: readonly FreeText[]): string {
  const lines: string[] = [];
  for (const { text, line } of texts) {
    while (lines.length < line - 1) lines.push('');
    lines.push(...text.split('\n'));
  }
  return lines.join('\n');
}

function holdsMessage(text: string): boolean {
  const found: Found = { told: [], events: 0 };
  unwrapAll(text, createUnwrapper(found));
  return found.events > 0;
}

/** The reader of texts that no other format claims. */
export const createBareMessageParser: CreateTextParser = (context) => new BareMessageParser(context);
