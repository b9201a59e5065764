import { expect, test } from 'vitest';
import { keepGrades } from '../../../src/core/report/keep-grades.ts';
import { unreadInputs } from '../../../src/core/report/looked.ts';
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
});
