import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toContent, toEventRecord } from '../../../src/core/input/normalise/to-event.ts';
import { builtinRules } from '../../../src/core/knowledge/builtin/rules.ts';
import { loadRule } from '../../../src/core/knowledge/rules/load.ts';
import { parseTestLog } from '../../../src/core/knowledge/rules/test-log.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import { toolOf } from '../../../src/core/model/companion.ts';
import type { RawEvent } from '../../../src/core/model/event.ts';
import { groupBy } from '../../../src/core/model/group-by.ts';
import { grades, type Report } from '../../../src/core/model/report.ts';
import { DAY_MS } from '../../../src/core/model/time-units.ts';
import { conclude } from '../../../src/core/pipeline/conclude.ts';
import { rulesOf } from '../../../src/core/pipeline/diagnose.ts';
import { settledExact } from '../../../src/core/pipeline/period.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import { eventsToXml } from '../../../src/core/report/writers/event-xml.ts';
import { sourceOf } from '../../support/sources.ts';

/** What people give is mostly less than the log: all rules look at whole logs in which one of them finds something, and at parts of these. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const { compiled, unseen } = await rulesOf({});

interface Timed extends RawEvent {
  readonly time: Extract<RawEvent['time'], { kind: 'exact' }>;
}
const isTimed = (event: RawEvent): event is Timed =>
  event.time?.kind === 'exact' && event.host !== null && event.channel !== null && toolOf(event.provider) === null;

/** The events of the tests of a rule that expect a finding which could be surer: something in them may speak against it. */
function foundIn(id: string): readonly (readonly Timed[])[] {
  const file = `rules/${id}.yaml`;
  const { rule } = loadRule(readFileSync(`${ROOT}${file}`, 'utf8'), { file });
  return (typeof rule?.tests === 'object' ? rule.tests : []).flatMap((one) => {
    if (!('log' in one) || typeof one.expect !== 'object' || one.expect.grade === 'confirmed') return [];
    const { events } = parseTestLog(one.log);
    return events.length > 1 && events.every(isTimed) ? [events] : [];
  });
}

const EVERYDAY = { provider: 'Contoso-Agent', eventId: 4000, level: 'information', message: 'It runs.' } as const;
const NOTHING_ELSE = { providerAlias: null, strings: [], fields: new Map<string, string>(), data: null } as const;
/** Hours between two everyday events: their numbers prove that nothing is missing. */
const PACE_MS = DAY_MS / 4;

/** Each log whole, with everyday events from two days before to two days after. */
function wholeLogs(events: readonly Timed[]): readonly Timed[] {
  const times = events.map(({ time }) => time.timeMs);
  const [fromMs, toMs] = [Math.min(...times) - 2 * DAY_MS, Math.max(...times) + 2 * DAY_MS];
  const logs = groupBy(events, ({ host, channel }) => `${host} ${channel}`.toLowerCase());
  return [...logs.values()].flatMap((own) => {
    const [first] = own;
    const all: Timed[] = [...own];
    for (let atMs = fromMs; atMs <= toMs; atMs += PACE_MS) {
      const everyday = { ...first, ...EVERYDAY, ...NOTHING_ELSE, time: { ...first.time, timeMs: epochMs(atMs) } };
      const at = all.findIndex(({ time }) => time.timeMs >= atMs);
      all.splice(at === -1 ? all.length : at, 0, everyday);
    }
    return all.map((event, index) => ({ ...event, recordId: index + 1 }));
  });
}

async function judged(events: readonly Timed[]): Promise<Report> {
  const records = events.map((event) =>
    toEventRecord(event, 'log', settledExact(event), toContent(event, compiled.codeNames)),
  );
  return conclude([await scan(sourceOf('log.xml', eventsToXml(records)), compiled)], compiled, { unseen });
}

const keyOf = ({ ruleId, key }: Pick<Report['findings'][number], 'ruleId' | 'key'>): string =>
  JSON.stringify([ruleId, key]);
/** By rule and key, the best grade: 0 is the surest. */
function gradesOf({ findings }: Report): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const one of findings)
    best.set(keyOf(one), Math.min(best.get(keyOf(one)) ?? grades.length, grades.indexOf(one.grade)));
  return best;
}

test('a log without one of its events never makes surer than the whole: only what that one ruled out may stand', async () => {
  const cases = builtinRules.flatMap(({ id }) => foundIn(id));
  expect(cases.length).toBeGreaterThan(300);
  const picked = fc.tuple(fc.constantFrom(...cases), fc.nat());
  await fc.assert(
    fc.asyncProperty(picked, async ([events, nth]) => {
      const whole = wholeLogs(events);
      const told = whole.filter(({ provider }) => provider !== EVERYDAY.provider);
      const gone = told[nth % told.length];
      const all = await judged(whole);
      const ruledOut = new Set(all.ruledOut.map(keyOf));
      const known = gradesOf(all);
      const surer = [...gradesOf(await judged(whole.filter((event) => event !== gone)))].filter(
        ([key, grade]) => !ruledOut.has(key) && grade < (known.get(key) ?? grades.length),
      );
      expect(surer).toEqual([]);
    }),
    { numRuns: 120, seed: 1 },
  );
}, 300_000);
