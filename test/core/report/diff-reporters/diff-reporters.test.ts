import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { diffReports } from '../../../../src/core/report/diff.ts';
import { diffHosts } from '../../../../src/core/report/diff-hosts.ts';
import { diffReporters } from '../../../../src/core/report/diff-reporters/index.ts';
import { reporters } from '../../../../src/core/report/reporters/index.ts';
import { excerptOf } from '../../../support/excerpt.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { createValidator } from '../../../support/json-schema.ts';
import { junitProblems } from '../../../support/junit-structure.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { reportOf, sampleHostDiff, sampleRunDiff } from '../../../support/sample-diff.ts';
import { finding } from '../../../support/sample-report.ts';
import { sarifProblems } from '../../../support/sarif-schema.ts';

const options = { zone: 'UTC' };
const diffs = { runs: sampleRunDiff, hosts: sampleHostDiff };
const names = Object.keys(diffReporters) as (keyof typeof diffReporters)[]; // what Object.keys cannot say
const cases = Object.entries(diffs).flatMap(([what, make]) => names.map((name) => ({ what, make, name })));

test('a comparison has every format that a report has', () => {
  expect(names).toEqual(Object.keys(reporters));
});

describe.each(cases)('$name of $what', ({ make, name }) => {
  test.each(Object.entries(hostileTexts))('lets nothing through that acts: %s', async (_name, text) => {
    const written = await diffReporters[name](poisoned(make(), text.slice(0, 20_000)), options);
    const checked = name === 'csv' ? written.replaceAll('\r\n', '\n') : written;
    expect(excerptOf(checked, /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)).toBeNull();
    if (name === 'sarif') expect(sarifProblems(written)).toEqual([]);
    if (name === 'junit') expect(junitProblems(written)).toEqual([]);
    if (name === 'brief') expect(written).toMatch(/^[A-Z]+: [^\n]{1,900}\n$/);
  });
  test('writes equal bytes for equal comparisons', async () => {
    expect(await diffReporters[name](make(), options)).toBe(await diffReporters[name](make(), options));
  });
});

describe.each(Object.entries(diffs))('a comparison of %s', (what, make) => {
  test('is valid JSON of the shipped schema', () => {
    expect(createValidator('diff')(JSON.parse(diffReporters.json(make(), options)))).toEqual([]);
  });
  test('is valid line by line', () => {
    const validate = createValidator('diff', what === 'runs' ? 'findingChange' : 'hostComparison');
    const lines = diffReporters.jsonl(make(), options).trimEnd().split('\n');
    expect(lines).toHaveLength(make().findings.length);
    expect(lines.flatMap((line) => validate(JSON.parse(line)))).toEqual([]);
  });
  test('reads well as Markdown', async () => {
    await expect(diffReporters.markdown(make(), options)).toMatchFileSnapshot(`${what}.snapshot.md.txt`);
  });
  test('is valid SARIF and JUnit', () => {
    expect(sarifProblems(diffReporters.sarif(make(), options))).toEqual([]);
    expect(junitProblems(diffReporters.junit(make(), options))).toEqual([]);
  });
});

test('SARIF has its own words for the changes between runs', () => {
  const { results } = JSON.parse(diffReporters.sarif(sampleRunDiff(), options)).runs[0];
  expect(
    results.map((result: { baselineState: string; properties: { change: string } }) => [
      result.properties.change,
      result.baselineState,
    ]),
  ).toEqual([
    ['new', 'new'],
    ['worse', 'updated'],
    ['better', 'updated'],
    ['gone', 'absent'],
    ['unchanged', 'unchanged'],
  ]);
});

test('SARIF tells of hosts that have a finding, not of those that have none', () => {
  const { results } = JSON.parse(diffReporters.sarif(sampleHostDiff(), options)).runs[0];
  expect(results).toHaveLength(6);
});

test('JUnit fails what is new or worse from the bar up', () => {
  const failures = (failOn: 'high' | 'critical') =>
    [...diffReporters.junit(sampleRunDiff(), { ...options, failOn }).matchAll(/<failure type="(\w+)"/g)].map(
      ([, type]) => type,
    );
  expect(failures('high').sort()).toEqual(['new', 'worse']);
  expect(failures('critical')).toEqual([]);
});

test('JUnit skips what nobody looked for', () => {
  expect(diffReporters.junit(sampleRunDiff(), options)).toContain(
    '<skipped type="not checked" message="not checked: no System log was given">gone: Gone',
  );
});

test('SARIF and JUnit say on which side there is no such finding', () => {
  const [sarif, junit] = [diffReporters.sarif, diffReporters.junit].map((write) => write(sampleRunDiff(), options));
  expect(sarif).toContain('Host: ex2\\nBefore: no log of this host was given"');
  expect(sarif).toContain('Host: ex1\\nNow: not checked: no System log was given"');
  expect(junit).toContain('\nbefore: no log of this host was given</failure>');
  expect(junit).toContain('\nnow: not checked: no System log was given</skipped>');
  const [old, now] = [reportOf(['ex1'], { findings: [finding()] }), reportOf(['ex1'])];
  expect(diffReporters.junit(diffReports(old, now), options)).toContain('\nnow: not found</system-out>');
  const hosts = diffHosts(reportOf(['ex1', 'ex2'], { findings: [finding()] }));
  expect(diffReporters.junit(hosts, options)).toContain('\nnot found</system-out>');
});

test('CSV is one finding a row, of the old side as well', () => {
  const { data } = Papa.parse<Record<string, string>>(diffReporters.csv(sampleRunDiff(), options), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ change, grade, oldGrade, checked }) => [change, grade, oldGrade, checked])).toEqual([
    ['new', 'likely', '', 'no'],
    ['worse', 'confirmed', 'likely', 'yes'],
    ['better', 'likely', 'confirmed', 'yes'],
    ['gone', '', 'likely', 'no'],
    ['unchanged', 'likely', 'likely', 'yes'],
  ]);
});

describe('brief', () => {
  test('names the weightiest of what is new or worse', () => {
    expect(diffReporters.brief(sampleRunDiff(), options)).toBe(
      'HIGH: 1 new, 1 worse, 1 better, 1 gone, 1 unchanged; 2 notes; new ex2: New (likely, a/new)\n',
    );
    expect(diffReporters.brief(sampleHostDiff(), options)).toMatch(
      /^HIGH: 1 of 3 findings differs between 3 hosts; 1 note; differs ex1: /,
    );
  });
  test('is OK only when everything was looked for', () => {
    const sound = reportOf(['ex1']);
    expect(diffReporters.brief(diffReports(sound, sound), options)).toBe('OK: no findings\n');
    const problems = [{ code: 'input/missing', place: 'a', detail: null }];
    expect(diffReporters.brief(diffReports(sound, { ...sound, problems }), options)).toBe(
      'UNKNOWN: no findings; 1 note\n',
    );
    expect(diffReporters.brief(diffHosts(sound), options)).toBe('OK: 0 of 0 findings differ between 1 host; 1 note\n');
  });
});
