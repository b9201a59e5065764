import { Command, Option } from 'commander';
import { counted } from '../../core/report/outline/words.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { parseNames } from '../options.ts';
import { loadRules } from '../run-options.ts';
import {
  addRuleOptions,
  createConfigOption,
  createOutputOption,
  createQuietOption,
  OUTPUT,
  type OutputFlags,
  type RuleFlags,
} from '../shared-options.ts';
import { warn } from '../warn.ts';

/** Languages of other engines; `Calls.exportRules` knows them. */
const TARGETS = ['sigma'] as const;

interface ExportFlags extends OutputFlags, RuleFlags {
  readonly to: (typeof TARGETS)[number];
  readonly allowLossy?: boolean;
}

export const createExportCommand = (context: CommandContext): Command => {
  const command = new Command('export')
    .description('Converts rules for another engine. A rule that would mean less there is refused.')
    .argument('[rules...]', 'ids, areas or KB numbers; all rules if none is given')
    .optionsGroup(OUTPUT)
    .addOption(new Option('--to <name>', 'the other engine').choices(TARGETS).makeOptionMandatory())
    .addOption(new Option('--allow-lossy', 'write such rules, too, and say what is lost'))
    .addOption(createOutputOption())
    .addOption(createQuietOption())
    .addOption(createConfigOption());
  return addRuleOptions(command).action(async (names: string[], flags: ExportFlags) => {
    const { io, calls, ended } = context;
    const added = await loadRules(context, flags.rules);
    const wanted = parseNames(names);
    const lists = await Promise.all(wanted.map((name) => calls.rulesNamed(name, added)));
    const rules = wanted.length === 0 ? await calls.allRules(added) : [...new Set(lists.flat())];
    const { text, refused, lossy } = await calls.exportRules(rules, flags.to, flags.allowLossy === true);
    if (text !== '') await emit(io, flags.output, text);
    for (const { id, losses } of refused) await warn(io, `${id} is not exported: ${losses.join('; ')}.`);
    if (flags.quiet !== true) for (const { id, losses } of lossy) await warn(io, `${id} loses: ${losses.join('; ')}.`);
    if (refused.length === 0) return;
    const advice = flags.allowLossy === true ? '' : ' --allow-lossy writes what can be written.';
    await warn(io, `${counted(refused.length, 'rule')} of ${rules.length} refused.${advice}`);
    ended('usage');
  });
};
