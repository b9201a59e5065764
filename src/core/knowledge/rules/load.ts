import { isPlainMap } from '../../model/plain-map.ts';
import { allCodeNames, codeByName } from '../codes/index.ts';
import { lintRules } from './lint/lint.ts';
import { valueAt } from './plain-value.ts';
import { type Complaint, onValue, type RuleProblem } from './problem.ts';
import { resolveCodes } from './resolve-codes.ts';
import { checkRuleSet } from './rule-set.ts';
import { salvage } from './salvage.ts';
import { type RuleDefinition, type RuleFile, type RuleTest, ruleSchema } from './schema.ts';
import { complaintsOf, messageOf } from './schema-problems.ts';
import { checkEmptyMaps, checkSemantics, namesOf } from './semantics.ts';
import { type RuleSource, readYaml } from './yaml-source.ts';

export { formatRuleProblem, type RuleProblem } from './problem.ts';
export type { RuleDefinition, RuleFile, RuleTest } from './schema.ts';

export interface RulePlace {
  /** As problems show it. */
  readonly file: string;
  /** The path below the folder of rules without `.yaml`; without it any id will do. */
  readonly expectedId?: string;
}
export interface RuleText extends RulePlace {
  readonly text: string;
}
export interface LoadedRule {
  /** null when there is any problem. Code names are signed 32-bit numbers. */
  readonly rule: RuleFile | null;
  /** All mistakes of the file, by line and column. */
  readonly problems: readonly RuleProblem[];
}
export interface LoadedRules {
  /** The rules without problems, in the order of the files. */
  readonly rules: readonly RuleFile[];
  readonly problems: readonly RuleProblem[];
}

/** Reads one rule file (rule-language.md) and checks all of it but what takes other rules. Never throws. */
export function loadRule(text: string, place: RulePlace): LoadedRule {
  const { rule, problems } = examine(text, place);
  return { rule, problems };
}

/**
 * Reads rule files and checks them together.
 * @param beside rules that run as well, such as the built-in ones: findings may name them.
 */
export function loadRules(files: readonly RuleText[], beside: readonly RuleDefinition[] = []): LoadedRules {
  const { loaded, problems } = loadTogether(files, beside);
  return { rules: loaded.map(({ rule }) => rule), problems };
}

export interface CheckedRules extends LoadedRules {
  /** What is no mistake, but hardly meant, by file and place. */
  readonly lint: readonly RuleProblem[];
}

/** Reads rule files, checks them together, and looks for what they hardly mean. */
export function checkRules(files: readonly RuleText[], beside: readonly RuleDefinition[] = []): CheckedRules {
  const { loaded, others, problems } = loadTogether(files, beside);
  const rules = loaded.map(({ rule }) => rule);
  const complaints = lintRules(rules, others);
  const lint = loaded.flatMap(({ text }, index) => inOrder(placedProblems(text, complaints.get(index) ?? [])));
  return { rules, problems, lint };
}

interface Placed {
  readonly rule: RuleFile;
  /** Where it stands: places are looked for only when there is something to say, so that no parsed file stays in memory. */
  readonly text: RuleText;
}
interface LoadedTogether {
  /** The rules without problems, in the order of the files. */
  readonly loaded: readonly Placed[];
  /** Those of `beside` that none of them replaces. */
  readonly others: readonly RuleDefinition[];
  readonly problems: readonly RuleProblem[];
}

function loadTogether(files: readonly RuleText[], beside: readonly RuleDefinition[]): LoadedTogether {
  const examined = files.map((text) => ({ text, ...withoutSource(examine(text.text, text)) }));
  const loaded = examined.flatMap(({ rule, text }) => (rule === null ? [] : [{ rule, text }]));
  const own = new Set(loaded.map(({ rule }) => rule.id));
  const others = beside.filter(({ id }) => !own.has(id));
  const failed = examined.filter(({ rule }) => rule === null).map(({ id }) => id);
  const together = checkRuleSet([...loaded.map(({ rule }) => rule), ...others], failed);
  const found = loaded.map(({ text }, index) => placedProblems(text, together.get(index) ?? []));
  return {
    loaded: loaded.filter((_, index) => found[index]?.length === 0),
    others,
    problems: [...examined.flatMap(({ problems }) => problems), ...found.flat()],
  };
}

const withoutSource = ({ rule, problems, id }: Examined): Omit<Examined, 'source'> => ({ rule, problems, id });

function placedProblems({ text, file }: RuleText, complaints: readonly Complaint[]): readonly RuleProblem[] {
  if (complaints.length === 0) return [];
  const { source } = readYaml(text, file);
  return source === null ? [] : complaints.map((complaint) => source.problemOf(complaint));
}

export interface PlacedTest {
  readonly test: RuleTest;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}
export interface LoadedTests {
  readonly tests: readonly PlacedTest[];
  readonly problems: readonly RuleProblem[];
}

/**
 * The tests of a rule that has loaded, each with its place.
 * @param text of the file they stand in: that of the rule, or the one its `tests` names, which holds the bare list.
 */
export function loadTests(rule: RuleFile, { text, file }: RuleText): LoadedTests {
  const isOwnFile = typeof rule.tests === 'string';
  const { source, problems } = readYaml(text, file, isOwnFile ? 'tests' : 'rule');
  if (source === null) return { tests: [], problems };
  const { tests, complaints } = isOwnFile ? checkTests(rule, source.value) : { tests: rule.tests, complaints: [] };
  const prefix = isOwnFile ? [] : ['tests'];
  const lineOf = (index: number): number => source.problemOf(onValue([...prefix, index], '', '')).line;
  return {
    tests: typeof tests === 'string' ? [] : tests.map((test, index) => ({ test, file, line: lineOf(index) })),
    problems: inOrder([...problems, ...complaints.map((complaint) => source.problemOf(complaint))]),
  };
}

/** A list of tests as if it stood in the rule; places are those in the list. */
function checkTests(rule: RuleFile, list: unknown): Pick<RuleFile, 'tests'> & { complaints: readonly Complaint[] } {
  if (!Array.isArray(list)) {
    return { tests: [], complaints: [onValue([], 'the file holds no list of tests', 'begin each with "- name: "')] };
  }
  const { rule: checked, complaints } = checkValue({ ...rule, tests: list }, null);
  const own = complaints.filter(({ path }) => path[0] === 'tests');
  return {
    tests: own.length === 0 ? (checked?.tests ?? []) : [],
    complaints: own.map((complaint) => ({ ...complaint, path: complaint.path.slice(1) })),
  };
}

interface Examined extends LoadedRule {
  readonly source: RuleSource | null;
  /** As the file says, or as its path does. */
  readonly id: string;
}

function examine(text: string, { file, expectedId }: RulePlace): Examined {
  const { source, problems } = readYaml(text, file);
  const written = valueAt(source?.value, ['id']);
  const id = typeof written === 'string' ? written : (expectedId ?? file);
  if (source === null) return { rule: null, problems, source, id };
  const { rule, complaints } = checkValue(source.value, expectedId ?? null);
  const all = inOrder([...problems, ...complaints.map((complaint) => source.problemOf(complaint))]);
  return { rule: all.length === 0 ? rule : null, problems: all, source, id };
}

function checkValue(
  value: unknown,
  expectedId: string | null,
): { rule: RuleFile | null; complaints: readonly Complaint[] } {
  if (!isPlainMap(value)) {
    return { rule: null, complaints: [onValue([], 'the file holds no rule', 'start with the line "evdx: 1"')] };
  }
  const parsed = ruleSchema.safeParse(value, { error: messageOf });
  const refused = parsed.success ? [] : complaintsOf(parsed.error.issues, value);
  const complaints = [...refused, ...checkEmptyMaps(value)];
  const salvaged = salvage(value, refused);
  if (salvaged === null) return { rule: null, complaints };
  const { rule, complaints: unresolved } = resolveCodes(salvaged.rule, codeByName, allCodeNames);
  const meant = checkSemantics({ rule, names: namesOf(value), expectedId, isWhole: parsed.success });
  for (const complaint of [...meant, ...unresolved]) {
    const path = salvaged.restore(complaint.path);
    if (!salvaged.isDamaged(path)) complaints.push({ ...complaint, path });
  }
  return { rule, complaints };
}

/** By place, each sentence once. */
function inOrder(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
