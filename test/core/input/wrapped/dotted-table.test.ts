import { expect, test } from 'vitest';
import { dottedTableFormat } from '../../../../src/core/input/wrapped/dotted-table.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

const HEADER = 'Timestamp · RuleTitle · Level · Computer · Channel · EventID · RecordID · Details · ExtraFieldInfo';
const TEXT = [
  'Generating detections timeline. Please wait.',
  '',
  HEADER,
  '2016-09-20 01:50:06.513 +09:00 · PW Guessing · med · HOST01 · Sec · 4625 · - · Count: 3558 ¦ IpAddress: 192.168.198.149 · -',
  '2016-09-20 01:50:07.000 +09:00 · Svc Installed · high · HOST01 · Sys · 7045 · 12 · Svc: a · b · Path: x · y',
  '',
  'Rule Authors:',
].join('\n');

const seen = [
  {
    ...{ position: 4, eventId: 4625, channel: 'Security', host: 'HOST01', recordId: null, level: null },
    ...{ message: 'Count: 3558 ¦ IpAddress: 192.168.198.149' },
    time: { kind: 'exact', timeMs: Date.parse('2016-09-19T16:50:06.513Z') },
  },
  { position: 5, eventId: 7045, channel: 'System', recordId: 12, message: 'Svc: a' },
];

test('rows of Hayabusa; the level is that of the rule', async () => {
  const { events, problems } = await readInput(TEXT);
  expect(events).toMatchObject(seen);
  expect(problems).toEqual([]);
});

test('columns of an older version', async () => {
  const { events } = await readInput(
    'Timestamp ‖ Computer ‖ Channel ‖ EventID ‖ Level ‖ RecordID ‖ RuleTitle ‖ Details ‖ RecordInformation\n' +
      '1996-02-27 01:05:01.000 +00:00 ‖ HOST01 ‖ Sysmon ‖ 1 ‖ medium ‖ 22222 ‖ x ‖ Cmd: y ‖ z\n',
  );
  expect(events).toMatchObject([
    {
      eventId: 1,
      recordId: 22_222,
      host: 'HOST01',
      channel: 'Microsoft-Windows-Sysmon/Operational',
      message: 'Cmd: y',
    },
  ]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  expect(parseText(dottedTableFormat.create, TEXT, { size }).events).toMatchObject(seen);
});

test('words with such signs are none', () => {
  expect(dottedTableFormat.recognises('Timestamp · Level · Message\n2024 · info · EventID 7\n')).toBe(false);
});
