import { expect, test } from 'vitest';
import { lineProtocolFormat } from '../../../../src/core/input/wrapped/line-protocol.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** The example of the plug-in, with a source of two words and a message over lines. */
const EVENT =
  'win_eventlog,Channel=System,Computer=PC,EventID=105,Keywords=0x8000000000000000,Level=4,LevelText=Information,Opcode=10,Source=Usb\\ Driver\\,x,' +
  'Task=1,TaskText=Driver,host=PC UserName="NT AUTHORITY\\\\LOCAL SERVICE",Data_dwMax="271",EventRecordID=1914688i,UserID="S-1-5-19",Version=0i,' +
  'TimeCreated="2020-08-21T08:43:26.7481077Z",ProcessID=4i,Message="A \\"smart\\" card,\nEventID=7 in it." 1597999406000000000';
const TEXT = `cpu,host=PC usage_idle=99 1597999406000000000\n${EVENT}\n${EVENT.replaceAll('105', '106')}\n`;

test('tags and fields without their escapes, a text over lines, numbers with their type', async () => {
  const { format, events, problems } = await readInput(TEXT);
  expect(format).toBe('line-protocol');
  expect(events).toMatchObject([
    {
      ...{ provider: 'Usb Driver,x', eventId: 105, level: 'information', channel: 'System', host: 'PC', position: 2 },
      ...{ recordId: 1_914_688, user: 'NT AUTHORITY\\LOCAL SERVICE', message: 'A "smart" card,\nEventID=7 in it.' },
      ...{ time: { kind: 'exact', timeMs: Date.parse('2020-08-21T08:43:26.748Z'), ticks: 1077 }, category: 'Driver' },
      system: { task: 1, opcode: 10, processId: 4, userId: 'S-1-5-19' },
    },
    { eventId: 106, position: 4 },
  ]);
  expect(events[0]?.fields).toEqual(new Map([['dwMax', '271']]));
  expect(problems).toEqual([]);
});

test('where the id is a field and the time of the event was left out', async () => {
  const { events } = await readInput(
    'win_eventlog,host=PC EventID=7i,Source="disk",Level=2i,TimeCreated="2020-08-21T08:43:26Z" 1597999406000000000\n' +
      'win_eventlog,EventID=51,Source=disk EventRecordID=2i 1597999406000000000\n',
  );
  expect(events).toMatchObject([
    { eventId: 7, provider: 'disk', level: 'error', time: { timeMs: Date.parse('2020-08-21T08:43:26Z') } },
    { eventId: 51, time: { kind: 'exact', timeMs: 1_597_999_406_000 } },
  ]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(lineProtocolFormat.create, TEXT, { size });
  expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
    [105, 2],
    [106, 4],
  ]);
});

test.each([
  ['other metrics', 'win_cpu,host=PC usage=1 1\n'],
  ['one without an id', 'win_eventlog,host=PC x=1i 1\n'],
])('%s are none', async (_name, text) => {
  expect((await readInput(text)).format).toBe('text');
});

test('quotes that never end cost what they are long', () => {
  expect(
    parseText(lineProtocolFormat.create, `win_eventlog,a=b c="${'\\"'.repeat(700_000)}`, { size: 1000 }).events,
  ).toEqual([]);
});
