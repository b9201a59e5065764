import { describe, expect, test } from 'vitest';
import type { RuleDefinition } from '../../../src/core/knowledge/rules/schema.ts';
import { leastCostMs } from '../../support/cost.ts';
import { fullyCovered, ruleWith, shape } from './oracle/arbitrary.ts';
import { run } from './oracle/engine.ts';
import { START_MS, type WorldEvent } from './oracle/world.ts';

/** What looks at every pair takes far longer than the limit, what does not a tenth of it. */
const EVENTS = 12_000;
const LIMIT_MS = 8000;
const twoLogs = shape({ logs: ['app', 'sys'] });

type Sketch = Partial<Omit<WorldEvent, 'hits'>> & { readonly of: string; readonly dev?: string };
const events = (sketch: (index: number) => Sketch): readonly WorldEvent[] =>
  Array.from({ length: EVENTS }, (_, index) => {
    const { of, dev = 'x', ...differences } = sketch(index);
    const common = {
      source: 's',
      host: 'h1',
      log: 'app',
      record: index + 1,
      ticks: 0,
      precisionMs: 1000,
      basis: 'utc' as const,
    };
    return { ...common, uid: index + 1, timeMs: START_MS + index * 1000, hits: { [of]: { dev } }, ...differences };
  });

const CASES: readonly [string, (index: number) => Sketch, RuleDefinition['find'], Partial<RuleDefinition>][] = [
  [
    'one event, then many that could each end a chain',
    (index) => ({ of: index === 0 ? 'a' : 'b' }),
    { p: { seq: ['a', { event: 'b', forbid: 'c' }], within: '9999d', skip: 'none' } },
    {},
  ],
  [
    'equal times in two logs, in the order that needs every reservation',
    (index) => ({
      of: index % 2 === 0 ? 'a' : 'b',
      log: index % 2 === 0 ? 'app' : 'sys',
      source: `s${index % 2}`,
      timeMs: START_MS,
    }),
    { p: { seq: ['b', 'a'], within: '10s' } },
    {},
  ],
  [
    'equal times in two text exports without numbers',
    (index) => ({
      of: 'abc'.charAt(index % 3),
      record: null,
      log: index % 2 === 0 ? 'app' : 'sys',
      source: `s${index % 2}`,
      timeMs: START_MS,
    }),
    { p: { seq: ['c', 'b', 'a'], within: '10s' } },
    {},
  ],
  [
    'a clock that only runs backwards',
    (index) => ({ of: index % 3 === 0 ? 'b' : 'a', timeMs: START_MS - (index % 600) * 1000 }),
    { p: { seq: ['a', 'b', 'c'], within: '10m' } },
    {},
  ],
  [
    'a clock that steps back every ten events',
    (index) => ({ of: index % 2 === 0 ? 'b' : 'a', timeMs: START_MS - Math.floor(index / 10) * 700_000 }),
    { p: { seq: ['a', 'b', 'c'], within: '10m' } },
    {},
  ],
  [
    'a guard on a flag that many events set and clear',
    (index) => ({ of: 'abcd'.charAt(index % 4) }),
    { p: { seq: [{ event: 'a', when: { up: true } }, 'b'], within: '10s' } },
    { state: { up: { set: 'c', clear: 'd' } } },
  ],
  [
    'many keys, with absence and nearness for each',
    (index) => ({ of: index % 2 === 0 ? 'a' : 'b', dev: String(index % 10_000) }),
    {
      p: { one: 'a' },
      gone: { absent: { of: 'b', after: 'p', for: '1d' } },
      close: { near: { of: 'b', around: 'p', after: '1d' } },
    },
    { by: ['host', 'dev'] },
  ],
  [
    'many anchors among many events that are near, absent or in scope',
    (index) => ({ of: index % 3 === 0 ? 'a' : 'b' }),
    {
      p: { one: 'a' },
      gone: { absent: { of: 'c', after: 'a', for: '30d', until: 'd' } },
      close: { near: { of: 'b', around: 'a', before: '30d', after: '30d' } },
      other: { one: 'b' },
    },
    { scope: { before: '30d', after: '30d' }, grade: [{ confirmed: 'gone and close and other' }, { possible: 'p' }] },
  ],
  [
    'many devices that share the events of their host',
    (index) => (index % 2 === 0 ? { of: 'b' } : { of: 'a', dev: String(index) }),
    { p: { seq: ['a', 'b'], within: '10s' } },
    { by: ['host', 'dev'] },
  ],
  [
    'a burst of everything',
    () => ({ of: 'a' }),
    { p: { count: { of: 'a', min: 1000 }, within: '1h' }, q: { count: { of: 'a', min: 2 }, within: '1h' } },
    { grade: [{ confirmed: 'p and q' }] },
  ],
];

describe('hostile logs cost no more than long ones', () => {
  test.each(CASES)('%s', async (_, sketch, find, more) => {
    const rule = ruleWith(find, twoLogs, more);
    const { a, b, c, d } = rule.events;
    const coarse = { ...b, by: ['host'] };
    const shared =
      more.by === undefined || a === undefined || c === undefined || d === undefined
        ? rule
        : { ...rule, events: { a, b: coarse, c, d } };
    const log = fullyCovered(events(sketch));
    const judge = () => expect(run(log, ['gone' in find ? rule : shared]).findings.length).toBeLessThanOrEqual(1000);
    expect(await leastCostMs(judge, LIMIT_MS)).toBeLessThan(LIMIT_MS);
  });
});
