import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { idForNewFile } from '../../node/rule-folders.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { withInputs } from '../gather-inputs.ts';
import { optionError } from '../option-error.ts';
import { type InputFlags, toInputOptions } from '../options.ts';
import { ProblemNotes } from '../problem-notes.ts';
import {
  addInputOptions,
  addProgressOption,
  createConfigOption,
  createOutputOption,
  createQuietOption,
  OUTPUT,
  type OutputFlags,
  type ProgressFlags,
} from '../shared-options.ts';
import { warn } from '../warn.ts';

type NewFlags = InputFlags & OutputFlags & ProgressFlags;

export const createNewCommand = (context: CommandContext): Command => {
  const command = new Command('new')
    .description('Proposes a rule file from the errors and warnings of a log, with a test made of those events.')
    .argument('[inputs...]', 'files, folders or patterns; "-", a pipe or a paste is standard input')
    .optionsGroup(OUTPUT)
    .addOption(
      createOutputOption('write to this file; its path below a folder "rules", or its folder and name, become the id'),
    )
    .addOption(createQuietOption())
    .addOption(createConfigOption());
  addProgressOption(command);
  return addInputOptions(command).action(async (inputs: string[], flags: NewFlags) => {
    const { io, calls, ended } = context;
    const path = flags.output === undefined ? null : resolve(io.cwd, flags.output);
    // Somebody may have finished that one.
    if (path !== null && existsSync(path))
      throw optionError('output', flags.output ?? null, 'there is a file already; choose another name');
    const notes = new ProblemNotes();
    const options = { ...toInputOptions(flags), onProblem: notes.add.bind(notes) };
    const id = path === null ? null : idForNewFile(path);
    const text = await withInputs(io, inputs, flags, (sources) => calls.newRule(sources, options, id));
    if (flags.quiet !== true) for (const sentence of notes.sentences()) await warn(io, sentence);
    if (notes.isIncomplete) ended('incomplete');
    if (text !== null) return emit(io, flags.output, text);
    await warn(io, 'No event here names a source or an id, so there is nothing to make a rule from.');
    ended('incomplete');
  });
};
