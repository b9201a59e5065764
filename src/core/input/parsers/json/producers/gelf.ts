import type { JsonProducer } from '../producer.ts';

const OWN =
  'version,host,shortmessage,fullmessage,timestamp,level,facility,eventid,sourcename,channel,recordnumber,severity,severityvalue,' +
  'eventtype,keywords,hostname,sourcemodulename,sourcemoduletype,eventreceivedtime,task,opcode,opcodevalue,providerguid,userid,' +
  'executionprocessid,threadid,category,accountname,accounttype,domain,message,source,gl2remoteip,gl2sourceinput,streams,id';

/** `winlogbeat_winlog_event_data_param1`; what else Winlogbeat sends is read by its place, or is of the agent. */
const BEAT = /^_?winlogbeat_(?:(?:winlog_)?(?:event|user)_data_(.+))?/;
function nameOf(key: string): string | null {
  const beat = BEAT.exec(key);
  return beat === null ? key.replace(/^_/, '') : (beat[1] ?? null);
}

/** GELF out of NXLog and of Winlogbeat through Graylog: the keys of those with `_` before them, which folding takes away. */
export const gelf: JsonProducer = {
  name: 'gelf',
  marks: [['shortmessage', 'eventid'], ['winlogbeatwinlogeventid'], ['winlogbeateventid']],
  places: {
    eventId: ['eventid', 'winlogbeatwinlogeventid', 'winlogbeateventid'],
    provider: ['sourcename', 'winlogbeatwinlogprovidername', 'winlogbeatsourcename'],
    channel: ['channel', 'winlogbeatwinlogchannel', 'winlogbeatlogname'],
    host: ['hostname', 'winlogbeatwinlogcomputername', 'winlogbeatcomputername', 'host'],
    type: ['eventtype', 'winlogbeatloglevel', 'winlogbeatlevel', 'severity'],
    keywords: ['keywords', 'winlogbeatwinlogkeywords', 'winlogbeatkeywords'],
    time: ['timestamp', 'eventtime'],
    recordId: ['recordnumber', 'winlogbeatwinlogrecordid', 'winlogbeatrecordnumber'],
    userId: ['userid'],
    user: ['userid', 'accountname'],
    category: ['category', 'winlogbeatwinlogtask'],
    message: ['fullmessage', 'message', 'shortmessage'],
  },
  isLocal: false,
  payload: ['eventdata'],
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
  nameOf,
};
