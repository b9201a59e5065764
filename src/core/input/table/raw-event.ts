import { logReadFrom } from '../../knowledge/words/log-names.ts';
import type { EventSystem, RawEvent, RawTime } from '../../model/event.ts';
import { LOCAL, localDigits } from '../../model/own-times.ts';
import type { Problem } from '../../model/problems.ts';
import { isEventXmlText, readEmbeddedXml } from '../event-schema/embedded-xml.ts';
import { insertsIn } from '../normalise/inserts.ts';
import { printedTexts } from './listed.ts';
import { readPayloadCell } from './payload.ts';
import type { TableTimes } from './times.ts';
import { bytesOf, keywordMask, levelIn, nameIn, numberIn, recordIdIn, textIn, type Values } from './values.ts';

/** What a format knows of its rows beside their columns. */
export interface RowContext {
  /** 1-based line. */
  readonly position: number;
  readonly times: TableTimes;
  readonly language: string | null;
  /** The system part too. */
  readonly everything: boolean;
  /** What every row of the source has, where a row does not say it. */
  readonly channel?: string | null;
  readonly host?: string | null;
  /** How the format prints its list of inserts. */
  readonly stringsOf?: ((text: string) => readonly string[]) | undefined;
  /** The channel that the format calls so. */
  readonly channelOf?: ((name: string) => string | null) | undefined;
  /** An event without an id is one too. */
  readonly mayLackId?: boolean | undefined;
}

const MAX_DETAIL = 60;
const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** The text of the time of a row, from one column or two; empty without one. */
export function timeText(values: Values): string {
  const whole = textIn(values, 'dateTime');
  if (whole !== null) return textIn(values, 'timeBasis') === LOCAL ? localDigits(whole) : whole;
  return [textIn(values, 'date'), textIn(values, 'clock')].filter((part) => part !== null).join(' ');
}

/** The id of a row, the folded one or the one of 32 bits; null for what is no event. */
export const idIn = (values: Values): number | null => numberIn(values, 'eventId') ?? numberIn(values, 'instanceId');

export interface RowEvent {
  readonly event: RawEvent;
  readonly problem: Problem | null;
}

/** The event that stands whole, as XML, in a cell of its row. */
export function eventInXml(values: Values, position: number, everything: boolean): RowEvent | null {
  const xml = textIn(values, 'eventXml') ?? '';
  const read = isEventXmlText(xml) ? readEmbeddedXml(xml, position, everything) : null;
  if (read === null || !('event' in read)) return null;
  const [note] = read.notes;
  return { event: read.event, problem: note === undefined ? null : { ...note, position } };
}

/** The event of a row or a list, and what is wrong with it. @returns null without an id */
export function rawEventOf(values: Values, context: RowContext): RowEvent | null {
  const eventId = idIn(values);
  if (eventId === null && context.mayLackId !== true) return null;
  const { position, language, everything } = context;
  const written = timeText(values);
  const time: RawTime | null = written === '' ? null : context.times.read(written);
  const message = messageIn(values);
  const provider = textIn(values, 'provider');
  const payload = readPayloadCell(textIn(values, 'payload') ?? '');
  const event: RawEvent = {
    position,
    recordId: recordIdIn(values),
    time,
    host: textIn(values, 'host') ?? context.host ?? null,
    channel: channelIn(values, context),
    provider,
    providerAlias: null,
    eventId,
    qualifiers: numberIn(values, 'qualifiers') ?? qualifiersIn(values),
    level: levelIn(values),
    category: categoryIn(values),
    user: nameIn(values, 'user') ?? nameIn(values, 'userId'),
    strings: stringsIn(values, message, { eventId, provider, language }, context.stringsOf) ?? payload.strings,
    fields: payload.fields.size === 0 ? NO_FIELDS : payload.fields,
    message,
    data: bytesOf(textIn(values, 'data') ?? payload.binary ?? ''),
    recovered: false,
    system: everything ? systemIn(values) : null,
    payload: null,
    otherForms: [],
  };
  const isUnreadable = time === null && /\d/.test(written);
  return {
    event,
    problem: isUnreadable ? { code: 'time/unreadable', position, detail: written.slice(0, MAX_DETAIL) } : null,
  };
}

function channelIn(values: Values, { channel, channelOf = logReadFrom }: RowContext): string | null {
  const said = textIn(values, 'channel');
  return (said === null ? null : channelOf(said)) ?? channel ?? null;
}

function messageIn(values: Values): string | null {
  for (const text of values.get('message') ?? []) {
    const message = messageOfDescription(text);
    if (message !== null) return message;
  }
  return null;
}

export function messageOfDescription(text: string): string | null {
  const trimmed = text.trimEnd().replace(/^\n+/, '');
  return trimmed.trim() === '' || trimmed.trim() === 'N/A' ? null : trimmed;
}

/** The upper half of an id of 32 bits beside the id of 16. */
function qualifiersIn(values: Values): number | null {
  if (numberIn(values, 'eventId') === null) return null;
  const instance = numberIn(values, 'instanceId');
  return instance === null || instance <= 0xffff ? null : instance >>> 16;
}

/** Names only: a number without its library is a task, and `(0)` is none. */
function categoryIn(values: Values): string | null {
  for (const text of values.get('category') ?? []) {
    const name = nameIn(new Map([['category', [text]]]), 'category');
    if (name !== null && !/^\(?\d+\)?$/.test(name)) return name;
  }
  const task = nameIn(values, 'task');
  return task === null || /^\(?\d+\)?$/.test(task) ? null : task;
}

const NOTHING: readonly string[] = [];

function stringsIn(
  values: Values,
  message: string | null,
  { eventId, provider, language }: Pick<RawEvent, 'eventId' | 'provider'> & Pick<RowContext, 'language'>,
  stringsOf: RowContext['stringsOf'],
): readonly string[] | null {
  const text = textIn(values, 'strings');
  const listed = text === null ? null : (jsonTexts(text) ?? printedTexts(text));
  if (listed !== null) return listed;
  if (text !== null && stringsOf !== undefined && !/^System\.\w+\[\]$/.test(text)) return stringsOf(text);
  if (values.has('payload')) return null;
  return message === null || eventId === null ? NOTHING : insertsIn(message, { eventId, provider, language });
}

/** As `evdx events -f csv` writes them: a list as JSON, whose borders nothing in a text can take for others. */
function jsonTexts(text: string): readonly string[] | null {
  if (!text.startsWith('["')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
  } catch {
    return null;
  }
}

function systemIn(values: Values): EventSystem | null {
  const system = {
    version: numberIn(values, 'version'),
    task: numberIn(values, 'task') ?? taskIn(values),
    opcode: numberIn(values, 'opcode'),
    keywords: keywordMask(values),
    processId: numberIn(values, 'processId'),
    threadId: numberIn(values, 'threadId'),
    activityId: nameIn(values, 'activityId'),
    relatedActivityId: nameIn(values, 'relatedActivityId'),
    providerGuid: nameIn(values, 'providerGuid'),
    userId: nameIn(values, 'userId'),
  };
  return Object.values(system).every((value) => value === null) ? null : system;
}

/** Older tools give the number of the category, which newer ones call task. */
function taskIn(values: Values): number | null {
  for (const text of values.get('category') ?? []) {
    const digits = /^\(?(\d{1,5})\)?$/.exec(text.trim())?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return null;
}
