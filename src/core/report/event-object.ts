import { type EventRecord, NO_SYSTEM, type Place } from '../model/event.ts';
import { hexOf } from '../model/hex.ts';
import { isoOf } from './iso-or-null.ts';

const toPlace = ({ source, position, recordId }: Place) => ({ source, position, recordId });

/** The object of `evdx events -f jsonl`; key order is part of it. */
export const toEventObject = (event: EventRecord) => ({
  time: isoOf(event),
  timeBasis: event.timeBasis,
  host: event.host,
  channel: event.channel,
  provider: event.provider,
  eventId: event.eventId,
  qualifiers: event.qualifiers,
  level: event.level,
  category: event.category,
  user: event.user,
  recordId: event.recordId,
  strings: event.strings,
  fields: Object.fromEntries(event.fields),
  message: event.message,
  data: event.data === null ? null : hexOf(event.data),
  codes: event.codes,
  at: toPlace(event),
  places: event.places.map(toPlace),
  providerAlias: event.providerAlias,
  recovered: event.recovered,
  system: { ...NO_SYSTEM, ...event.system },
});
