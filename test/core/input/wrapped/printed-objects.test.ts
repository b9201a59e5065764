import { describe, expect, test } from 'vitest';
import { printedObjectsFormat } from '../../../../src/core/input/wrapped/printed-objects.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { TWO_EVENTS } from './support.ts';

const AT = Date.UTC(2023, 4, 1, 9, 59, 58);
const BAD_BLOCK = { eventId: 7, provider: 'disk', channel: 'System', level: 'error' };

describe('Python', () => {
  const dict = `{'Id': 7, 'ProviderName': 'disk', 'LogName': 'System', 'Level': 2, 'UserId': None, 'Message': "It's \\"bad\\":\\n\\\\Device"}`;
  const message = 'It\'s "bad":\n\\Device';

  test.each([
    ['a dict', dict, [1]],
    ['a dict a line', `${dict}\n${dict}\n`, [1, 2]],
    ['a list', `[${dict},\n ${dict}]`, [1, 2]],
    ['a tuple', `(${dict}, ${dict},)`, [1, 1]],
  ])('%s', async (_name, text, positions) => {
    const { format, events, problems } = await readInput(text);
    expect(format).toBe('printed-objects');
    expect(events).toMatchObject(positions.map((position) => ({ ...BAD_BLOCK, message, position })));
    expect(problems).toEqual([]);
  });

  test('what xmltodict made of an event', async () => {
    const text =
      "{'Event': {'@xmlns': 'http://schemas.microsoft.com/win/2004/08/events/event', 'System': {'Provider': {'@Name': 'disk'}, " +
      "'EventID': {'@Qualifiers': '49156', '#text': '7'}, 'Level': '2', 'TimeCreated': {'@SystemTime': '2023-05-01T09:59:58Z'}, " +
      "'EventRecordID': '12', 'Channel': 'System', 'Security': None}, 'EventData': {'Data': ['\\\\Device\\\\Harddisk0']}}}";
    expect((await readInput(text)).events).toMatchObject([
      { ...BAD_BLOCK, recordId: 12, qualifiers: 49156, strings: ['\\Device\\Harddisk0'], time: { timeMs: AT } },
    ]);
  });

  test('strings that pprint broke', async () => {
    const text =
      "[{'Id': 7,\n  'Level': 2,\n  'LogName': 'System',\n  'Message': 'The device has '\n             'a bad block.',\n  'ProviderName': 'disk'},\n {'Id': 51,\n  'LogName': 'System',\n  'ProviderName': 'disk'}]\n";
    const { events } = await readInput(text);
    expect(events).toMatchObject([
      { ...BAD_BLOCK, message: 'The device has a bad block.', position: 1 },
      { eventId: 51, position: 7 },
    ]);
  });

  test.each([
    ['2023, 5, 1, 9, 59, 58', { kind: 'local', date: [2023, 5, 1], timeOfDayMs: 35_998_000 }],
    ['2023, 5, 1, 9, 59, 58, 120, tzinfo=datetime.timezone.utc', { timeMs: AT, ticks: 1200 }],
    [
      '2023, 5, 1, 4, 59, 58, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400))',
      { basis: 'offset', timeMs: AT },
    ],
  ])('datetime(%s)', async (call, time) => {
    const text = `{'EventID': 7, 'SourceName': 'disk', 'TimeGenerated': datetime.datetime(${call}), 'StringInserts': ('a', 'b')}`;
    expect((await readInput(text)).events).toMatchObject([{ eventId: 7, time, strings: ['a', 'b'] }]);
  });
});

test('in the lines of a log, whose words stay as they are', async () => {
  const { format, events } = await readInput(
    "Starting, don't panic (now\n" +
      "2023-05-01 10:00:00,123 INFO got {'EventID': 7, 'SourceName': 'disk', 'Channel': 'System', 'Message': \"It's bad\"}\n" +
      "2023-05-01 10:00:01,123 ERROR can't open [file] {x\n" +
      "2023-05-01 10:00:02,123 INFO got [{'EventID': 51, 'SourceName': 'disk', 'Channel': 'System', 'Message': 'x'}]\n",
  );
  expect(format).toBe('printed-objects');
  expect(events).toMatchObject([
    { eventId: 7, message: "It's bad", position: 2 },
    { eventId: 51, position: 4 },
  ]);
});

test('beside other events they do not take the text', async () => {
  const { events } = await readInput(`{'EventID': 7, 'SourceName': 'disk', 'Message': 'x'}\n\n${TWO_EVENTS}`);
  expect(events.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining([7031, 454]));
});

test.each([
  [
    'rubydebug of Logstash',
    '{\n    "@timestamp" => 2023-05-01T09:59:58.000Z,\n      "event_id" => 7,\n   "source_name" => "disk",\n      "log_name" => "System",\n         "level" => "Error",\n          "user" => nil\n}\n',
  ],
  [
    'rubydebug, with numbers in its lists',
    '{\n    "@timestamp" => 2023-05-01T09:59:58.000Z,\n          "tags" => [\n        [0] "beats",\n        [1] "x"\n    ],\n      "event_id" => 7,\n   "source_name" => "disk",\n      "log_name" => "System",\n         "level" => "Error"\n}\n',
  ],
  [
    'Fluent Bit at the console, below what it says of itself',
    'Fluent Bit v2.0.9\n* https://fluentbit.io\n\n[0] winevtlog.0: [1682935198.123, {"ProviderName"=>"disk", "EventID"=>7, "Level"=>2, "TimeCreated"=>"2023-05-01 11:59:58 +0200", "Channel"=>"System", "StringInserts"=>["x"]}]\n',
  ],
  [
    'Fluent Bit, with metadata',
    '[0] winevtlog.0: [[1682935198.123, {}], {"ProviderName"=>"disk", "EventID"=>7, "Level"=>2, "TimeCreated"=>"2023-05-01 11:59:58 +0200", "Channel"=>"System"}]\n',
  ],
  [
    'Ruby',
    '{:event_id=>7, :source_name=>"disk", :log_name=>"System", :level=>"Error", "@timestamp"=>"2023-05-01T09:59:58Z"}',
  ],
  [
    'Node',
    "[\n  {\n    TimeCreated: '2023-05-01T09:59:58Z',\n    Id: 7,\n    ProviderName: 'disk',\n    LogName: 'System',\n    LevelDisplayName: 'Error',\n    UserId: undefined\n  }\n]\n",
  ],
])('%s', async (_name, text) => {
  const { format, events } = await readInput(text);
  expect(format).toBe('printed-objects');
  expect(events).toMatchObject([{ ...BAD_BLOCK, time: { kind: 'exact', timeMs: AT } }]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const dict = `{'EventID': 7, 'SourceName': 'disk', 'TimeGenerated': datetime.datetime(2023, 5, 1, 9, 59, 58), 'Message': 'a' "b"}\n`;
  const { events, problems } = parseText(printedObjectsFormat.create, dict.repeat(400), { size });
  expect(events).toHaveLength(400);
  expect(events.at(-1)).toMatchObject({ eventId: 7, message: 'ab', position: 400, time: { timeOfDayMs: 35_998_000 } });
  expect(problems).toEqual([]);
});

test.each([1, 7, 65_536])('numbers in lists, %i characters at a time', (size) => {
  const record =
    '{ "tags" => [ [0] "a", [1] { "x" => [5] } ], "event_id" => 7, "source_name" => "disk", "message" => "b [0] c" }\n';
  const { events, problems } = parseText(printedObjectsFormat.create, record.repeat(50), { size });
  expect(events).toHaveLength(50);
  expect(events.at(-1)).toMatchObject({ eventId: 7, provider: 'disk', message: 'b [0] c', position: 50 });
  expect(problems).toEqual([]);
});

test.each([
  ['a setting', "{'name': 'disk', 'id': 7}", 'text'],
  ['code', "{ log: 'System', run: () => go() }", 'text'],
  ['JSON', '{"Id": 7, "ProviderName": "disk", "Message": "x"}', 'json'],
])('%s is none', async (_name, text, format) => {
  expect((await readInput(text)).format).toBe(format);
});

test.each([
  ['quotes', `{'a': '${"'".repeat(400_000)}`],
  ['one quote', `{'a': '${'x'.repeat(400_000)}`],
  ['brackets', `{'a': datetime.datetime(${'('.repeat(400_000)}`],
])('%s cost what they are long', (_name, text) => {
  expect(parseText(printedObjectsFormat.create, text, { size: 1000 }).events).toEqual([]);
});
