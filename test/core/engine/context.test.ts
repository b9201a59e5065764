import { expect, test } from 'vitest';
import { compareVersions, FactBook, parseNamed } from '../../../src/core/engine/context.ts';
import { questionOf } from '../../../src/core/engine/probe-question.ts';
import { FALSE, TRUE, UNKNOWN } from '../../../src/core/engine/truth.ts';
import type { RuleProbe } from '../../../src/core/knowledge/rules/schema.ts';
import type { Fact } from '../../../src/core/model/scan.ts';
import { ruleWith, shape } from './oracle/arbitrary.ts';

const fact = (name: string, value: string | boolean, host: string | null = 'ex1'): Fact => ({
  name,
  value,
  host,
  from: 'option',
  at: null,
});
const probe = (written: RuleProbe, ...facts: readonly Fact[]) =>
  new FactBook(facts).probe(ruleWith({ p: { one: 'a' } }, shape(), { context: { asked: written } }), 'asked', 'ex1');

test.each([
  ['6.5', '6.5.0', 0],
  ['6.5.7232.76', '6.5.7226.0', 1],
  ['6.10', '6.9', 1],
  ['5', '10', -1],
])('version %s against %s: %d', (a, b, sign) => {
  expect(compareVersions(a, b)).toBe(sign);
});

test.each([
  ['Exchange Server 2003 SP2', { name: 'exchange server 2003', servicePack: 2, build: null }],
  [
    'Microsoft(R) Windows Server 2003, Enterprise Edition, Service Pack 1 build 3790',
    { name: 'windows server 2003', servicePack: 1, build: '3790' },
  ],
  ['Windows Server 2003 R2', { name: 'windows server 2003 r2', servicePack: null, build: null }],
])('%s is read as name, service pack and build', (text, parts) => {
  expect(parseNamed(text)).toEqual(parts);
});

test('a product is true when it was named, false when another version of it was, else unknown', () => {
  const ex2003: RuleProbe = { product: 'Exchange Server 2003' };
  expect(probe(ex2003, fact('product', 'exchange server 2003 sp1'))).toBe(TRUE);
  expect(probe(ex2003, fact('product', 'Exchange Server 2007'))).toBe(FALSE);
  expect(probe(ex2003, fact('product', 'SQL Server 2005'))).toBe(UNKNOWN);
  expect(probe(ex2003)).toBe(UNKNOWN);
});

test('a host may have several products', () => {
  const facts = [
    fact('product', 'SQL Server 2005'),
    fact('product', 'Exchange Server 2007'),
    fact('product', 'Exchange Server 2003'),
  ];
  expect(probe({ product: 'Exchange Server 2003' }, ...facts)).toBe(TRUE);
});

test('service pack and build are bounded; one that nobody named leaves it open', () => {
  const sp2: RuleProbe = { os: 'Windows Server 2003', service_pack: { min: 2 } };
  const says = (value: string) => probe(sp2, fact('os', value));
  expect([says('Windows Server 2003 SP2'), says('Windows Server 2003 SP1'), says('Windows Server 2003')]).toEqual([
    TRUE,
    FALSE,
    UNKNOWN,
  ]);
  const build: RuleProbe = { os: 'Windows Server 2003', build: { min: '3790', below: '3791' } };
  expect(probe(build, fact('os', 'Windows Server 2003 build 3790.1830'))).toBe(TRUE);
  expect(probe(build, fact('os', 'Windows Server 2003 build 3791'))).toBe(FALSE);
});

test('a file has a version, with min and max included and below not', () => {
  const file = (version: { min?: string; max?: string; below?: string }) =>
    probe({ file: 'ese.dll', version }, fact('file.ESE.DLL', '6.5.7226.0'));
  expect([
    file({ min: '6.5.7226' }),
    file({ max: '6.5.7226.0' }),
    file({ below: '6.5.7226' }),
    file({ min: '6.5.7227' }),
  ]).toEqual([TRUE, TRUE, FALSE, FALSE]);
  expect(probe({ file: 'ese.dll', version: { min: '1' } })).toBe(UNKNOWN);
  expect(probe({ file: 'ese.dll', version: { min: '1' } }, fact('file.ese.dll', 'unknown'))).toBe(FALSE);
});

test('a registry value is compared as a number or a text', () => {
  const value = (wanted: string | number, is: string) =>
    probe({ registry: 'HKLM\\X\\Y', value: wanted }, fact('registry.HKLM\\x\\y', is));
  expect([value(1, '1'), value(1, '2'), value('Auto', 'auto')]).toEqual([TRUE, FALSE, TRUE]);
});

test('an answer by name beats what a probe finds, and the name with the rule beats the bare one', () => {
  const ask: RuleProbe = { ask: 'Is it?' };
  expect(probe(ask)).toBe(UNKNOWN);
  expect([probe(ask, fact('asked', true)), probe(ask, fact('asked', 'No')), probe(ask, fact('asked', 'yes'))]).toEqual([
    TRUE,
    FALSE,
    TRUE,
  ]);
  expect(probe(ask, fact('asked', true), fact('test/rule.asked', false))).toBe(FALSE);
  expect(probe({ product: 'A' }, fact('product', 'A'), fact('asked', false))).toBe(FALSE);
});

test.each(['maybe', '', 'yes?'])(
  'an answer %j is neither yes nor no: it says nothing, and another one counts',
  (said) => {
    const ask: RuleProbe = { ask: 'Is it?' };
    expect(probe(ask, fact('asked', said))).toBe(UNKNOWN);
    expect(probe(ask, fact('asked', true, null), fact('asked', said))).toBe(TRUE);
    expect(probe({ product: 'A' }, fact('product', 'A'), fact('asked', said))).toBe(TRUE);
  },
);

test('a fact of the host beats one for all, and one of another host says nothing', () => {
  const ask: RuleProbe = { ask: 'Is it?' };
  expect(probe(ask, fact('asked', true, 'ex1'), fact('asked', false, null))).toBe(TRUE);
  expect(probe(ask, fact('asked', true, 'ex2'))).toBe(UNKNOWN);
  expect(probe(ask, fact('asked', true, null))).toBe(TRUE);
});

const told = (name: string, value: string): Fact => ({ ...fact(name, value), from: 'event' });

test('what a person says beats what events and outputs tell, of this host or of all', () => {
  const sp2: RuleProbe = { os: 'Windows Server 2003', service_pack: { min: 2 } };
  const sp1 = told('os', 'Windows Server 2003 SP1 build 5.2.3790');
  expect(probe(sp2, sp1)).toBe(FALSE);
  expect(probe(sp2, sp1, fact('os', 'Windows Server 2003 SP2'))).toBe(TRUE);
  expect(probe(sp2, fact('os', 'Windows Server 2003 SP2', null), sp1)).toBe(TRUE);
  expect(probe(sp2, told('os', 'Windows Server 2003 SP2'), fact('os', 'Windows Server 2003'))).toBe(TRUE);
  const file: RuleProbe = { file: 'ese.dll', version: { min: '2' } };
  const answer: Fact = { ...fact('file.ese.dll', '2.0'), from: 'answer' };
  expect(probe(file, answer, told('file.ese.dll', '1.0'))).toBe(TRUE);
  expect(probe(file, fact('file.ese.dll', '1.0'), fact('file.ese.dll', '2.0'))).toBe(TRUE);
});

test('an answer adds to a product that an output named without its service pack', () => {
  const sp2: RuleProbe = { product: 'Exchange Server 2003', service_pack: 2 };
  const named = told('product', 'Exchange Server 2003');
  expect(probe(sp2, named)).toBe(UNKNOWN);
  expect(probe(sp2, named, fact('product', 'Exchange Server 2003 SP2', null))).toBe(TRUE);
  expect(probe({ product: 'Exchange Server 2003' }, named, fact('product', 'Exchange Server 2007'))).toBe(TRUE);
});

test('facts of a log that contradict each other (the machine was updated in between) leave a probe open', () => {
  const facts = [told('os', 'Windows Server 2003 SP1'), told('os', 'Windows Server 2003 SP2')];
  const of = (more: { service_pack?: number | { min: number } }) =>
    probe({ os: 'Windows Server 2003', ...more }, ...facts);
  expect([of({ service_pack: 2 }), of({ service_pack: { min: 1 } }), of({ service_pack: 3 }), of({})]).toEqual([
    UNKNOWN,
    TRUE,
    FALSE,
    TRUE,
  ]);
  const versions = [told('file.ese.dll', '1.0'), told('file.ese.dll', '2.0')];
  expect(probe({ file: 'ese.dll', version: { min: '2' } }, ...versions)).toBe(UNKNOWN);
});

test('an unknown probe becomes a question, in its own words or generated ones', () => {
  expect(questionOf({ ask: 'Were files moved?', how: 'Look.' })).toEqual({ ask: 'Were files moved?', how: 'Look.' });
  expect(questionOf({ file: 'ese.dll', version: { below: '6.5.7226' } })).toEqual({
    ask: 'Is the version of ese.dll below 6.5.7226?',
    how: 'file.ese.dll=VERSION',
  });
  expect(questionOf({ os: 'Windows Server 2003', service_pack: { min: 1, max: 2 } })).toEqual({
    ask: 'Is this Windows Server 2003 with service pack 1 or later and 2 or earlier?',
    how: 'os="Windows Server 2003 SPn"',
  });
});
