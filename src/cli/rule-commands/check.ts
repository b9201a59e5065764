import { Command } from 'commander';
import { formatRuleProblem } from '../../core/knowledge/rules/problem.ts';
import { jsonText } from '../../core/report/json-text.ts';
import { counted } from '../../core/report/outline/words.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { screenOf } from '../screen.ts';
import { addOutputOptions, type OutputFlags } from '../shared-options.ts';
import { terminalText } from '../terminal-text.ts';
import { PATHS_HELP, pathsOf } from './paths.ts';

interface CheckFlags extends OutputFlags {
  readonly format: 'table' | 'json';
}

export const createCheckCommand = ({ io, calls, ended }: CommandContext): Command =>
  addOutputOptions(
    new Command('check')
      .description(
        'Finds mistakes in rule files, and what was hardly intended: where each is, and what to write instead.',
      )
      .argument('[paths...]', PATHS_HELP),
    ['table', 'json'],
  ).action(async (paths: string[], flags: CheckFlags) => {
    const { rules, problems, lint } = await calls.checkRules(pathsOf(paths), io.cwd);
    const { unicode } = screenOf(io, flags);
    const lines = [
      ...problems.map(formatRuleProblem),
      ...lint.map((warning) => formatRuleProblem({ ...warning, message: `warning: ${warning.message}` })),
    ].map((line) => terminalText(line, unicode));
    const verdict = [
      `${counted(rules.length, 'rule')} without a mistake`,
      counted(problems.length, 'mistake'),
      counted(lint.length, 'warning'),
    ].join(', ');
    const all = [
      ...problems.map((problem) => ({ ...problem, kind: 'mistake' })),
      ...lint.map((warning) => ({ ...warning, kind: 'warning' })),
    ];
    const output = flags.format === 'json' ? jsonText(all, 2) : [...lines, `${verdict}.`].join('\n');
    await emit(io, flags.output, `${output}\n`);
    if (problems.length > 0) ended('usage');
    if (lint.length > 0) ended('found');
  });
