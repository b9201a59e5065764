import type { EventSystem, RawEvent } from '../../../model/event.ts';
import type { DecidedKind } from '../../event-schema/decided-kind.ts';
import { orderByNumber } from '../../event-schema/numbered-values.ts';
import { parseBytes } from '../../event-schema/payload.ts';
import { cleanToken, parseWholeNumber } from '../../event-schema/values.ts';
import type { RecordLayout } from './layout.ts';
import { keywordsHex, levelOf } from './level.ts';
import { emptyPayload, type JsonPayload, readJsonPayload } from './payload.ts';
import type { JsonField } from './producer.ts';
import { foldKey, isList, type JsonObject, type JsonValue, textOfValue } from './value.ts';

export type TextOf = (field: JsonField) => string | null;

/** The event id as found, which may hold all 32 bits; null when it is no number. */
export function eventIdFrom(text: string | null): number | null {
  if (text === null) return null;
  const signed = /^-\d{1,10}$/.test(text.trim()) ? Number(text) >>> 0 : null;
  const id = signed ?? parseWholeNumber(text.trim());
  // More bits are the number of a record in some database.
  return id === null || id > 0xffffffff ? null : id;
}

export const wholeNumber = (text: string | null): number | null =>
  text === null ? null : parseWholeNumber(text.trim());

/** @param textOf gives values as they stand in the record: numbers keep all their digits */
export function toRawEvent(
  layout: RecordLayout,
  { kind }: DecidedKind,
  textOf: TextOf,
  found: Pick<RawEvent, 'position' | 'time' | 'recordId'>,
  everything: boolean,
): RawEvent {
  const { producer, view } = layout;
  const payload = payloadOf(layout);
  const data = payload.data ?? dataOf(producer.places.data?.map((path) => view.at(path)) ?? []);
  // Named one by one: an object made of two others is a hash table, some kilobytes each.
  return {
    position: found.position,
    recordId: found.recordId,
    time: found.time,
    host: kind.host,
    channel: kind.channel,
    provider: kind.provider,
    providerAlias: kind.providerAlias,
    eventId: kind.eventId,
    level: kind.level,
    qualifiers: wholeNumber(textOf('qualifiers')),
    category: categoryOf(nonEmpty(textOf('category'))),
    user: nonEmpty(textOf('user')),
    strings: payload.strings,
    fields: payload.fields,
    message: messageOf(textOf('message')) ?? messageOf(layout.message ?? null),
    data,
    recovered: textOf('recovered') === 'true',
    system: everything ? systemOf(textOf) : null,
    payload: null,
    otherForms: [],
  };
}

const nonEmpty = (text: string | null): string | null => text?.trim() || null;

/** Wazuh leaves the quotes around it. */
export function messageOf(text: string | null): string | null {
  const message =
    text !== null && text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return message?.replaceAll('\r\n', '\n').trimEnd() || null;
}

function payloadOf(layout: RecordLayout): JsonPayload {
  const { producer, view } = layout;
  const payload = emptyPayload();
  for (const path of producer.payload) {
    const value = view.at(path) ?? view.objectAt(path);
    if (value === null || value === undefined || value === '') continue;
    readJsonPayload(value, payload);
    if (payload.strings.length > 0 && payload.fields.size > 0) break;
    if (payload.strings.length > 0 && producer.payload.length < 3) break;
  }
  if (producer.names !== undefined) {
    addNamed(view.objectAt(producer.names) ?? {}, payload);
    return payload;
  }
  if (producer.ownKeys !== undefined && payload.fields.size === 0) {
    const holder = producer.flatIn === undefined ? view.root : (view.objectAt(producer.flatIn) ?? {});
    addFlat(holder, isOwnIn(layout, producer.ownKeys), producer.nameOf ?? withoutPrefix, payload);
    if (payload.strings.length === 0) return { ...payload, strings: [...orderByNumber(payload.fields)] };
  }
  const isPositioned = payload.fields.size === 0 || producer.hasOrder || !payload.isMap;
  return isPositioned ? payload : { ...payload, strings: [...orderByNumber(payload.fields)] };
}

function addNamed(object: JsonObject, { fields }: JsonPayload): void {
  for (const [name, value] of Object.entries(object)) {
    const text = textOfValue(value);
    if (text !== null) fields.set(name, text);
  }
}

/** GELF and Telegraf put it before the names of values. */
const PREFIX = /^(?:_|Data_)/;
const withoutPrefix = (key: string): string => key.replace(PREFIX, '');

type IsOwn = (key: string, text: string) => boolean;

/** Is a key one of the producer? */
function isOwnIn({ producer, view }: RecordLayout, ownKeys: ReadonlySet<string>): IsOwn {
  const { sharedKeys, places } = producer;
  if (sharedKeys === undefined) return (key) => ownKeys.has(foldKey(key));
  const holders = Object.values(places).filter((paths) => paths.some((path) => sharedKeys.has(path)));
  const isPassedOver = (key: string): boolean =>
    holders.some((paths) => paths.includes(key) && paths.find((path) => nonEmpty(view.text(path)) !== null) !== key);
  // `CreateKey` of Sysmon is an EventType of its own.
  const isNoType = (key: string, text: string): boolean =>
    places.type?.includes(key) === true && levelOf(null, text, null) === null;
  return (key, text) => {
    const folded = foldKey(key);
    return ownKeys.has(folded) && !(sharedKeys.has(folded) && (isPassedOver(folded) || isNoType(folded, text)));
  };
}

/** Named values beside everything else; they have no positions. Empty ones are columns that the event does not have. */
function addFlat(
  object: JsonObject,
  isOwn: IsOwn,
  nameOf: (key: string) => string | null,
  { fields }: JsonPayload,
): void {
  for (const [key, value] of Object.entries(object)) {
    const text = textOfValue(value);
    const name = text === null || text === '' || isOwn(key, text) ? null : nameOf(key);
    if (text !== null && name !== null) fields.set(name, text);
  }
}

function dataOf(values: readonly (JsonValue | undefined)[]): Uint8Array | null {
  for (const value of values) {
    if (typeof value === 'string') return parseBytes(value);
    const isBytes =
      isList(value) && value.length > 0 && value.every((item) => typeof item === 'number' && item >= 0 && item < 256);
    if (isBytes) return Uint8Array.from(value.map(Number));
  }
  return null;
}

/** Libraries of Rust leave out the braces that Windows writes. */
const BARE_GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function systemOf(textOf: TextOf): EventSystem {
  const number = (field: JsonField): number | null => wholeNumber(textOf(field));
  const token = (field: JsonField): string | null => cleanToken(textOf(field) ?? '');
  const guid = (field: JsonField): string | null => token(field)?.replace(BARE_GUID, '{$&}') ?? null;
  const keywords = textOf('keywords');
  return {
    version: number('version'),
    task: number('task'),
    opcode: number('opcode'),
    keywords: keywords === null ? null : keywordsHex(keywords),
    processId: number('processId'),
    threadId: number('threadId'),
    activityId: guid('activityId'),
    relatedActivityId: guid('relatedActivityId'),
    providerGuid: guid('providerGuid'),
    userId: token('userId'),
  };
}

/** PowerShell and LogParser print the number of a category without a name, which is none. */
const categoryOf = (text: string | null): string | null =>
  text === null || /^\(\d+\)$/.test(text.trim()) ? null : text;
