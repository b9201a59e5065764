import * as fc from 'fast-check';
import { test } from 'vitest';
import {
  covered,
  flagStates,
  fullyCovered,
  looseEvents,
  numberedEvents,
  oneEvent,
  ruleWith,
  seqPattern,
  shape,
  withHostOnly,
} from './oracle/arbitrary.ts';
import { expectSameEnds, expectSameMatches, expectSoundAndComplete } from './oracle/check.ts';

const RUNS = 3000;
const oneLog = shape();
const hosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y', null] });
const jittering = shape({ jitter: true });
const stepping = shape({ jitter: true, clockSteps: true });

test('the matches of a seq are those of brute force, event by event: order, window, gap, forbid, times, both kinds of skip', () => {
  fc.assert(
    fc.property(numberedEvents(oneLog, true), seqPattern(oneLog.classes), (events, pattern) =>
      expectSameMatches(fullyCovered(events), ruleWith({ p: pattern }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('keys never mix: host and captured field, an event without the field takes no part, a class with a coarser key joins all', () => {
  fc.assert(
    fc.property(
      numberedEvents(hosts),
      seqPattern(hosts.classes, { maxSteps: 3 }),
      fc.constantFrom<string[]>(['host'], ['host', 'dev']),
      fc.boolean(),
      (events, pattern, by, isCoarse) => {
        const rule = ruleWith({ p: pattern }, hosts, { by });
        expectSameMatches(fullyCovered(events), isCoarse ? withHostOnly(rule, 'a') : rule, 'p');
      },
    ),
    { numRuns: RUNS },
  );
});

test('guards read a flag just before the event, and coverage decides how surely flags and forbidden events are known', () => {
  fc.assert(
    fc.property(
      covered(numberedEvents(oneLog, true)),
      seqPattern(oneLog.classes, { maxSteps: 3, flags: ['up'] }),
      flagStates(oneLog.classes),
      fc.constantFrom('5s', '60s'),
      (world, pattern, state, before) =>
        expectSameMatches(world, ruleWith({ p: pattern }, oneLog, { state, scope: { before } }), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('a clock that jitters changes no order; where a match ends, and how surely, is as by brute force', () => {
  fc.assert(
    fc.property(numberedEvents(jittering), seqPattern(jittering.classes), (events, pattern) =>
      expectSameEnds(fullyCovered(events), ruleWith({ p: pattern }, jittering), 'p'),
    ),
    { numRuns: RUNS },
  );
});

/** The oldest chain of an event must not stand for its newest: the sure one that ends last is among them. */
const acrossTwoSteps = [
  oneEvent(1, 'a', 0),
  oneEvent(2, 'a', -600_601),
  oneEvent(3, 'b', -600_601),
  oneEvent(4, 'a', -660_601),
  oneEvent(5, 'a', -660_601),
  oneEvent(6, 'b', -660_601, { ticks: 1 }),
];

test('what lies across a clock that stepped back is unknown; within 10 minutes it is jitter', () => {
  fc.assert(
    fc.property(numberedEvents(stepping), seqPattern(stepping.classes, { forbid: false }), (events, pattern) =>
      expectSameEnds(fullyCovered(events), ruleWith({ p: pattern }, stepping), 'p'),
    ),
    { numRuns: RUNS, examples: [[acrossTwoSteps, { seq: ['a', 'a', 'b'], within: '10s' }]] },
  );
});

test('an optional step never decides', () => {
  fc.assert(
    fc.property(
      numberedEvents(oneLog),
      seqPattern(['a', 'b', 'c'], { optional: false, forbid: false }),
      fc.nat({ max: 4 }),
      (events, pattern, at) => {
        const withOptional = {
          ...pattern,
          seq: pattern.seq.toSpliced(at, 0, { event: 'd', optional: true, gap: '1s' }),
        };
        expectSameMatches(fullyCovered(events), ruleWith({ p: withOptional }, oneLog), 'p', new Set(['d']));
      },
    ),
    { numRuns: RUNS / 3 },
  );
});

const loose = shape({
  hosts: ['h1', 'h2', null],
  logs: ['app', 'sys', null],
  maxEvents: 8,
  jitter: true,
  clockSteps: true,
});

/** The chain from the event without a time holds leniently behind the border, where the newer one is unknown. */
const timelessAheadOfStep = [
  oneEvent(1, 'b', 0, { timeMs: null, basis: 'none' }),
  oneEvent(2, 'b', 0),
  oneEvent(3, 'b', -3_600_000),
  oneEvent(4, 'c', -3_540_000),
];

/** Two events of one moment, at which one step of the clock ends and another begins. */
const betweenTwoSteps = [
  oneEvent(1, 'a', 0),
  oneEvent(2, 'a', -3_600_000),
  oneEvent(3, 'a', -3_600_000),
  oneEvent(4, 'a', -7_200_000),
];

/** The event of another log can be measured against the one behind the step, those ahead of it in its own log cannot. */
const fromAnotherLogAcrossStep = [
  oneEvent(1, 'd', 0),
  oneEvent(2, 'd', 4_999),
  oneEvent(3, 'd', -3_595_001, { source: 'source-1', record: null }),
  oneEvent(4, 'c', -3_655_001),
];

test('without times, numbers or a common zone, across logs and hosts, a chain is claimed as surely as it can be, and none is left out', () => {
  fc.assert(
    fc.property(
      looseEvents(loose),
      seqPattern(loose.classes, { maxSteps: 3 }),
      fc.constantFrom<string[]>(['host'], []),
      (events, pattern, by) =>
        expectSoundAndComplete(
          fullyCovered(events),
          ruleWith({ p: pattern }, loose, { by }),
          'p',
          'seq',
          pattern.skip !== 'none',
        ),
    ),
    {
      numRuns: RUNS,
      examples: [
        [timelessAheadOfStep, { seq: [{ event: 'b', gap: '5s', forbid: 'a' }, 'c'], within: '10s' }, ['host']],
        [betweenTwoSteps, { seq: ['a', { event: 'a', forbid: 'a' }], within: '10s' }, ['host']],
        [fromAnotherLogAcrossStep, { seq: ['d', 'c'], within: '10s' }, ['host']],
      ],
    },
  );
});
