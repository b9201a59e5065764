import type { JsonProducer } from '../producer.ts';

/** In SecurityEvent the values stand beside these. */
const OWN =
  'eventid,provider,source,eventsourcename,eventlog,channel,computer,eventlevelname,eventlevel,level,keywords,eventkeywords,timegenerated,' +
  'timecollected,eventrecordid,systemrecordid,version,task,opcode,systemprocessid,systemthreadid,correlation,systemactivityid,systemuserid,' +
  'userid,username,account,accounttype,eventcategory,rendereddescription,activity,parameterxml,eventdata,raweventdata,tenantid,sourcesystem,' +
  'sourcecomputerid,message,mg,managementgroupname,type,resourceid,azuredeploymentid,role,eventoriginid,partitionkey,rowkey,' +
  'storageaccount,itemcount';

/** The tables Event, WindowsEvent and SecurityEvent of Azure Monitor. @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
export const azure: JsonProducer = {
  name: 'azure-monitor',
  marks: [
    ['eventid', 'timegenerated', 'eventlevelname'],
    ['eventid', 'timegenerated', 'rendereddescription'],
    ['eventid', 'timegenerated', 'parameterxml'],
    ['eventid', 'timegenerated', 'eventsourcename'],
    ['eventid', 'timegenerated', 'activity'],
    ['eventid', 'timegenerated', 'tenantid'],
  ],
  places: {
    eventId: ['eventid'],
    provider: ['provider', 'source', 'eventsourcename'],
    channel: ['eventlog', 'channel'],
    host: ['computer'],
    // SecurityEvent has 8 and 16 here, the types of the old log.
    level: ['eventlevelname', 'eventlevel', 'level'],
    keywords: ['keywords', 'eventkeywords'],
    time: ['timegenerated'],
    recordId: ['eventrecordid', 'systemrecordid'],
    version: ['version'],
    task: ['task'],
    opcode: ['opcode'],
    processId: ['systemprocessid'],
    threadId: ['systemthreadid'],
    activityId: ['correlation', 'systemactivityid'],
    userId: ['systemuserid', 'userid'],
    user: ['username', 'account'],
    category: ['eventcategory'],
    message: ['rendereddescription', 'activity'],
  },
  isLocal: false,
  payload: ['parameterxml', 'eventdata'],
  hasOrder: true,
  ownKeys: new Set(OWN.split(',')),
};
