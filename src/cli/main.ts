import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvdxError, hintOf } from '../core/model/errors.ts';
import { ended } from '../core/report/outline/words.ts';
import { systemReason } from '../node/system-reason.ts';
import type { Calls } from './calls.ts';
import { type AppliedConfig, NO_CONFIG, ofConfig } from './config.ts';
import { EXIT, type Outcome, weightiest } from './exit-codes.ts';
import type { CliIo } from './io.ts';
import { Interrupted } from './paste.ts';
import { type CommandEntry, createProgram, type Run, runProgram } from './program.ts';
import { warn } from './warn.ts';

/** What a shell says of a program that Ctrl-C ended: 128 and SIGINT. */
const EXIT_INTERRUPTED = 130;

/** Every command: only the one that was asked for is loaded. */
const commands: Readonly<Record<string, CommandEntry>> = {
  diagnose: {
    summary: 'find problems, their causes and what to do (the default)',
    create: async () => (await import('./commands/diagnose.ts')).createDiagnoseCommand,
  },
  events: {
    summary: 'write the events in one form, whatever their format',
    create: async () => (await import('./commands/events.ts')).createEventsCommand,
  },
  explain: {
    summary: 'say why a rule matched or did not',
    create: async () => (await import('./commands/explain.ts')).createExplainCommand,
  },
  decode: {
    summary: 'say what an error code means, in any notation',
    create: async () => (await import('./commands/decode.ts')).createDecodeCommand,
  },
  diff: {
    summary: 'say what changed between two reports, or differs between hosts',
    create: async () => (await import('./commands/diff.ts')).createDiffCommand,
  },
  rules: {
    summary: 'list, show, check, test, propose and export rules',
    create: async () => (await import('./commands/rules.ts')).createRulesCommand,
  },
};
const commandNames = Object.keys(commands);

/** The command a line of arguments is about; null is the program itself. */
const commandOf = ([first, second]: readonly string[]): string | null => {
  if (first === 'help') return second ?? null;
  if (first !== undefined && ['-h', '--help', '-V', '--version'].includes(first)) return null;
  return first !== undefined && commandNames.includes(first) ? first : 'diagnose';
};

/** A word that is neither a file nor a command but looks like one is a slip of the finger, not a missing log. */
async function guardAgainstSlips(word: string | undefined, cwd: string): Promise<void> {
  if (word === undefined || !/^[a-z]{3,12}$/.test(word) || commandNames.includes(word) || word === 'help') return;
  if (existsSync(resolve(cwd, word))) return;
  const { nearest } = await import('../core/knowledge/rules/nearest.ts');
  const meant = nearest(word, [...commandNames, 'help']);
  if (meant !== null)
    throw new EvdxError('EVDX_OPTION_INVALID', `There is no command or file "${word}"; did you mean "evdx ${meant}"?`);
}

/** `help rules check` is `rules help check`, of the only command that has others below it. */
const withTopicFirst = (args: readonly string[]): readonly string[] => {
  const [first, topic, ...rest] = args;
  return first === 'help' && topic === 'rules' && rest.length > 0 ? [topic, first, ...rest] : args;
};

/** What ended the run before its time, as one sentence. */
async function sayError(io: CliIo, error: unknown, applied: AppliedConfig): Promise<Outcome> {
  if (error instanceof EvdxError) {
    await warn(io, `${ended(ofConfig(error, applied))} ${hintOf(error)}`);
    return 'usage';
  }
  const isOutside = error instanceof Error && 'syscall' in error;
  const reason = isOutside ? systemReason(error) : error instanceof Error ? error.message : String(error);
  const advice = isOutside ? '' : ' This is a bug in evdx; please report it. EVDX_DEBUG=1 shows where it happened.';
  await warn(io, `${isOutside ? 'The system refused' : 'It failed'}: ${ended(reason)}${advice}`);
  if (io.env.EVDX_DEBUG && error instanceof Error) await io.stderr.write(`${error.stack}\n`);
  return 'incomplete';
}

/** A code with a minus sign and what stood behind it in a text (`-1018,`) looks like an option that nobody knows; a blank in front ends that. */
const asCodes = (args: readonly string[]): readonly string[] =>
  args.map((word) => (/^-\d+(?:[^\d.]|\.$)/.test(word) ? ` ${word}` : word));

/**
 * One run of the command line.
 * @param args without the program's own name.
 * @returns the exit code; nothing is thrown.
 */
export async function main(args: readonly string[], io: CliIo, given?: Calls): Promise<number> {
  const outcomes: Outcome[] = [];
  let context: Run | null = null;
  try {
    await guardAgainstSlips(args[0], io.cwd);
    const wanted = commandOf(args);
    const calls = given ?? (await import('./real-calls.ts')).realCalls;
    context = { io, calls, config: {}, applied: NO_CONFIG, ended: (outcome) => void outcomes.push(outcome) };
    const program = await createProgram(context, commands, wanted);
    const isImplied = wanted === 'diagnose' && args[0] !== 'diagnose' && args[0] !== 'help';
    outcomes.push(
      await runProgram(
        program,
        isImplied ? ['diagnose', ...args] : wanted === 'decode' ? asCodes(args) : withTopicFirst(args),
        io,
      ),
    );
  } catch (error) {
    if (error instanceof Interrupted) return EXIT_INTERRUPTED;
    outcomes.push(await sayError(io, error, context?.applied ?? NO_CONFIG));
  }
  return EXIT[weightiest(outcomes)];
}
