import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { events } from '../../../../src/core/index.ts';
import type { ComparedReport, Diff } from '../../../../src/core/model/diff.ts';
import type { Finding, Report } from '../../../../src/core/model/report.ts';
import { toEventObject } from '../../../../src/core/report/event-object.ts';
import { reporters } from '../../../../src/core/report/reporters/index.ts';
import type { comparedSchema } from '../../../../src/core/report/schemas/compared.ts';
import type { diffSchema } from '../../../../src/core/report/schemas/diff.ts';
import type { eventSchema } from '../../../../src/core/report/schemas/event.ts';
import type { findingSchema } from '../../../../src/core/report/schemas/finding.ts';
import type { reportSchema } from '../../../../src/core/report/schemas/report.ts';
import { eventWriters } from '../../../../src/core/report/writers/index.ts';
import { diagnoseFiles, fileSources } from '../../../../src/node/index.ts';
import { createValidator, shippedSchema } from '../../../support/json-schema.ts';
import { junitProblems } from '../../../support/junit-structure.ts';
import { eventRecord } from '../../../support/sample-events.ts';
import { fullReport } from '../../../support/sample-report.ts';
import { sarifProblems } from '../../../support/sarif-schema.ts';

/** Arrays of a schema are mutable, those of the model are not; nothing else may differ. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Agrees<Schema extends z.ZodType, Model> = Same<Plain<z.infer<Schema>>, Plain<Model>>;

test('schemas and types say the same, as the compiler proves', () => {
  const report: Agrees<typeof reportSchema, Report> = true;
  const finding: Agrees<typeof findingSchema, Finding> = true;
  const event: Agrees<typeof eventSchema, ReturnType<typeof toEventObject>> = true;
  const diff: Agrees<typeof diffSchema, Diff> = true;
  const compared: Agrees<typeof comparedSchema, ComparedReport> = true;
  expect([report, finding, event, diff, compared]).not.toContain(false);
});

const FIXTURES = fileURLToPath(new URL('../../../../fixtures', import.meta.url));
const inputs = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => !path.endsWith('.md') && statSync(join(FIXTURES, path)).isFile())
  .sort();
const reportProblems = createValidator('report');
const findingProblems = createValidator('finding');
const eventProblems = createValidator('event');

describe('what is made of every fixture is valid', () => {
  test('there are fixtures', () => expect(inputs.length).toBeGreaterThan(20));
  test.each(inputs)('%s', async (path) => {
    const report = await diagnoseFiles([path], { cwd: FIXTURES });
    expect(reportProblems(JSON.parse(reporters.json(report, { zone: 'UTC' })))).toEqual([]);
    const lines = reporters.jsonl(report, { zone: 'UTC' }).split('\n').slice(0, -1);
    expect(lines.flatMap((line) => findingProblems(JSON.parse(line)))).toEqual([]);
    expect(sarifProblems(reporters.sarif(report, { zone: 'UTC' }))).toEqual([]);
    expect(junitProblems(reporters.junit(report, { zone: 'UTC' }))).toEqual([]);
    const problems: string[] = [];
    for await (const batch of events(fileSources([path], FIXTURES)))
      problems.push(...batch.flatMap((event) => eventProblems(JSON.parse(eventWriters.jsonl.write(event)))));
    expect(problems).toEqual([]);
  });
  test('and of the whole folder at once', async () => {
    const report = await diagnoseFiles([FIXTURES]);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(reportProblems(report)).toEqual([]);
  });
});

test('a report in which every list holds something is valid', () => {
  expect(reportProblems(fullReport())).toEqual([]);
  expect(reportProblems(JSON.parse(reporters.json(fullReport(), { zone: 'UTC' })))).toEqual([]);
});

test.each([
  ['a key is missing', { ...fullReport(), redacted: undefined }],
  ['a word is none of the list', { ...fullReport(), sources: [{ ...fullReport().sources[0], timeBasis: 'local' }] }],
  ['a time is not UTC', { ...fullReport(), statistics: [{ ...fullReport().statistics[0], first: '2006-03-02' }] }],
  ['a key is unknown', { ...fullReport(), more: 1 }],
])('it is not valid when %s', (_name, value) => {
  expect(reportProblems(JSON.parse(JSON.stringify(value)))).not.toEqual([]);
});

test('an event with everything in it, and one with nothing', () => {
  const bare = { data: null, host: null, channel: null, provider: null, eventId: null, level: null, message: null };
  for (const event of [eventRecord(), eventRecord(bare), eventRecord({ fields: new Map([['__proto__', 'x']]) })])
    expect(eventProblems(JSON.parse(JSON.stringify(toEventObject(event))))).toEqual([]);
});

test.each(['report', 'finding', 'event', 'diff'])('%s.schema.json is of 2020-12 and open for later keys', (name) => {
  expect(shippedSchema(name)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  expect(JSON.stringify(shippedSchema(name))).not.toContain('"additionalProperties":false');
});
