import { test } from 'vitest';
import { expectRead, type Sample } from '../support.ts';

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
