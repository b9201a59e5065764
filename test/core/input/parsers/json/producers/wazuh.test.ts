import { expect, test } from 'vitest';
import { expectRead, readOne, type Sample } from '../support.ts';

const RECORDS: readonly Sample[] = [
  [
    'Wazuh 4',
    {
      timestamp: '2020-01-02T03:04:06.000+0000',
      agent: { id: '1' },
      data: {
        win: {
          system: {
            providerName: 'disk',
            eventID: '7',
            level: '2',
            systemTime: '2020-01-02T03:04:05.1Z',
            eventRecordID: '9',
            channel: 'System',
            computer: 'EX1',
            severityValue: 'ERROR',
            message: '"The device has a bad block."',
          },
          eventdata: { data: 'a', binary: '0300' },
        },
      },
    },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      message: 'The device has a bad block.',
      strings: ['a'],
      data: Uint8Array.of(3, 0),
    },
  ],
  [
    'Wazuh, archived before it was decoded',
    {
      agent: { id: '1' },
      full_log: JSON.stringify({
        win: { system: { providerName: 'disk', eventID: '7', channel: 'System' }, eventdata: { data: 'a' } },
      }),
      location: 'EventChannel',
    },
    { eventId: 7, provider: 'disk', channel: 'System', strings: ['a'] },
  ],
];
test.each(RECORDS)('%s', expectRead);

test('what the agent sends: the text beside the XML, also in a line of the archive', () => {
  const xml =
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='disk'/><EventID>7</EventID>" +
    "<TimeCreated SystemTime='2024-05-06T07:08:09Z'/><Channel>System</Channel></System><EventData><Data>x</Data></EventData></Event>";
  const sent = JSON.stringify({ Message: 'A bad block.', Event: xml });
  const read = { eventId: 7, provider: 'disk', message: 'A bad block.', strings: ['x'] };
  expect(readOne(sent)).toMatchObject(read);
  expect(readOne({ agent: { name: 'HOST01' }, location: 'EventChannel', full_log: sent })).toMatchObject(read);
  // A text that holds the XML is none of the event.
  expect(readOne({ message: `<14>May 6 07:08:09 HOST01 ${xml}`, xml })).toMatchObject({ ...read, message: null });
});
