import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { KeptEvents } from '../../../src/core/engine/kept-events.ts';
import { isWanted } from '../../../src/core/input/event-schema/wanted.ts';
import type { RuleClass, RuleDefinition, RulePart } from '../../../src/core/knowledge/rules/schema.ts';
import type { EventRecord, Level } from '../../../src/core/model/event.ts';
import { ruleWith, shape } from './oracle/arbitrary.ts';
import { eventRecord } from './support/events.ts';

const RUNS = 1500;
const PROVIDERS = [
  'ESE',
  'ese',
  'ESENT',
  'DCOM',
  'Microsoft-Windows-DistributedCOM',
  'Microsoft-Windows-Kernel-General',
  'Kernel-General',
  '__proto__',
];
const LEVELS: readonly Level[] = ['critical', 'error', 'warning'];
const provider = fc.constantFrom(...PROVIDERS);

const part: fc.Arbitrary<RulePart> = fc
  .record({
    provider: fc.option(fc.oneof(provider, fc.constant({ like: ['ESE*', '*COM'] }))),
    id: fc.option(fc.oneof(fc.constantFrom(1, 2, 65_535), fc.constant([1, 3]), fc.constant({ from: 2, to: 5 }))),
    code: fc.option(fc.constantFrom(-1032, 5)),
    log: fc.option(fc.constantFrom('Application', 'System')),
    level: fc.option(fc.constantFrom<RulePart['level']>('error', ['critical', 'warning'])),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)));

/** What the loader lets pass: a provider or an id in every branch, or a code and a level of warning or worse. */
const eventClass: fc.Arbitrary<RuleClass> = fc
  .tuple(part, fc.option(fc.array(part, { minLength: 1, maxLength: 3 })))
  .map(([own, any]) => {
    const branches = any ?? [{}];
    const isNamed = branches.every((branch) =>
      [own, branch].some(({ id, provider: name }) => id !== undefined || name !== undefined),
    );
    const coded = isNamed ? {} : { code: -1032, level: [...LEVELS] };
    return { ...own, ...(any === null ? {} : { any }), ...coded };
  });

const event: fc.Arbitrary<EventRecord> = fc
  .record({
    provider: fc.option(provider),
    providerAlias: fc.option(provider),
    eventId: fc.option(fc.constantFrom(0, 1, 2, 3, 5, 6, 12, 6005, 65_535)),
    level: fc.option(fc.constantFrom<Level>('critical', 'error', 'warning', 'information')),
    channel: fc.option(fc.constantFrom('Application', 'System')),
    codes: fc.constantFrom<number[]>([], [-1032], [5, -1032]),
  })
  .map((all) => eventRecord({ ...all, message: all.codes.map((code) => `error ${code}`).join(', ') }));

const ruleOf = (events: Record<string, RuleClass>): RuleDefinition => ({
  ...ruleWith({ p: { one: 'c0' } }, shape()),
  events,
});

test('no event that some class would take is refused, and each is offered to every class that takes it', () => {
  fc.assert(
    fc.property(fc.array(eventClass, { minLength: 1, maxLength: 4 }), event, (classes, one) => {
      const rules = compileRules([
        ruleOf(Object.fromEntries(classes.map((definition, index) => [`c${index}`, definition]))),
      ]);
      const takers = rules.classes.filter((compiled) => compiled.judgeOf(one)(one).takes).map(({ index }) => index);
      const kept = new KeptEvents(rules);
      const hits = kept.take(one, kept.judge(one))?.hits.map(({ classIndex }) => classIndex) ?? [];
      const isRead = isWanted(rules.interest, { ...one, time: null, otherForms: [] });
      return JSON.stringify([...hits].sort()) === JSON.stringify(takers) && (takers.length === 0 || isRead);
    }),
    { numRuns: RUNS },
  );
});

test('what coverage needs is always wanted', () => {
  const { interest } = compileRules([ruleOf({ c0: { provider: 'ESE', id: 1 } })]);
  const anyProvider = [104, 517, 520, 1102, 4616, 6005, 6006, 6008, 6009];
  expect(anyProvider.every((id) => interest.wants('EventLog', id))).toBe(true);
  for (const name of ['Microsoft-Windows-Kernel-General', 'Kernel-General', 'microsoft-windows-kernel-power']) {
    expect([1, 12, 41].map((id) => interest.wants(name, id))).toEqual([true, true, true]);
  }
  expect(interest.wants('Disk', 41)).toBe(false);
});

test('a class that names no id asks for its levels and logs only, of events that state them', () => {
  const { interest } = compileRules([
    ruleOf({ c0: { provider: 'ESE', level: ['error', 'warning'], log: 'Application' } }),
  ]);
  expect(interest.wants('ESE', 7, 'error', 'application')).toBe(true);
  expect(interest.wants('ESE', 7, null, null)).toBe(true);
  expect(interest.wants('ESE', 7, 'information', 'Application')).toBe(false);
  expect(interest.wants('ESE', 7, 'error', 'ESE/Operational')).toBe(false);
});

test('a class that names an id asks for it at every level: another one is a near miss', () => {
  const { interest } = compileRules([ruleOf({ c0: { provider: 'ESE', id: 439, level: 'error' } })]);
  expect(interest.wants('ESE', 439, 'information', 'Application')).toBe(true);
});

test('an unknown provider or id is wanted where the rest could fit', () => {
  const { interest } = compileRules([ruleOf({ c0: { provider: 'ESE', id: 439 } })]);
  expect([
    interest.wants(null, 439),
    interest.wants('Disk', null),
    interest.wants(null, null),
    interest.wants(null, 440),
  ]).toEqual([true, true, true, false]);
});

test('a code is looked for in any notation, only where some class names codes alone', () => {
  const coded = compileRules(
    [ruleOf({ c0: { code: -1032, level: 'error' } })],
    new Map([['JET_errFileAccessDenied', -1032]]),
  );
  expect(
    ['-1032', '0xfffffbf8', '4294966264', 'JET_errFileAccessDenied', '-1033'].map((text) =>
      coded.interest.mayHoldCode(`error ${text}.`),
    ),
  ).toEqual([true, true, true, true, false]);
  expect(compileRules([ruleOf({ c0: { id: 439, code: -1032 } })]).interest.mayHoldCode('error -1032')).toBe(false);
});
