import { Command, Option } from 'commander';
import type { ComparedReport, Diff } from '../../core/model/diff.ts';
import { EvdxError } from '../../core/model/errors.ts';
import { diffReports } from '../../core/report/diff.ts';
import { diffHosts } from '../../core/report/diff-hosts.ts';
import { diffReporters } from '../../core/report/diff-reporters/index.ts';
import { outlineDiff } from '../../core/report/outline/diff.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { outcomeOfDiff } from '../exit-codes.ts';
import { STANDARD_INPUT } from '../io.ts';
import { parseZone } from '../options.ts';
import { refuseOverwriting } from '../own-files.ts';
import { readReport } from '../read-report.ts';
import { screenOf } from '../screen.ts';
import {
  addDisplayOptions,
  addOutputOptions,
  createFailOnOption,
  type DisplayFlags,
  type FailOnFlags,
  type OutputFlags,
} from '../shared-options.ts';
import { renderTerminal } from '../terminal/render.ts';
import { warn } from '../warn.ts';

const comparisons = ['run', 'host'] as const;
interface DiffFlags extends OutputFlags, DisplayFlags, FailOnFlags {
  readonly format: 'table' | keyof typeof diffReporters;
  readonly by: (typeof comparisons)[number];
}

const usage = (message: string): EvdxError => new EvdxError('EVDX_OPTION_INVALID', message);
const counts: Readonly<Record<DiffFlags['by'], { readonly reports: number; readonly sentence: string }>> = {
  run: { reports: 2, sentence: 'diff compares two reports: evdx diff OLD.json NEW.json.' },
  host: { reports: 1, sentence: 'diff --by host compares the hosts of one report: evdx diff --by host REPORT.json.' },
};

/** Every report that there is none of is told; null then. */
async function readReports({ io, ended }: CommandContext, paths: readonly string[]): Promise<ComparedReport[] | null> {
  const reports: ComparedReport[] = [];
  for (const path of paths) {
    const read = await readReport(io, path);
    if ('report' in read) reports.push(read.report);
    else {
      await warn(io, `${read.problem}.`);
      ended('incomplete');
    }
  }
  return reports.length === paths.length ? reports : null;
}

const compare = ([old, now]: readonly ComparedReport[]): Diff | null => {
  if (old === undefined) return null;
  return now === undefined ? diffHosts(old) : diffReports(old, now);
};

const EXIT_CODES = `
Exit codes:
  0  nothing at or above --fail-on is new or worse (with --by host: differs)
  1  something at or above --fail-on is
  2  wrong usage, or reports that cannot be compared: only one is redacted, or
     each with a map of its own
  3  a report is missing, unreadable, or no report of evdx`;
const EXAMPLES = `
Examples:
  evdx -f json -o today.json logs/               a report
  evdx diff yesterday.json today.json            what changed
  evdx logs/ -f json | evdx diff yesterday.json -
  evdx diff --by host today.json                 what one server has and the
                                                 others have not`;

/** `evdx diff`: what changed from one report to the next, or differs between the hosts of one. */
export const createDiffCommand = (context: CommandContext): Command => {
  const command = new Command('diff')
    .description('Says what is new, worse, better or gone between two reports, or how the hosts of one report differ.')
    .argument('<reports...>', 'OLD.json NEW.json, as evdx -f json wrote them; "-" is standard input')
    .addOption(
      new Option('--by <what>', 'what to compare: two runs, or the hosts of one report')
        .choices(comparisons)
        .default('run'),
    );
  addOutputOptions(command, ['table', ...Object.keys(diffReporters)]);
  addDisplayOptions(command).addOption(createFailOnOption());
  return command
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(async (paths: string[], flags: DiffFlags) => {
      const { io, ended } = context;
      const zone = parseZone('display-tz', flags.displayTz);
      const { reports: wanted, sentence } = counts[flags.by];
      if (paths.length !== wanted) throw usage(sentence);
      if (paths.every((path) => path === STANDARD_INPUT) && paths.length > 1)
        throw usage('Only one report can come from standard input.');
      refuseOverwriting(io, paths, flags.output);
      const reports = await readReports(context, paths);
      const diff = reports === null ? null : compare(reports);
      if (diff === null) return;
      const text =
        flags.format === 'table'
          ? renderTerminal(outlineDiff(diff, zone), screenOf(io, flags))
          : await diffReporters[flags.format](diff, { zone, failOn: flags.failOn });
      await emit(io, flags.output, text);
      ended(outcomeOfDiff(diff, flags.failOn));
    });
};
