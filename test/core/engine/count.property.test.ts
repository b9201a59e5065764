import * as fc from 'fast-check';
import { test } from 'vitest';
import { countPattern, fullyCovered, looseEvents, numberedEvents, ruleWith, shape } from './oracle/arbitrary.ts';
import { expectSameMatches, expectSoundAndComplete } from './oracle/check.ts';

const RUNS = 2000;
const oneLog = shape({ classes: ['a', 'b'], devices: ['x', 'y', 'z'] });
const twoHosts = shape({ classes: ['a', 'b'], hosts: ['h1', 'h2'], devices: ['x', 'y', null], jitter: true });
const loose = shape({
  classes: ['a', 'b'],
  hosts: ['h1', 'h2', null],
  logs: ['app', 'sys', null],
  maxEvents: 8,
  jitter: true,
});

test('the bursts of a count are those of brute force: from the first of the min as long as each event ends a full window', () => {
  fc.assert(
    fc.property(numberedEvents(oneLog), countPattern(oneLog.classes, true), (events, pattern) =>
      expectSameMatches(fullyCovered(events), ruleWith({ p: pattern }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('keys never mix, and jitter does not hide what stands close together', () => {
  fc.assert(
    fc.property(
      numberedEvents(twoHosts),
      countPattern(twoHosts.classes, true),
      fc.constantFrom<string[]>(['host'], ['host', 'dev'], []),
      (events, pattern, by) => expectSameMatches(fullyCovered(events), ruleWith({ p: pattern }, twoHosts, { by }), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('without times, numbers or a common zone a burst is claimed as surely as it can be, and none is left out', () => {
  fc.assert(
    fc.property(
      looseEvents(loose),
      countPattern(loose.classes),
      fc.constantFrom<string[]>(['host'], []),
      (events, pattern, by) =>
        expectSoundAndComplete(fullyCovered(events), ruleWith({ p: pattern }, loose, { by }), 'p', 'count'),
    ),
    { numRuns: RUNS },
  );
});
