import { Command } from 'commander';
import { articlesOf } from '../../core/knowledge/rules/articles-of.ts';
import type { RuleDefinition } from '../../core/knowledge/rules/schema.ts';
import { jsonText } from '../../core/report/json-text.ts';
import { type Document, joined, list, quiet, strong, text } from '../../core/report/outline/document.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { createCheckCommand } from '../rule-commands/check.ts';
import { createExportCommand } from '../rule-commands/export.ts';
import { createNewCommand } from '../rule-commands/new.ts';
import { createTestCommand } from '../rule-commands/test.ts';
import { outlineRule } from '../rule-outline.ts';
import { loadRules } from '../run-options.ts';
import { screenOf } from '../screen.ts';
import { addOutputOptions, addRuleOptions, type OutputFlags, type RuleFlags } from '../shared-options.ts';
import { renderTerminal } from '../terminal/render.ts';

interface RulesFlags extends OutputFlags, RuleFlags {
  readonly format: 'table' | 'json';
}

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

/** `evdx rules`: what evdx knows, and the tools of those who write rules. */
export const createRulesCommand = (context: CommandContext): Command =>
  new Command('rules')
    .description('Lists, shows, checks, tests, proposes and exports rules.')
    .addCommand(createListCommand(context))
    .addCommand(createShowCommand(context))
    .addCommand(createCheckCommand(context))
    .addCommand(createTestCommand(context))
    .addCommand(createNewCommand(context))
    .addCommand(createExportCommand(context));
