import { describe, expect, test } from 'vitest';
import type { Report, Severity } from '../../../../src/core/model/report.ts';
import { junit } from '../../../../src/core/report/reporters/junit.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { junitProblems, parseXml, type XmlNode } from '../../../support/junit-structure.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { finding, fullReport, report } from '../../../support/sample-report.ts';

const write = (of: Report, failOn?: Severity): string =>
  junit(of, failOn === undefined ? { zone: 'UTC' } : { zone: 'UTC', failOn });
const casesOf = (of: Report, failOn?: Severity): string[] => {
  const describeCase = ({ attributes, children }: XmlNode): string =>
    [attributes.classname, attributes.name, ...children.map(({ name }) => name)].join(' ');
  return parseXml(write(of, failOn)).children.flatMap((suite) =>
    suite.children.filter(({ name }) => name === 'testcase').map(describeCase),
  );
};

test('is what Jenkins takes, with everything and with nothing', () => {
  expect(junitProblems(write(fullReport()))).toEqual([]);
  expect(junitProblems(write(report({ sources: [] })))).toEqual([]);
});

test('an invalid document is noticed', () => {
  const written = write(fullReport());
  expect(junitProblems(written.replace('tests="', 'tests="1'))).not.toEqual([]);
  expect(junitProblems(written.replace('<failure', '<fail'))).not.toEqual([]);
});

describe.each(Object.entries(hostileTexts))('hostile text, %s', (_name, text) => {
  test('stays text', () => {
    const written = write(poisoned(fullReport(), text.slice(0, 20_000)));
    expect(junitProblems(written)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
  });
});

test('control characters are spelt out, not dropped', () => {
  const written = write(report({ findings: [finding({ title: 'a\u001b[31m & <b>\u202e' })] }));
  expect(written).toContain('message="a\\x1b[31m &amp; &lt;b&gt;\\u202e (likely)"');
});

test('inputs, rules with findings, ruled out and not checked', () => {
  expect(casesOf(fullReport())).toEqual([
    'inputs paste.txt',
    'inputs logs/System.evtx system-out',
    'inputs nosuch.evtx error',
    'limits keys storage/disk-error-burst 1 error',
    'ex1 exchange/backup-never-closed failure',
    'ex1 storage/disk-error-burst system-out',
    'ex1 vss/writer-false-timeout system-out',
    'all hosts storage/disk-error-burst skipped',
    'all hosts exchange/dismount-deadlock-after-vss skipped',
    'all hosts exchange/freeze-refused-not-allowed skipped',
  ]);
});

describe('the bar', () => {
  const of = (severity: Severity) => report({ findings: [finding({ severity })] });
  test.each<[Severity, Severity | undefined, boolean]>([
    ['high', undefined, true],
    ['medium', undefined, false],
    ['medium', 'medium', true],
    ['info', 'low', false],
  ])('a %s finding with --fail-on %s', (severity, failOn, fails) => {
    const [, ...rules] = casesOf(of(severity), failOn);
    expect(rules).toEqual([`ex1 exchange/backup-never-closed ${fails ? 'failure' : 'system-out'}`]);
  });
});

test('two findings of one rule on one host are one test case that tells both', () => {
  const findings = [finding({ title: 'first' }), finding({ title: 'second' })];
  const written = write(report({ findings }));
  expect(casesOf(report({ findings }))).toHaveLength(2);
  expect(written).toContain('first\n');
  expect(written).toContain('second\n');
});

test('a finding without a host stands apart from what concerns all hosts', () => {
  const findings = [finding({ host: null, key: { host: null } })];
  const notChecked = [{ ruleId: 'a/b', because: 'no System log was given', host: null }];
  expect(casesOf(report({ findings, notChecked })).slice(1)).toEqual([
    'host not named exchange/backup-never-closed failure',
    'all hosts a/b skipped',
  ]);
});

test('a report in which everything stands is written as it was', async () => {
  await expect(write(fullReport())).toMatchFileSnapshot('junit.snapshot.txt');
});
