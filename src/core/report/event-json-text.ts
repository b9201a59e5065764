import { type EventRecord, type EventSystem, NO_SYSTEM, type Place } from '../model/event.ts';
import { hexOf } from '../model/hex.ts';
import { formatIsoTime } from '../model/iso-time.ts';
import { jsonString as text } from './json-text.ts';

const list = (texts: readonly string[]): string => {
  let all = '';
  for (const one of texts) all += all === '' ? text(one) : `,${text(one)}`;
  return `[${all}]`;
};

const object = (fields: ReadonlyMap<string, string>): string => {
  let all = '';
  for (const [name, value] of fields) all += `${all === '' ? '' : ','}${text(name)}:${text(value)}`;
  return `{${all}}`;
};

const placeList = (places: readonly Place[]): string =>
  places.length === 0
    ? '[]'
    : `[${places.map((place) => `${sourceText(place)}${place.position},"recordId":${place.recordId}}`).join(',')}]`;

export const systemOf = ({ system }: EventRecord): EventSystem => system ?? NO_SYSTEM;

// The parts that many events of a log have in common, each up to where the next one of its own begins.

/** Up to the number of the record. */
export const headText = (event: EventRecord): string =>
  `"timeBasis":"${event.timeBasis}","host":${text(event.host)},"channel":${text(event.channel)},` +
  `"provider":${text(event.provider)},"eventId":${event.eventId},"qualifiers":${event.qualifiers},"level":${text(event.level)},` +
  `"category":${text(event.category)},"user":${text(event.user)},"recordId":`;
/** Up to the position. */
export const sourceText = ({ source }: Place): string => `{"source":${text(source)},"position":`;
/** Up to the process. */
export const kindText = (event: EventRecord): string => {
  const { version, task, opcode, keywords } = systemOf(event);
  return (
    `},"places":${placeList(event.places)},"providerAlias":${text(event.providerAlias)},"recovered":${event.recovered},` +
    `"system":{"version":${version},"task":${task},"opcode":${opcode},"keywords":${text(keywords)},"processId":`
  );
};
/** To the end. */
export const ownersText = (event: EventRecord): string => {
  const { providerGuid, userId } = systemOf(event);
  return `,"providerGuid":${text(providerGuid)},"userId":${text(userId)}}}`;
};

/**
 * `jsonText(toEventObject(event))`, written out: of a million events it is what takes longest. Only fields whose names are numbers come in another order,
 * that of the log.
 */
export function eventJsonText(event: EventRecord): string {
  const { timeMs, ticks, recordId, data } = event;
  const time = timeMs === null ? 'null' : `"${formatIsoTime({ timeMs, ticks })}"`;
  const { processId, threadId, activityId, relatedActivityId } = systemOf(event);
  return (
    `{"time":${time},${headText(event)}${recordId},"strings":${list(event.strings)},"fields":${object(event.fields)},` +
    `"message":${text(event.message)},"data":${data === null ? 'null' : `"${hexOf(data)}"`},"codes":[${event.codes.join(',')}],` +
    `"at":${sourceText(event)}${event.position},"recordId":${recordId}${kindText(event)}${processId},"threadId":${threadId},` +
    `"activityId":${text(activityId)},"relatedActivityId":${text(relatedActivityId)}${ownersText(event)}`
  );
}
