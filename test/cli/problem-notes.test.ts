import { expect, test } from 'vitest';
import { ProblemNotes } from '../../src/cli/problem-notes.ts';

test('each kind of a source once, with its count; the pipe has its name', () => {
  const notes = new ProblemNotes();
  notes.add('-', { code: 'input/no-events', position: null, detail: null });
  for (const position of [1, 9]) notes.add('a.xml', { code: 'xml/malformed', position, detail: null });
  expect(notes.sentences()).toEqual([
    'standard input: The input was read, but it holds no event. [input/no-events]',
    'a.xml: 2 × An event is not well-formed XML and was left out. [xml/malformed]',
  ]);
  expect(notes.isIncomplete).toBe(true);
});
