import type { EventRecord, EventSystem, Place } from '../model/event.ts';
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

const place = ({ source, position, recordId }: Place): string =>
  `{"source":${text(source)},"position":${position},"recordId":${recordId}}`;

const placeList = (places: readonly Place[]): string =>
  places.length === 0 ? '[]' : `[${places.map(place).join(',')}]`;

const NO_SYSTEM: EventSystem = {
  version: null,
  task: null,
  opcode: null,
  keywords: null,
  processId: null,
  threadId: null,
  activityId: null,
  relatedActivityId: null,
  providerGuid: null,
  userId: null,
};
const systemText = (system: EventSystem): string =>
  `{"version":${system.version},"task":${system.task},"opcode":${system.opcode},"keywords":${text(system.keywords)},` +
  `"processId":${system.processId},"threadId":${system.threadId},"activityId":${text(system.activityId)},` +
  `"relatedActivityId":${text(system.relatedActivityId)},"providerGuid":${text(system.providerGuid)},"userId":${text(system.userId)}}`;

/**
 * `jsonText(toEventObject(event))`, written out: of a million events it is what takes longest. Only fields whose names are numbers come in another order,
 * that of the log.
 */
export function eventJsonText(event: EventRecord): string {
  const { timeMs, ticks, eventId, qualifiers, recordId, data, system } = event;
  const time = timeMs === null ? 'null' : `"${formatIsoTime({ timeMs, ticks })}"`;
  return (
    `{"time":${time},"timeBasis":"${event.timeBasis}","host":${text(event.host)},"channel":${text(event.channel)},` +
    `"provider":${text(event.provider)},"eventId":${eventId},"qualifiers":${qualifiers},"level":${text(event.level)},` +
    `"category":${text(event.category)},"user":${text(event.user)},"recordId":${recordId},"strings":${list(event.strings)},` +
    `"fields":${object(event.fields)},"message":${text(event.message)},"data":${data === null ? 'null' : `"${hexOf(data)}"`},` +
    `"codes":[${event.codes.join(',')}],"at":${place(event)},"places":${placeList(event.places)},` +
    `"providerAlias":${text(event.providerAlias)},"recovered":${event.recovered},"system":${systemText(system ?? NO_SYSTEM)}}`
  );
}
