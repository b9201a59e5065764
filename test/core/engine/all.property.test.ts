import * as fc from 'fast-check';
import { test } from 'vitest';
import { allPattern, fullyCovered, looseEvents, numberedEvents, ruleWith, shape } from './oracle/arbitrary.ts';
import { expectSameMatches, expectSoundAndComplete } from './oracle/check.ts';

const RUNS = 2000;
const oneLog = shape();
const twoHosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y', null], jitter: true });
const loose = shape({
  hosts: ['h1', 'h2', null],
  logs: ['app', 'sys', null],
  maxEvents: 8,
  jitter: true,
});

test('the sets of an all are those of brute force: it fires at the event that completes a set, with the newest of each', () => {
  fc.assert(
    fc.property(numberedEvents(oneLog), allPattern(oneLog.classes), (events, pattern) =>
      expectSameMatches(fullyCovered(events), ruleWith({ p: pattern }, oneLog), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('keys never mix, and jitter does not hide what stands close together', () => {
  fc.assert(
    fc.property(
      numberedEvents(twoHosts),
      allPattern(twoHosts.classes),
      fc.constantFrom<string[]>(['host'], ['host', 'dev'], []),
      (events, pattern, by) => expectSameMatches(fullyCovered(events), ruleWith({ p: pattern }, twoHosts, { by }), 'p'),
    ),
    { numRuns: RUNS },
  );
});

test('without times, numbers or a common zone a set is claimed as surely as it can be, and none is left out', () => {
  fc.assert(
    fc.property(
      looseEvents(loose),
      allPattern(loose.classes),
      fc.constantFrom<string[]>(['host'], []),
      (events, pattern, by) =>
        expectSoundAndComplete(fullyCovered(events), ruleWith({ p: pattern }, loose, { by }), 'p', 'all'),
    ),
    { numRuns: RUNS },
  );
});
