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
const BEHIND = /[:)\]|;>-]\s{1,8}|\t|\s{2}|(?<=\d)\s/g;
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

/** `Event ID 5774`, in front of the message or on the last line above it. */
const EVENT_ID = /\bevent[ -]?id\b[\s:：#=)*]{0,6}(\d{1,5})(?!\d)/i;

/** A message that tells whose it is together with the id above or in front of it. */
function messageWithId(above: string, line: string): Bare | null {
  const [, front = '', label = ''] = FRONT.exec(line) ?? [];
  const inLine = EVENT_ID.exec(line);
  const end = inLine === null ? front.length : inLine.index + inLine[0].length;
  const id = (inLine ?? EVENT_ID.exec(above))?.[1];
  if (id === undefined) return null;
  const behind = /^[\s:：,.|)\]*–—-]{0,8}/.exec(line.slice(end))?.[0] ?? '';
  for (const from of inLine !== null || label === '' ? [end + behind.length] : [end, end + label.length]) {
    const text = line.slice(from);
    const source = sourceOfMessage(null, Number(id), text.slice(0, MAX_LOOK));
    if (source !== null) return { front, text, told: { source, eventId: Number(id), log: null, level: null } };
  }
  return null;
}

function names(before: string, { source, eventId }: TellingMessage): boolean {
  const short = source.replace('Microsoft-Windows-', '').toLowerCase();
  return before.toLowerCase().includes(short) || new RegExp(`(?<!\\d)${eventId}(?!\\d)`).test(before);
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
  #above = '';
  /** Of the title above: what tells its own event is the message of that one. */
  #below: 'nothing' | 'title' | 'message' = 'nothing';

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

  #letGo(line: number): void {
    const [text = '', ...ahead] = this.#held;
    this.#held = ahead;
    const title = parseEventTitle(unmarked(text), unmarked(ahead[0] ?? ''));
    const bare =
      title !== null || this.#below !== 'nothing'
        ? null
        : (bareMessage(text, () => ahead.map((next) => unmarked(next)).join('\n')) ?? messageWithId(this.#above, text));
    if (text.trim() !== '') this.#above = text;
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
