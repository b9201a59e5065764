import { KNOWN_SOURCE } from '../../knowledge/words/known-sources.ts';
import { levelFromWord } from '../../knowledge/words/levels.ts';
import { mayTellSource, sourceOfMessage } from '../../knowledge/words/message-sources.ts';
import { tellingMessage } from '../../knowledge/words/telling-messages.ts';
import type { ToldEvent } from '../../knowledge/words/told-event.ts';
import { undescribedEvent } from '../normalise/inserts.ts';
import { openedBy } from './quote.ts';

/** Quote marks, bullets, numbers of a list, quotes and fences in front, and one word with a colon: `Description: The …`. */
const FRONT = /^([>|\s]{0,16})((?:\d{1,2}[.)-]|(?:[*•–-] )?[*•`"“'-]{0,4})\s{0,4}\(?)(\p{L}{3,16}\s?[:：]\s*)?/u;
/** What stands in front of the message in a row of times and messages: `"6/5/2025 9:24:40 PM","`. */
const TIME_OF_ROW =
  /^[>|\s"]{0,16}\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[T ]\d{1,2}:\d\d[\d:.]{0,12}(?: ?[AP]M|Z| ?[+-]\d\d:?\d\d)?["\s,;|]{1,32}/i;
export const timeOfRow = (line: string): string => TIME_OF_ROW.exec(line)?.[0] ?? '';
const MAX_LOOK = 1024;

/** A message without headings, and the event that it tells. */
export interface Bare {
  readonly front: string;
  readonly text: string;
  readonly told: ToldEvent;
  /** Of a line that has more than the message. */
  readonly date: string | null;
  /** The mark that was opened in front of it. */
  readonly quote: string | null;
}

/** The message of an event that begins in this line. @param starts of `startsIn`, @param behind the lines that follow */
export function bareMessage(line: string, starts: readonly number[], behind: () => string): Bare | null {
  const [whole = '', front = '', marks = '', label = ''] = FRONT.exec(line) ?? [];
  // A quote in front may be that of a name in the message: `'VM1' failed to …`.
  const quoted = /["'“]$/.test(marks) ? [whole.length - label.length - 1] : [];
  const labelled = label === '' ? [] : [whole.length - label.length];
  for (const from of [...quoted, ...labelled, whole.length]) {
    const text = line.slice(from, from + MAX_LOOK);
    const told = isTemplate(text) ? null : (tellingMessage(text, behind) ?? undescribed(text, behind));
    const quote = quoted.includes(from) ? null : openedBy(marks);
    if (told !== null) return { front, text: line.slice(from), told, date: null, quote };
  }
  return messageInLine(line, starts, front, behind);
}

/** `The process %1 has initiated the %5 of computer %2`, of a list of messages. Of an event whose text lacks inserts one may stand so. */
const isTemplate = (text: string): boolean => /(?<!%)%1(?!\d).*(?<!%)%[2-9](?!\d)/.test(text);

function undescribed(text: string, behind: () => string): Bare['told'] | null {
  const event = undescribedEvent(text, behind);
  return event === null ? null : { ...event, log: null, level: null };
}

const BEHIND = /[:)\]|;>*–—-]\s{1,8}|[;|]"|,\s?"?|\t|\s{2,32}|\s\((?=\p{Lu})|\s(?=["“„«`])|(?<=\ds?)\s/gu;
const MAX_STARTS = 16;
const DATE = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,7})?(?: ?[AP]M\b)?/i;
const dateIn = (text: string): string | null => DATE.exec(text)?.[0] ?? null;

const LEVEL_FIRST = /^[>|\s*•–-]{0,16}(\p{L}{4,16})[:,]?\s{1,4}(?=\S)/u;

/** `Error Service Control Manager The …`: no sign parts the name of the source from its message. */
function afterLevelAndSource(line: string): number | null {
  const [before = '', level = ''] = LEVEL_FIRST.exec(line) ?? [];
  if (level === '' || levelFromWord(level) === undefined) return null;
  KNOWN_SOURCE.lastIndex = before.length;
  const source = KNOWN_SOURCE.exec(line)?.[0];
  const end = before.length + (source?.length ?? 0);
  return source !== undefined && line.charAt(end) === ' ' ? end + 1 : null;
}

/** The places in a line where a message may begin behind other things. */
export function startsIn(line: string): readonly number[] {
  const starts: number[] = [];
  const behindSource = afterLevelAndSource(line);
  if (behindSource !== null) starts.push(behindSource);
  for (const { index, 0: sign } of line.slice(0, MAX_LOOK / 2).matchAll(BEHIND)) {
    starts.push(index + sign.length);
    if (starts.length === MAX_STARTS) break;
  }
  return starts;
}

/** `2020-01-22 15:04:02 Service Control Manager (7031): The …`: the line has to name the source or the id in front. */
function messageInLine(line: string, starts: readonly number[], front: string, behind: () => string): Bare | null {
  const time = timeOfRow(line);
  for (const from of starts) {
    const [before, { text, quote }] = [line.slice(0, from), opened(line.slice(from))];
    if (isTemplate(text)) continue;
    const isRow = before === time;
    const told =
      tellingMessage(text.slice(0, MAX_LOOK)) ??
      (isRow ? tellingMessage(`${text} ${goesOn(behind())}`.slice(0, MAX_LOOK)) : null);
    if (told !== null && (isRow || names(before, told) || isQuotedFromLog(line, from)))
      return { front, text: ofCell(before, text), told, date: dateIn(before), quote };
  }
  return null;
}

/** The lines that the console broke a row into, as one: up to an empty line or the next row. */
function goesOn(behind: string): string {
  const lines = behind.split('\n');
  const end = lines.findIndex((line) => line.trim() === '' || timeOfRow(line) !== '');
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trim()).join(' ');
}

/** The quote that closes the cell of a message on one line is none of it. */
const ofCell = (before: string, text: string): string => (/[,;|]\s?"$/.test(before) ? text.replace(/"\s*$/, '') : text);

/** `In the event log I see `The server …` each day`: with code marks, nothing but the log is where it comes from. */
const isQuotedFromLog = (line: string, from: number): boolean =>
  line.charAt(from) === '`' && /\bevent ?(?:log|viewer)s?\b|ereignis(?:anzeige|protokoll)/i.test(line.slice(0, from));

const QUOTES = '"\'“”„«`';
/** A message without the mark in front that a sentence quotes it with. */
function opened(text: string): { readonly text: string; readonly quote: string | null } {
  const mark = text.charAt(0);
  return mark !== '' && QUOTES.includes(mark) ? { text: text.slice(1), quote: openedBy(mark) } : { text, quote: null };
}

/** `Event ID 5774` on the line above a message. */
const EVENT_ID = /\bevent[ -]?id\b[\s:：#=)*]{0,6}(\d{1,5})(?!\d)/i;
/** As people say it: `you may see event 4012`. */
const SAID_ID = /\b(?:event|error|warning)(?:[ -](?:code|number))?[\s:：#]{1,3}(\d{1,5})(?![\w.:/-]*\w)/i;
/** The id that a line has for the message below it. */
export const idAbove = (line: string): string | undefined => (EVENT_ID.exec(line) ?? SAID_ID.exec(line))?.[1];
/** Who writes the message of the log of SQL Server. */
const SQL_WRITER = /\bspid\d{1,5}s?\s+$/;
/** `2019-03-04 08:15:22.12 spid9s      The file …` of the log of SQL Server. */
const SQL_LINE =
  /^[>|\s]{0,16}(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{2,7})\s{1,4}(?:spid\d{1,5}s?|Logon|Server|Backup)\s{1,12}(?=\S)/;

/** A line of that log whose id stands on the line above. */
export function messageOfSqlLog(above: string, line: string): Bare | null {
  const [front, date = null] = SQL_LINE.exec(line) ?? [];
  if (front === undefined) return null;
  const told = { source: 'MSSQLSERVER', eventId: Number(above), log: 'Application', level: null };
  return { front: '', text: line.slice(front.length), told, date, quote: null };
}

/** No part of a word: `{7B849a69-…}`, `Server2019`. */
const NUMBER = /(?<![A-Za-z\d.:/-])(?:ID)?(\d{1,5})(?![A-Za-z\d]|[.:/-]\d)/gi;
const OPENS = /^["'“”„«`]?(?=[A-Z{])/;
/** `(Event 1112)`, `(WAS 5002)` behind the message. */
const ID_BEHIND = /\s*\((?:[\w .-]{0,40}?[ #:])?(\d{1,5})\)[*\s]*$/;

/** A message that tells whose it is together with an id: in front of it, behind it, or above. */
export function messageWithId(above: string | undefined, line: string, starts: readonly number[]): Bare | null {
  const [, front = '', marks = ''] = FRONT.exec(line) ?? [];
  const behind = line.includes(')') ? ID_BEHIND.exec(line) : null;
  const body = behind === null ? line : line.slice(0, behind.index);
  for (const from of [front.length + marks.length, ...starts, ...afterSource(line)]) {
    if (!OPENS.test(line.slice(from, from + 2))) continue;
    const [before, { text, quote }] = [line.slice(0, from), opened(body.slice(from))];
    if (isTemplate(text) || !mayTellSource(text.slice(0, MAX_LOOK))) continue;
    // Of several the nearest is meant.
    const inFront = [...before.matchAll(NUMBER)].map(([, id]) => id).reverse();
    for (const id of [...inFront, behind?.[1], above].map((found) => Number(found ?? Number.NaN))) {
      const source = Number.isNaN(id) ? null : sourceOfMessage(null, id, text.slice(0, MAX_LOOK));
      if (source === null) continue;
      const ofFront = from === front.length + marks.length ? openedBy(marks) : null;
      return { front, text, told: toldBy(text, source, id), date: dateIn(before), quote: quote ?? ofFront };
    }
  }
  return null;
}

/** Who types an id may mistake it; words that are those of one event of the source do not. */
function toldBy(text: string, source: string, id: number): ToldEvent {
  const told = tellingMessage(text.slice(0, MAX_LOOK));
  return told?.source === source ? told : { source, eventId: id, log: null, level: null };
}

/** `Event ID 20 WindowsUpdateClient Installation Failure: …`: the source has up to four words. */
function afterSource(line: string): readonly number[] {
  const id = EVENT_ID.exec(line);
  const end = id === null ? line.length : id.index + id[0].length;
  return [...line.slice(end, end + MAX_SOURCE).matchAll(/\s/g)].slice(0, 5).map(({ index }) => end + index + 1);
}
const MAX_SOURCE = 80;

/** `gpupdate` shows the messages of its events behind a sentence of its own; pages put both on one line. */
const OF_GPUPDATE = /\berrors were encountered:\s+$/;

function names(before: string, { source, eventId }: ToldEvent): boolean {
  if (source === 'Microsoft-Windows-GroupPolicy' && OF_GPUPDATE.test(before)) return true;
  const short = source.replace('Microsoft-Windows-', '').toLowerCase();
  return (
    SQL_WRITER.test(before) ||
    before.toLowerCase().includes(short) ||
    new RegExp(`(?<!\\d)${eventId}(?!\\d)`).test(before)
  );
}
