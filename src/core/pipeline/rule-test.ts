import { type CompiledRules, compileSources } from '../engine/compile.ts';
import { loadRegexEngine } from '../engine/regex.ts';
import { sourceOf } from '../engine/rule-head.ts';
import { withUsed } from '../engine/select.ts';
import { codeNamesOf } from '../knowledge/rules/code-names.ts';
import type { RuleSource } from '../knowledge/rules/rule-source.ts';
import type { RuleDefinition, RuleFile, RuleTest } from '../knowledge/rules/schema.ts';
import { parseCovers, parseTestLog, type TestCoverage } from '../knowledge/rules/test-log.ts';
import { epochMs } from '../model/brand.ts';
import type { RawEvent } from '../model/event.ts';
import { NO_FINDINGS } from '../model/parser.ts';
import { PROBLEMS } from '../model/problems.ts';
import type { LogCoverage, Scan } from '../model/scan.ts';
import type { ByteSource } from '../model/source.ts';
import { unmet } from '../report/expect.ts';
import { concludeInDetail, type DetailedReport } from './conclude.ts';
import { scan } from './scan.ts';
import { SourceScan } from './source-scan.ts';

/** A rule ready for its tests, together with the rules whose findings it uses. */
export interface TestBench {
  readonly rule: RuleFile;
  readonly compiled: CompiledRules;
  readonly unseen: ReadonlySet<string>;
}

/** @param beside rules that the rule may refer to; of one id the last counts */
export async function createTestBench(rule: RuleFile, beside: readonly RuleDefinition[]): Promise<TestBench> {
  const tested = sourceOf({ ...rule, status: 'test' });
  const { rules, unseen } = withUsed([tested], sourcesOf(tested, beside));
  await loadRegexEngine();
  return {
    rule,
    compiled: compileSources(rules, await codeNamesOf(rules.map(({ definition }) => definition))),
    unseen,
  };
}

/** Heads are worked out for the rules that are asked for only: there is a bench for each of hundreds. */
function sourcesOf(tested: RuleSource, beside: readonly RuleDefinition[]): (id: string) => RuleSource | undefined {
  const definitionById = new Map(beside.map((definition) => [definition.id, definition]));
  const sourceById = new Map([[tested.head.id, tested]]);
  return (id) => {
    const definition = definitionById.get(id);
    if (!sourceById.has(id) && definition !== undefined) sourceById.set(id, sourceOf(definition));
    return sourceById.get(id);
  };
}

const TEST_LOG = {
  format: 'rule-log',
  isExport: true,
  canBeEmpty: true,
  isAsWritten: false,
  hasOwnTexts: false,
  isWebPage: false,
  isDefinition: false,
  otherLog: null,
  encoding: () => null,
  problems: () => [],
};

/** The events of a test as one source, its coverage as the test says. */
export function scanTestEvents(
  name: string,
  events: readonly RawEvent[],
  covers: TestCoverage | null,
  { compiled }: TestBench,
): Scan {
  const source = new SourceScan(name, compiled, {});
  source.add({ events: [...events], problems: [] });
  const scanned = source.finish(TEST_LOG, { ...NO_FINDINGS, timeBasis: 'utc' }, () => null);
  return withCoverage(scanned, covers);
}

/** By default the span from first to last line of each log is proven. */
export function withCoverage(scanned: Scan, covers: TestCoverage | null): Scan {
  const coverage = scanned.coverage.map((log): LogCoverage => {
    const span =
      covers === null || covers === 'none' ? {} : { firstMs: epochMs(covers.fromMs), lastMs: epochMs(covers.toMs) };
    const isKnown = covers !== 'none' && log.channel !== null;
    return { ...log, ...span, gaps: [], levels: 'all', runs: [], completeness: isKnown ? 'proven' : 'selected' };
  });
  return { ...scanned, coverage };
}

export function concludeTest(scans: readonly Scan[], test: RuleTest, { compiled, unseen }: TestBench): DetailedReport {
  const facts = Object.entries(test.facts ?? {}).map(([name, value]) => ({
    name,
    value: typeof value === 'number' ? String(value) : value,
    host: null,
    from: 'answer' as const,
    at: null,
  }));
  return concludeInDetail(scans, compiled, { facts, unseen });
}

/** Runs one test as it is written. @param open reads the file a test names @returns what it lacks; null: it passes */
export async function runRuleTest(
  bench: TestBench,
  test: RuleTest,
  open: (file: string) => ByteSource,
): Promise<string | null> {
  const covers = test.covers === undefined ? null : parseCovers(test.covers);
  const isLog = 'log' in test;
  const scanned = isLog
    ? scanTestEvents('test', parseTestLog(test.log).events, covers, bench)
    : await scan(open(test.file), bench.compiled);
  const [unread] = scanned.events === 0 ? scanned.problems : [];
  // A file that cannot be read has no finding either.
  if (unread !== undefined) return `${scanned.source}: ${PROBLEMS[unread.code]}`;
  // A real file proves what it proves; `covers` in the test overrides it.
  const covered = isLog || covers === null ? scanned : withCoverage(scanned, covers);
  return unmet(concludeTest([covered], test, bench).report, bench.rule.id, test);
}
