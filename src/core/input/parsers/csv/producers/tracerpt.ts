import type { Producer } from '../producer.ts';

/** A value, in quotes when it is a text. */
const VALUE = /\s*(?:"([^"]*)"|([^,]*?))\s*(?:,|$)/y;

/**
 * `tracerpt … -of CSV`, of traces and of logs: times are FILETIMEs, channels are numbers, and the values of the event stand behind all names.
 * @see https://learn.microsoft.com/windows-server/administration/windows-commands/tracerpt
 */
export const tracerpt: Producer = {
  name: 'tracerpt',
  isUtc: true,
  isOwn: (names) => names.has('event name') && names.has('clock-time'),
  columns: new Map([
    ['event name', 'provider'],
    ['clock-time', 'dateTime'],
    ['pid', 'processId'],
    ['tid', 'threadId'],
    ['user data', 'strings'],
  ]),
  // `Instance ID` is none of an event, and `User(ms)` a time.
  foreign: new Set(['channel', 'instanceId', 'user']),
  stringsOf: valuesIn,
};

function valuesIn(text: string): readonly string[] {
  const values: string[] = [];
  for (VALUE.lastIndex = 0; VALUE.lastIndex < text.length; ) {
    const match = VALUE.exec(text);
    if (match === null) break;
    values.push(match[1] ?? match[2] ?? '');
  }
  return values;
}
