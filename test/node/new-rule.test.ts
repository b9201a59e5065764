import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createTestBench, runRuleTest } from '../../src/core/index.ts';
import { checkRules, formatRuleProblem, loadTests } from '../../src/core/knowledge/rules/load.ts';
import type { ByteSource } from '../../src/core/model/source.ts';
import { findInputs } from '../../src/node/find-inputs.ts';
import { newRule } from '../../src/node/new-rule.ts';
import { samples, sampleUrl } from '../support/samples.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const pasted = (text: string): ByteSource => ({
  name: '-',
  sizeBytes: null,
  chunks: () => [new TextEncoder().encode(text)],
});
const proposal = (text: string, id: string | null = null) => newRule([pasted(text)], {}, id);

/** What is wrong with a proposal: mistakes, and tests that do not pass. */
async function faultsOf(name: string, text: string): Promise<readonly string[]> {
  const { rules, problems } = checkRules([{ file: name, text }]);
  const [rule] = rules;
  if (rule === undefined) return problems.map(formatRuleProblem);
  const bench = await createTestBench(rule, []);
  const faults: string[] = [];
  for (const { test: one } of loadTests(rule, { file: name, text }).tests) {
    const message = await runRuleTest(bench, one, () => pasted(''));
    if (message !== null) faults.push(`${name}: ${one.name}: ${message}`);
  }
  return faults;
}

const event = (
  minute: number,
  log: string,
  provider: string,
  id: number,
  level: string,
  ...strings: string[]
): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID>${id}</EventID><Level>${level}</Level><TimeCreated SystemTime="2012-03-01T01:${String(minute).padStart(2, '0')}:00.000Z"/><Channel>${log}</Channel><Computer>EX1</Computer></System><EventData>${strings.map((text) => `<Data>${text}</Data>`).join('')}</EventData></Event>`;

test('a proposal has classes, codes by name, captures, a pattern, tests of the very events, and places to write', async () => {
  const xml = [
    event(0, 'System', 'disk', 11, '2', String.raw`\Device\Harddisk1\DR1`),
    event(4, 'Application', 'ESE', 481, '2', 'store', String.raw`D:\db\priv1.edb`, '-1022'),
    event(30, 'Application', 'Chatter', 1, '4', 'nothing'),
  ];
  await expect(await proposal(xml.join('\n'), 'exchange/read-error')).toMatchFileSnapshot('new-rule.snapshot.yaml');
});

test('events of different logs at one time are in no order', async () => {
  const xml = [
    event(0, 'System', 'disk', 11, '2', String.raw`\Device\Harddisk1\DR1`),
    event(0, 'Application', 'ESE', 481, '2', 'store'),
  ];
  expect(await proposal(xml.join('\n'))).toContain('together: {all: [disk_11, ese_481], within: 1m}');
});

test('what is farther away than an hour, or stands on another host, is left out', async () => {
  const far = event(0, 'System', 'disk', 11, '2').replace('T01:', 'T05:');
  const elsewhere = event(0, 'System', 'ntfs', 55, '2').replace('EX1', 'EX2');
  const text = await proposal([far, elsewhere, event(1, 'Application', 'ESE', 481, '2')].join('\n'));
  expect(text).toContain('incident: {one: disk_11}');
  expect(text).not.toContain('together');
});

test('a name with an underscore, which is a blank in the lines of tests, still is found', async () => {
  const provider = 'Microsoft-Windows-ActiveDirectory_DomainService';
  const text = (await proposal(event(0, 'Directory Service', provider, 1084, '2', '8451'))) ?? '';
  expect(text).toContain('provider: Microsoft-Windows-ActiveDirectory_DomainService');
  expect(await faultsOf('f', text)).toEqual([]);
});

test.each([
  ['no id at all', null, 'disk/event-11'],
  ['a path that is no id', 'Bad Name', 'disk/event-11'],
  ['a path below rules/', 'storage/own', 'storage/own'],
])('%s', async (_name, id, expected) => {
  expect(await proposal(event(0, 'System', 'disk', 11, '2'), id)).toContain(`\nid: ${expected}\n`);
});

test('where nothing has a source or id there is nothing to propose', async () => {
  expect(await proposal('Just words.')).toBeNull();
});

describe('every proposal loads, and passes its own tests', () => {
  test('from each fixture', async () => {
    const faults: string[] = [];
    for (const source of findInputs(['fixtures/cases', 'fixtures/formats'], ROOT)) {
      const text = await newRule([source], {}, null);
      if (text !== null) faults.push(...(await faultsOf(source.name, text)));
    }
    expect(faults).toEqual([]);
  });
  test('from logs of real machines', async () => {
    const faults: string[] = [];
    for (const { path } of samples('the proposing of rules')) {
      const text = await newRule(findInputs([fileURLToPath(sampleUrl(path))], ROOT), {}, null);
      if (text !== null) faults.push(...(await faultsOf(path, text)));
    }
    expect(faults).toEqual([]);
  });
});
