import type { JsonProducer } from '../producer.ts';

/** Winlogbeat 7 and later, Elastic Agent. Its maps come sorted by name. @see https://www.elastic.co/guide/en/beats/winlogbeat */
export const winlogbeat: JsonProducer = {
  name: 'winlogbeat',
  marks: [['winlog/eventid'], ['winlog/recordid'], ['winlog/providername'], ['winlog/channel', 'event/code']],
  places: {
    eventId: ['winlog/eventid', 'event/code'],
    provider: ['winlog/providername', 'event/provider'],
    channel: ['winlog/channel'],
    host: ['winlog/computername', 'host/name', 'host/hostname', 'computername'],
    level: ['log/level', 'winlog/level'],
    keywords: ['winlog/keywords'],
    // Filebeat, which reads events as XML, has the time of arrival in `@timestamp`.
    time: ['winlog/timecreated', 'timestamp', 'event/created'],
    recordId: ['winlog/recordid'],
    version: ['winlog/version'],
    processId: ['winlog/process/pid'],
    threadId: ['winlog/process/thread/id'],
    activityId: ['winlog/activityid'],
    relatedActivityId: ['winlog/relatedactivityid'],
    providerGuid: ['winlog/providerguid'],
    userId: ['winlog/user/identifier'],
    user: ['winlog/user/identifier', 'winlog/user/name'],
    category: ['winlog/task'],
    message: ['message'],
  },
  isLocal: false,
  payload: ['winlog/eventdata', 'winlog/userdata'],
  hasOrder: false,
};

const WINDOWS = /^(?:microsoft-windows-|windows$|windows\.|winlogbeat$)/i;
const TELLS_WINDOWS = ['event/provider', 'event/module', 'event/dataset', 'datastream/dataset', 'agent/type'];

/** The fields of Elastic's schema alone, as those who look for events copy them. @see https://www.elastic.co/docs/reference/ecs/ecs-event */
export const ecs: JsonProducer = {
  ...winlogbeat,
  name: 'ecs',
  marks: [['event/code', 'event/provider']],
  isEvent: (has, textOf) => {
    if (!/^\d{1,5}$/.test(textOf('event/code')?.trim() ?? '')) return false;
    return has('message') || TELLS_WINDOWS.some((path) => WINDOWS.test(textOf(path) ?? ''));
  },
};

/** Winlogbeat 1 to 6. */
export const winlogbeatOld: JsonProducer = {
  name: 'winlogbeat-6',
  marks: [
    ['logname', 'sourcename', 'computername', 'eventid'],
    ['logname', 'sourcename', 'eventid', 'timestamp'],
  ],
  places: {
    eventId: ['eventid'],
    provider: ['sourcename'],
    channel: ['logname'],
    host: ['computername', 'beat/hostname'],
    level: ['level'],
    keywords: ['keywords'],
    time: ['timestamp'],
    recordId: ['recordnumber'],
    version: ['version'],
    processId: ['processid'],
    threadId: ['threadid'],
    activityId: ['activityid'],
    relatedActivityId: ['relatedactivityid'],
    providerGuid: ['providerguid'],
    userId: ['user/identifier'],
    user: ['user/identifier', 'user/name'],
    category: ['task'],
    message: ['message'],
  },
  isLocal: false,
  payload: ['eventdata', 'userdata'],
  hasOrder: false,
};

/** The agent of HarfangLab has the names of Winlogbeat 6, and there `@timestamp` is when an event arrived. @see https://github.com/SEKOIA-IO/intake-formats/tree/main/HarfangLab/harfanglab */
export const harfangLab: JsonProducer = {
  ...winlogbeatOld,
  name: 'harfanglab',
  marks: [
    ['logname', 'sourcename', 'eventid', 'eventcreatedate'],
    ['logname', 'sourcename', 'eventid', 'eventdate'],
  ],
  places: { ...winlogbeatOld.places, time: ['eventdate', 'eventcreatedate', 'timestamp'] },
};
