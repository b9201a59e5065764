import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const PAIR = `
events:
  begun: {log: Application, provider: P, id: 1}
  failed: {log: System, provider: Q, id: 2}
  told: {log: Application, provider: P, id: 9}
find:
  pair: {seq: [begun, failed], within: 10m}
  close: {near: {of: told, around: pair, after: 1m}}`;
const at = (second: string) => `
2012-03-01T01:00:00 EX1 Application P 1 error
2012-03-01T01:00:${second} EX1 System Q 2 error
2012-03-01T01:00:05 EX1 Application P 9 error`;
const graded = async (conclusions: string, log: string) =>
  (await reported({ 'own/rule': `${PAIR}\n${conclusions}` }, log)).findings.map(({ grade, notes, wouldRaise }) => ({
    grade,
    notes,
    wouldRaise,
  }));

const SURE = [{ grade: 'confirmed', notes: [], wouldRaise: [] }];
const TIED = 'order not decidable at 1 s';
const LIKELY = [{ grade: 'likely', notes: [TIED], wouldRaise: [`confirmed: pair: ${TIED}`] }];

test('a grade rests on the anchor match itself: what that holds with caps it, whatever the condition names', async () => {
  const byPair = 'anchor: pair\ngrade: [{confirmed: pair}]';
  const byAnother = 'anchor: pair\ngrade: [{confirmed: told}]';
  expect([await graded(byPair, at('01')), await graded(byAnother, at('01'))]).toEqual([SURE, SURE]);
  expect([await graded(byPair, at('00')), await graded(byAnother, at('00'))]).toEqual([LIKELY, LIKELY]);
});

test('what is near a match that holds with a reservation carries the note of that match', async () => {
  const byNear = 'anchor: close\ngrade: [{confirmed: close}]';
  expect(await graded(byNear, at('01'))).toEqual(SURE);
  expect(await graded(byNear, at('00'))).toEqual([
    { grade: 'likely', notes: [TIED], wouldRaise: [`confirmed: P 9 (close): ${TIED}`] },
  ]);
});

test('two causes that lack the same ask for it once', async () => {
  const conclusions = `  gone: {absent: {of: told, after: failed, for: 1h}}
anchor: pair
causes:
  - {id: a, title: A, evidence: [{if: gone, for: strong, because: it is gone}]}
  - {id: b, title: B, evidence: [{if: not gone, for: strong, because: it is there}]}`;
  const log = `
2012-03-01T01:00:00 EX1 Application P 1 error
2012-03-01T01:00:01 EX1 System Q 2 error`;
  expect(await graded(conclusions, log)).toEqual([
    {
      grade: 'confirmed',
      notes: [],
      wouldRaise: ['for “A”, for “B”: P 9 (gone): the Application log given ends before 2; the 1h after 2 are needed'],
    },
  ]);
});

test('what may have spoilt a sequence unseen is told by its events', async () => {
  const conclusions = `
  again: {seq: [begun, {event: failed, gap: 10m, forbid: told}], within: 10m}
anchor: again
grade: [{confirmed: again}]`;
  const log = `
2012-03-01T01:00:00 EX1 Application P 1 error
2012-03-01T01:00:10 EX1 System Q 2 error`;
  const [finding] = await graded(conclusions, log);
  expect(finding?.notes).toEqual(['the log does not cover the time in which P 9 would spoil it']);
});

test('a strict rule reports what it takes for unknown as unknown', async () => {
  const of = async (order: string) => {
    const conclusions = `  first: {one: begun}\nanchor: first\norder: ${order}\ngrade: [{confirmed: pair}, {possible: first}]`;
    const { findings } = await reported({ 'own/rule': `${PAIR}\n${conclusions}` }, at('00'));
    return findings.map(({ grade, unknown }) => ({ grade, unknown }));
  };
  expect(await of('strict')).toEqual([{ grade: 'possible', unknown: ['pair'] }]);
  expect(await of('lenient')).toEqual([{ grade: 'likely', unknown: [] }]);
});
