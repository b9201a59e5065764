import type { Producer } from '../producer.ts';

/** `psloglist -s`, also with another delimiter. Unconfirmed. @see https://learn.microsoft.com/sysinternals/downloads/psloglist */
export const psloglist: Producer = {
  name: 'PsLogList',
  isUtc: false,
  headless: [
    {
      cells: ['recordId', 'channel', 'provider', 'eventType', 'host', 'dateTime', 'eventId', 'user', 'message'],
      minCells: 7,
      delimiters: ',\t;|',
    },
  ],
};
