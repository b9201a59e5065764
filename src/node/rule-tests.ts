import { posix, resolve } from 'node:path';
import { createTestBench, deriveRuleTests, runRuleTest, type TestBench } from '../core/index.ts';
import type { PlacedTest, RuleDefinition, RuleProblem, RuleText } from '../core/knowledge/rules/load.ts';
import { fileSource } from './file-source.ts';
import { readRuleFiles, textOfTests } from './rule-folders.ts';

export interface RuleTestResult {
  readonly ruleId: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly ok: boolean;
  /** What was expected and what came; empty where that is the same. */
  readonly message: string;
  /** How the test was derived; null for one that stands in the rule. */
  readonly derived: string | null;
}
export interface TestedRules {
  readonly results: readonly RuleTestResult[];
  /** Rules and files of tests that do not load. */
  readonly problems: readonly RuleProblem[];
}
export interface RuleTestOptions {
  /** Also what follows from a test without anybody writing it. */
  readonly derive: boolean;
  /** Rules that those under test may refer to: the built-in ones. */
  readonly beside: readonly RuleDefinition[];
}

/** Runs the tests of rule files, and of folders with everything below them. */
export async function runRuleTests(
  paths: readonly string[],
  cwd: string,
  { derive, beside }: RuleTestOptions,
): Promise<TestedRules> {
  const { loadRule, loadRules, loadTests } = await import('../core/knowledge/rules/load.ts');
  const { files, problems: unread } = readRuleFiles(paths, cwd);
  const { rules, problems: refused } = loadRules(files, beside);
  const idOf = (file: RuleText): string | undefined => file.expectedId ?? loadRule(file.text, file).rule?.id;
  const fileById = new Map(files.toReversed().map((file) => [idOf(file), file]));
  const results: RuleTestResult[] = [];
  const problems: RuleProblem[] = [...unread, ...refused];
  for (const rule of rules) {
    const text = fileById.get(rule.id);
    if (text === undefined) continue;
    const read = textOfTests(rule, text, cwd);
    const loaded = loadTests(rule, read.text);
    problems.push(...read.problems, ...(read.problems.length === 0 ? loaded.problems : []));
    const bench = await createTestBench(rule, [...beside, ...rules]);
    for (const test of loaded.tests)
      results.push(...(await resultsOf(bench, test, { derive, folder: folderOf(text), cwd })));
  }
  return { results, problems };
}

const folderOf = ({ file }: RuleText): string => posix.dirname(file);

interface Place {
  readonly derive: boolean;
  /** Where the rule stands: files that its tests name are found from there. */
  readonly folder: string;
  readonly cwd: string;
}

async function resultsOf(
  bench: TestBench,
  { test, file, line }: PlacedTest,
  { derive, folder, cwd }: Place,
): Promise<readonly RuleTestResult[]> {
  const open = (name: string) => fileSource(resolve(cwd, folder, name), posix.join(folder, name));
  const place = { ruleId: bench.rule.id, name: test.name, file, line };
  const message = await runRuleTest(bench, test, open);
  if (test.known_gap === true) {
    const closed = message === null ? 'the gap is closed: leave "known_gap" out' : '';
    return [{ ...place, ok: message !== null, message: closed, derived: null }];
  }
  const written = { ...place, ok: message === null, message: message ?? '', derived: null };
  if (!derive || message !== null) return [written];
  const derived = await deriveRuleTests(bench, test);
  return [
    written,
    ...derived.map((one) => ({ ...place, ok: one.message === null, message: one.message ?? '', derived: one.name })),
  ];
}
