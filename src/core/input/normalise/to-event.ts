import { findCodes } from '../../knowledge/codes/scan.ts';
import { insertNames } from '../../knowledge/words/insert-names.ts';
import type { EventContent, EventRecord, Place, RawEvent } from '../../model/event.ts';
import { firstOfTexts } from '../../model/event-texts.ts';
import type { SettledTime } from './settle-times.ts';

const ID_BITS = 16;
const ID_MASK = 0xffff;

/**
 * What the event says, the same whatever the format was.
 * @param names the code names that some rule names, with their signed numbers.
 */
export const toContent = (raw: RawEvent, names: ReadonlyMap<string, number>): EventContent => ({
  channel: trimmed(raw.channel),
  provider: trimmed(raw.provider),
  providerAlias: trimmed(raw.providerAlias),
  eventId: raw.eventId === null ? null : raw.eventId & ID_MASK,
  qualifiers: raw.qualifiers ?? qualifiersIn(raw.eventId),
  level: raw.level,
  category: trimmed(raw.category),
  user: trimmed(raw.user),
  // A list that grew has room for a dozen more; its copy has none.
  strings: raw.strings.slice(),
  fields: fieldsOf(raw),
  message: raw.message === '' ? null : raw.message,
  data: raw.data,
  codes: codesOf(raw, names),
});

/** The record of an event: where and when it was found, and what it says. @param host as the source has it, in a text that may be kept. */
export const toEventRecord = (
  raw: RawEvent,
  source: string,
  time: SettledTime,
  content: EventContent,
  host = raw.host,
): EventRecord => ({
  source,
  position: raw.position,
  recordId: raw.recordId,
  timeMs: time.timeMs,
  ticks: time.ticks,
  timeBasis: time.basis,
  precisionMs: time.precisionMs,
  host: trimmed(host)?.toLowerCase() ?? null,
  channel: content.channel,
  provider: content.provider,
  providerAlias: content.providerAlias,
  eventId: content.eventId,
  qualifiers: content.qualifiers,
  level: content.level,
  category: content.category,
  user: content.user,
  strings: content.strings,
  fields: content.fields,
  message: content.message,
  data: content.data,
  codes: content.codes,
  places: placesOf(raw, source),
  recovered: raw.recovered,
  system: raw.system,
  payload: raw.payload,
});

/** By name what a source has by place alone, where the names are known. */
function fieldsOf({ provider, eventId, strings, fields }: RawEvent): EventRecord['fields'] {
  const names = fields.size > 0 ? null : insertNames(provider, eventId, strings.length);
  return names === null ? fields : new Map(names.map((name, index) => [name, strings[index] ?? '']));
}

/** Empty is what a source writes where it has nothing. */
const trimmed = (text: string | null): string | null => text?.trim() || null;

/** Severity, facility and customer bit of an id that came with all its 32 bits (InstanceId, dumps). */
const qualifiersIn = (eventId: number | null): number | null =>
  eventId === null || (eventId >= 0 && eventId <= ID_MASK) ? null : (eventId >>> ID_BITS) & ID_MASK;

const NO_CODES: readonly number[] = [];
function codesOf(raw: RawEvent, names: ReadonlyMap<string, number>): readonly number[] {
  const codes: number[] = [];
  const note = (code: number): boolean => {
    codes.push(code);
    return false;
  };
  firstOfTexts(raw, (text) => {
    findCodes(text, names, note);
    return null;
  });
  return codes.length === 0 ? NO_CODES : [...new Set(codes)].sort((a, b) => a - b);
}

const NO_PLACES: readonly Place[] = [];
const placesOf = ({ otherForms, recordId }: RawEvent, source: string): readonly Place[] =>
  otherForms.length === 0 ? NO_PLACES : otherForms.map((position) => ({ source, position, recordId }));
