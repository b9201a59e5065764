import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf } from '../../support/sources.ts';

const { rules } = loadRules([
  {
    file: 'net/peer.yaml',
    text: `evdx: 1
id: net/peer
title: A peer is lost
severity: high
by: [host, peer]
events: {lost: {provider: Link, id: 5, capture: {peer: {string: 1, normalize: host}}}}
find: {again: {count: {of: lost, min: 2}, within: 1h}}
causes: [{id: c, title: C, evidence: [{if: again, for: strong, because: b}]}]
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [a source]
tests: []
`,
  },
]);
const lost = (second: number, peer: string, computer = 'FS1'): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Link"/><EventID>5</EventID><Level>2</Level><TimeCreated SystemTime="2012-03-01T01:00:0${second}Z"/><EventRecordID>${second}</EventRecordID><Channel>System</Channel><Computer>${computer}</Computer></System><EventData><Data>${peer}</Data></EventData></Event>`;
const peersOf = async (events: readonly string[], hostNames?: 'short' | 'full') => {
  const report = await diagnose([sourceOf('a.xml', `<Events>${events.join('')}</Events>`)], {
    ...{ rules, useBuiltin: false },
    ...(hostNames === undefined ? {} : { hostNames }),
  });
  return report.findings.map(({ key }) => key.peer);
};

test('a captured host is the same by its first label', async () => {
  expect(await peersOf([lost(1, 'EX1.contoso.com'), lost(2, 'ex1')])).toEqual(['ex1']);
});

test('captured addresses are never cut', async () => {
  expect(await peersOf([lost(1, '10.0.0.1'), lost(2, '10.0.0.2')])).toEqual([]);
});

test('captured full names that share a first label stay full, also where one of them wrote the log', async () => {
  expect(await peersOf([lost(1, 'ex1.contoso.com'), lost(2, 'ex1.fabrikam.com')])).toEqual([]);
  const twice = [lost(1, 'ex1.contoso.com', 'EX1.fabrikam.com'), lost(2, 'ex1.contoso.com', 'EX1.fabrikam.com')];
  expect(await peersOf(twice)).toEqual(['ex1.contoso.com']);
});

test('host names that the configuration wants full stay full', async () => {
  expect(await peersOf([lost(1, 'EX1.contoso.com'), lost(2, 'ex1')], 'full')).toEqual([]);
  expect(await peersOf([lost(1, 'ex1.contoso.com'), lost(2, 'ex1.fabrikam.com')], 'short')).toEqual(['ex1']);
});

test.each(['fs1', 'FS1', 'FS1.contoso.com'])('the inventory finds a host by the name %s', async (name) => {
  const [peer] = rules;
  if (peer === undefined) throw new Error('no rule');
  const report = await diagnose([sourceOf('a.xml', `<Events>${lost(1, 'a')}${lost(2, 'a')}</Events>`)], {
    ...{ rules: [{ ...peer, by: ['cluster'] }], useBuiltin: false },
    groups: { [name]: { cluster: 'c1' } },
  });
  expect(report.findings.map(({ key }) => key)).toEqual([{ cluster: 'c1' }]);
});
