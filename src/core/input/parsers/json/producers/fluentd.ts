import type { JsonProducer } from '../producer.ts';
import { fluentBit, fluentBitOld } from './fluent-bit.ts';

const OWN =
  'providername,providerguid,eventid,qualifiers,level,task,opcode,keywords,timecreated,eventrecordid,activityid,relatedactivityid,' +
  'processid,threadid,channel,computer,userid,version,description,descriptiontitle,eventdata,stringinserts,message,tag,time,' +
  'timecreatedsystemtime,eventidqualifiers,executionprocessid,executionthreadid,providereventsourcename';

/** in_windows_eventlog2; with `parse_description` the text stands in keys. @see https://github.com/fluent/fluent-plugin-windows-eventlog */
export const fluentd: JsonProducer = {
  ...fluentBit,
  name: 'fluentd',
  marks: [
    // Alone a description may be a value of the event: that of a file, which Sysmon names.
    ['providername', 'providerguid', 'eventid', 'computer', 'description'],
    ['providerguid', 'eventid', 'descriptiontitle'],
    ['providername', 'eventid', 'eventrecordid', 'eventdata'],
  ],
  places: { ...fluentBit.places, message: ['description', 'descriptiontitle', 'message'] },
  // Fluent Bit may have an `EventData`, too.
  payload: ['stringinserts', 'eventdata'],
  ownKeys: new Set(OWN.split(',')),
};

/** in_windows_eventlog: the names of the old one of Fluent Bit in lower case, which equal them folded. */
export const fluentdOld: JsonProducer = {
  ...fluentBitOld,
  name: 'fluentd-eventlog',
  marks: [['recordnumber', 'timegenerated', 'eventid', 'description']],
  places: { ...fluentBitOld.places, message: ['description', 'message'] },
};
