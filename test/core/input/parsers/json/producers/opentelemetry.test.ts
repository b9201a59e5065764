import { test } from 'vitest';
import { expectRead, type Sample, utc } from '../support.ts';

const RECORDS: readonly Sample[] = [
  [
    'OpenTelemetry',
    {
      timestamp: '2020-01-02T03:04:05Z',
      body: {
        channel: 'System',
        computer: 'EX1',
        event_id: { id: 7, qualifiers: 49_156 },
        provider: { name: 'disk', event_source: '', guid: '' },
        record_id: 9,
        system_time: '2020-01-02T03:04:05.1234567Z',
        level: 'Error',
        message: 'm',
        event_data: { data: [{ '': 'a' }, { name: 'b' }] },
      },
    },
    {
      eventId: 7,
      qualifiers: 49_156,
      provider: 'disk',
      level: 'error',
      recordId: 9,
      fields: new Map([['name', 'b']]),
      time: utc('2020-01-02T03:04:05.123Z', 4567),
    },
  ],
  [
    'OpenTelemetry with a map of values',
    {
      body: {
        event_id: { id: 7 },
        provider: { name: 'disk' },
        system_time: '2020-01-02T03:04:05Z',
        event_data: { Data2: 'b', Data1: 'a' },
      },
    },
    { eventId: 7, strings: ['a', 'b'] },
  ],
  [
    'OpenTelemetry in OTLP',
    {
      resourceLogs: [
        {
          resource: {},
          scopeLogs: [
            {
              scope: {},
              logRecords: [
                {
                  timeUnixNano: '1',
                  body: {
                    kvlistValue: {
                      values: [
                        { key: 'channel', value: { stringValue: 'System' } },
                        { key: 'system_time', value: { stringValue: '2020-01-02T03:04:05Z' } },
                        {
                          key: 'event_id',
                          value: { kvlistValue: { values: [{ key: 'id', value: { intValue: '7' } }] } },
                        },
                        {
                          key: 'provider',
                          value: { kvlistValue: { values: [{ key: 'name', value: { stringValue: 'disk' } }] } },
                        },
                      ],
                    },
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    { eventId: 7, provider: 'disk', channel: 'System' },
  ],
];
test.each(RECORDS)('%s', expectRead);
