import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const RULE = ruleFile(
  'own/pair',
  `scope: {before: 1h, after: 1h}
events: {host: {provider: VSS, id: 8229}, guest: {provider: VSS, id: 12293}}
find: {veto: {one: host}, pair: {all: [host, guest], within: 10m, by: []}}
anchor: veto
grade: [{likely: pair}]
causes: [{id: c, title: C, evidence: [{if: pair, for: strong, because: b}]}]`,
);
const copied = (host: string, id: number, time: string): string =>
  [
    ...[
      'Log Name:      Application',
      'Source:        VSS',
      `Date:          10/10/2020 ${time}`,
      `Event ID:      ${id}`,
    ],
    ...['Level:         Error', `Computer:      ${host}`, 'Description:', 'It failed.', ''],
  ].join('\n');

const diagnosed = async (guest: string, zone?: string) => {
  const { rules } = loadRules([RULE]);
  const text = copied('hv1', 8229, '11:10:05 PM') + copied('vm1', 12293, guest);
  const tz = zone === undefined ? [] : [{ file: null, zone }];
  return diagnose([sourceOf('a.txt', text)], { rules, useBuiltin: false, tz });
};
const stops = (report: Awaited<ReturnType<typeof diagnosed>>): unknown =>
  report.nearMisses.filter(({ name }) => name === 'pair').map(({ stoppedBy, had }) => [stoppedBy, had]);

test('events of two hosts whose times name no zone: that is what stops them', async () => {
  const report = await diagnosed('11:09:41 PM');
  expect(report.findings).toEqual([]);
  expect(stops(report)).toEqual([['zone', null]]);
});

test('with a zone they are together', async () => {
  const report = await diagnosed('11:09:41 PM', 'Europe/Berlin');
  expect(report.findings.map(({ host, grade }) => [host, grade])).toEqual([['hv1', 'likely']]);
});

test('with a zone, and too far apart: the window stops them', async () => {
  const report = await diagnosed('10:55:05 PM', 'Europe/Berlin');
  expect(report.findings).toEqual([]);
  expect(stops(report)).toEqual([['window', '15m']]);
});
