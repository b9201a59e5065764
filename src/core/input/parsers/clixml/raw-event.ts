import { levelFromWord } from '../../../knowledge/words/levels.ts';
import type { EventSystem, ExactTime, Level, PayloadElement, RawEvent, RawTime } from '../../../model/event.ts';
import { upperHexOf } from '../../../model/hex.ts';
import { bytesOfBase64 } from '../../binary/base64.ts';
import { parseSystemTime } from '../../event-schema/system-time.ts';
import { levelFrom, parseWholeNumber } from '../../event-schema/values.ts';
import { parseLocalTime } from '../../normalise/parse-local-time.ts';
import { ClixmlObject, textOf } from './values.ts';

export interface ClixmlEvent {
  readonly event: RawEvent;
  readonly unreadableTime: string | null;
}

/** Properties by what they mean: of EventLogRecord, EventLogEntry and Win32_NTLogEvent, and of what Select-Object leaves. */
const NAMES = {
  eventId: ['Id', 'InstanceId', 'EventID', 'EventIdentifier', 'EventCode'],
  provider: ['ProviderName', 'Source', 'SourceName'],
  time: ['TimeCreated', 'TimeGenerated', 'TimeWritten'],
  recordId: ['RecordId', 'Index', 'RecordNumber'],
  channel: ['LogName', 'ContainerLog', 'Log', 'Logfile'],
  host: ['MachineName', 'ComputerName', 'PSComputerName'],
  user: ['UserId', 'UserName', 'User'],
  category: ['TaskDisplayName', 'Category', 'CategoryString'],
  message: ['Message'],
} as const satisfies Record<string, readonly string[]>;

/** Of EventLogEntryType. @see https://learn.microsoft.com/dotnet/api/system.diagnostics.eventlogentrytype */
const ENTRY_TYPES: Readonly<Record<string, Level>> = {
  '0': 'information',
  '1': 'error',
  '2': 'warning',
  '4': 'information',
  '8': 'audit-success',
  '16': 'audit-failure',
  SuccessAudit: 'audit-success',
  FailureAudit: 'audit-failure',
};

/** @returns null when the object is no event. */
export function eventFrom(element: PayloadElement, position: number, everything: boolean): ClixmlEvent | null {
  const object = new ClixmlObject(element);
  const text = (field: keyof typeof NAMES): string | null => firstText(object, NAMES[field]);
  const eventId = wholeNumber(text('eventId'));
  const [provider, timeText] = [text('provider'), text('time')];
  if (eventId === null || (provider === null && timeText === null)) return null;
  const time = timeText === null ? null : timeFrom(timeText);
  const message = text('message');
  const keywords = keywordsOf(object.text('Keywords'));
  return {
    event: {
      position,
      recordId: wholeNumber(text('recordId')),
      time,
      host: text('host'),
      channel: text('channel'),
      provider,
      providerAlias: null,
      eventId,
      qualifiers: wholeNumber(object.text('Qualifiers')),
      level: levelOf(object, keywords),
      category: text('category'),
      user: text('user'),
      strings: stringsOf(object),
      fields: new Map(),
      message: message?.replaceAll('\r\n', '\n').trimEnd() || null,
      data: dataOf(object),
      recovered: false,
      system: everything ? systemOf(object, keywords) : null,
      payload: null,
      otherForms: [],
    },
    unreadableTime: time === null && timeText !== null && !timeText.startsWith('0001') ? timeText.slice(0, 60) : null,
  };
}

function firstText(object: ClixmlObject, names: readonly string[]): string | null {
  for (const name of names) {
    const found = object.text(name);
    if (found !== null && found.trim() !== '') return found.trim();
  }
  return null;
}

function wholeNumber(text: string | null): number | null {
  if (text === null) return null;
  return /^-\d{1,10}$/.test(text.trim()) ? Number(text) >>> 0 : parseWholeNumber(text.trim());
}

/** Round-trip format of .NET: with an offset, with `Z`, or, where the kind was lost, of a local clock. */
function timeFrom(text: string): RawTime | null {
  if (!/(?:z|[+-]\d\d:\d\d)$/i.test(text.trim())) return parseLocalTime(text, null, 'en');
  const exact: ExactTime | null = parseSystemTime(text.trim());
  return exact !== null && exact.timeMs >= 0 ? exact : null;
}

/** A property of an event that was not resolved is -1 or has no value. */
const keywordsOf = (text: string | null): string | null =>
  text !== null && /^-?\d{1,20}$/.test(text)
    ? `0x${BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0')}`
    : null;

function levelOf(object: ClixmlObject, keywords: string | null): Level | null {
  const entryType = object.text('EntryType') ?? object.text('EventType');
  if (entryType !== null) return ENTRY_TYPES[entryType.trim()] ?? levelFromWord(entryType)?.level ?? null;
  const word = object.text('LevelDisplayName') ?? object.text('Type');
  return (
    levelFrom(object.text('Level') ?? '', keywords) ?? (word === null ? null : (levelFromWord(word)?.level ?? null))
  );
}

const LISTS = ['Properties', 'ReplacementStrings', 'InsertionStrings'];
const itemsOf = (object: ClixmlObject): readonly PayloadElement[] =>
  LISTS.map((name) => object.items(name)).find((items) => items.length > 0) ?? [];

/** `Properties` holds objects with a `Value`; `ReplacementStrings` texts. The data bytes of a classic event are its last property. */
function stringsOf(object: ClixmlObject): readonly string[] {
  const items = itemsOf(object);
  const last = items.at(-1);
  const inserts = last !== undefined && new ClixmlObject(last).bytes('Value') !== null ? items.slice(0, -1) : items;
  return inserts.map(insertOf);
}

/** What a property prints as where the depth of the export left its value out. */
const LOST = 'System.Diagnostics.Eventing.Reader.EventProperty';

function insertOf(item: PayloadElement): string {
  const inner = new ClixmlObject(item);
  const bytes = bytesOfBase64(inner.bytes('Value') ?? '');
  if (bytes !== null) return upperHexOf(bytes);
  const text = inner.has('Value') ? inner.text('Value') : textOf(item);
  return text === null || text === LOST ? '' : text;
}

function dataOf(object: ClixmlObject): Uint8Array | null {
  const last = object.items('Properties').at(-1);
  return bytesOfBase64(
    object.bytes('Data') ?? (last === undefined ? null : new ClixmlObject(last).bytes('Value')) ?? '',
  );
}

function systemOf(object: ClixmlObject, keywords: string | null): EventSystem {
  const number = (name: string): number | null => wholeNumber(object.text(name));
  return {
    version: number('Version'),
    task: number('Task') ?? number('CategoryNumber'),
    opcode: number('Opcode'),
    keywords,
    processId: number('ProcessId'),
    threadId: number('ThreadId'),
    activityId: object.text('ActivityId'),
    relatedActivityId: object.text('RelatedActivityId'),
    providerGuid: object.text('ProviderId'),
    userId: object.text('UserId'),
  };
}
