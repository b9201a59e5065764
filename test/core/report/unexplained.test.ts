import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';

const { rules } = loadRules([
  {
    file: 'ended.yaml',
    text: `
evdx: 1
id: test/ended
title: A service ended
severity: low
by: [host]
scope: {before: 1h, after: 1h}
events:
  ended: {provider: MSExchangeIS, id: [7031, 7032], level: error, text: {contains: Group}}
  runs: {provider: MSExchangeIS, id: 7036}
find:
  hit: {one: ended}
  again: {near: {of: runs, around: hit, before: 0s, after: 5m}}
anchor: hit
grade: [{likely: hit}]
rule_out: [{if: again, because: it runs again}]
causes: [{id: any, title: Any, evidence: [{if: hit, for: weak, because: it ended}]}]
resolution: [{id: look, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [A page]
tests: []
`,
  },
]);

const at = (clock: string): string => `2024-03-05T${clock}:00Z`;
const OTHER = xmlEvent({ id: 7034, time: at('07:00'), record: 1 });
const ENDED = xmlEvent({ id: 7031, time: at('08:00'), record: 2 });
const RUNS_AGAIN = xmlEvent({ id: 7036, time: at('08:01'), record: 3, level: 4 });
async function unexplained(...logs: readonly string[]) {
  const sources = logs.map((log, index) => sourceOf(`${index}.xml`, log));
  const report = await diagnose(sources, { rules, useBuiltin: false });
  return [report.ruledOut.length, report.unexplained.map(({ eventId, count }) => [eventId, count])];
}

test('an error that was ruled out is told with its reason, so it is not left open', async () =>
  expect(await unexplained(OTHER + ENDED + RUNS_AGAIN)).toEqual([1, [[7034, 1]]]));

test('its copies in another log are the same event', async () =>
  expect(await unexplained(OTHER + ENDED + RUNS_AGAIN, ENDED)).toEqual([1, [[7034, 1]]]));

test('further errors of its kind that no rule took are left open', async () => {
  const critical = xmlEvent({ id: 7031, time: at('08:02'), record: 4, level: 1 });
  const other = xmlEvent({ id: 7031, time: at('08:03'), record: 5 }).replace('Group', 'Set');
  expect(await unexplained(ENDED + RUNS_AGAIN + critical)).toEqual([1, [[7031, 1]]]);
  expect(await unexplained(ENDED + RUNS_AGAIN + other)).toEqual([1, [[7031, 2]]]);
});

test('errors of logs for administrators stand ahead of more frequent ones of logs for tools and developers', async () => {
  const of = (channel: string, id: number, record: number): string =>
    xmlEvent({ id, time: at('08:00'), record }).replace('Application', channel);
  const log = [
    ...[1, 2, 3].map((record) => of('Microsoft-Windows-SettingSync/Debug', 1, record)),
    ...[1, 2].map((record) => of('Microsoft-Windows-WMI-Activity/Operational', 2, record)),
    of('Microsoft-Windows-AppReadiness/Admin', 3, 1),
    ...[1, 2].map((record) => of('System', 4, record)),
  ].join('');
  expect(await unexplained(log)).toEqual([
    0,
    [
      [4, 2],
      [3, 1],
      [2, 2],
      [1, 3],
    ],
  ]);
});

test('an error that a finding counts is explained, though another event is its evidence', async () => {
  const ofFinding = xmlEvent({ id: 7032, time: at('08:00'), record: 2 });
  const shown = xmlEvent({ id: 7031, time: at('08:01'), record: 3 });
  expect(await unexplained(OTHER + ofFinding + shown)).toEqual([0, [[7034, 1]]]);
});

test('articles about Windows NT are no pointers for a host that is known to be later', async () => {
  const failed = xmlEvent({ id: 7000, time: '2012-03-05T08:00:00Z', record: 1, provider: 'Service Control Manager' });
  const started = xmlEvent({
    ...{ id: 12, time: '2012-03-05T07:00:00Z', record: 2, level: 4 },
    provider: 'Microsoft-Windows-Kernel-General',
  });
  const related = async (log: string): Promise<readonly number[]> => {
    const report = await diagnose([sourceOf('a.xml', log)], { rules, useBuiltin: false });
    return report.unexplained.map((one) => one.related.length);
  };
  expect(await related(failed)).toEqual([3]);
  expect(await related(failed + started)).toEqual([0]);
});

test('a product that is given for all hosts counts as that of a named host', async () => {
  const failed = xmlEvent({ id: 7000, time: '2004-03-05T08:00:00Z', record: 1, provider: 'Service Control Manager' });
  const ofProduct = async (host: string | null): Promise<readonly boolean[]> => {
    const facts = [{ name: 'os', value: 'Windows 2000', host, from: 'option' as const }];
    const report = await diagnose([sourceOf('a.xml', failed)], { rules, useBuiltin: false, facts });
    return report.unexplained.flatMap(({ related }) => related.map(({ because }) => because.includes('same product')));
  };
  expect(await ofProduct(null)).toEqual([true, true, false]);
  expect(await ofProduct('other')).toEqual([false, false, false]);
});

test('of a few picked events warnings and those without a level are left open, too', async () => {
  const withoutLevel = '<Level>2</Level>';
  const unknown = xmlEvent({ id: 7034, time: at('07:00'), record: 1 }).replace(withoutLevel, '');
  const warning = xmlEvent({ id: 7035, time: at('07:01'), record: 2, level: 3 });
  const normal = (record: number): string => xmlEvent({ id: 7036, time: at('09:00'), record, level: 4 });
  expect(await unexplained(unknown + warning + normal(3))).toEqual([
    0,
    [
      [7034, 1],
      [7035, 1],
    ],
  ]);
  const others = Array.from({ length: 19 }, (_, index) => normal(index + 3)).join('');
  expect(await unexplained(unknown + warning + others)).toEqual([0, []]);
});

test('what was read of an event whose level nobody wrote down is shown', async () => {
  const text = 'Event ID 12305, VSS\nVolume Shadow Copy Service error: Volume/disk not connected or not found.\n';
  const { unexplained: open } = await diagnose([text], { rules, useBuiltin: false });
  expect(open).toMatchObject([
    {
      provider: 'VSS',
      eventId: 12_305,
      level: null,
      sample: 'Volume Shadow Copy Service error: Volume/disk not connected or not found.',
    },
  ]);
});
