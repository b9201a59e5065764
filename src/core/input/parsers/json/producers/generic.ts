import { isKnownSource } from '../../../../knowledge/words/known-sources.ts';
import type { JsonProducer } from '../producer.ts';

const IDS = [
  'eventid',
  'eventcode',
  'eventidentifier',
  'instanceid',
  'eventnumber',
  'id',
  'eventid/id',
  'eventid/value',
];
const CHANNELS = ['channel', 'logname', 'eventlog', 'log', 'logfile'];
const HOSTS = ['computer', 'computername', 'machinename', 'hostname', 'host', 'server', 'host/name'];
const LEVELS = ['level', 'leveldisplayname', 'eventlevelname', 'severity', 'log/level'];
const RECORDS = ['eventrecordid', 'recordid', 'recordnumber', 'index'];
// A source has a name; beside it a value of the event may be called `ProviderName`: of WMI, of the filtering platform.
const PROVIDERS = ['sourcename', 'providername', 'provider', 'eventsource', 'source', 'provider/name'];
const TIMES = [
  'timecreated',
  'systemtime',
  'timegenerated',
  'eventtime',
  'datetime',
  'timestamp',
  'date',
  'time',
  'created',
  'timewritten',
  'timecreated/systemtime',
  'timecreatedsystemtime',
  'eventcreated',
];
const MESSAGES = ['message', 'description', 'rendereddescription', 'eventmessage', 'text', 'eventdescription'];
const PAYLOADS = [
  'eventdata',
  'stringinserts',
  'strings',
  'replacementstrings',
  'insertionstrings',
  'properties',
  'data',
  'userdata',
  'fields',
  'inserts',
];

/** Values that nothing but Windows calls so: what scripts take out of Sysmon, of audits and of PowerShell, beside the id and the time. */
const VALUES = [
  'processguid',
  'sourceprocessguid',
  'parentprocessguid',
  'subjectusername',
  'subjectusersid',
  'subjectlogonid',
  'targetusername',
  'targetusersid',
  'targetlogonid',
  'logontype',
  'newprocessname',
  'scriptblocktext',
];

/** What tells that something happened, not only that it may: when, where, which values. */
const HAPPENED = [TIMES, HOSTS, RECORDS, MESSAGES, PAYLOADS];
const ALL = [PROVIDERS, CHANNELS, LEVELS, VALUES, ...HAPPENED];

/** What Windows and its readers call so. Tickets, jobs and lines of programs have a plain `id`, too, with a source, a time and a message. */
const OF_WINDOWS = [
  ...'timecreated,timecreated/systemtime,systemtime,timegenerated,timewritten,providername,logname,eventlog,channel,machinename'.split(
    ',',
  ),
  ...'computername,computer,leveldisplayname,taskdisplayname,recordid,eventrecordid,recordnumber,keywords,qualifiers,eventdata'.split(
    ',',
  ),
  ...'replacementstrings,insertionstrings,stringinserts'.split(','),
  ...VALUES,
];
const isOfWindows = (has: (path: string) => boolean, textOf: (path: string) => string | null): boolean =>
  OF_WINDOWS.some(has) || PROVIDERS.some((path) => isSource(textOf(path) ?? ''));
const isSource = (name: string): boolean => /^Microsoft-\w/i.test(name) || isKnownSource(name);

/** An id with one thing beside it may be of anything, unless that is a message. A list of the events that exist names no time and no host. */
function isEvent(has: (path: string) => boolean, textOf: (path: string) => string | null): boolean {
  const holds = (paths: readonly string[]): boolean => paths.some(has);
  const id = IDS.find(has) ?? '';
  if (!holds(PROVIDERS) && !holds(CHANNELS) && isOfDatabase(textOf(id))) return false;
  if (id === 'id' && !isOfWindows(has, textOf)) return false;
  return has('message') || (HAPPENED.some(holds) && ALL.filter(holds).length > 1);
}

/** Above its 16 bits an event has those of a severity. */
function isOfDatabase(id: string | null): boolean {
  const number = Number(id ?? Number.NaN);
  return number > 0xffff && number < 0x4000_0000;
}

/**
 * What stands beside the values of the event. A process, a user and a type may be values, too: of Sysmon, of an audit.
 * Search engines and shippers add the last ones.
 */
const OWN =
  'eventid,eventcode,eventidentifier,instanceid,eventnumber,id,providername,provider,sourcename,eventsource,source,timecreated,systemtime,' +
  'timegenerated,eventtime,datetime,timestamp,date,time,created,timewritten,eventcreated,message,description,rendereddescription,' +
  'eventmessage,text,eventdescription,qualifiers,channel,logname,eventlog,log,logfile,computer,computername,machinename,hostname,host,' +
  'server,level,leveldisplayname,eventlevelname,severity,type,eventtype,entrytype,keywords,eventrecordid,recordid,recordnumber,index,' +
  'version,task,opcode,threadid,providerguid,providerid,userid,usersid,sid,username,taskcategory,category,taskdisplayname,binarydata,' +
  'binary,tags,port,tag,score,sort,leveltext,tasktext,opcodetext,activityid,relatedactivityid';

/** Nobody known, but with the keys of an event: an id, and where it comes from, or when and what it says. */
export const generic: JsonProducer = {
  name: 'json',
  marks: IDS.flatMap((id) => [
    ...PROVIDERS.map((provider) => [id, provider]),
    ...(id === 'id' ? [] : [...TIMES, ...MESSAGES].map((other) => [id, other])),
  ]),
  places: {
    eventId: IDS,
    qualifiers: ['qualifiers'],
    provider: PROVIDERS,
    channel: CHANNELS,
    host: HOSTS,
    level: LEVELS,
    type: ['type', 'eventtype', 'entrytype'],
    keywords: ['keywords'],
    time: TIMES,
    recordId: RECORDS,
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    // Loki has what stands in elements in objects.
    processId: ['processid', 'execution/processid'],
    threadId: ['threadid', 'execution/threadid'],
    activityId: ['activityid', 'correlation/activityid'],
    relatedActivityId: ['relatedactivityid', 'correlation/relatedactivityid'],
    providerGuid: ['providerguid', 'providerid'],
    userId: ['userid', 'usersid', 'sid', 'security/userid'],
    user: ['user', 'username', 'userid', 'security/userid', 'security/username'],
    category: ['taskcategory', 'category', 'taskdisplayname', 'tasktext'],
    message: MESSAGES,
    data: ['binarydata', 'binary'],
  },
  isLocal: true,
  payload: PAYLOADS,
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
  sharedKeys: new Set(['id', 'providername', 'description', 'server', 'username', 'usersid', 'sid', 'eventtype']),
  isGuess: true,
  isEvent,
};
