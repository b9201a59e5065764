import type { Producer } from '../producer.ts';

/** FullEventLogView, which writes no header unless asked to. Unconfirmed: by the property names of its page. */
export const nirsoft: Producer = {
  name: 'NirSoft',
  isUtc: false,
  isOwn: (names) => names.has('event time') && names.has('provider') && names.has('channel'),
  headless: [
    {
      cells: [
        'dateTime',
        'recordId',
        'eventId',
        'level',
        'channel',
        'provider',
        'message',
        'opcode',
        'category',
        'keywords',
        'processId',
        'threadId',
        'host',
        'user',
      ],
      minCells: 7,
      delimiters: '\t,;',
    },
  ],
};
