import { expect, test } from 'vitest';
import { placedBatch, placedContext, placedFindings } from '../../../src/core/input/placed.ts';
import type { SeenEvent } from '../../../src/core/model/interest.ts';
import { NO_FINDINGS } from '../../../src/core/model/parser.ts';
import { ALL } from '../../support/interests.ts';
import { readInput } from '../../support/read-input.ts';
import { TEXT_AND_XML } from '../../support/sources.ts';

/** A part that begins in line 101. */
const place = (line: number): number => line + 100;

const { events } = await readInput(TEXT_AND_XML);
const [event] = events;
if (event === undefined) throw new Error('no event');

test('events, their other forms and problems move to their places in the whole text', () => {
  expect([event.position, event.otherForms]).toEqual([1, [13]]);
  const problems = [1, null].map((position) => ({ code: 'text/controls' as const, position, detail: null }));
  const batch = placedBatch({ events: [event], problems }, place);
  expect(batch.events).toEqual([{ ...event, position: 101, otherForms: [113] }]);
  expect(batch.problems.map(({ position }) => position)).toEqual([101, null]);
});

test('so do free text, facts and observations', () => {
  const findings = placedFindings(
    {
      ...NO_FINDINGS,
      timeBasis: 'local',
      freeText: [{ text: 'Hello', line: 1 }],
      facts: [{ name: 'os', value: 'x', host: null, position: 2 }],
      observations: [{ tool: 'vssadmin', position: 3, level: null, fields: new Map(), text: 'x' }],
    },
    place,
  );
  expect(findings).toMatchObject({
    freeText: [{ text: 'Hello', line: 101 }],
    facts: [{ position: 102 }],
    observations: [{ position: 103 }],
  });
});

test('what a parser drops is counted at its place, one by one or in the cell of its kind', () => {
  const counted: number[] = [];
  const count = (seen: SeenEvent): void => void counted.push(seen.position);
  const cell = { count: (position: number): void => void counted.push(-position) };
  const plain = placedContext({ ...ALL, tally: { count } }, place).tally;
  const withCells = placedContext({ ...ALL, tally: { count, placedCell: () => cell } }, place).tally;
  plain.count({ ...event, position: 1 });
  withCells.count({ ...event, position: 2 });
  withCells.placedCell?.(event).count(3, null, null);
  expect(counted).toEqual([101, 102, -103]);
  expect(plain.placedCell).toBeUndefined();
});
