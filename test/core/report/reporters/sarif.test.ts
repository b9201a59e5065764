import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/core/model/report.ts';
import { sarif } from '../../../../src/core/report/reporters/sarif.ts';
import { sarifText } from '../../../../src/core/report/sarif/sarif-text.ts';
import { sarifUri } from '../../../../src/core/report/sarif/sarif-uri.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { evidence, finding, fullReport, report, source } from '../../../support/sample-report.ts';
import { sarifProblems } from '../../../support/sarif-schema.ts';

const write = (of: Report): string => sarif(of, { zone: 'UTC' });
const runOf = (of: Report) => JSON.parse(write(of)).runs[0];

test('is valid, with everything and with nothing', () => {
  expect(sarifProblems(write(fullReport()))).toEqual([]);
  expect(sarifProblems(write(report({ sources: [] })))).toEqual([]);
});

test.each(Object.entries(hostileTexts))('is valid whatever stands in it: %s', (_name, text) => {
  expect(sarifProblems(write(poisoned(fullReport(), text.slice(0, 50_000))))).toEqual([]);
});

test('an invalid log is noticed', () => {
  const log = JSON.parse(write(fullReport()));
  log.runs[0].results[0].level = 'fatal';
  expect(sarifProblems(JSON.stringify(log))).not.toEqual([]);
});

test('a result says where it shows, and keeps its fingerprint', () => {
  const [first, second] = runOf(fullReport()).results;
  expect(first).toMatchObject({
    ruleId: 'exchange/backup-never-closed',
    ruleIndex: 0,
    level: 'error',
    partialFingerprints: { 'evdxFinding/v1': '00f2b3c4d5e6a798' },
    occurrenceCount: 2,
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'paste.txt', index: 0 }, region: { startLine: 29 } },
        logicalLocations: [{ name: 'ex1', kind: 'host' }],
        message: { text: 'MSExchangeIS 9607: Error code 0x50d when preparing for backup.' },
        properties: { time: '2006-03-02T01:00:01.000Z', codes: [1293] },
      },
    ],
    properties: { severity: 'high', grade: 'likely', host: 'ex1' },
  });
  expect(first.relatedLocations).toHaveLength(2);
  expect(second.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'logs/System.evtx' },
    region: { byteOffset: 4096, properties: { recordId: 1601 } },
  });
  expect(second).toMatchObject({ level: 'warning', ruleIndex: 1, properties: { explainedBy: 0 } });
});

test('a rule says what it is about and where to read more', () => {
  const { rules } = runOf(fullReport()).tool.driver;
  expect(rules).toMatchObject([
    {
      id: 'exchange/backup-never-closed',
      helpUri: 'https://mskb.pkisolutions.com/kb/910250',
      defaultConfiguration: { level: 'error' },
      properties: { kb: [910250], tags: ['exchange'] },
    },
    { id: 'storage/disk-error-burst' },
  ]);
  expect(rules[1]).not.toHaveProperty('helpUri');
});

describe('what could not be looked at', () => {
  test('is told, and the run was no success', () => {
    const [invocation] = runOf(fullReport()).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    const told = invocation.toolExecutionNotifications.map(
      ({ level, descriptor }: { level: string; descriptor: { id: string } }) => `${level} ${descriptor.id}`,
    );
    expect(told).toEqual([
      'error input/missing',
      'warning xml/malformed',
      'warning xml/malformed',
      'error limit/keys',
      'note not-checked',
      'note not-checked',
      'none ruled-out',
    ]);
  });
  test('of rules is told once for each reason', () => {
    const [invocation] = runOf(fullReport()).invocations;
    expect(invocation.toolExecutionNotifications).toContainEqual({
      level: 'note',
      descriptor: { id: 'not-checked' },
      message: { text: '2 rules not checked: no System log was given' },
      properties: { ruleIds: ['storage/disk-error-burst', 'exchange/dismount-deadlock-after-vss'] },
    });
  });
  test('is nothing in a sound run', () => {
    expect(runOf(report()).invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });
});

test('a finding without evidence stands at its host', () => {
  const [result] = runOf(report({ findings: [finding({ evidence: [] })] })).results;
  expect(result.locations).toEqual([{ logicalLocations: [{ name: 'ex1', kind: 'host' }] }]);
});

test('a place in a source that is not there has no address', () => {
  const stray = evidence({ at: { source: 7, position: 1, recordId: null } });
  const [result] = runOf(report({ sources: [source()], findings: [finding({ evidence: [stray] })] })).results;
  expect(result.locations[0]).not.toHaveProperty('physicalLocation');
});

test.each([
  ['see [a](javascript:x)', 'see [a\\](javascript:x)'],
  ['[a\\](x)', '[a\\\\\\](x)'],
  ['\\Device\\Harddisk1', '\\Device\\Harddisk1'],
  ['{0} and {drive}', '{{0}} and {{drive}}'],
  ['a\u001b[31m\nb', 'a\\x1b[31m b'],
])('%j is text in a message', (text, written) => {
  expect(sarifText(text)).toBe(written);
});

test.each([
  ['logs/System.evtx', 'logs/System.evtx'],
  ['case.zip!/a b.evtx', 'case.zip!/a%20b.evtx'],
  ['/var/log/a.evtx', 'file:///var/log/a.evtx'],
  ['C:/logs/ä.evtx', 'file:///C:/logs/%C3%A4.evtx'],
  ['//server/share/a.evtx', 'file://server/share/a.evtx'],
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['http://evil.example/x', 'http%3A//evil.example/x'],
  ['a?b#c', 'a%3Fb%23c'],
  ['a\ud800', 'a%EF%BF%BD'],
])('%j is the address %s', (name, uri) => {
  expect(sarifUri(name)).toBe(uri);
});
