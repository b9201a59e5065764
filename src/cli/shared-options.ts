import { type Command, Option } from 'commander';
import { dateOrders } from '../core/model/event.ts';
import { parseJobs } from './options.ts';

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

/** How the inputs are read. */
export const addInputOptions = (command: Command): Command =>
  command
    .optionsGroup('Inputs:')
    .addOption(new Option('--input-format <name>', 'skip the detection of the format'))
    .addOption(repeatable('--tz <zone>', 'zone of local times without one, or FILE=ZONE; repeatable'))
    .addOption(new Option('--date-order <order>', 'settles day and month').choices(dateOrders))
    .addOption(repeatable('--clock <host=+90s>', 'the clock of HOST was 90 s ahead; repeatable'))
    .addOption(new Option('--since <time>', 'leave out what is older (ISO 8601, UTC without a zone)'))
    .addOption(new Option('--until <time>', 'leave out what is newer; a day counts whole'))
    .addOption(repeatable('--host <name>', 'this host only; repeatable'))
    .addOption(new Option('--no-recovered', 'leave out records found outside the chain of a damaged log'))
    .addOption(new Option('--verify', 'check every checksum of binary logs'));

export interface RuleFlags {
  readonly rules?: readonly string[];
}
export const addRuleOptions = (command: Command): Command =>
  command
    .optionsGroup('Rules:')
    .addOption(repeatable('--rules <dir>', 'add the rules of a folder; the same id replaces; repeatable'));

export interface SelectionFlags {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}
export const addSelectionOptions = (command: Command): Command =>
  command
    .addOption(repeatable('--only <rules>', 'these rules: ids, areas or KB numbers, with commas; repeatable'))
    .addOption(repeatable('--skip <rules>', 'all but these; repeatable'));

export interface FactFlags {
  readonly fact?: readonly string[];
  readonly facts?: string;
}
export const addFactOptions = (command: Command): Command =>
  command
    .optionsGroup('Answers:')
    .addOption(repeatable('--fact <[host:]name=value>', 'answers a question; repeatable'))
    .addOption(new Option('--facts <file>', 'answers in YAML or JSON: name: value, or host: {name: value}'));

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
  command.addOption(new Option('--no-progress', 'do not say at the terminal how far the reading is'));

export interface JobsFlags {
  readonly jobs?: number;
}
export const addJobsOption = (command: Command): Command =>
  command.addOption(
    new Option('--jobs <n>', 'threads that read files (as many as gain by default)').argParser(parseJobs),
  );

export const addInteractiveOption = (command: Command): Command =>
  command.addOption(new Option('--interactive', 'ask at the terminal what only a person knows, then report'));

/** The last thing that happens to a result. */
export const addRedactOptions = (command: Command): Command =>
  command
    .addOption(new Option('--redact', 'HOST-1, USER-1, … instead of names and addresses'))
    .addOption(new Option('--redact-map <file>', 'the same, and what stands for what is kept there for the next run'));

/** @param formats the default first. */
export const addOutputOptions = (command: Command, formats: readonly string[]): Command =>
  command
    .optionsGroup('Output:')
    .addOption(new Option('-f, --format <name>', 'output format').choices(formats).default(formats[0]))
    .addOption(new Option('-o, --output <file>', 'write there instead of standard output'))
    .addOption(new Option('--color', 'colour even where there is no terminal').default(undefined))
    .addOption(new Option('--no-color', 'no colour (NO_COLOR does the same)'))
    .addOption(new Option('--quiet', 'no progress and no remarks on standard error, only errors'))
    .addOption(new Option('--config <file>', 'this configuration instead of the evdx.config.yaml found upward'));

export interface DisplayFlags {
  readonly displayTz: string;
}
export const addDisplayOptions = (command: Command): Command =>
  command.addOption(new Option('--display-tz <zone>', 'zone of the times in table, Markdown and HTML').default('UTC'));
