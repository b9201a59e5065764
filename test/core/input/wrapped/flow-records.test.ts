import { expect, test } from 'vitest';
import { flowRecordsFormat } from '../../../../src/core/input/wrapped/flow-records.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

const HEAD = "<filesystem/windows/evtx hostname='a' domain=None ts=2024-05-06 07:08:09.123456+00:00 ";
const LINES = [
  `${HEAD}Provider_Name='Service Control Manager' EventID=7036 Channel='System' Computer='HOST01' EventRecordID='77' Level='4' ` +
    `param1="it's" param2='C:\\\\x\\n\\x41' source='System.evtx'>`,
  `${HEAD}Provider_Name='Application Error' EventID=1000 Channel='Application' Computer='HOST01' EventRecordID='78' Level='2' ` +
    "Data_0='a.exe' Data_1=None Data_2='c' source='x'>",
  "<filesystem/windows/evt hostname='a' domain=None ts=2004-05-06 07:08:09+00:00 TimeGenerated=2004-05-06 07:08:09+00:00 " +
    "SourceName='Disk' EventID=3221487623 EventCode=7 EventFacility=262144 EventSeverity=3221225472 EventType=1 Computername='HOST01' " +
    "UserSid=None Strings=['\\\\Device, [x]', \"it's\"] Data=b'\\x03\\x00'>",
];
const at = (iso: string, ticks = 0): object => ({ kind: 'exact', timeMs: Date.parse(iso), ticks });
const SEEN = [
  {
    ...{ eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01', recordId: 77 },
    ...{ level: 'information', strings: ["it's", 'C:\\x\nA'], time: at('2024-05-06T07:08:09.123Z', 4560) },
  },
  { eventId: 1000, provider: 'Application Error', level: 'error', recordId: 78, strings: ['a.exe', '', 'c'] },
  {
    ...{ eventId: 0xc004_0007, provider: 'Disk', channel: null, host: 'HOST01', level: 'error', recordId: null },
    ...{ strings: ['\\Device, [x]', "it's"], time: at('2004-05-06T07:08:09Z') },
  },
];

test('records of Dissect, between other lines', async () => {
  const text = ['$ target-query -f evtx,evt x.E01', ...LINES, '<filesystem/windows/mft ts=2024-05-06 path=x>', ''].join(
    '\n',
  );
  expect(flowRecordsFormat.recognises(text)).toBe(true);
  const { events } = await readInput(text);
  expect(events).toMatchObject(SEEN.map((event, index) => ({ ...event, position: index + 2 })));
});

test.each(PIECE_SIZES)('%i characters at a time', (size) => {
  const { events, problems } = parseText(flowRecordsFormat.create, `${LINES.join('\n')}\n`, { size });
  expect(problems).toEqual([]);
  expect(events).toMatchObject(SEEN);
});

test.each([
  ['a record of something else', "<filesystem/windows/mft hostname='a' ts=2024-05-06 path='x'>\n"],
  ['one without an event', "<filesystem/windows/evtx hostname='a' domain=None>\n"],
])('%s is none', (_what, text) => {
  expect(flowRecordsFormat.recognises(text)).toBe(false);
});

test('what never ends costs what it is long', () => {
  for (const tail of [
    "x='",
    'x=[',
    `${"x='a' ".repeat(50_000)}x='`,
    `x=${'a'.repeat(200_000)}`,
    `x='${"\\'".repeat(100_000)}`,
  ]) {
    const { events } = parseText(flowRecordsFormat.create, `${HEAD}Provider_Name='a' EventID=7 ${tail}\n`);
    expect(events).toMatchObject([{ eventId: 7, provider: 'a' }]);
  }
});
