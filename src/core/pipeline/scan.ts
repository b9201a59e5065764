import type { CompiledRules } from '../engine/compile.ts';
import { isRegexEngineLoaded, loadRegexEngine } from '../engine/regex.ts';
import { holdsCodes, type NameCode } from '../input/mentions.ts';
import { openInput } from '../input/open-input.ts';
import type { FreeText } from '../model/parser.ts';
import type { Problem } from '../model/problems.ts';
import type { Scan } from '../model/scan.ts';
import type { ByteSource } from '../model/source.ts';
import { problemOf } from '../model/source-error.ts';
import { type ScanOptions, SourceScan } from './source-scan.ts';

/** Reads one source to its end and keeps the events some class asks for. Whatever happens is a problem of this source. */
export async function scan(source: ByteSource, rules: CompiledRules, options: ScanOptions = {}): Promise<Scan> {
  try {
    return await scanOrThrow(source, rules, options);
  } catch (error) {
    return failedScan(source.name, error);
  }
}

/** The scan of a source that gave nothing because of a failure. */
export const failedScan = (source: string, error: unknown): Scan => emptyScan(source, [problemOf(error)]);

async function scanOrThrow(source: ByteSource, rules: CompiledRules, options: ScanOptions): Promise<Scan> {
  const sourceScan = new SourceScan(source.name, rules, options);
  const opened = await openInput(source.chunks(), { interest: rules.interest, tally: sourceScan.tally, ...options });
  if ('refused' in opened) return emptyScan(source.name, [opened.refused], opened.format);
  try {
    for await (const batch of opened.batches()) {
      if (!isRegexEngineLoaded() && batch.events.some((event) => rules.needsExpressions(event)))
        await loadRegexEngine();
      sourceScan.add(batch, opened);
    }
  } catch (error) {
    // What was read before the source failed counts.
    sourceScan.report([problemOf(error)]);
  }
  const findings = opened.findings();
  if (findings.observations !== undefined && findings.observations.length > 0) await loadRegexEngine();
  return sourceScan.finish(opened, findings, await namerFor(findings.freeText));
}

/** The tables of codes are loaded only where free text could mention one. */
async function namerFor(freeText: readonly FreeText[]): Promise<NameCode> {
  if (!holdsCodes(freeText)) return () => null;
  const { namesOf } = await import('../knowledge/codes/index.ts');
  return (code) => namesOf(code)[0] ?? null;
}

/** Of a source that gave nothing. */
export const emptyScan = (source: string, problems: readonly Problem[], format = 'unknown'): Scan => ({
  source,
  format,
  encoding: null,
  language: null,
  timeBasis: 'none',
  records: 0,
  events: 0,
  recovered: 0,
  unclaimed: 0,
  kept: [],
  coverage: [],
  clearedElsewhere: [],
  statistics: [],
  classMisses: [],
  facts: [],
  mentioned: [],
  problems,
  limits: [],
  hostsSeen: [],
});
