import { describe, expect, test } from 'vitest';
import { fixtureText } from '../../../../../support/fixtures.ts';
import { expectRead, readJsonText, readOne, type Sample, utc } from '../support.ts';

test('a real record of Winlogbeat 7.16', () => {
  expect(readOne(fixtureText('formats/json/winlogbeat-7.16.ndjson'))).toMatchObject({
    eventId: 11,
    provider: 'Microsoft-Windows-Sysmon',
    channel: 'Microsoft-Windows-Sysmon/Operational',
    host: 'host01.example.com',
    level: 'information',
    recordId: 633_889,
    category: 'File created (rule: FileCreate)',
    time: utc('2024-02-13T06:56:24.223Z'),
    strings: [],
    fields: new Map([
      ['CreationUtcTime', '2024-02-09 18:40:54.452'],
      ['User', 'NT AUTHORITY\\LOCAL SERVICE'],
    ]),
  });
});

const RECORDS: readonly Sample[] = [
  [
    'Winlogbeat with positional values, id as number, out of Elasticsearch',
    {
      _index: 'x',
      _source: {
        '@timestamp': '2020-01-02T03:04:05.000Z',
        log: { level: 'error' },
        message: 'm',
        winlog: {
          event_id: 7,
          provider_name: 'disk',
          channel: 'System',
          computer_name: 'EX1',
          record_id: 9,
          event_data: { param10: 'j', param2: 'b', param1: 'a', param9: 'i', Binary: '0300' }, // the others are empty
        },
      },
    },
    {
      eventId: 7,
      level: 'error',
      strings: ['a', 'b', '', '', '', '', '', '', 'i', 'j'],
      message: 'm',
      data: Uint8Array.of(3, 0),
    },
  ],
  [
    'Winlogbeat in dotted keys, values in lists, as the fields of Kibana',
    {
      fields: {
        '@timestamp': ['2020-01-02T03:04:05.000Z'],
        'winlog.event_id': ['7'],
        'winlog.provider_name': ['disk'],
        'winlog.channel': ['System'],
        'winlog.computer_name': ['EX1'],
        'log.level': ['warning'],
        'winlog.event_data.param1': ['a'],
      },
    },
    { eventId: 7, provider: 'disk', level: 'warning', host: 'EX1', strings: ['a'] },
  ],
  [
    'Winlogbeat 6',
    {
      '@timestamp': '2018-01-02T03:04:05.000Z',
      log_name: 'System',
      source_name: 'disk',
      computer_name: 'EX1',
      event_id: 7,
      record_number: '9',
      level: 'Error',
      message: 'm',
      event_data: { param1: 'a' },
    },
    { eventId: 7, provider: 'disk', channel: 'System', host: 'EX1', recordId: 9, level: 'error', strings: ['a'] },
  ],
  [
    'GELF of Winlogbeat, out of Graylog',
    {
      host: 'EX1',
      short_message: 'm',
      timestamp: 1577934245.123,
      _winlogbeat_winlog_event_id: '7031',
      _winlogbeat_winlog_provider_name: 'Service Control Manager',
      _winlogbeat_winlog_event_data_param1: 'x',
      _winlogbeat_agent_version: '7.16',
    },
    {
      eventId: 7031,
      provider: 'Service Control Manager',
      fields: new Map([['param1', 'x']]),
      strings: ['x'],
    },
  ],
];
test.each(RECORDS)('%s', expectRead);

test('Filebeat: the time is that of the event, not of its arrival, and the name of an element is no value', () => {
  const record = {
    ...{ '@timestamp': '2021-04-15T19:07:33.932Z', log: { level: 'information' }, agent: { type: 'filebeat' } },
    event: { code: 1102, provider: 'Microsoft-Windows-Eventlog' },
    winlog: {
      ...{ event_id: 1102, provider_name: 'Microsoft-Windows-Eventlog', channel: 'Security', record_id: 14_224 },
      ...{ time_created: '2019-11-07T10:34:29.055Z', user_data: { SubjectUserName: 'x', xml_name: 'LogFileCleared' } },
    },
  };
  expect(readOne(record)).toMatchObject({
    ...{ eventId: 1102, recordId: 14_224, time: utc('2019-11-07T10:34:29.055Z') },
    fields: new Map([['SubjectUserName', 'x']]),
  });
});

describe('the outcome of an audit', () => {
  const audit = (winlog: object): object => ({
    '@timestamp': '2020-01-02T03:04:05.000Z',
    log: { level: 'information' },
    winlog: { event_id: '4625', provider_name: 'Microsoft-Windows-Security-Auditing', channel: 'Security', ...winlog },
  });
  test.each([
    ['stands alone', ['Audit Failure'], 'audit-failure'],
    ['stands behind another keyword', ['Classic', 'Audit Success'], 'audit-success'],
    ['is written without a blank, as programs in Rust do', ['AuditFailure', 'ReservedKeyword63'], 'audit-failure'],
    ['is not told, and unknown', ['ReservedKeyword63', 'Classic'], null],
    ['is not told by a list without anything in it', [], null],
  ])('%s', (_what, keywords, level) => {
    expect(readOne(audit({ keywords }))).toMatchObject({ eventId: 4625, level });
  });

  test('is no matter of other events, whose level is their level', () => {
    const record = audit({ event_id: '1102', provider_name: 'Microsoft-Windows-Eventlog' });
    expect(readOne(record)).toMatchObject({ eventId: 1102, level: 'information' });
  });
});

test('HarfangLab: the time is that of the event, not of its arrival', () => {
  const record = {
    ...{
      log_name: 'Security',
      source_name: 'Microsoft-Windows-Security-Auditing',
      event_id: 4698,
      level: 'log_always',
    },
    ...{
      keywords: ['AuditSuccess', 'ReservedKeyword63'],
      record_number: 1_654_064,
      computer_name: 'SRV01.example.org',
    },
    ...{ '@event_create_date': '2024-03-28T14:53:32.521Z', '@timestamp': '2024-03-28T14:53:43.717922930Z' },
    ...{ log_type: 'eventlog', process_id: 992, event_data: { TaskName: '\\Deploy' } },
  };
  const read = {
    eventId: 4698,
    level: 'audit-success',
    recordId: 1_654_064,
    fields: new Map([['TaskName', '\\Deploy']]),
  };
  expect(readOne(record)).toMatchObject({ ...read, time: utc('2024-03-28T14:53:32.521Z') });
  // In an alert the event stands beside the rule.
  const eventlog = { ...record, '@event_create_date': undefined, event_date: '2024-03-28T14:53:31.5Z' };
  const alert = {
    type: 'rtlogs',
    level: 'medium',
    rule_name: 'A task',
    '@timestamp': '2024-03-28T15:00:00Z',
    eventlog,
  };
  expect(readOne(alert)).toMatchObject({ ...read, time: utc('2024-03-28T14:53:31.500Z') });
});

describe("fields of Elastic's schema alone", () => {
  const record = {
    ...{ '@timestamp': '2024-05-06T07:08:09.123Z', host: { name: 'SRV01' }, log: { level: 'error' } },
    event: { code: '7031', provider: 'Service Control Manager' },
  };
  test('with the message are an event', () => {
    expect(readOne({ ...record, message: 'The Spooler service terminated unexpectedly.' })).toMatchObject({
      ...{ eventId: 7031, provider: 'Service Control Manager', host: 'SRV01', level: 'error', channel: null },
      ...{ time: utc('2024-05-06T07:08:09.123Z'), message: 'The Spooler service terminated unexpectedly.' },
    });
  });
  test.each([
    ['a provider of Windows', { event: { code: 1151, provider: 'Microsoft-Windows-Windows Defender' } }, 1151],
    [
      'the module that read it',
      { event: { code: 7031, provider: 'Service Control Manager', module: 'windows' } },
      7031,
    ],
    ['the agent that wrote it', { agent: { type: 'winlogbeat' } }, 7031],
  ])('with %s are an event', (_what, beside, eventId) => {
    expect(readOne({ ...record, ...beside })).toMatchObject({ eventId });
  });
  test.each([
    ['without any of it', {}],
    ['of an agent on Windows', { host: { os: { type: 'windows' } } }],
    ['with the number of a firewall', { message: 'x', event: { code: '302013', provider: 'asa' } }],
    ['with a name for an id', { message: 'x', event: { code: 'user.login', provider: 'idp' } }],
  ])('%s are none', (_what, beside) => {
    expect(readJsonText(JSON.stringify({ ...record, ...beside })).events).toEqual([]);
  });
});
