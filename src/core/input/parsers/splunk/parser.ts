import type { DateOrder, Level } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { deliverSeen } from '../../lines/deliver-seen.ts';
import { Names } from '../../lines/names.ts';
import { suggestedOrder } from '../../normalise/suggested-order.ts';
import { levelIn, nameIn, type Values } from '../../table/values.ts';
import { ownText } from '../../text/copy-text.ts';
import { LineCutter } from '../../text/lines.ts';
import { Votes } from '../../votes.ts';
import { type Header, isOneLine, keyLine, readOneLine } from './keys.ts';
import { isTimeLine, SplunkTimes } from './times.ts';

/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;
const MAX_DETAIL = 60;
/** `LogName=x EventCode=7` */
const MIN_ONE_LINE = 20;

/** An event whose lines still come in. */
interface OpenEvent {
  readonly line: number;
  readonly header: Header;
  readonly firstKey: string;
  /** In the cell of a table. */
  readonly isQuoted: boolean;
  /** null: the header goes on. */
  message: string[] | null;
  characters: number;
  keys: number;
  blanks: number;
}

/** Reads `WinEventLog` of Splunk, with the header on lines or all of an event on one. */
export const createSplunkParser: CreateTextParser = (context) => new SplunkParser(context);

class SplunkParser implements TextParser {
  readonly #context: ParserContext;
  readonly #cutter = new LineCutter();
  readonly #freeText = new FreeTextCollector();
  readonly #orders = new Votes<DateOrder>();
  readonly #times = new SplunkTimes();
  readonly #names = new Names();
  /** Levels by the words that tell them. */
  readonly #levels = new Map<string, Level | null>();
  #batch = emptyBatch();
  #open: OpenEvent | null = null;
  /** A time, which may stand above an event, and the empty lines behind it. */
  #held: { readonly text: string; readonly line: number; blanks: number } | null = null;
  #line = 0;
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    for (const line of this.#cutter.push(text)) this.#add(line);
    return this.#take();
  }
  end(): ParsedBatch {
    for (const line of this.#cutter.end()) this.#add(line);
    this.#releaseHeld();
    this.#finish();
    return this.#take();
  }

  findings(): ParserFindings {
    return {
      ...NO_FINDINGS,
      likelyOrder: this.#orders.winner(null),
      timeBasis: 'local',
      freeText: this.#freeText.found,
      records: this.#records,
    };
  }

  #take(): ParsedBatch {
    const batch = this.#batch;
    batch.problems.push(...this.#cutter.takeProblems());
    this.#batch = emptyBatch();
    return batch;
  }

  #add(line: string): void {
    this.#line += 1;
    if (line === '' || line.trim() === '') this.#addBlank();
    else if (isTimeLine(line)) {
      this.#releaseHeld();
      this.#held = { text: line, line: this.#line, blanks: 0 };
    } else if (line.length > MIN_ONE_LINE && isOneLine(line)) this.#addOneLine(line);
    else if (!this.#addKey(line)) {
      this.#releaseHeld();
      this.#addText(line);
    }
  }

  #addOneLine(line: string): void {
    this.#releaseHeld();
    this.#finish();
    this.#deliver(readOneLine(line), this.#line, (header) => header.Message?.trim() || null);
  }

  #addBlank(): void {
    if (this.#held !== null) this.#held.blanks += 1;
    if (this.#held !== null && this.#held.blanks > 1) this.#releaseHeld();
    else if (this.#held === null) this.#addText('');
  }

  /** @returns false when the line is none of a header */
  #addKey(line: string): boolean {
    const found = keyLine(line);
    const open = this.#open;
    if (found === null) return false;
    const { key, value } = found;
    if (open !== null && open.message === null && this.#held === null && open.header[key] === undefined) {
      open.header[key] = value.trim();
      open.keys += 1;
      if (key === 'Message') open.message = [value];
      return true;
    }
    const isNew = open === null ? key !== 'Message' && key !== 'User' : this.#held !== null || key === open.firstKey;
    if (!isNew) return false;
    this.#finish();
    this.#begin(key, value);
    return true;
  }

  #begin(key: keyof Header, value: string): void {
    const held = this.#held;
    this.#held = null;
    const isQuoted = held?.text.startsWith('"') === true;
    this.#open = {
      line: held?.line ?? this.#line,
      header: { [key]: value.trim(), ...(held === null ? {} : { Date: held.text.replace('"', '').trim() }) },
      firstKey: key,
      isQuoted,
      message: null,
      characters: 0,
      keys: 1,
      blanks: 0,
    };
  }

  #addText(line: string): void {
    const open = this.#open;
    if (open === null) {
      if (line !== '') this.#freeText.add(ownText(line), this.#line);
    } else if (open.message !== null) {
      open.characters += line.length + 1;
      if (open.characters <= MAX_CHARACTERS) open.message.push(line);
    } else if (line === '') open.blanks += 1;
    else {
      // A header without a message is over.
      this.#finish();
      this.#freeText.add(ownText(line), this.#line);
    }
  }

  #releaseHeld(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    if (this.#open?.message == null) {
      this.#finish();
      this.#freeText.add(ownText(held.text), held.line);
    } else {
      this.#addText(held.text);
      for (let blank = 0; blank < held.blanks; blank += 1) this.#addText('');
    }
  }

  #finish(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    this.#deliver(open.header, open.line, () => messageOf(open));
  }

  #deliver(header: Header, position: number, messageOf: (header: Header) => string | null): void {
    const names = this.#names;
    const id = header.EventCode?.trim() ?? '';
    if (!/^\d{1,10}$/.test(id)) {
      this.#batch.problems.push({ code: 'event/bad-id', position, detail: id.slice(0, MAX_DETAIL) || null });
      this.#freeText.add(ownText(messageOf(header) ?? ''), position);
      return;
    }
    this.#records += 1;
    const date = header.Date ?? header.TimeGenerated ?? '';
    const time = this.#times.read(date);
    if (time === null && /\d/.test(date))
      this.#batch.problems.push({ code: 'time/unreadable', position, detail: date.slice(0, MAX_DETAIL) });
    const order = suggestedOrder(time);
    if (order !== null) this.#orders.add(order);
    const values: Values = new Map([['user', [header.User ?? '']]]);
    const user = header.User === 'NOT_TRANSLATED' ? null : nameIn(values, 'user');
    const record = Number(header.RecordNumber ?? '');
    const seen = {
      position,
      recordId: header.RecordNumber !== undefined && Number.isSafeInteger(record) && record > 0 ? record : null,
      time,
      host: names.ownOrNull(header.ComputerName),
      channel: names.ownOrNull(header.LogName ?? header.Logfile),
      provider: names.ownOrNull(header.SourceName),
      eventId: Number(id),
      level: this.#levelOf(header),
      category: nameOrNull(header.TaskCategory ?? header.CategoryString),
      user: user ?? names.ownOrNull(header.Sid),
      message: () => messageOf(header),
    };
    deliverSeen(seen, this.#context, this.#batch);
  }

  /** The audits stand in the keywords, or in the type of older forwarders. */
  #levelOf({ Keywords = '', Type = '', EventType = '' }: Header): Level | null {
    const key = `${Keywords}\n${Type}\n${EventType}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    const level = levelIn(new Map([['keywords', [Keywords]] as const, ['eventType', [Type, EventType]] as const]));
    if (this.#levels.size < MAX_CACHED) this.#levels.set(ownText(key), level);
    return level;
  }
}

const MAX_CACHED = 1024;

const nameOrNull = (name = ''): string | null => nameIn(new Map([['category', [name]]]), 'category');

/** Posters double the line ends: then every second line is empty, in the header too. */
function messageOf({ message, isQuoted, keys, blanks }: OpenEvent): string | null {
  const lines = message ?? [];
  const isDoubled =
    keys > 2 && blanks >= keys - 1 && lines.every((line, index) => index % 2 === 0 || line.trim() === '');
  const text = (isDoubled ? lines.filter((_, index) => index % 2 === 0) : lines).join('\n').trim();
  return (isQuoted ? cellText(text) : text) || null;
}

/** In a cell a quote stands doubled; a single one ends it. */
function cellText(text: string): string {
  let end = text.indexOf('"');
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return (end < 0 ? text : text.slice(0, end)).replaceAll('""', '"').trimEnd();
}
