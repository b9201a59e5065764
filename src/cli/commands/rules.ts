import { Command, Option } from 'commander';
import { formatRuleProblem } from '../../core/knowledge/rules/problem.ts';
import type { RuleDefinition } from '../../core/knowledge/rules/schema.ts';
import { jsonText } from '../../core/report/json-text.ts';
import { type Document, joined, list, quiet, strong, text } from '../../core/report/outline/document.ts';
import { counted } from '../../core/report/outline/words.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { outlineRule } from '../rule-outline.ts';
import { loadRules } from '../run-options.ts';
import { screenOf } from '../screen.ts';
import { addOutputOptions, addRuleOptions, type OutputFlags, type RuleFlags } from '../shared-options.ts';
import { renderTerminal } from '../terminal/render.ts';
import { terminalText } from '../terminal-text.ts';

interface RulesFlags extends OutputFlags, RuleFlags {
  readonly format: 'table' | 'json';
}
/** Rules of this folder are meant where none is named. */
const DEFAULT_FOLDER = 'rules';

const articlesOf = ({ refs }: RuleDefinition): number[] =>
  refs.flatMap((ref) => (typeof ref === 'object' && ref.kb !== undefined ? [ref.kb] : []));

const toRow = (rule: RuleDefinition) => ({
  id: rule.id,
  kb: articlesOf(rule),
  title: rule.title,
  area: rule.id.split('/')[0] ?? '',
  severity: rule.severity,
  status: rule.status ?? 'test',
});

const describeRow = ({ id, kb, title, severity, status }: ReturnType<typeof toRow>): Document => [
  text(
    ...joined([
      [strong(id)],
      [{ text: severity, tone: severity }],
      [quiet(status)],
      kb.length === 0 ? null : [kb.map((number) => `KB${number}`).join(' ')],
    ]),
  ),
  text(title),
];

const createListCommand = (context: CommandContext): Command => {
  const command = addOutputOptions(new Command('list').description('Lists the rules that run.'), ['table', 'json']);
  return addRuleOptions(command).action(async (flags: RulesFlags) => {
    const { io, calls } = context;
    const rules = await calls.allRules(await loadRules(context, flags.rules));
    const rows = rules.map(toRow);
    const output =
      flags.format === 'json'
        ? `${jsonText(rows, 2)}\n`
        : renderTerminal([list('bullet', rows.map(describeRow))], screenOf(io, flags));
    await emit(io, flags.output, output);
  });
};

const createShowCommand = (context: CommandContext): Command => {
  const command = new Command('show')
    .description('Shows what a rule looks for, and what it says then.')
    .argument('<rule>', 'id, area or KB number');
  addOutputOptions(command, ['table', 'json']);
  return addRuleOptions(command).action(async (name: string, flags: RulesFlags) => {
    const { io, calls } = context;
    const rules = await calls.rulesNamed(name, await loadRules(context, flags.rules));
    const output =
      flags.format === 'json'
        ? `${jsonText(rules, 2)}\n`
        : renderTerminal(rules.flatMap(outlineRule), screenOf(io, flags)).trimStart();
    await emit(io, flags.output, output);
  });
};

const pathsOf = (paths: readonly string[]): readonly string[] => (paths.length === 0 ? [DEFAULT_FOLDER] : paths);

const createCheckCommand = ({ io, calls, ended }: CommandContext): Command =>
  addOutputOptions(
    new Command('check')
      .description('Finds every mistake in rule files, each with its place and what to write instead.')
      .argument('[paths...]', `rule files or folders; without any, the folder ${DEFAULT_FOLDER}`),
    ['table', 'json'],
  ).action(async (paths: string[], flags: RulesFlags) => {
    const { rules, problems } = await calls.loadRules(pathsOf(paths), io.cwd);
    const { unicode } = screenOf(io, flags);
    const lines = problems.map((problem) => terminalText(formatRuleProblem(problem), unicode));
    const verdict = `${counted(rules.length, 'rule')} without a mistake, ${counted(problems.length, 'mistake')}.`;
    const output = flags.format === 'json' ? jsonText(problems, 2) : [...lines, verdict].join('\n');
    await emit(io, flags.output, `${output}\n`);
    if (problems.length > 0) ended('usage');
  });

const createTestCommand = ({ io, calls, ended }: CommandContext): Command =>
  addOutputOptions(
    new Command('test')
      .description('Runs the tests that stand in rules.')
      .argument('[paths...]', `rule files or folders; without any, the folder ${DEFAULT_FOLDER}`)
      .addOption(new Option('--derive', 'also those that follow: other orders, splits, formats, hosts, limits passed')),
    ['table', 'json'],
  ).action(async (paths: string[], flags: RulesFlags & { readonly derive?: boolean }) => {
    const { results, problems } = await calls.testRules(pathsOf(paths), io.cwd, { derive: flags.derive === true });
    const failures = results.filter(({ ok }) => !ok);
    const { unicode } = screenOf(io, flags);
    const lines = [
      ...problems.map(formatRuleProblem),
      ...failures.map(({ file, line, name, derived, message }) =>
        [`${file}:${line}: ${name}`, derived === null ? '' : ` (${derived})`, `: ${message}`].join(''),
      ),
      `${counted(results.length, 'test')}, ${counted(failures.length, 'failure')}.`,
    ];
    const output =
      flags.format === 'json' ? jsonText(results, 2) : lines.map((line) => terminalText(line, unicode)).join('\n');
    await emit(io, flags.output, `${output}\n`);
    if (problems.length > 0) ended('usage');
    if (failures.length > 0) ended('found');
  });

/** `evdx rules`: what evdx knows, and the tools of those who write rules. */
export const createRulesCommand = (context: CommandContext): Command =>
  new Command('rules')
    .description('Lists, shows, checks and tests rules.')
    .addCommand(createListCommand(context))
    .addCommand(createShowCommand(context))
    .addCommand(createCheckCommand(context))
    .addCommand(createTestCommand(context));
