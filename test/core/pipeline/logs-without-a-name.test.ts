import { expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { conclude } from '../../../src/core/pipeline/conclude.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from '../engine/support/rule-file.ts';

const TIMED_OUT = `
by: [host]
events:
  failed: {log: System, provider: Service Control Manager, id: 7009}
  later:  {log: System, provider: Service Control Manager, id: 7036}
  modern: {log: System, provider: Microsoft-Windows-Kernel-Power, id: 42}
find:
  hit:    {one: failed}
  never:  {absent: {of: later, after: failed, for: 2h}}
  awake:  {absent: {of: modern, after: failed, for: 2h}}
anchor: hit
grade: [{confirmed: never}, {likely: hit}]
causes:
  - {id: gone, title: Gone, evidence: [{if: never, for: strong, because: it never came}]}
  - {id: awake, title: Awake, evidence: [{if: awake, for: strong, because: it did not sleep}]}`;
const { rules } = loadRules([ruleFile('own/rule', TIMED_OUT)]);
const compiled = compileRules(rules);

interface Line {
  readonly record: number;
  readonly hour: number;
  readonly provider?: string;
  readonly id?: number;
}
/** Events as an export without the name of the log has them. */
const logOf = (...lines: readonly Line[]): string =>
  lines
    .map(({ record, hour, provider = 'Service Control Manager', id = 7035 }) =>
      xmlEvent({ id, provider, record, time: `2012-04-06T0${hour}:00:00Z` }).replace(/<Channel>.*<\/Channel>/, ''),
    )
    .join('');
const scanned = (text: string) => scan(sourceOf('export.xml', text), compiled);
const logsOf = async (text: string) =>
  (await scanned(text)).coverage.map(({ channel, completeness }) => [channel, completeness]);
const found = async (text: string): Promise<Report['findings']> => conclude([await scanned(text)], compiled).findings;

const FAILED = { record: 1, hour: 1, id: 7009 };

test('a log whose events name none is the one that their sources write to, and nothing else', async () => {
  expect(await logsOf(logOf(FAILED, { record: 2, hour: 2, provider: 'Own' }))).toEqual([['System', 'proven']]);
  expect(await logsOf(logOf({ record: 1, hour: 1, provider: 'ESE' }, { record: 2, hour: 2, provider: 'Own' }))).toEqual(
    [['Application', 'proven']],
  );
  expect(await logsOf(logOf(FAILED, { record: 2, hour: 2, provider: 'ESE' }))).toEqual([[null, 'selected']]);
  expect(await logsOf(logOf({ record: 1, hour: 1, provider: 'Own' }, { record: 2, hour: 2, provider: 'Own' }))).toEqual(
    [[null, 'selected']],
  );
});

test('events picked by hand stay without a log', async () => {
  const picked = logOf(FAILED, { record: 20, hour: 2 }, { record: 40, hour: 3 });
  expect(await logsOf(picked)).toEqual([[null, 'selected']]);
  expect((await found(picked))[0]).toMatchObject({ grade: 'likely', evidence: [{ channel: null }] });
});

test('logs one behind the other in one file stay without a name, a clock that was set back does not matter', async () => {
  const times = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => [
      { record: 2 * at + 1, hour: 1 },
      { record: 2 * at + 2, hour: 3 },
    ]);
    return logOf(...lines.flat());
  };
  expect(await logsOf(times(21))).toEqual([['System', 'proven']]);
  expect(await logsOf(times(22))).toEqual([[null, 'selected']]);
});

test('what is missing in a whole log without a name did not happen', async () => {
  const whole = logOf(FAILED, { record: 2, hour: 2 }, { record: 3, hour: 3 }, { record: 4, hour: 4 });
  expect(await found(whole)).toMatchObject([{ grade: 'confirmed', evidence: [{ channel: 'System' }] }]);
  expect((await scanned(whole)).statistics.map(({ channel }) => channel)).toEqual(['System', 'System']);
});

test('what only a later Windows writes is not missing in a log of an older one', async () => {
  const lines = [
    { record: 2, hour: 2 },
    { record: 3, hour: 3 },
    { record: 4, hour: 4 },
  ];
  const started = (version: string): string =>
    logOf({ record: 0, hour: 1, provider: 'EventLog', id: 6009 }).replace('<Data>First Storage Group</Data>', version) +
    logOf(FAILED, ...lines);
  const XP = '<Data>5.01.</Data><Data>2600</Data><Data>Service Pack 3</Data><Data>Uniprocessor Free</Data>';
  const SEVEN = '<Data>6.01.</Data><Data>7601</Data><Data>Service Pack 1</Data><Data>Multiprocessor Free</Data>';
  const toldFor = async (version: string) =>
    (await found(started(version)))[0]?.causes.map((cause) => [cause.id, cause.for.length]);
  expect(await toldFor(SEVEN)).toEqual([
    ['gone', 1],
    ['awake', 1],
  ]);
  expect(await toldFor(XP)).toEqual([
    ['gone', 1],
    ['awake', 0],
  ]);
  const said = { name: 'os', value: 'Windows Server 2003', host: null, from: 'option', at: null } as const;
  const { findings: bySaying } = conclude([await scanned(logOf(FAILED, ...lines))], compiled, { facts: [said] });
  expect(bySaying[0]?.causes.map((cause) => [cause.id, cause.for.length])).toEqual([
    ['gone', 1],
    ['awake', 0],
  ]);
  const unsure = TIMED_OUT.replace(
    '{if: never, for: strong, because: it never came}',
    '{if: hit, for: weak, because: b}',
  );
  const loose = compileRules(loadRules([ruleFile('own/rule', unsure)]).rules);
  const { findings } = conclude([await scan(sourceOf('export.xml', started(XP)), loose)], loose);
  expect(findings.map(({ wouldRaise }) => wouldRaise)).toEqual([[]]);
  const picked = logOf(FAILED, { record: 20, hour: 2 }, { record: 40, hour: 3 });
  expect(
    conclude([await scan(sourceOf('export.xml', picked), loose)], loose).findings.map(({ wouldRaise }) => wouldRaise),
  ).toEqual([
    [
      'confirmed: Service Control Manager 7036 (never): no whole System log was given; the 2h after 7009 are needed',
      'for “Awake”: Microsoft-Windows-Kernel-Power 42 (awake): no whole System log was given; the 2h after 7009 are needed',
    ],
  ]);
});
