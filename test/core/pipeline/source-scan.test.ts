import { expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { loadRule } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';

const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
events: {fail: {log: Application, provider: Store, id: [1, 2]}}
find: {failure: {one: fail}}
causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]
resolution: [{id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}]
refs: [a source]
tests: []
`;
const block = (id: number, time: string): string =>
  [
    ...['Event Type:\tError', 'Event Source:\tStore', 'Event Category:\tNone', `Event ID:\t${id}`, 'Date:\t\t3/1/2006'],
    ...[`Time:\t\t${time}`, 'User:\t\tN/A', 'Computer:\tEX1', 'Description:', 'It failed.', '', ''],
  ].join('\r\n');

const keptIds = async (text: string): Promise<(number | null)[]> => {
  const { rule } = loadRule(RULE, { file: 'rule.yaml' });
  if (rule === null) throw new Error('the rule does not load');
  const source = { name: 'paste', sizeBytes: null, chunks: () => [new TextEncoder().encode(text)] };
  return (await scan(source, compileRules([rule]))).kept.map(({ event }) => event.eventId);
};

test('events of one second keep their order where an event that no rule asks for comes later', async () => {
  expect(await keptIds(block(1, '2:00:00 AM') + block(2, '2:00:00 AM') + block(9, '2:00:05 AM'))).toEqual([1, 2]);
});

test('they are turned where the unasked event shows that the newest come first', async () => {
  expect(await keptIds(block(9, '2:00:05 AM') + block(1, '2:00:00 AM') + block(2, '2:00:00 AM'))).toEqual([2, 1]);
});

const clockSet = (from: string, to: string): string =>
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/>" +
  `<EventID>4616</EventID><TimeCreated SystemTime='${to}'/><EventRecordID>2</EventRecordID><Channel>Security</Channel>` +
  `<Computer>EX1</Computer></System><EventData><Data Name='PreviousTime'>${from}</Data><Data Name='NewTime'>${to}</Data></EventData></Event>`;
const clockGaps = async (from: string, to: string) => {
  const { sources } = await diagnose([clockSet(from, to)], { useBuiltin: false });
  return sources.flatMap(({ coverage }) => coverage.flatMap(({ gaps }) => gaps.map((gap) => [gap.from, gap.to])));
};

test('the time between the old and the new time of a clock is not covered', async () => {
  const [from, to] = ['2019-02-06T23:00:00.000Z', '2019-02-06T21:00:00.000Z'];
  expect(await clockGaps(from, to)).toEqual([[to, from]]);
});

test('a clock that showed another century for a moment leaves no hole behind it', async () => {
  expect(await clockGaps('2296-06-10T21:37:47.000Z', '2019-02-06T21:00:00.000Z')).toEqual([]);
});
