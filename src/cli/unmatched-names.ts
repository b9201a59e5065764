import type { Command } from 'commander';
import type { Report } from '../core/model/report.ts';
import type { DiagnoseOptions } from '../core/pipeline/options.ts';
import type { CommandContext } from './context.ts';
import { parseFact } from './options.ts';
import { warn } from './warn.ts';

/**
 * Says which names of --tz, --clock and --fact are in none of the inputs or rules, and that nothing was left to look at. A configuration names all files and hosts
 * of a fleet, the command line means these inputs. A redacted report has other names.
 */
export async function warnOfUnmatched(
  { io }: CommandContext,
  command: Command,
  report: Report,
  options: DiagnoseOptions,
): Promise<void> {
  const isTyped = (option: string): boolean => command.getOptionValueSource(option) === 'cli';
  const isQuiet = command.opts<{ quiet?: boolean }>().quiet === true;
  if (isQuiet || report.redacted !== null || !['tz', 'clock', 'host', 'since', 'until', 'fact'].some(isTyped)) return;
  const { describeUnmatchedFacts, unmatchedNames } = await import('../core/pipeline/unmatched.ts');
  const { files, clocks, isEmpty } = unmatchedNames(report, options);
  const typedFacts = isTyped('fact') ? (command.opts<{ fact?: readonly string[] }>().fact ?? []).map(parseFact) : [];
  const sentences = [
    ...(isTyped('tz') ? files.map((file) => `--tz ${file}=…: no input has this name.`) : []),
    ...(isTyped('clock') ? clocks.map((host) => `--clock ${host}=…: no log is from this host.`) : []),
    ...(await describeUnmatchedFacts(typedFacts, report, options.rules)).map(
      ({ fact: { host, name }, because }) =>
        `--fact ${host === null ? '' : `${host}:`}${name}=…: ${because}${because.endsWith('?') ? '' : '.'}`,
    ),
    ...(isEmpty ? ['No event is in the period and on the hosts asked for.'] : []),
  ];
  for (const sentence of sentences) await warn(io, sentence);
}
