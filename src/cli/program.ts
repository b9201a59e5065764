import { Command, CommanderError } from 'commander';
import { ERRORS } from '../core/model/errors.ts';
import { ended } from '../core/report/outline/words.ts';
import { VERSION } from '../core/version.ts';
import { type AppliedConfig, applyConfig, loadConfig } from './config.ts';
import type { Config } from './config-schema.ts';
import type { CommandContext } from './context.ts';
import type { Outcome } from './exit-codes.ts';
import { EXAMPLES, EXIT_CODES, helpConfiguration } from './help.ts';
import { type CliIo, STANDARD_OUTPUT } from './io.ts';
import { screenOf } from './screen.ts';
import { refuseEmptyValues, usageSentence } from './usage-words.ts';
import { warn } from './warn.ts';

export interface CommandEntry {
  readonly summary: string;
  readonly create: () => Promise<(context: CommandContext) => Command>;
}

const DESCRIPTION = `Reads exported Windows event logs and says what is wrong, how sure it is, why, and what to do.
Nothing leaves this machine. "evdx FILE" is short for "evdx diagnose FILE".`;

/** The context of a run, before its configuration is known. */
export type Run = Omit<CommandContext, 'config'> & { config: Config; applied: AppliedConfig };

export interface Program {
  readonly command: Command;
  /** What commander said on standard output and standard error. */
  readonly said: { out: string; err: string };
}

/** Without them a sub-command would end the process by itself. */
function inheritSettings(parent: Command): void {
  for (const child of parent.commands) inheritSettings(child.copyInheritedSettings(parent));
}

/** @param wanted the one command that is loaded; of the others only the summary is there. */
export async function createProgram(
  context: Run,
  commands: Readonly<Record<string, CommandEntry>>,
  wanted: string | null,
): Promise<Program> {
  const said = { out: '', err: '' };
  const command = new Command('evdx')
    .description(DESCRIPTION)
    .usage('[command] [inputs...] [options]')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp(helpConfiguration)
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text;
      },
      getOutHelpWidth: () => screenOf(context.io, {}).width,
      getErrHelpWidth: () => screenOf(context.io, {}).width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const [name, { summary, create }] of Object.entries(commands)) {
    const own = name === wanted ? (await create())(context) : new Command(name);
    command.addCommand(own.summary(summary));
  }
  inheritSettings(command);
  command.hook('preAction', async (_program, action) => {
    refuseEmptyValues(action);
    // It beats the file of a configuration.
    if (action.getOptionValue('output') === STANDARD_OUTPUT)
      action.setOptionValueWithSource('output', undefined, 'cli');
    const { config } = action.opts<{ config?: string }>();
    const loaded = await loadConfig(context.io, config);
    context.config = loaded.config;
    if (loaded.path !== null) action.setOptionValueWithSource('config', loaded.path, 'config');
    context.applied = { name: loaded.name, applied: applyConfig(action, loaded.config) };
  });
  return { command, said };
}

/** commander ends help and version by throwing, too. */
export async function runProgram({ command, said }: Program, args: readonly string[], io: CliIo): Promise<Outcome> {
  try {
    await command.parseAsync(args, { from: 'user' });
    return 'clean';
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 'clean';
    // Where a command is missing commander prints the help, which is no sentence.
    if (said.err.startsWith('Usage:')) await io.stderr.write(said.err);
    else await warn(io, formatUsage(said.err));
    return 'usage';
  } finally {
    await io.stdout.write(said.out);
  }
}
const formatUsage = (text: string): string => `${ended(usageSentence(text))} ${ERRORS.EVDX_OPTION_INVALID.hint}`;
