import { describe, expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { conclude } from '../../../src/core/pipeline/conclude.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from '../engine/support/rule-file.ts';

const FAILED = { id: 5719, provider: 'NETLOGON' };
const RULE = `
events:
  failed: {log: System, provider: NETLOGON, id: 5719}
  disk: {log: System, provider: Disk, id: 7}
  back: {log: System, provider: NETLOGON, id: 5720}
find:
  hit: {one: failed}
  damaged: {near: {of: disk, around: hit, before: 1h, after: 1h}}
  quiet: {absent: {of: disk, before: failed, for: 1h}}
  stays: {absent: {of: back, after: failed, for: 1h}}
anchor: hit
grade: [{GRADE: CONDITION}, {possible: hit}]
causes: [{id: c, title: C, evidence: [{if: hit, for: weak, because: b}]}]`;

type Line = Partial<Parameters<typeof xmlEvent>[0]> & { readonly at: string };
/** A whole System log. */
const systemLog = (lines: readonly Line[]): string =>
  lines
    .map(({ at, ...line }, index) =>
      xmlEvent({
        id: 7036,
        provider: 'Service Control Manager',
        level: 4,
        ...line,
        record: index + 1,
        time: `2012-04-06T${at}Z`,
      }).replace('>Application<', '>System<'),
    )
    .join('\n');

async function graded(condition: string, lines: readonly Line[]) {
  const rule = RULE.replace('GRADE', 'confirmed').replace('CONDITION', condition);
  const compiled = compileRules(loadRules([ruleFile('own/rule', rule)]).rules);
  const { findings } = conclude([await scan(sourceOf('System.xml', systemLog(lines)), compiled)], compiled);
  return findings.map(({ grade, notes, wouldRaise }) => [grade, ...notes, ...wouldRaise]);
}

const START = { id: 6005, provider: 'EventLog' };
const STOP = { id: 6006, provider: 'EventLog' };
const CRASH = { id: 6008, provider: 'EventLog', level: 2 };

describe('while the machine was off', () => {
  const restarted: readonly Line[] = [
    { at: '06:00:00' },
    { at: '09:30:00', ...STOP },
    { at: '09:50:00', ...START },
    { at: '10:00:00', ...FAILED },
    { at: '12:00:00' },
  ];
  const restartedAfter: readonly Line[] = [
    { at: '06:00:00' },
    { at: '10:00:00', ...FAILED },
    { at: '10:20:00', ...STOP },
    { at: '10:30:00', ...START },
    { at: '12:00:00' },
  ];

  test('nothing was written, so that what is not in a whole log was not there', async () => {
    expect(await graded('not damaged', restarted)).toEqual([['confirmed']]);
    expect(await graded('quiet', restarted)).toEqual([['confirmed']]);
    expect(await graded('not damaged', restartedAfter)).toEqual([['confirmed']]);
  });

  test('nothing could come, so that what should have come is not missing, and the report says why', async () => {
    expect(await graded('stays', restartedAfter)).toEqual([
      [
        'possible',
        'confirmed: NETLOGON 5720 (stays): the machine was off 20m after 5719; the 1h after 5719 are needed',
      ],
    ]);
    expect(await graded('stays', restarted)).toEqual([['confirmed']]);
  });

  test('after a crash the last records may be lost, which the finding says', async () => {
    const crashed: readonly Line[] = [
      { at: '06:00:00' },
      { at: '09:30:00' },
      { at: '09:50:00', ...CRASH },
      { at: '09:50:00', ...START },
      { at: '10:00:00', ...FAILED },
      { at: '12:00:00' },
    ];
    const lost = 'the machine went down in that time, so its last records may be lost';
    expect(await graded('not damaged', crashed)).toEqual([['likely', lost, `confirmed: Disk 7 (damaged): ${lost}`]]);
  });
});
