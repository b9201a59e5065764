import type { EventRecord, Place } from '../model/event.ts';
import { hexOf } from '../model/hex.ts';
import { formatIsoTime } from '../model/iso-time.ts';

const toPlace = ({ source, position, recordId }: Place) => ({ source, position, recordId });

/** The object of `evdx events -f jsonl`; key order is part of it. */
export const toEventObject = (event: EventRecord) => ({
  time: event.timeMs === null ? null : formatIsoTime({ timeMs: event.timeMs, ticks: event.ticks }),
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
  system: toSystemObject(event),
});

const toSystemObject = ({ system }: EventRecord) => ({
  version: system?.version ?? null,
  task: system?.task ?? null,
  opcode: system?.opcode ?? null,
  keywords: system?.keywords ?? null,
  processId: system?.processId ?? null,
  threadId: system?.threadId ?? null,
  activityId: system?.activityId ?? null,
  relatedActivityId: system?.relatedActivityId ?? null,
  providerGuid: system?.providerGuid ?? null,
  userId: system?.userId ?? null,
});
