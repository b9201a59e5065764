import { test } from 'vitest';
import { expectRead, type Sample, utc } from '../support.ts';

const SPLUNK = [
  ...[
    '04/01/2019 07:07:21 PM',
    'LogName=System',
    'SourceName=disk',
    'EventCode=7',
    'EventType=2',
    'Type=Error',
    'ComputerName=EX1',
  ],
  ...['RecordNumber=9', 'Keywords=Classic', 'Message=The device has a bad block.', 'And more.'],
].join('\r\n');

const RECORDS: readonly Sample[] = [
  [
    'Splunk, fields found',
    {
      preview: false,
      result: {
        _time: '2020-01-02T03:04:05.000+00:00',
        EventCode: '7',
        SourceName: 'disk',
        LogName: 'System',
        ComputerName: 'EX1',
        RecordNumber: '9',
        Type: 'Error',
        Message: 'm',
        Foo: 'bar',
      },
    },
    { eventId: 7, provider: 'disk', level: 'error', fields: new Map([['Foo', 'bar']]) },
  ],
  [
    'Splunk, the raw text',
    { result: { _raw: SPLUNK, _time: '04/01/2019 07:07:21 PM' } },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      message: 'The device has a bad block.\nAnd more.',
      time: { kind: 'local', date: [4, 1, 2019] },
    },
  ],
  [
    'Splunk, the raw text and its time in seconds since 1970',
    { result: { _raw: SPLUNK, _time: '1554138441' } },
    { eventId: 7, time: utc('2019-04-01T17:07:21.000Z') },
  ],
  [
    'Splunk, the raw text and its time with a zone',
    { result: { _raw: SPLUNK, _time: '2019-04-01 17:07:21.000 UTC' } },
    { eventId: 7, time: utc('2019-04-01T17:07:21.000Z') },
  ],
];
test.each(RECORDS)('%s', expectRead);
