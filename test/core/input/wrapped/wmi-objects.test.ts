import { expect, test } from 'vitest';
import { wmiObjectsFormat } from '../../../../src/core/input/wrapped/wmi-objects.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** As Sumo Logic shows it: a message over lines, and a list. */
const object = (id: number, more = ''): string => `instance of Win32_NTLogEvent
{
    CategoryString = "Rule Change";
    ComputerName = "ex1.example.com";
    EventCode = ${id};
    EventIdentifier = ${id};
    EventType = 5;
    InsertionStrings = {"In; out", "Core {TCP}", "a \\"b\\" \\\\c"};
    Logfile = "Security";
    Message = "The rule was not applied:

    ID: a \\"b\\";
    Name = x; it's empty.\\nEnd";
${more}    RecordNumber = 1441;
    SourceName = "Microsoft-Windows-Security-Auditing";
    TimeGenerated = "20130411232352.140400-000";
    Type = "Audit Failure";
    User = NULL;
};
`;

const seen = (eventId: number) => ({
  ...{ eventId, provider: 'Microsoft-Windows-Security-Auditing', channel: 'Security', host: 'ex1.example.com' },
  ...{ level: 'audit-failure', category: 'Rule Change', recordId: 1441, user: null },
  strings: ['In; out', 'Core {TCP}', 'a "b" \\c'],
  message: 'The rule was not applied:\n\n    ID: a "b";\n    Name = x; it\'s empty.\nEnd',
  time: { kind: 'exact', timeMs: Date.parse('2013-04-11T23:23:52.140Z'), ticks: 4000 },
});

test('objects of WMI, bytes and all, among words of people', async () => {
  const { events, problems } = await readInput(
    `Hi,\n${object(4957, '    Data = {1, 2, 255};\n')}\nand\n${object(4958)}`,
  );
  expect(events).toMatchObject([
    { ...seen(4957), position: 2, data: Uint8Array.of(1, 2, 255) },
    { ...seen(4958), position: 24, data: null },
  ]);
  expect(problems).toEqual([]);
});

test('one that was cut has what it has', async () => {
  const { events } = await readInput(object(4957).split('    Type =')[0] ?? '');
  expect(events).toMatchObject([{ eventId: 4957, recordId: 1441 }]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(wmiObjectsFormat.create, object(4957) + object(4958), { size });
  expect(events).toMatchObject([seen(4957), seen(4958)]);
});

test('another class is none', async () => {
  expect((await readInput(object(1).replace('NTLogEvent', 'Service'))).format).not.toBe('wmi-objects');
});
