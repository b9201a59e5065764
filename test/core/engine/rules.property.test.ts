import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { covered, numberedEvents, shape } from './oracle/arbitrary.ts';
import { wholeRule } from './oracle/arbitrary-rule.ts';
import { run } from './oracle/engine.ts';
import { summaryOf } from './oracle/summary.ts';
import { type OracleFinding, type OracleRule, OracleVerdict } from './oracle/verdict.ts';
import type { World } from './oracle/world.ts';

const RUNS = 4000;
const oneLog = shape();
const twoHosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y'] });
const twoLogs = shape({ logs: ['app', 'sys'], ties: false });

const plain = ({ key, grade, first, last, count, causes, ruledOut }: OracleFinding): string =>
  JSON.stringify(
    ruledOut ? { key, grade, first, last, count: 'ruled out' } : { key, grade, first, last, count, causes },
  );

function expectSameVerdict(world: World, rule: OracleRule): void {
  expect(summaryOf(run(world, [rule.definition]))).toEqual(new OracleVerdict(rule, world).findings().map(plain).sort());
}

/** Half a minute each, on a machine with other work three times as long. */
const TIMEOUT_MS = 180_000;

test(
  'a whole rule comes to the verdict of brute force: names, conditions, grades, rule-outs, causes, episodes, counts',
  () => {
    fc.assert(fc.property(covered(numberedEvents(oneLog)), wholeRule(oneLog, [['host']]), expectSameVerdict), {
      numRuns: RUNS,
    });
  },
  TIMEOUT_MS,
);

test(
  'each key of each host has its own findings',
  () => {
    fc.assert(
      fc.property(
        covered(numberedEvents(twoHosts)),
        wholeRule(twoHosts, [['host'], ['host', 'dev']]),
        expectSameVerdict,
      ),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test(
  'logs side by side are in order where their times differ, and each class is covered by its own log',
  () => {
    fc.assert(fc.property(covered(numberedEvents(twoLogs)), wholeRule(twoLogs, [['host']]), expectSameVerdict), {
      numRuns: RUNS,
    });
  },
  TIMEOUT_MS,
);
