import type { JsonProducer } from '../producer.ts';

const OWN =
  'source,eventid,version,level,leveltext,opcode,opcodetext,task,tasktext,keywords,timecreated,eventrecordid,activityid,relatedactivityid,' +
  'processid,threadid,processname,channel,computer,userid,username,message';

/** Which fields are tags is up to the configuration. @see https://github.com/influxdata/telegraf/tree/master/plugins/inputs/win_eventlog */
const either = (key: string): readonly string[] => [`tags/${key}`, `fields/${key}`];

export const telegraf: JsonProducer = {
  name: 'telegraf',
  marks: [
    ['tags/eventid', 'fields/timecreated'],
    ['tags/eventid', 'fields/eventrecordid'],
    ['fields/eventid', 'fields/timecreated'],
  ],
  places: {
    eventId: either('eventid'),
    provider: either('source'),
    channel: either('channel'),
    host: [...either('computer'), 'tags/host'],
    level: either('level'),
    keywords: either('keywords'),
    time: [...either('timecreated'), 'timestamp'],
    recordId: either('eventrecordid'),
    version: either('version'),
    task: either('task'),
    opcode: either('opcode'),
    processId: either('processid'),
    threadId: either('threadid'),
    activityId: either('activityid'),
    relatedActivityId: either('relatedactivityid'),
    userId: either('userid'),
    user: [...either('username'), ...either('userid')],
    category: either('tasktext'),
    message: either('message'),
  },
  isLocal: false,
  payload: [],
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
  flatIn: 'fields',
};
