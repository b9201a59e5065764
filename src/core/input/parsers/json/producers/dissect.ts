import type { JsonProducer } from '../producer.ts';

const OWN =
  'hostname,domain,ts,providername,providerguid,providereventsourcename,eventid,eventidqualifiers,version,level,task,opcode,keywords,' +
  'eventrecordid,correlation,correlationactivityid,correlationrelatedactivityid,executionprocessid,executionthreadid,channel,computer,' +
  'security,securityuserid,binary,source,classification,generated,recorddescriptor,type';

/** Values without a name, numbered from the second on, or in a list from 0. */
const UNNAMED = /^Data(?:_(\d{1,3}))?$/;

/**
 * Records of `target-query -f evtx`: elements and attributes flat, joined by `_`, in the order of the alphabet; a value `-` is null.
 * @see https://github.com/fox-it/dissect.target (dissect/target/plugins/os/windows/log/evtx.py)
 */
export const dissect: JsonProducer = {
  name: 'dissect',
  marks: [['ts', 'providername', 'eventid']],
  places: {
    eventId: ['eventid'],
    qualifiers: ['eventidqualifiers'],
    provider: ['providername'],
    providerAlias: ['providereventsourcename'],
    providerGuid: ['providerguid'],
    channel: ['channel'],
    host: ['computer', 'hostname'],
    level: ['level'],
    keywords: ['keywords'],
    time: ['ts'],
    recordId: ['eventrecordid'],
    // `_version` is that of the record.
    task: ['task'],
    opcode: ['opcode'],
    processId: ['executionprocessid'],
    threadId: ['executionthreadid'],
    activityId: ['correlationactivityid'],
    relatedActivityId: ['correlationrelatedactivityid'],
    userId: ['securityuserid'],
    user: ['securityuserid'],
    data: ['binary'],
  },
  isLocal: false,
  payload: [],
  hasOrder: false,
  ownKeys: new Set(OWN.split(',')),
  nameOf: (key) => {
    const [, number = '0'] = UNNAMED.exec(key) ?? [null];
    return UNNAMED.test(key) ? `Data${number}` : key;
  },
};

/** Records of `target-query -f evt`, of logs before Vista, which say not of which. */
export const dissectEvt: JsonProducer = {
  name: 'dissect-evt',
  marks: [['timegenerated', 'eventcode', 'eventfacility', 'sourcename']],
  places: {
    eventId: ['eventid', 'eventcode'],
    provider: ['sourcename'],
    host: ['computername', 'hostname'],
    type: ['eventtype'],
    time: ['timegenerated', 'ts'],
    userId: ['usersid'],
    user: ['usersid'],
  },
  isLocal: false,
  payload: ['strings'],
  hasOrder: true,
};
