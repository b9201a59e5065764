import type { Command } from 'commander';
import type { Report } from '../core/model/report.ts';
import type { InputOptions } from '../core/pipeline/options.ts';
import type { CommandContext } from './context.ts';
import { warn } from './warn.ts';

/**
 * Says which names of --tz, --clock and --host are in none of the inputs, and that nothing was left to look at. A configuration names all files and hosts
 * of a fleet, the command line means these inputs. A redacted report has other names.
 */
export async function warnOfUnmatched(
  { io }: CommandContext,
  command: Command,
  report: Report,
  options: InputOptions,
): Promise<void> {
  const isTyped = (option: string): boolean => command.getOptionValueSource(option) === 'cli';
  const isQuiet = command.opts<{ quiet?: boolean }>().quiet === true;
  if (isQuiet || report.redacted !== null || !['tz', 'clock', 'host', 'since', 'until'].some(isTyped)) return;
  const { unmatchedNames } = await import('../core/pipeline/unmatched.ts');
  const { files, clocks, hosts, isEmpty } = unmatchedNames(report, options);
  const sentences = [
    ...(isTyped('tz') ? files.map((file) => `--tz ${file}=…: no input has this name.`) : []),
    ...(isTyped('clock') ? clocks.map((host) => `--clock ${host}=…: no log is from this host.`) : []),
    ...(isTyped('host') ? hosts.map((host) => `--host ${host}: no log is from this host.`) : []),
    ...(isEmpty ? ['No event is in the period and on the hosts asked for.'] : []),
  ];
  for (const sentence of sentences) await warn(io, sentence);
}
