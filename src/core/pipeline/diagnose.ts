import { type CompiledRules, compileSources } from '../engine/compile.ts';
import { sourceOf } from '../engine/rule-head.ts';
import { mergeRules, selectRules, type ToldSelection } from '../engine/select.ts';
import { isErrorOrWorse } from '../model/event.ts';
import type { RelatedTo, Report } from '../model/report.ts';
import type { Scan } from '../model/scan.ts';
import type { ByteSource } from '../model/source.ts';
import { conclude } from './conclude.ts';
import {
  checkInputOptions,
  type DiagnoseOptions,
  type FactInput,
  type Input,
  toFacts,
  toScanOptions,
  toSources,
} from './options.ts';
import { Room, unreadScan } from './room.ts';
import { scanInput } from './scan-inputs.ts';

/** Reads the sources, each to its end, with these rules; whatever happens to one is a problem of its scan. */
export type ScanAll = (sources: readonly ByteSource[], rules: CompiledRules) => Promise<readonly Scan[]>;

const scanInTurn =
  (options: DiagnoseOptions): ScanAll =>
  async (sources, rules) => {
    const scans: Scan[] = [];
    const room = new Room(options.memoryBytes);
    for (const source of sources) {
      if (room.isFull) scans.push(unreadScan(source.name));
      else
        for await (const scanned of scanInput(source, rules, (name) => toScanOptions(options, name))) {
          scans.push(scanned);
          room.take([scanned]);
        }
    }
    return scans;
  };

/**
 * The rules of a run (the built-in ones, with `rules`, `only` and `skip`), compiled for `scan`, and the ids of those that run only because another
 * one uses their findings: what `conclude` is given as well.
 * @throws EvdxError EVDX_RULE_UNKNOWN for a name in `only` or `skip` that no rule answers to, EVDX_OPTION_INVALID where `skip` leaves none
 */
export async function rulesOf(options: DiagnoseOptions = {}): Promise<{
  readonly compiled: CompiledRules;
  readonly unseen: ReadonlySet<string>;
  readonly selection: ToldSelection;
}> {
  const { builtinSources, builtinCodeNames } = await import('../knowledge/builtin/sources.ts');
  const base = options.useBuiltin === false ? [] : builtinSources;
  const added = (options.rules ?? []).map(sourceOf);
  const { rules, unseen, told } = selectRules(mergeRules(base, added), options.only, options.skip);
  return { compiled: compileSources(rules, builtinCodeNames), unseen, selection: told };
}

/**
 * Reads all inputs and says what the rules find in them.
 * @param scanAll how the sources are read; one after another by default. The report is the same whatever their order.
 * @throws EvdxError EVDX_RULE_UNKNOWN for a name in `only` or `skip` that no rule answers to, EVDX_OPTION_INVALID for an unknown zone or format,
 *   a period that ends before it begins, or where `skip` leaves no rule; never because of an input
 */
export async function diagnose(
  inputs: Iterable<Input>,
  options: DiagnoseOptions = {},
  scanAll: ScanAll = scanInTurn(options),
): Promise<Report> {
  const { compiled, unseen, selection } = await rulesOf(options);
  const sources = toSources(inputs);
  checkInputOptions(options);
  const scans = await scanAll(sources, compiled);
  const relatedTo = await articlesFor(scans);
  const concluded = (facts: readonly FactInput[]): Report =>
    conclude(scans, compiled, {
      facts: toFacts(facts),
      groups: new Map(Object.entries(options.groups ?? {})),
      hostNames: options.hostNames,
      hosts: options.hosts,
      unseen,
      selection,
      relatedTo,
    });
  const report = await withAnswers(concluded, options);
  if (options.redact === undefined) return report;
  const { createRedaction } = await import('./redact.ts');
  const redaction = await createRedaction(options.redact, options.rules);
  for (const one of scans) redaction.seeScan(one);
  const redacted = redaction.report(report);
  await redaction.kept(options.redact);
  return redacted;
}

/** Asks until there is no further answer: one may raise another question. */
async function withAnswers(
  concluded: (facts: readonly FactInput[]) => Report,
  { facts = [], ask }: DiagnoseOptions,
): Promise<Report> {
  let known = facts;
  for (;;) {
    const report = concluded(known);
    const answers = (await ask?.(report)) ?? [];
    if (answers.length === 0) return report;
    known = [...known, ...answers];
  }
}

/** The articles are loaded only where there is an error. */
async function articlesFor(scans: readonly Scan[]): Promise<RelatedTo | undefined> {
  const isError = ({ statistics }: Scan): boolean => statistics.some(({ level }) => isErrorOrWorse(level));
  return scans.some(isError) ? (await import('../knowledge/articles/related.ts')).relatedArticles : undefined;
}
