import type { Producer } from '../producer.ts';

/**
 * The Event Viewer. Vista and later write a header in the language of Windows, and a description without one; older viewers write no header
 * with the log, and one with the list.
 * @see https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc780824(v=ws.10)
 */
export const viewer: Producer = {
  name: 'Event Viewer',
  isUtc: false,
  headless: [
    {
      cells: ['date', 'clock', 'provider', 'eventType', 'category', 'eventId', 'user', 'host', 'message'],
      minCells: 8,
      delimiters: '\t,;',
    },
    {
      cells: ['level', 'dateTime', 'provider', 'eventId', 'category', 'message'],
      minCells: 4,
      delimiters: '\t,;',
    },
    // The list of the older viewer, and that of Event Log Explorer.
    {
      cells: ['eventType', 'date', 'clock', 'provider', 'category', 'eventId', 'user', 'host', 'message'],
      minCells: 8,
      delimiters: '\t,;',
    },
    {
      cells: ['eventType', 'date', 'clock', 'eventId', 'provider', 'category', 'user', 'host', 'message'],
      minCells: 8,
      delimiters: '\t,;',
    },
  ],
};
