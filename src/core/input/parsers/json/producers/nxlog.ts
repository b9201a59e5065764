import type { JsonProducer } from '../producer.ts';

const OWN =
  'eventtime,eventreceivedtime,timestamp,version,tags,host,hostname,port,message,eventid,eventtype,severity,severityvalue,' +
  'sourcename,sourcemodulename,sourcemoduletype,channel,recordnumber,keywords,task,taskvalue,opcode,opcodevalue,threadid,' +
  'executionprocessid,executionthreadid,processid,providerguid,userid,accountname,accounttype,domain,category,activityid,' +
  'relatedactivityid,level,type,filename,tag,winversion';

/**
 * NXLog im_msvistalog: named values stand flat beside everything else. EventTime is local; Logstash, which data sets went through, adds a
 * time of arrival that is none of the event. @see https://docs.nxlog.co/refman/current/im/msvistalog.html
 */
export const nxlog: JsonProducer = {
  name: 'nxlog',
  marks: [
    ['eventid', 'sourcemoduletype'],
    ['eventid', 'eventreceivedtime', 'sourcename'],
    ['eventid', 'eventtime', 'sourcename', 'recordnumber'],
    ['eventid', 'severityvalue', 'sourcename'],
  ],
  places: {
    eventId: ['eventid'],
    provider: ['sourcename'],
    channel: ['channel', 'filename'],
    host: ['hostname', 'computer', 'computername'],
    level: ['severity'],
    type: ['eventtype'],
    keywords: ['keywords'],
    time: ['eventtime', 'timestamp'],
    recordId: ['recordnumber'],
    version: ['version'],
    task: ['taskvalue', 'task'],
    opcode: ['opcodevalue'],
    // In versions before 3 that of the header is called like a value of many audits.
    processId: ['executionprocessid', 'processid'],
    threadId: ['executionthreadid', 'threadid'],
    activityId: ['activityid'],
    relatedActivityId: ['relatedactivityid'],
    providerGuid: ['providerguid'],
    userId: ['userid'],
    user: ['userid', 'accountname'],
    category: ['category'],
    message: ['message', 'fullmessage'],
  },
  isLocal: true,
  payload: ['eventdata'],
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
  sharedKeys: new Set(['processid', 'eventtype']),
};
