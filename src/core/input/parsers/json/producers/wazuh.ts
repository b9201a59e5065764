import type { JsonProducer } from '../producer.ts';

/** Names begin in lower case, and those without a name are joined in `data`. @see https://documentation.wazuh.com/current/user-manual/capabilities/log-data-collection/how-to-collect-wlogs.html */
export const wazuh: JsonProducer = {
  name: 'wazuh',
  marks: [['win/system/eventid'], ['data/win/system/eventid']],
  places: {
    eventId: ['win/system/eventid', 'data/win/system/eventid'],
    provider: ['win/system/providername', 'data/win/system/providername'],
    providerAlias: ['win/system/eventsourcename', 'data/win/system/eventsourcename'],
    providerGuid: ['win/system/providerguid', 'data/win/system/providerguid'],
    channel: ['win/system/channel', 'data/win/system/channel'],
    host: ['win/system/computer', 'data/win/system/computer'],
    level: ['win/system/severityvalue', 'data/win/system/severityvalue', 'win/system/level', 'data/win/system/level'],
    keywords: ['win/system/keywords', 'data/win/system/keywords'],
    time: ['win/system/systemtime', 'data/win/system/systemtime'],
    recordId: ['win/system/eventrecordid', 'data/win/system/eventrecordid'],
    version: ['win/system/version', 'data/win/system/version'],
    task: ['win/system/task', 'data/win/system/task'],
    opcode: ['win/system/opcode', 'data/win/system/opcode'],
    processId: ['win/system/processid', 'data/win/system/processid'],
    threadId: ['win/system/threadid', 'data/win/system/threadid'],
    message: ['win/system/message', 'data/win/system/message'],
  },
  isLocal: false,
  payload: ['win/eventdata', 'data/win/eventdata', 'win/userdata', 'data/win/userdata'],
  hasOrder: true,
};
