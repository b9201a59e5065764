import type { RuleTest } from '../../../knowledge/rules/schema.ts';
import { parseCovers, parseTestLog, type TestCoverage } from '../../../knowledge/rules/test-log.ts';
import type { RawEvent } from '../../../model/event.ts';
import type { Scan } from '../../../model/scan.ts';
import { concludeTest, scanTestEvents, type TestBench } from '../../rule-test.ts';
import type { Judge, Judged, WrittenTest } from './derivation.ts';

type LogTest = Extract<RuleTest, { log: string }>;

export const judgeWith =
  (bench: TestBench, test: RuleTest): Judge =>
  (scans) => {
    const { report, ruleById } = concludeTest(scans, test, bench);
    const verdict = ruleById.get(bench.rule.id);
    if (verdict === undefined) throw new Error(`${bench.rule.id} did not run`);
    return { report, verdict };
  };

/** @param judge the engine, unless a test of the derivations brings another */
export function writtenTest(bench: TestBench, test: LogTest, judge: Judge = judgeWith(bench, test)): WrittenTest {
  const { events } = parseTestLog(test.log);
  const covers = test.covers === undefined ? null : parseCovers(test.covers);
  const scan = scanTestEvents(SOURCE, events, covers, bench);
  return { test, bench, events, covers, scan, judge, judged: judge([scan]) };
}

const SOURCE = 'test';

/** Other events as the log of the test, coverage measured on them. */
export const scanOf = (
  { bench, covers }: WrittenTest,
  events: readonly RawEvent[],
  span: TestCoverage | null = covers,
): Scan => scanTestEvents(SOURCE, events, span, bench);

/** Other events in a log that is still said to cover what it covered as written. */
export const scanCoveredAsWritten = (
  { bench, covers, scan }: WrittenTest,
  events: readonly RawEvent[],
  source = SOURCE,
): Scan => ({ ...scanTestEvents(source, events, covers, bench), coverage: scan.coverage });

export const judgeEvents = (written: WrittenTest, events: readonly RawEvent[]): Judged =>
  written.judge([scanOf(written, events)]);
