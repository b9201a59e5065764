import * as fc from 'fast-check';
import { test } from 'vitest';
import {
  absentPattern,
  covered,
  looseEvents,
  nearPattern,
  numberedEvents,
  ruleWith,
  seqPattern,
  shape,
  withHostOnly,
} from './oracle/arbitrary.ts';
import { expectSameMatches, expectSameValues } from './oracle/check.ts';

const RUNS = 2500;
const oneLog = shape();
const twoHosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y', null] });
const loose = shape({ hosts: ['h1', 'h2', null], logs: ['app', 'sys', null], maxEvents: 8 });

test('an absence is false once seen, true where the logs cover it, else unknown: after and before, until, of an event or a sequence', () => {
  fc.assert(
    fc.property(
      covered(numberedEvents(oneLog)),
      absentPattern(oneLog.classes, ['a', 'first']),
      seqPattern(['a', 'b'], { maxSteps: 2, forbid: false }),
      (world, pattern, first) => expectSameValues(world, ruleWith({ p: pattern, first }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('absence and nearness are looked for under the key of what they stand at, or under each below it where that is coarser', () => {
  fc.assert(
    fc.property(
      covered(numberedEvents(twoHosts)),
      fc.oneof(absentPattern(twoHosts.classes, ['a']), nearPattern(twoHosts.classes, ['a'])),
      fc.constantFrom<string[]>(['host'], ['host', 'dev']),
      fc.boolean(),
      (world, pattern, by, isCoarse) => {
        const rule = ruleWith({ p: pattern }, twoHosts, { by });
        expectSameValues(world, isCoarse ? withHostOnly(rule, 'a') : rule, 'p');
      },
    ),
    { numRuns: RUNS },
  );
});

test('near is true once seen, false where the logs cover the time and nothing is there, else unknown', () => {
  fc.assert(
    fc.property(
      covered(numberedEvents(oneLog)),
      nearPattern(oneLog.classes, ['a', 'first']),
      seqPattern(['a', 'b'], { maxSteps: 2, forbid: false }),
      (world, pattern, first) => expectSameValues(world, ruleWith({ p: pattern, first }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('without times, numbers or a common zone, and across logs, absence and nearness stay as open as they are', () => {
  fc.assert(
    fc.property(
      looseEvents(loose).chain((events) => covered(fc.constant(events))),
      fc.oneof(absentPattern(loose.classes, ['a'], false), nearPattern(loose.classes, ['a'])),
      (world, pattern) => expectSameValues(world, ruleWith({ p: pattern }, loose), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('any drops what shares an event with a match listed earlier', () => {
  fc.assert(
    fc.property(
      covered(numberedEvents(oneLog)),
      seqPattern(oneLog.classes, { maxSteps: 3 }),
      seqPattern(oneLog.classes, { maxSteps: 2 }),
      (world, first, second) =>
        expectSameMatches(world, ruleWith({ p: { any: ['first', 'second', 'd'] }, first, second }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});
