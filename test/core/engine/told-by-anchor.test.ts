import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

/** Alone in its log, which so covers no time around it. */
const LINE = '2012-03-01T01:00:00 EX1 Application P 1 error';
const graded = async (clause: string, rest: string) => {
  const body = `
events:
  failed: {log: Application, provider: P, id: 1}
  denied: {extends: failed, ${clause}}
find:
  hit: {one: failed}
  refused: {one: denied}
anchor: hit
grade: [{confirmed: not refused}, {possible: hit}]`;
  return (await reported({ 'own/rule': body }, `${LINE}${rest}`)).findings.map(({ grade }) => grade);
};

const TEXT = '| cannot open the file';
const INSERTS = '| | | ["a file", "5"]';
const DATA = '| | hex: 05 00 00 00';

test.each([
  ['text: {contains: denied}', TEXT],
  ['code: -1032', TEXT],
  ['code: -1032', INSERTS],
  ['strings: {2: {code: 7}}', INSERTS],
  ['fields: {File: b}', INSERTS],
  ['data: {dword: 7}', DATA],
  ['level: warning', ''],
])('that %s does not hold is told by an event with what it looks at', async (clause, rest) => {
  expect(await graded(clause, rest)).toEqual(['confirmed']);
});

test.each([
  ['text: {contains: denied}', INSERTS],
  ['text: {contains: denied}', ''],
  ['code: -1032', DATA],
  ['strings: {2: {code: 7}}', TEXT],
  ['fields: {File: b}', TEXT],
  ['data: {dword: 7}', TEXT],
])('that %s does not hold is unknown of an event that does not carry it', async (clause, rest) => {
  expect(await graded(clause, rest)).toEqual(['possible']);
});

test('an event that holds it tells so', async () => {
  expect(await graded('text: {contains: denied}', '| access denied')).toEqual(['possible']);
});
