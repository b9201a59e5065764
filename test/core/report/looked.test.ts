import { expect, test } from 'vitest';
import type { ProblemCode } from '../../../src/core/model/problems.ts';
import { gradedBelow, keepGrades } from '../../../src/core/report/keep-grades.ts';
import { formatUnread, unreadInputs } from '../../../src/core/report/looked.ts';
import { finding, report, source } from '../../support/sample-report.ts';

test('an input that could not be read is named once, whether its problem stands with the source or with the run', () => {
  const sources = [
    source({ name: 'a.evtx', problems: [{ code: 'input/empty', position: null, detail: null }] }),
    source({ name: 'b.xml', problems: [{ code: 'xml/cut', position: 7, detail: null }] }),
  ];
  const problems = [
    { code: 'input/empty', place: 'a.evtx', detail: null },
    { code: 'input/missing', place: 'c.evtx', detail: null },
    { code: 'host/ambiguous', place: 'ex1', detail: null },
  ];
  expect(unreadInputs(report({ sources, problems }))).toEqual(['a.evtx', 'c.evtx']);
});

test('an input that was read and holds no event is not said to be unreadable', () => {
  const of = (name: string, ...codes: readonly ProblemCode[]) =>
    source({ name, problems: codes.map((code) => ({ code, position: null, detail: null })) });
  const notes = of('notes.txt', 'input/no-events');
  const cut = of('cut.zip', 'input/no-events', 'input/cut-archive');
  expect(formatUnread(report({ sources: [notes, of('more.txt', 'input/no-events'), cut] }))).toEqual([
    '1 input could not be read',
    '2 inputs hold no event',
  ]);
  expect(formatUnread(report({ sources: [notes] }))).toEqual(['1 input holds no event']);
  expect(formatUnread(report({ sources: [of('a.evtx', 'evtx/cut')] }))).toEqual([]);
});

test('a host that was asked for is no input', () => {
  const problems = ['ex8', 'ex9'].map((place) => ({ code: 'input/no-host', place, detail: null }));
  expect(formatUnread(report({ problems }))).toEqual(['2 hosts asked for are in no input']);
  expect(unreadInputs(report({ problems }))).toEqual(['ex8', 'ex9']);
});

test('keepGrades leaves out what is less sure and keeps the chains among the rest', () => {
  const all = report({
    findings: [
      finding({ grade: 'possible' }),
      finding({ grade: 'likely', explainedBy: 0 }),
      finding({ grade: 'confirmed', explainedBy: 1 }),
    ],
  });
  const kept = keepGrades(all, 'likely').findings;
  expect(kept.map(({ grade, explainedBy }) => [grade, explainedBy])).toEqual([
    ['likely', null],
    ['confirmed', 0],
  ]);
  expect(keepGrades(all, 'possible')).toBe(all);
  expect(keepGrades(all, 'likely').selection).toEqual({ only: null, skip: [], minGrade: 'likely' });
  expect(keepGrades(report(), 'confirmed').selection.minGrade).toBe('confirmed');
  expect(gradedBelow(all, 'confirmed').map(({ grade }) => grade)).toEqual(['possible', 'likely']);
});
