import { type Command, Option } from 'commander';
import { dateOrders } from '../core/model/event.ts';
import type { Severity } from '../core/model/report.ts';
import { DEFAULT_FAIL_ON } from '../core/report/severity-bar.ts';
import { failingSeverities } from './exit-codes.ts';
import { parseJobs } from './options.ts';

/** Groups of the help that options of several kinds belong to. */
export const OUTPUT = 'Output:';
const INPUTS = 'Inputs:';

/** Values of an option that may be given several times; what the configuration says is replaced, not added to. */
const collector = (): ((value: string) => string[]) => {
  const values: string[] = [];
  return (value) => {
    values.push(value);
    return [...values];
  };
};
export const repeatable = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collector());

export const INPUTS_HELP = 'files, folders, archives or patterns; "-" or a pipe is standard input';
/** How the inputs are read. */
export const addInputOptions = (command: Command): Command =>
  command
    .optionsGroup(INPUTS)
    .addOption(new Option('--input-format <name>', 'read every input as this format instead of detecting it'))
    .addOption(repeatable('--tz <zone>', 'time zone of local times, or FILE=ZONE for one file; repeatable'))
    .addOption(
      new Option('--date-order <order>', 'order of day and month where the dates leave it open').choices(dateOrders),
    )
    .addOption(repeatable('--clock <host=+90s>', 'the clock of HOST was 90 s fast; repeatable'))
    .addOption(new Option('--since <time>', 'leave out older events (ISO 8601; UTC unless it names a zone)'))
    .addOption(new Option('--until <time>', 'leave out newer events; a date alone includes that day'))
    .addOption(repeatable('--host <name>', 'only events of this host; repeatable'))
    .addOption(new Option('--no-recovered', 'leave out records found outside the record chain of a damaged log'))
    .addOption(new Option('--verify', 'verify every checksum of binary logs'));

export interface RuleFlags {
  readonly rules?: readonly string[];
}
export const addRuleOptions = (command: Command): Command =>
  command
    .optionsGroup('Rules:')
    .addOption(
      repeatable(
        '--rules <dir>',
        'add the rules of this folder; a rule with the same id replaces the built-in one; repeatable',
      ),
    );

export interface SelectionFlags {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}
export const addSelectionOptions = (command: Command): Command =>
  command
    .addOption(
      repeatable('--only <rules>', 'run only these rules: ids, areas or KB numbers, separated by commas; repeatable'),
    )
    .addOption(repeatable('--skip <rules>', 'run all rules but these; repeatable'));

export interface FactFlags {
  readonly fact?: readonly string[];
  readonly facts?: string;
}
export const addFactOptions = (command: Command): Command =>
  command
    .optionsGroup('Answers:')
    .addOption(repeatable('--fact <[host:]name=value>', 'answer a question; repeatable'))
    .addOption(new Option('--facts <file>', 'read answers from YAML or JSON: name: value, or host: {name: value}'));

export interface OutputFlags {
  readonly output?: string;
  readonly color?: boolean;
  readonly config?: string;
  readonly quiet?: boolean;
}
/** Said on standard error while inputs are read. */
export interface ProgressFlags {
  readonly progress: boolean;
}
export const addProgressOption = (command: Command): Command =>
  command.addOption(new Option('--no-progress', 'show no progress at the terminal').helpGroup(OUTPUT));

export interface JobsFlags {
  readonly jobs?: number;
}
export const addJobsOption = (command: Command): Command =>
  command.addOption(
    new Option('--jobs <n>', 'threads that read files (default: as many as make it faster)')
      .argParser(parseJobs)
      .helpGroup(INPUTS),
  );

export const addInteractiveOption = (command: Command): Command =>
  command.addOption(new Option('--interactive', 'ask at the terminal for what no log tells, then report'));

/** The last thing that happens to a result. */
export const addRedactOptions = (command: Command): Command =>
  command
    .addOption(new Option('--redact', 'write HOST-1, USER-1, … in place of names and addresses'))
    .addOption(new Option('--redact-map <file>', 'redact, and keep the pseudonyms in this file for the next run'));

/** @param formats the default first. */
export const addOutputOptions = (command: Command, formats: readonly string[]): Command =>
  command
    .optionsGroup(OUTPUT)
    .addOption(new Option('-f, --format <name>', 'output format').choices(formats).default(formats[0]))
    .addOption(createOutputOption())
    .addOption(new Option('--color', 'colour even if the output is not a terminal').default(undefined))
    .addOption(new Option('--no-color', 'no colour (NO_COLOR does the same)'))
    .addOption(createQuietOption())
    .addOption(createConfigOption());

export const createOutputOption = (description = 'write to this file instead of standard output'): Option =>
  new Option('-o, --output <file>', description);
export const createQuietOption = (): Option =>
  new Option('--quiet', 'only errors on standard error: no progress, no notes');
export const createConfigOption = (): Option =>
  new Option('--config <file>', 'configuration file, instead of the nearest evdx.config.yaml here or above');

export interface DisplayFlags {
  readonly displayTz: string;
}
export const addDisplayOptions = (command: Command): Command =>
  command.addOption(new Option('--display-tz <zone>', 'time zone of table, Markdown and HTML output').default('UTC'));

export interface FailOnFlags {
  readonly failOn: Severity;
}
export const createFailOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 for findings of this severity or above')
    .choices(failingSeverities)
    .default(DEFAULT_FAIL_ON);
