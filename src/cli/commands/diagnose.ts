import { Command, Option } from 'commander';
import { noCodes } from '../../core/model/code-book.ts';
import { type Grade, grades, type Report } from '../../core/model/report.ts';
import { gradedBelow, keepGrades } from '../../core/report/keep-grades.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { outcomeOf } from '../exit-codes.ts';
import { withInputs } from '../gather-inputs.ts';
import { givenWords } from '../given-words.ts';
import { EXIT_CODES } from '../help.ts';
import { openInterview } from '../interview.ts';
import { parseZone } from '../options.ts';
import { type CliReporterName, cliReporters } from '../reporters.ts';
import { type RunFlags, toRunOptions } from '../run-options.ts';
import { screenOf } from '../screen.ts';
import {
  addDisplayOptions,
  addFactOptions,
  addInputOptions,
  addInteractiveOption,
  addJobsOption,
  addOutputOptions,
  addProgressOption,
  addRedactOptions,
  addRuleOptions,
  addSelectionOptions,
  createFailOnOption,
  type DisplayFlags,
  type FailOnFlags,
  INPUTS_HELP,
  type JobsFlags,
  type OutputFlags,
  type ProgressFlags,
} from '../shared-options.ts';
import { warnOfUnmatched } from '../unmatched-names.ts';

type DiagnoseFlags = RunFlags &
  OutputFlags &
  DisplayFlags &
  ProgressFlags &
  JobsFlags &
  FailOnFlags & {
    readonly format: CliReporterName;
    readonly minGrade: Grade;
    readonly interactive?: boolean;
  };

const READ_BY_PEOPLE: ReadonlySet<CliReporterName> = new Set(['table', 'markdown', 'html']);

/** `evdx diagnose`, and `evdx` alone: find problems, their causes and what to do. */
export const createDiagnoseCommand = (context: CommandContext): Command => {
  const command = new Command('diagnose')
    .description('Finds problems in exported event logs: what is wrong, how sure that is, why, and what to do.')
    .argument('[inputs...]', INPUTS_HELP);
  addOutputOptions(command, Object.keys(cliReporters));
  addRedactOptions(addDisplayOptions(command))
    .addOption(
      new Option('--min-grade <grade>', 'leave out findings of a lower grade').choices(grades).default('possible'),
    )
    .addOption(createFailOnOption());
  addSelectionOptions(addRuleOptions(command));
  addInteractiveOption(addFactOptions(command));
  addProgressOption(command);
  addJobsOption(command);
  addInputOptions(command);
  return command.addHelpText('after', EXIT_CODES).action(async (inputs: string[], flags: DiagnoseFlags) => {
    const zone = parseZone('display-tz', flags.displayTz);
    const { io, calls, ended } = context;
    const options = await toRunOptions(context, flags);
    const interview = flags.interactive === true ? openInterview(io, inputs) : null;
    const whole = await withInputs(io, inputs, flags, (sources, endProgress) => {
      const ask = async (report: Report) => {
        await endProgress();
        return (await interview?.ask(report)) ?? [];
      };
      return calls.diagnose(sources, interview === null ? options : { ...options, ask }, flags.jobs);
    }).finally(() => interview?.end());
    await warnOfUnmatched(context, command, whole, options);
    const report = keepGrades(whole, flags.minGrade);
    const leftOut = gradedBelow(whole, flags.minGrade);
    const screen = screenOf(io, flags);
    const given = givenWords(command);
    const codes = READ_BY_PEOPLE.has(flags.format) ? await calls.nameCodes(report) : noCodes;
    await emit(
      io,
      flags.output,
      await cliReporters[flags.format](report, { zone, screen, failOn: flags.failOn, leftOut, codes, given }),
    );
    ended(outcomeOf(report, flags.failOn));
  });
};
