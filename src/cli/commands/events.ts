import { Command, Option } from 'commander';
import { EvdxError } from '../../core/model/errors.ts';
import { type EventRecord, levels } from '../../core/model/event.ts';
import type { WrittenLines } from '../../core/pipeline/event-lines.ts';
import type { EventsOptions } from '../../core/pipeline/options.ts';
import { createTimeFormat } from '../../core/report/display-time.ts';
import { outlineSummary } from '../../core/report/outline/summary.ts';
import { enumerated } from '../../core/report/outline/words.ts';
import { reporters } from '../../core/report/reporters/index.ts';
import { eventWriters } from '../../core/report/writers/index.ts';
import type { EventWriter } from '../../core/report/writers/writer.ts';
import type { CommandContext } from '../context.ts';
import { emit, openSink } from '../emit.ts';
import { createEventTable } from '../event-table.ts';
import { outcomeOf } from '../exit-codes.ts';
import { withInputs } from '../gather-inputs.ts';
import { type InputFlags, parseEventId, parseLevel, parseNames, parseZone, toInputOptions } from '../options.ts';
import { ProblemNotes } from '../problem-notes.ts';
import type { RedactFlags } from '../redact-map.ts';
import { toRedactOption } from '../run-options.ts';
import { screenOf } from '../screen.ts';
import {
  addDisplayOptions,
  addInputOptions,
  addOutputOptions,
  addProgressOption,
  addRedactOptions,
  type DisplayFlags,
  INPUTS_HELP,
  type OutputFlags,
  type ProgressFlags,
  repeatable,
} from '../shared-options.ts';
import { formatStatistics } from '../statistics-table.ts';
import { renderTerminal } from '../terminal/render.ts';
import { warnOfUnmatched } from '../unmatched-names.ts';
import { warn } from '../warn.ts';

interface EventsFlags extends InputFlags, OutputFlags, DisplayFlags, ProgressFlags, RedactFlags {
  readonly format: 'table' | keyof typeof eventWriters;
  readonly id?: readonly string[];
  readonly provider?: readonly string[];
  readonly level?: readonly string[];
  readonly summary?: boolean;
}

/** What is written at once, and how many events stand in it. */
interface Piece {
  readonly piece: string | Uint8Array;
  readonly events: number;
}

async function* piecesOf(batches: AsyncIterable<readonly EventRecord[]>, writer: EventWriter): AsyncIterable<Piece> {
  yield { piece: writer.head, events: 0 };
  let separator = '';
  for await (const batch of batches) {
    let piece = '';
    for (const event of batch) {
      piece += separator + writer.write(event);
      separator = writer.separator;
    }
    yield { piece, events: batch.length };
  }
  yield { piece: writer.foot, events: 0 };
}

async function* linesOf(lines: AsyncIterable<WrittenLines>): AsyncIterable<Piece> {
  for await (const { bytes, events } of lines) yield { piece: bytes, events };
}

async function writeEvents(context: CommandContext, inputs: readonly string[], flags: EventsFlags) {
  const { io, calls, ended } = context;
  const screen = screenOf(io, flags);
  const time = createTimeFormat(parseZone('display-tz', flags.displayTz));
  const writer = flags.format === 'table' ? createEventTable(screen, time) : eventWriters[flags.format];
  const notes = new ProblemNotes();
  const options: EventsOptions = {
    ...toInputOptions(flags),
    ...(flags.id === undefined ? {} : { ids: parseNames(flags.id).map(parseEventId) }),
    ...(flags.provider === undefined ? {} : { providers: parseNames(flags.provider) }),
    ...(flags.level === undefined ? {} : { levels: parseNames(flags.level).map(parseLevel) }),
    ...(await toRedactOption(context, flags)),
    elements: writer.needsElements === true,
    onProblem: (place, problem) => notes.add(place, problem),
  };
  let written = 0;
  // Lines of events and a line of progress would write over each other.
  const progress = flags.progress && !(io.stdout.isTTY && flags.output === undefined);
  await withInputs(io, inputs, { ...flags, progress }, async (sources) => {
    const sink = await openSink(io, flags.output);
    const pieces =
      flags.format === 'jsonl'
        ? linesOf(calls.eventLines(sources, options))
        : piecesOf(calls.events(sources, options), writer);
    for await (const { piece, events } of pieces) {
      if (sink.closed) break;
      await sink.write(piece);
      written += events;
    }
    await sink.end();
  });
  if (flags.quiet !== true) for (const sentence of notes.sentences()) await warn(io, sentence);
  const filters = filtersOf(flags);
  if (written === 0 && filters.length > 0 && !notes.isIncomplete && flags.quiet !== true)
    await warn(io, `No event passes ${enumerated(filters)}.`);
  if (notes.isIncomplete) ended('incomplete');
}

const filterNames = ['id', 'provider', 'level', 'since', 'until', 'host'] as const;
const filtersOf = (flags: EventsFlags): readonly string[] =>
  filterNames.filter((name) => flags[name] !== undefined).map((name) => `--${name}`);

const summaryFormats: ReadonlySet<string> = new Set(['table', 'json']);

/** What was recognised: the report of a run without rules. */
async function writeSummary(context: CommandContext, command: Command, inputs: readonly string[], flags: EventsFlags) {
  const { io, calls, ended } = context;
  const zone = parseZone('display-tz', flags.displayTz);
  const options = { ...toInputOptions(flags), ...(await toRedactOption(context, flags)), useBuiltin: false };
  const report = await withInputs(io, inputs, flags, (sources) => calls.diagnose(sources, options));
  await warnOfUnmatched(context, command, report, options);
  const screen = screenOf(io, flags);
  const text =
    flags.format === 'json'
      ? reporters.json(report, { zone })
      : `${renderTerminal(outlineSummary(report, zone), screen)}${await formatStatistics(report, zone, screen)}`;
  await emit(io, flags.output, text);
  ended(outcomeOf(report, 'critical'));
}

/** `evdx events`: the normalised events. */
export const createEventsCommand = (context: CommandContext): Command => {
  const command = new Command('events')
    .description('Writes the events of any format in one form; with --summary, what was recognised.')
    .argument('[inputs...]', INPUTS_HELP);
  addOutputOptions(command, ['table', ...Object.keys(eventWriters)]);
  addRedactOptions(addDisplayOptions(command))
    .addOption(new Option('--summary', 'write formats, languages, periods and counts instead of the events'))
    .addOption(repeatable('--id <numbers>', 'only these event ids, separated by commas; repeatable'))
    .addOption(repeatable('--provider <names>', 'only these sources, by any of their names; repeatable'))
    .addOption(repeatable('--level <levels>', `only these levels: ${levels.join(', ')}`));
  addProgressOption(command);
  return addInputOptions(command).action((inputs: string[], flags: EventsFlags) => {
    if (flags.summary !== true) return writeEvents(context, inputs, flags);
    // A configuration may ask for what other runs know.
    if (!summaryFormats.has(flags.format) && command.getOptionValueSource('format') === 'cli')
      throw new EvdxError('EVDX_OPTION_INVALID', `--summary is written as table or json, not as ${flags.format}.`, {
        option: 'summary',
      });
    const choosing = (['id', 'provider', 'level'] as const).filter(
      (name) => command.getOptionValueSource(name) === 'cli',
    );
    if (choosing.length > 0)
      throw new EvdxError(
        'EVDX_OPTION_INVALID',
        `--summary counts all events; ${enumerated(choosing.map((name) => `--${name}`))} would change nothing.`,
        { option: 'summary' },
      );
    return writeSummary(context, command, inputs, flags);
  });
};
