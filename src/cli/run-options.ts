import { formatRuleProblem } from '../core/knowledge/rules/problem.ts';
import type { RuleDefinition } from '../core/knowledge/rules/schema.ts';
import type { DiagnoseOptions } from '../core/pipeline/options.ts';
import type { MapKeeper } from '../core/report/redact/redaction.ts';
import type { CommandContext } from './context.ts';
import { readFactsFile } from './facts-file.ts';
import { type InputFlags, parseFact, parseNames, toInputOptions } from './options.ts';
import type { RedactFlags } from './redact-map.ts';
import type { FactFlags, RuleFlags, SelectionFlags } from './shared-options.ts';
import { warn } from './warn.ts';

export type RunFlags = InputFlags & RuleFlags & SelectionFlags & FactFlags & RedactFlags;

/** Rules of --rules; each mistake is said, the rule left out, and the rest runs. */
export async function loadRules(
  { io, calls, ended }: CommandContext,
  folders: readonly string[] = [],
): Promise<readonly RuleDefinition[]> {
  if (folders.length === 0) return [];
  const { rules, problems } = await calls.loadRules(folders, io.cwd);
  for (const problem of problems) await warn(io, formatRuleProblem(problem));
  if (problems.length > 0) ended('usage');
  return rules;
}

/** All options of a run of the rules, from the texts of the command line and the configuration. */
export const toRunOptions = async (context: CommandContext, flags: RunFlags): Promise<DiagnoseOptions> => ({
  ...toInputOptions(flags),
  ...(flags.only === undefined ? {} : { only: parseNames(flags.only) }),
  ...(flags.skip === undefined ? {} : { skip: parseNames(flags.skip) }),
  ...(context.config.hosts === undefined ? {} : { groups: context.config.hosts }),
  ...(context.config['host-names'] === undefined ? {} : { hostNames: context.config['host-names'] }),
  // The command line is read last: of two answers the later one counts.
  facts: [
    ...(flags.facts === undefined ? [] : await readFactsFile(flags.facts, context.io.cwd)),
    ...(flags.fact ?? []).map(parseFact),
  ],
  rules: await loadRules(context, flags.rules),
  ...(await toRedactOption(context, flags)),
});

export async function toRedactOption({ io }: CommandContext, flags: RedactFlags): Promise<{ redact?: MapKeeper }> {
  if (flags.redact !== true && flags.redactMap === undefined) return {};
  const redact = await (await import('./redact-map.ts')).openRedaction(flags, io.cwd);
  return redact === null ? {} : { redact };
}
