import { compileRules } from '../engine/compile.ts';
import { mergeRules, selectRules } from '../engine/select.ts';
import type { Report } from '../model/report.ts';
import type { Scan } from '../model/scan.ts';
import { conclude } from './conclude.ts';
import { type DiagnoseOptions, type Input, toFacts, toScanOptions, toSources } from './options.ts';
import { scanInput } from './scan-inputs.ts';
import type { ScanOptions } from './source-scan.ts';

/**
 * Reads all inputs and says what the rules find in them.
 * @throws EvdxError for a name in `only` or `skip` that no rule answers to, and for an unknown zone; never because of an input
 */
export async function diagnose(inputs: Iterable<Input>, options: DiagnoseOptions = {}): Promise<Report> {
  const { builtinRules, builtinCodeNames } = await import('../knowledge/builtin/rules.ts');
  const base = options.useBuiltin === false ? [] : builtinRules;
  const { rules, unseen } = selectRules(mergeRules(base, options.rules ?? []), options.only, options.skip);
  const compiled = compileRules(rules, builtinCodeNames);
  const scans: Scan[] = [];
  const optionsOf = (name: string): ScanOptions => toScanOptions(options, name);
  // A zone nobody knows ends the run, before any source is read.
  optionsOf('');
  for (const source of toSources(inputs))
    for await (const scanned of scanInput(source, compiled, optionsOf)) scans.push(scanned);
  return conclude(scans, compiled, {
    facts: toFacts(options.facts),
    groups: new Map(Object.entries(options.groups ?? {})),
    hostNames: options.hostNames,
    unseen,
  });
}
