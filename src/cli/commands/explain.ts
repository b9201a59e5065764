import { Command, Option } from 'commander';
import type { RuleDefinition } from '../../core/knowledge/rules/schema.ts';
import { EvdxError } from '../../core/model/errors.ts';
import type { Problem } from '../../core/model/problems.ts';
import { toEventObject } from '../../core/report/event-object.ts';
import { jsonText } from '../../core/report/json-text.ts';
import { outlineEvent, outlineNoEvent } from '../../core/report/outline/event-explanation.ts';
import { outlineExplanation } from '../../core/report/outline/explanation.ts';
import { reporters } from '../../core/report/reporters/index.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { outcomeOf } from '../exit-codes.ts';
import { withInputs } from '../gather-inputs.ts';
import { givenWords } from '../given-words.ts';
import { parseRecordName, parseZone } from '../options.ts';
import { ProblemNotes } from '../problem-notes.ts';
import { eventNames } from '../rule-words.ts';
import { type RunFlags, toRunOptions } from '../run-options.ts';
import { screenOf } from '../screen.ts';
import {
  addDisplayOptions,
  addFactOptions,
  addInputOptions,
  addOutputOptions,
  addProgressOption,
  addRedactOptions,
  addRuleOptions,
  type DisplayFlags,
  INPUTS_HELP,
  type OutputFlags,
  type ProgressFlags,
} from '../shared-options.ts';
import { renderTerminal } from '../terminal/render.ts';
import { warn } from '../warn.ts';

interface ExplainFlags extends RunFlags, OutputFlags, DisplayFlags, ProgressFlags {
  readonly format: 'table' | 'json';
  readonly event?: string;
}

const toExplained = (rule: RuleDefinition) => ({ id: rule.id, title: rule.title, eventByRole: eventNames(rule) });

async function explainRule(
  context: CommandContext,
  command: Command,
  name: string,
  inputs: readonly string[],
  flags: ExplainFlags,
) {
  const { io, calls, ended } = context;
  const zone = parseZone('display-tz', flags.displayTz);
  const options = await toRunOptions(context, flags);
  const rules = await calls.rulesNamed(name, options.rules ?? []);
  const report = await withInputs(io, inputs, flags, (sources) =>
    calls.diagnose(sources, { ...options, only: [name] }),
  );
  const text =
    flags.format === 'json'
      ? reporters.json(report, { zone })
      : renderTerminal(
          outlineExplanation(report, rules.map(toExplained), zone, givenWords(command)),
          screenOf(io, flags),
        );
  await emit(io, flags.output, text);
  // What the rule found was asked for; only what could not be read counts here.
  ended(outcomeOf({ ...report, findings: [] }, 'critical'));
}

async function explainEvent(context: CommandContext, name: string, flags: ExplainFlags) {
  const { io, calls, ended } = context;
  const zone = parseZone('display-tz', flags.displayTz);
  const { file, record } = parseRecordName(name);
  const notes = new ProblemNotes();
  const onProblem = (place: string, problem: Problem) => notes.add(place, problem);
  const options = { ...(await toRunOptions(context, flags)), onProblem };
  // A file in an archive is found by opening the archive.
  const [archive = file] = file.split('!/');
  const address = archive === file ? record : { ...record, source: file };
  const explained = await withInputs(io, [archive], flags, async ([input]) =>
    input === undefined ? null : calls.explainEvent(input, address, options),
  );
  const text =
    flags.format === 'json'
      ? `${jsonText(explained && { ...explained, event: toEventObject(explained.event) }, 2)}\n`
      : renderTerminal(
          explained === null ? outlineNoEvent(record, notes.isIncomplete) : outlineEvent(explained, zone),
          screenOf(io, flags),
        );
  await emit(io, flags.output, text);
  for (const sentence of notes.sentences()) await warn(io, sentence);
  if (explained === null || notes.isIncomplete) ended('incomplete');
}

const EXAMPLES = `
Examples:
  evdx explain KB910250 Application.evtx      which step is missing, which limit
                                              was passed
  evdx explain --event Application.evtx:4711  what all rules say of record 4711
  evdx explain --event "paste.txt:#3"         the third event of a text without
                                              record numbers`;

/** `evdx explain`: why a rule matched or did not. */
export const createExplainCommand = (context: CommandContext): Command => {
  const command = new Command('explain')
    .description(
      'Says why a rule matched or did not: how far each pattern got, and the clause or number that stopped it.',
    )
    .argument('[rule]', 'id, area or KB number of a rule')
    .argument('[inputs...]', INPUTS_HELP)
    .addOption(
      new Option('--event <file:record>', 'what every rule says of one event; #n is the n-th event of the file'),
    );
  addOutputOptions(command, ['table', 'json']);
  addRedactOptions(addDisplayOptions(command));
  addRuleOptions(command);
  addFactOptions(command);
  addProgressOption(command);
  addInputOptions(command);
  return command
    .addHelpText('after', EXAMPLES)
    .action(async (rule: string | undefined, inputs: string[], flags: ExplainFlags) => {
      if (flags.event !== undefined) {
        if (rule !== undefined)
          throw new EvdxError(
            'EVDX_OPTION_INVALID',
            `--event names its file itself; leave ${JSON.stringify(rule)} out.`,
            { option: 'event' },
          );
        return explainEvent(context, flags.event, flags);
      }
      if (rule === undefined)
        throw new EvdxError('EVDX_OPTION_INVALID', 'explain needs a rule, or --event FILE:RECORD.');
      return explainRule(context, command, rule, inputs, flags);
    });
};
