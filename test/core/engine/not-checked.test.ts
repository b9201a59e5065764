import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const inLog = (log: string) =>
  ruleFile(
    `own/${log.toLowerCase()}`,
    `events: {bad: {log: ${log}, provider: disk, id: 7}}
find: {one: {one: bad}}
causes: [{id: c, title: C, evidence: [{if: one, for: strong, because: b}]}]`,
  );
const { rules } = loadRules([inLog('Application'), inLog('System')]);
const event = (host: string, log: string): string =>
  xmlEvent({ id: 1, record: 1, time: '2012-03-01T01:00:00Z', host }).replace('>Application<', `>${log}<`);
const notChecked = async (logs: Readonly<Record<string, string>>) => {
  const sources = Object.entries(logs).map(([name, text]) => sourceOf(name, text));
  return (await diagnose(sources, { rules, useBuiltin: false })).notChecked;
};

test('a log that one host lacks is said of that host, one that all lack of none', async () => {
  const because = 'no Application log was given';
  const other = { 'b.xml': event('EX2', 'Application') };
  expect(await notChecked({ 'a.xml': event('EX1', 'System'), ...other })).toEqual([
    { ruleId: 'own/application', because, host: 'ex1' },
    { ruleId: 'own/system', because: 'no System log was given', host: 'ex2' },
  ]);
  expect(await notChecked({ 'a.xml': event('EX1', 'System') })).toEqual([
    { ruleId: 'own/application', because, host: null },
  ]);
});

test('what names no host lacks no log that another host has', async () => {
  const logs = {
    'a.xml': event('EX1', 'System'),
    'b.xml': event('', 'Microsoft-Windows-VolumeSnapshot-Driver/Operational'),
  };
  expect(await notChecked(logs)).toEqual([
    { ruleId: 'own/application', because: 'no Application log was given', host: null },
  ]);
});
