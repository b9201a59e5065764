import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleDefinition } from '../../../src/core/knowledge/rules/schema.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { RecordRun } from '../../../src/core/model/scan.ts';
import { covered, looseEvents, numberedEvents, ruleWith, shape } from './oracle/arbitrary.ts';
import { wholeRule } from './oracle/arbitrary-rule.ts';
import { run } from './oracle/engine.ts';
import { summaryOf } from './oracle/summary.ts';
import type { World, WorldCoverage, WorldEvent } from './oracle/world.ts';

const RUNS = 1000;
const oneLog = shape();
const twoHosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y'] });
const loose = shape({ hosts: ['h1', 'h2', null], logs: ['app', 'sys', null], maxEvents: 8, jitter: true });

const numbered = covered(numberedEvents(twoHosts));
const rule = wholeRule(twoHosts, [['host'], ['host', 'dev']]).map(({ definition }) => definition);
const unsure = looseEvents(loose).chain((events) => covered(fc.constant(events)));
const ruleOfAny = wholeRule(loose, [['host']]).map(({ definition }) => definition);

const verdict = (world: World, definition: RuleDefinition): readonly string[] => summaryOf(run(world, [definition]));
const mapEvents = ({ events, coverage }: World, change: (event: WorldEvent) => WorldEvent): World => ({
  events: events.map(change),
  coverage,
});

/** Stretches of numbers of one log in one source, as a scan counts them. */
function runsOf(events: readonly WorldEvent[]): readonly RecordRun[] {
  const runs: RecordRun[] = [];
  for (const { record, timeMs } of [...events].sort((a, b) => (a.record ?? 0) - (b.record ?? 0))) {
    if (record === null || timeMs === null) continue;
    const last = runs.at(-1);
    const [firstMs, lastMs] = [Math.min(last?.firstMs ?? timeMs, timeMs), Math.max(last?.lastMs ?? timeMs, timeMs)].map(
      epochMs,
    );
    if (firstMs === undefined || lastMs === undefined) continue;
    if (last?.lastRecord === record - 1) runs[runs.length - 1] = { ...last, lastRecord: record, firstMs, lastMs };
    else runs.push({ firstRecord: record, lastRecord: record, firstMs: epochMs(timeMs), lastMs: epochMs(timeMs) });
  }
  return runs;
}

/** What the scans of these events would say that they cover. */
function withRuns(events: readonly WorldEvent[]): World {
  const logs = new Map(events.map((event) => [JSON.stringify([event.source, event.host, event.log]), event]));
  const coverage = [...logs.values()].flatMap(({ source, host, log, basis }): readonly WorldCoverage[] => {
    const own = events.filter((event) => event.source === source && event.host === host && event.log === log);
    const times = own.flatMap(({ timeMs }) => timeMs ?? []);
    const common = { source, host, log: log ?? '', basis, completeness: 'proven', levels: 'all', gaps: [] } as const;
    return [{ ...common, fromMs: Math.min(...times), toMs: Math.max(...times), runs: runsOf(own) }];
  });
  return { events, coverage };
}

/** Each log by itself has the numbers 1, 2, 3 …, so that nothing is missing in it. */
const renumbered = numberedEvents(twoHosts).map((events) =>
  events.map((event, index) => ({
    ...event,
    record: events.slice(0, index + 1).filter(({ source }) => source === event.source).length,
  })),
);

test('a source split in two, or two merged into one, gives the same verdict: coverage joins by record number', () => {
  fc.assert(
    fc.property(
      renumbered,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      rule,
      (events, sides, definition) => {
        const split = events.map((event, index) =>
          sides[index] ? { ...event, source: `${event.source}-rest` } : event,
        );
        expect(verdict(withRuns(split), definition)).toEqual(verdict(withRuns(events), definition));
      },
    ),
    { numRuns: RUNS },
  );
});

test('a source given twice changes nothing but the places', () => {
  fc.assert(
    fc.property(renumbered, rule, (events, definition) => {
      const twice = [...events, ...events.map((event) => ({ ...event, source: `${event.source}-copy` }))];
      const [once, again] = [run(withRuns(events), [definition]), run(withRuns(twice), [definition])];
      expect(summaryOf(again)).toEqual(summaryOf(once));
      for (const { evidence } of again.findings) for (const { event } of evidence) expect(event.places).toHaveLength(2);
    }),
    { numRuns: RUNS },
  );
});

test('the names of the sources do not matter, so neither does the order of the files', () => {
  fc.assert(
    fc.property(numbered, rule, fc.nat({ max: 9 }), (world, definition, seed) => {
      const rename = (source: string): string => `${(source.length * 7 + source.charCodeAt(1) * seed) % 10}-${source}`;
      const renamed = {
        events: world.events.map((event) => ({ ...event, source: rename(event.source) })),
        coverage: world.coverage.map((one) => ({ ...one, source: rename(one.source) })),
      };
      expect(verdict(renamed, definition)).toEqual(verdict(world, definition));
    }),
    { numRuns: RUNS },
  );
});

test('other names for hosts and values give the same verdict under those names', () => {
  fc.assert(
    fc.property(numbered, rule, (world, definition) => {
      const names = new Map([
        ['h1', 'zeta'],
        ['h2', 'alpha'],
        ['x', '\\\\device\\harddisk0'],
        ['y', '__proto__'],
      ]);
      const rename = (name: string): string => names.get(name) ?? name;
      const captured = (hits: WorldEvent['hits']): WorldEvent['hits'] =>
        Object.fromEntries(
          Object.entries(hits).map(([name, values]) => [
            name,
            Object.fromEntries(Object.entries(values).map(([field, value]) => [field, rename(value)])),
          ]),
        );
      const renamed: World = {
        events: world.events.map((event) => ({ ...event, host: rename(event.host ?? ''), hits: captured(event.hits) })),
        coverage: world.coverage.map((one) => ({ ...one, host: rename(one.host ?? '') })),
      };
      const before = verdict(world, definition).map((line) =>
        [...names].reduce(
          (text, [from, to]) => text.replaceAll(`\\"${from}\\"`, JSON.stringify(JSON.stringify(to)).slice(1, -1)),
          line,
        ),
      );
      expect(verdict(renamed, definition)).toEqual([...before].sort());
    }),
    { numRuns: RUNS },
  );
});

test('all times moved together move the verdict', () => {
  fc.assert(
    fc.property(unsure, ruleOfAny, fc.integer({ min: -1_000_000, max: 1_000_000 }), (world, definition, minutes) => {
      const byMs = minutes * 60_000;
      const moved: World = {
        events: world.events.map((event) => ({ ...event, timeMs: event.timeMs === null ? null : event.timeMs + byMs })),
        coverage: world.coverage.map((one) => ({ ...one, fromMs: one.fromMs + byMs, toMs: one.toMs + byMs })),
      };
      const back = verdict(moved, definition).map((line) =>
        line.replace(
          /"(first|last)":(\d+)/g,
          (_, end: string, ms: string) => `"${end}":${ms === '0' ? 0 : Number(ms) - byMs}`,
        ),
      );
      expect([...back].sort()).toEqual(verdict(world, definition));
    }),
    { numRuns: RUNS },
  );
});

test('events of no class change nothing, wherever they stand', () => {
  const extra = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 20_000 })), { maxLength: 6 });
  fc.assert(
    fc.property(
      covered(numberedEvents(oneLog)),
      wholeRule(oneLog, [['host']]),
      extra,
      (world, { definition }, places) => {
        const spread = mapEvents(world, (event) => ({
          ...event,
          uid: event.uid * 10,
          record: (event.record ?? 0) * 10,
        }));
        const strangers = places.flatMap(([place, afterMs], index): readonly WorldEvent[] => {
          const [before, behind] = [spread.events[place], spread.events[place + 1]];
          if (before?.timeMs == null) return [];
          const timeMs = Math.min(before.timeMs + afterMs, behind?.timeMs ?? Number.POSITIVE_INFINITY);
          return [
            {
              ...before,
              uid: before.uid + index + 1,
              record: (before.record ?? 0) + index + 1,
              timeMs,
              ticks: timeMs === before.timeMs ? before.ticks : 0,
              hits: {},
            },
          ];
        });
        expect(verdict({ ...spread, events: [...spread.events, ...strangers] }, definition)).toEqual(
          verdict(world, definition),
        );
      },
    ),
    { numRuns: RUNS },
  );
});

test('other rules do not matter', () => {
  const stranger = (name: string): RuleDefinition => ({
    ...ruleWith({ p: { one: 'z' } }, shape({ classes: ['z'], logs: ['app'] })),
    id: `${name}/stranger`,
  });
  fc.assert(
    fc.property(unsure, ruleOfAny, fc.constantFrom('a', 'z'), (world, definition, name) => {
      const alone = run(world, [definition]);
      const together = run(world, [definition, stranger(name)]);
      expect(together.findings.filter(({ ruleId }) => ruleId === definition.id)).toEqual(alone.findings);
      expect(together.ruledOut.filter(({ ruleId }) => ruleId === definition.id)).toEqual(alone.ruledOut);
      expect(together.nearMisses.filter(({ ruleId }) => ruleId === definition.id)).toEqual(alone.nearMisses);
    }),
    { numRuns: RUNS },
  );
});

test('a numbered log read backwards is the same log', () => {
  fc.assert(
    fc.property(numbered, rule, (world, definition) => {
      const turned = mapEvents(world, (event) => ({ ...event, uid: 100 - event.uid }));
      expect(verdict(turned, definition)).toEqual(verdict(world, definition));
    }),
    { numRuns: RUNS },
  );
});
