import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const CLASSES = `
events:
  failed: {log: Application, provider: P, id: 1}
  denied: {extends: failed, code: 5}
  back: {log: Application, provider: P, id: 2}
  woke: {log: System, provider: Q, id: 3}`;
const rule = (find: string, ruleOuts: string): string => `${CLASSES}
find:
  hit: {one: failed}
  ${find}
anchor: hit
rule_out: [${ruleOuts}]
causes: [{id: c, title: C, evidence: [{if: hit, for: strong, because: b}]}]`;
const RECOVERED = rule(
  'recovered: {seq: [failed, {event: back, gap: 1h}], within: 1h}',
  '{if: recovered, because: it came back within the hour}',
);
const FAILED = '2012-03-01T01:00:00 EX1 Application P 1 error';
const LATER = (time: string): string => `2012-03-01T${time} EX1 Application P 9 info`;

const unless = async (body: string, ...lines: readonly string[]) =>
  (await reported({ 'own/rule': body }, lines.join('\n'))).findings.map((finding) => finding.unless);

test('what would rule it out may stand where the log does not reach', async () => {
  expect(await unless(RECOVERED, LATER('00:00:00'), FAILED, LATER('01:10:00'))).toEqual([
    ['it came back within the hour: the Application log given ends 10m after it'],
  ]);
});

test('a log that covers the time leaves no doubt', async () => {
  expect(await unless(RECOVERED, LATER('00:00:00'), FAILED, LATER('02:00:00'))).toEqual([[]]);
});

test('what the event itself tells is no doubt, whatever the log covers', async () => {
  const body = rule('refused: {one: denied}', '{if: refused, because: access was denied}');
  expect(await unless(body, FAILED)).toEqual([[]]);
});

test('another log that was not given is named, also for what must not be there', async () => {
  const near = rule(
    'awake: {near: {of: woke, around: hit, before: 1m}}',
    '{if: awake, because: it woke from sleep at that time}',
  );
  expect(await unless(near, FAILED)).toEqual([['it woke from sleep at that time: no System log was given']]);
  const alone = rule('again: {count: {of: failed, min: 2}, within: 1h}', '{if: not again, because: it happened once}');
  expect(await unless(alone, FAILED)).toEqual([['it happened once: the Application log given begins with it']]);
});

test('what holds with a reservation is told with it', async () => {
  const tied = [FAILED, '2012-03-01T01:00:00 EX1 System Q 3 info'];
  const body = rule('slept: {seq: [failed, woke], within: 1h}', '{if: slept, because: it slept}');
  expect(await unless(body, ...tied)).toEqual([['it slept: order not decidable at 1 s']]);
});

test('what lacks the same is told once', async () => {
  const body = rule(
    `recovered: {seq: [failed, {event: back, gap: 1h}], within: 1h}
  again: {count: {of: failed, min: 2}, within: 1h}`,
    '{if: recovered, because: it came back}, {if: again, because: it came twice}',
  );
  expect(await unless(body, FAILED)).toEqual([
    ['it came back; or it came twice: the Application log given begins with it'],
  ]);
});

test('that a question would rule it out, or another rule speak, stands elsewhere', async () => {
  const asks = rule('recovered: {one: back}', '{if: ctx.old, because: it is old}').replace(
    'events:',
    'context:\n  old: {ask: "Is it old?"}\nevents:',
  );
  expect(await unless(asks, FAILED)).toEqual([[]]);
  const other = rule(
    'told: {near: {of: elsewhere, around: hit, before: 1h}}',
    '{if: told, because: another tells}',
  ).replace('events:', 'events:\n  elsewhere: {finding: own/other}');
  const bodies = { 'own/other': `${CLASSES}\nfind: {hit: {one: back}}\nanchor: hit`, 'own/rule': other };
  expect((await reported(bodies, FAILED)).findings.map((finding) => finding.unless)).toEqual([[]]);
});
