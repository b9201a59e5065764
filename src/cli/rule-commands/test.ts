import { Command, Option } from 'commander';
import { formatRuleProblem } from '../../core/knowledge/rules/problem.ts';
import { jsonText } from '../../core/report/json-text.ts';
import { counted } from '../../core/report/outline/words.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import type { Outcome } from '../exit-codes.ts';
import { isWatched } from '../gather-inputs.ts';
import { screenOf } from '../screen.ts';
import { addOutputOptions, type OutputFlags } from '../shared-options.ts';
import { terminalText } from '../terminal-text.ts';
import { PATHS_HELP, pathsOf } from './paths.ts';

interface TestFlags extends OutputFlags {
  readonly format: 'table' | 'json';
  readonly derive?: boolean;
  readonly watch?: boolean;
}

export const createTestCommand = (context: CommandContext): Command =>
  addOutputOptions(
    new Command('test')
      .description('Runs the tests in rule files.')
      .argument('[paths...]', PATHS_HELP)
      .addOption(
        new Option('--derive', 'also run derived tests: other orders, splits, formats and hosts, limits exceeded'),
      )
      .addOption(new Option('--watch', 'run the tests again after each change, until Ctrl-C')),
    ['table', 'json'],
  ).action((paths: string[], flags: TestFlags) =>
    flags.watch === true ? watch(context, paths, flags) : run(context, paths, flags),
  );

async function run({ io, calls, ended }: CommandContext, paths: readonly string[], flags: TestFlags): Promise<void> {
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
}

const WAITING = 'Waiting for a change; Ctrl-C ends.';
/** Back to the first column, and nothing behind it. */
const CLEAR_LINE = '\r\u001b[K';

/** Runs the tests now and after every change. Where a person watches, a line says that it waits, and is taken back. */
async function watch(context: CommandContext, paths: readonly string[], flags: TestFlags): Promise<void> {
  const { io, calls } = context;
  const isShown = isWatched(io, flags);
  const changes = calls.watchRules(pathsOf(paths), io.cwd)[Symbol.asyncIterator]();
  // Asked before each run: what is saved while it runs is not missed.
  for (let next = changes.next(), isOver = false; !isOver; ) {
    const outcomes: Outcome[] = [];
    await run({ ...context, ended: (outcome) => void outcomes.push(outcome) }, paths, flags);
    if (isShown) await io.stderr.write(WAITING);
    isOver = (await next).done === true || io.stdout.closed;
    if (isShown) await io.stderr.write(CLEAR_LINE);
    // How it ends is up to the last run.
    if (isOver) for (const outcome of outcomes) context.ended(outcome);
    else next = changes.next();
  }
  await changes.return?.();
}
