import type { JsonProducer } from '../producer.ts';

const OWN =
  'eventcode,sourcename,logname,computername,recordnumber,keywords,taskcategory,opcode,type,eventtype,message,raw,time,indextime,host,' +
  'source,sourcetype,index,splunkserver,linecount,punct,user,sid,sidtype,bkt,cd,si,serial,subsecond,eventtypecolor,tag,timestartpos,' +
  'timeendpos,datehour,datemday,dateminute,datemonth,datesecond,datewday,dateyear,datezone,eventid,signatureid';

/** Fields that Splunk found in a WinEventLog event. @see https://docs.splunk.com/Documentation/WindowsAddOn */
export const splunk: JsonProducer = {
  name: 'splunk',
  marks: [
    ['eventcode', 'sourcename'],
    ['eventcode', 'logname'],
    ['eventcode', 'recordnumber'],
    ['eventcode', 'raw'],
  ],
  places: {
    eventId: ['eventcode'],
    provider: ['sourcename'],
    channel: ['logname'],
    host: ['computername', 'host'],
    level: ['type'],
    type: ['eventtype'],
    keywords: ['keywords'],
    time: ['time'],
    recordId: ['recordnumber'],
    user: ['sid', 'user'],
    category: ['taskcategory'],
    message: ['message'],
  },
  isLocal: true,
  payload: ['eventdata'],
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
};
