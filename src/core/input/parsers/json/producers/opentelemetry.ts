import type { JsonProducer, Places } from '../producer.ts';

const places = (base: string): Places => ({
  eventId: [`${base}eventid/id`, `${base}eventid`],
  qualifiers: [`${base}eventid/qualifiers`],
  provider: [`${base}provider/name`, `${base}provider`],
  providerAlias: [`${base}provider/eventsource`],
  providerGuid: [`${base}provider/guid`],
  channel: [`${base}channel`],
  host: [`${base}computer`],
  level: [`${base}level`],
  keywords: [`${base}keywords`],
  time: [`${base}systemtime`],
  recordId: [`${base}recordid`],
  version: [`${base}version`],
  task: [`${base}task`],
  opcode: [`${base}opcode`],
  processId: [`${base}execution/processid`],
  threadId: [`${base}execution/threadid`],
  activityId: [`${base}correlation/activityid`],
  relatedActivityId: [`${base}correlation/relatedactivityid`],
  userId: [`${base}security/userid`],
  user: [`${base}security/userid`],
  message: [`${base}message`],
});

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/windowseventlogreceiver */
export const openTelemetry: JsonProducer = {
  name: 'opentelemetry',
  marks: [
    ['eventid/id', 'systemtime'],
    ['eventid/id', 'provider/name'],
    ['recordid', 'channel', 'systemtime'],
  ],
  places: places(''),
  isLocal: false,
  payload: ['eventdata', 'userdata'],
  // A list since 0.88, before that a map, which comes sorted.
  hasOrder: false,
};
