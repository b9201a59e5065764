import { expect, test } from 'vitest';
import { createJsonParser } from '../../../../../../src/core/input/parsers/json/parser.ts';
import { parseText } from '../../../../../support/parse-text.ts';
import { readJsonText, readOne } from '../support.ts';

test.each([
  ['numbers of a service', { id: 1, name: 'x' }],
  ['an action of a bulk file', { index: { _index: 'x' } }],
  ['a list of names', [{ name: 'x' }]],
])('%s are no events', (_name, record) => {
  expect(() => readOne(record)).toThrow();
});

test('an event of a cloud is none of Windows', () => {
  const record = {
    ...{
      eventVersion: '1.05',
      eventTime: '2019-01-01T00:00:00Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
    },
    ...{ awsRegion: 'us-east-1', requestID: '1111', eventID: '1111', eventType: 'AwsApiCall' },
  };
  expect(parseText(createJsonParser, JSON.stringify(record)).events).toEqual([]);
});

test('a rule that looks for events is none', () => {
  const rule = {
    ...{ title: 'Suspicious child process', id: 'c27515df', status: 'test', description: 'Detects …', level: 'high' },
    ...{ falsepositives: ['Unknown'], rule: ['SELECT * FROM logs'], channel: ['Security'], eventid: [4688] },
  };
  expect(readJsonText(JSON.stringify([rule])).events).toEqual([]);
});

test.each([
  ['an alert of another program', { event_id: 853_899, source: 'IOC', url: '/hx/api/v3/alerts/712' }],
  ['a file that somebody watches', { event_id: 11, timestamp: '2025-07-18T19:16:10Z', operation: 'create' }],
  [
    'the number of a record of 64 bits',
    { event_id: '1111111111111111', datetime: '2024-08-26 13:27:54', hostname: 'x' },
  ],
  [
    'a detection with a number of 32 bits',
    { event_id: 69_608_597, date: '2020-11-20T20:27:18.725Z', host_name: 'x', description: 'y' },
  ],
  [
    'a ticket',
    { id: 1201, source: 'Email', subject: 'x', description: 'The printer is broken', created: '2024-03-14T22:58:03Z' },
  ],
  [
    'a line of a program',
    { timestamp: '2024-03-14T22:58:03Z', level: 'error', id: 17, source: 'worker', message: 'x' },
  ],
  [
    'an activity of a management tool',
    { id: 1, activityTime: 1_710_456_000.1, severity: 'MODERATE', sourceName: 'Windows Event: Disk', message: 'x' },
  ],
  ['an event that exists', { eventId: 7031, provider: 'Service Control Manager', title: 'x', severity: 'Error' }],
])('%s is no event', (_what, record) => {
  expect(readJsonText(JSON.stringify([record, record]))).toMatchObject({
    events: [],
    problems: [],
    findings: { records: 0 },
  });
});

test('what has the bits of a severity above its id is one, although its source is not told', () => {
  const record = { InstanceId: 0x4000_1b7c, date: '2020-11-20T20:27:18Z', hostname: 'x', message: 'y' };
  expect(readOne(record)).toMatchObject({ eventId: 0x4000_1b7c, provider: null, message: 'y' });
});

test('a value of the event may be called like a source', () => {
  const record = {
    ...{ SourceName: 'Microsoft-Windows-Security-Auditing', ProviderName: 'Microsoft Corporation', EventID: 5447 },
    ...{ Channel: 'Security', Hostname: 'x', TimeCreated: '2020-10-21 12:19:04.518', Message: 'y', Description: 'z' },
  };
  expect(readOne(record)).toMatchObject({
    ...{ eventId: 5447, provider: 'Microsoft-Windows-Security-Auditing', message: 'y' },
    fields: new Map([
      ['ProviderName', 'Microsoft Corporation'],
      ['Description', 'z'],
    ]),
  });
  const bare = { EventID: 7, ProviderName: 'disk', Description: 'z', TimeCreated: '2020-10-21 12:19:04.518' };
  expect(readOne(bare)).toMatchObject({ provider: 'disk', message: 'z', fields: new Map() });
});

test.each([
  ['a source that is known', { id: 7, source: 'disk', timestamp: '2024-03-14T22:58:03Z', message: 'x' }],
  [
    'the prefix of Windows',
    { id: 7, source: 'Microsoft-Windows-Contoso', timestamp: '2024-03-14T22:58:03Z', message: 'x' },
  ],
  [
    'a name that Windows gives',
    { id: 7, source: 'worker', logName: 'System', timestamp: '2024-03-14T22:58:03Z', message: 'x' },
  ],
])('a plain id is that of an event beside %s', (_name, record) => {
  expect(readOne(record)).toMatchObject({ eventId: 7, provider: record.source });
});
