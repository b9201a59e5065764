import { describe, expect, test } from 'vitest';
import { type CompiledRules, compileRules } from '../../../src/core/engine/compile.ts';
import { loadRule } from '../../../src/core/knowledge/rules/load.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { Scan } from '../../../src/core/model/scan.ts';
import type { ByteSource } from '../../../src/core/model/source.ts';
import { SourceError } from '../../../src/core/model/source-error.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import type { ScanOptions } from '../../../src/core/pipeline/source-scan.ts';
import { brokenSource, FOUR_EVENTS, PIECE_SIZES, sourceOf, TEXT_AND_XML } from '../../support/sources.ts';

const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
events: {refused: {log: Application, provider: MSExchangeIS, id: [9607, 9608]}}
find: {failure: {one: refused}}
causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]
resolution: [{id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}]
refs: [a source]
tests: []
`;
function compiled(): CompiledRules {
  const { rule } = loadRule(RULE, { file: 'rule.yaml' });
  if (rule === null) throw new Error('the rule does not load');
  return compileRules([rule]);
}
const RULES = compiled();
const march14 = (hour: number, minute = 0): number => Date.UTC(2006, 2, 14, hour, minute);
const read = (options: ScanOptions = {}, content = FOUR_EVENTS): Promise<Scan> =>
  scan(sourceOf('-', content), RULES, options);
const keptIds = ({ kept }: Scan) => kept.map(({ event }) => event.eventId);
const counted = ({ statistics }: Scan) => statistics.map(({ host, eventId, count }) => [host, eventId, count]);
const covered = ({ coverage }: Scan) => coverage.map(({ host, firstMs, lastMs }) => [host, firstMs, lastMs]);

describe('a scan', () => {
  test('keeps what a class asks for and counts the rest', async () => {
    const result = await read();
    expect(result).toMatchObject({
      source: '-',
      format: 'event-xml',
      encoding: 'utf-8',
      timeBasis: 'utc',
      records: 4,
      events: 4,
    });
    expect(keptIds(result)).toEqual([9607, 9608]);
    expect(counted(result)).toEqual(
      expect.arrayContaining([
        ['ex1', 9604, 1],
        ['ex2.corp.example', 9607, 1],
        ['ex1', 9608, 1],
        ['ex1', 1, 1],
      ]),
    );
    expect(result.statistics).toHaveLength(4);
    expect(result.problems).toEqual([]);
  });

  test('is the same for pieces of any size', async () => {
    const expected = await read();
    for (const size of PIECE_SIZES) expect(await scan(sourceOf('-', FOUR_EVENTS, size), RULES)).toEqual(expected);
  });

  test('takes the text and the XML of one event for one event with two places', async () => {
    const { records, events, kept, timeBasis } = await read({}, TEXT_AND_XML);
    expect({ records, events, timeBasis }).toEqual({ records: 1, events: 1, timeBasis: 'utc' });
    expect(kept.map(({ event }) => event)).toMatchObject([
      {
        position: 1,
        places: [{ source: '-', position: 13, recordId: 1 }],
        timeMs: march14(2),
        timeBasis: 'utc',
        message: 'Error code 0x50d when preparing for backup.',
        codes: [0x50d],
      },
    ]);
  });
});

describe('a period and hosts', () => {
  const ALL = [
    ['ex1', march14(1), march14(4)],
    ['ex2.corp.example', march14(2), march14(2)],
  ];
  test.each<readonly [string, ScanOptions, readonly number[], readonly unknown[]]>([
    ['all', {}, [9607, 9608], ALL],
    ['from 2:00, which is in it', { sinceMs: march14(2) }, [9607, 9608], [['ex1', march14(3), march14(4)], ALL[1]]],
    ['from a millisecond later', { sinceMs: march14(2) + 1 }, [9608], [['ex1', march14(3), march14(4)]]],
    ['up to 3:00, which is in it', { untilMs: march14(3) }, [9607, 9608], [['ex1', march14(1), march14(3)], ALL[1]]],
    ['up to a millisecond earlier', { untilMs: march14(3) - 1 }, [9607], [['ex1', march14(1), march14(1)], ALL[1]]],
    ['between', { sinceMs: march14(2), untilMs: march14(2) }, [9607], [ALL[1]]],
    ['a period in which nothing happened', { sinceMs: march14(5) }, [], []],
    ['a host', { hosts: ['ex1'] }, [9608], [ALL[0]]],
    ['a host by its first label', { hosts: ['ex2'] }, [9607], [ALL[1]]],
    ['a host of another domain', { hosts: ['ex2.other.example'] }, [], []],
  ])('%s: events and coverage', async (_name, options, ids, coverage) => {
    const result = await read(options);
    expect(keptIds(result)).toEqual(ids);
    expect(covered(result)).toEqual(coverage);
    // What lies outside was read all the same.
    expect(result).toMatchObject({ records: 4, events: 4, problems: [] });
  });

  test('events without a time lie in no period', async () => {
    const untimed = FOUR_EVENTS.replaceAll(/<TimeCreated [^>]*>/g, '');
    expect(keptIds(await read({}, untimed))).toEqual([9607, 9608]);
    expect(keptIds(await read({ sinceMs: 0 }, untimed))).toEqual([]);
  });

  test('the clock of a host that was ahead is set back before', async () => {
    const clockErrorMs = new Map([['ex2', 3_600_000]]);
    const { kept } = await read({ clockErrorMs, untilMs: march14(1, 30) });
    expect(kept.map(({ event }) => [event.eventId, event.timeMs])).toEqual([[9607, march14(1)]]);
  });

  test('what is covered is set back with the clock, whether events are kept or dropped', async () => {
    const clockErrorMs = new Map([['ex1', 3_600_000]]);
    const result = await read({ clockErrorMs });
    expect(covered(result)).toEqual([['ex1', march14(0), march14(3)], ALL[1]]);
    expect(counted(await read({ clockErrorMs, untilMs: march14(0) }))).toEqual([['ex1', 9604, 1]]);
  });
});

describe('a period and hosts, in a log of local times whose events are dropped', () => {
  const row = (time: string, host: string, id: number) => `Error,${time},Service,${id},None,${host},text`;
  const head = 'Level,Date and Time,Source,Event ID,Task Category,Computer,Message';
  /** The third day says that the month is in front. */
  const log = [
    head,
    row('3/4/2006 2:00:00 AM', 'EX1', 1),
    row('3/4/2006 4:00:00 AM', 'EX1', 2),
    row('3/4/2006 4:00:00 AM', 'EX2', 3),
    row('3/14/2006 1:00:00 AM', 'EX1', 4),
  ].join('\r\n');
  const march = (day: number, hour: number): number => Date.UTC(2006, 2, day, hour);
  const noon = 12 * 3_600_000;
  test.each<readonly [string, ScanOptions, readonly number[], readonly unknown[]]>([
    ['all', {}, [1, 2, 3, 4], [march(4, 2), march(14, 1)]],
    ['from 4:00, which is in it', { sinceMs: march(4, 4) }, [2, 3, 4], [march(4, 4), march(14, 1)]],
    ['up to 2:00 of the day', { untilMs: march(4, 2) }, [1], [march(4, 2), march(4, 2)]],
    [
      'from 3:00 UTC, in a zone ahead',
      { sinceMs: march(4, 3), zone: '+01:00' },
      [2, 3, 4],
      [march(4, 3), march(14, 0)],
    ],
    ['in April, where the day is in front', { sinceMs: Date.UTC(2006, 3, 1) }, [], []],
    ['a host', { hosts: ['ex2'] }, [3], [march(4, 4), march(4, 4)]],
    [
      'a clock that was ahead',
      { clockErrorMs: new Map([['ex1', noon]]), untilMs: march(4, 4) },
      [1, 2, 3],
      [march(3, 14), march(4, 4)],
    ],
  ])('%s: statistics and coverage', async (_name, options, ids, period) => {
    const result = await read(options, log);
    expect(result.statistics.map(({ eventId }) => eventId ?? 0).toSorted((a, b) => a - b)).toEqual(ids);
    const ends = result.coverage.flatMap(({ firstMs, lastMs }) => [firstMs, lastMs]);
    expect(ends.length === 0 ? [] : [Math.min(...ends), Math.max(...ends)]).toEqual(period);
    expect(result).toMatchObject({ kept: [], events: 4 });
    // An error keeps its sample.
    for (const { sample } of result.statistics) expect(sample).toBe('text');
  });
});

describe('the zone', () => {
  const local = TEXT_AND_XML.slice(0, TEXT_AND_XML.indexOf('Event Xml:'));
  test.each([
    ['not given', undefined, Date.UTC(2006, 2, 13, 19), 'assumed-local'],
    ['an offset', '-07:00', march14(2), 'given'],
    ['a name, in winter', 'America/Phoenix', march14(2), 'given'],
  ])('%s', async (_name, zone, timeMs, timeBasis) => {
    const { kept } = await read({ zone }, local);
    expect(kept.map(({ event }) => ({ timeMs: event.timeMs, timeBasis: event.timeBasis }))).toEqual([
      { timeMs: epochMs(timeMs), timeBasis },
    ]);
  });

  test.each([
    ['not given', undefined, 'assumed-local'],
    ['given', '-07:00', 'given'],
  ])('%s: what the source is said to be where all its events are dropped', async (_name, zone, timeBasis) => {
    const dropped = await read({ zone }, local.replace('9607', '4711'));
    expect(keptIds(dropped)).toEqual([]);
    expect(dropped.timeBasis).toBe(timeBasis);
  });

  test('moves no time that is UTC', async () => {
    const { kept } = await read({ zone: '-07:00' });
    expect(kept.map(({ event }) => event.timeMs)).toEqual([march14(2), march14(3)]);
  });
});

describe('a source that throws is a problem, never an error', () => {
  const thrower = (error: unknown): ByteSource => ({
    name: 'log.xml',
    sizeBytes: null,
    chunks: () => {
      throw error;
    },
  });
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['missing', new SourceError('input/missing', null), { code: 'input/missing', position: null, detail: null }],
    [
      'unreadable',
      new SourceError('input/unreadable', 'permission denied'),
      { code: 'input/unreadable', position: null, detail: 'permission denied' },
    ],
    [
      'a defect',
      new TypeError('x is not a function'),
      { code: 'input/internal', position: null, detail: 'x is not a function' },
    ],
    [
      'a long sentence',
      new Error('x'.repeat(1000)),
      { code: 'input/internal', position: null, detail: 'x'.repeat(200) },
    ],
    ['no Error', 'what', { code: 'input/internal', position: null, detail: null }],
  ];

  test.each(cases)('at once: %s', async (_name, error, problem) => {
    for (const source of [thrower(error), brokenSource('log.xml', error)]) {
      expect(await scan(source, RULES)).toMatchObject({
        source: 'log.xml',
        format: 'unknown',
        events: 0,
        kept: [],
        problems: [problem],
      });
    }
  });

  test.each(cases)('behind the first 64 KiB: %s', async (_name, error, problem) => {
    const { problems } = await scan(brokenSource('log.xml', error, FOUR_EVENTS.repeat(100)), RULES);
    expect(problems).toEqual([problem]);
  });
});
