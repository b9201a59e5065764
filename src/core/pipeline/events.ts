import { everything, everyValue } from '../engine/interest.ts';
import { type ArchiveNote, expandSource } from '../input/archives/expand.ts';
import { DateOrderEvidence } from '../input/normalise/date-order.ts';
import { toContent, toEventRecord } from '../input/normalise/to-event.ts';
import { openInput } from '../input/open-input.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventRecord, RawEvent } from '../model/event.ts';
import type { Problem, ProblemCode } from '../model/problems.ts';
import type { ByteSource } from '../model/source.ts';
import type { MapKeeper } from '../report/redact/redaction.ts';
import { decideTimes } from './decide-times.ts';
import { isSoundAndEmpty, noEventsIn } from './no-events.ts';
import { type EventBatches, type EventsOptions, type Input, toScanOptions, toSources } from './options.ts';
import { corrected, isAskedFor, settledExact } from './period.ts';
import { readableAgain } from './read-again.ts';
import { problemOf } from './scan.ts';
import { hostsNotSeen, SeenHosts } from './seen-hosts.ts';
import type { ScanOptions } from './source-scan.ts';

const NO_NAMES: ReadonlyMap<string, number> = new Map();

/**
 * Every event of the inputs, rendered whole, in batches, source by source. Local times are settled at the end of their source.
 * @throws EvdxError EVDX_OPTION_INVALID for a zone nobody knows
 */
export async function* events(inputs: Iterable<Input>, options: EventsOptions = {}): EventBatches {
  const sources = toSources(inputs);
  // A zone or a format nobody knows ends the run, before any source is read.
  toScanOptions(options, '');
  const { redact, hosts = [] } = options;
  const seen = new SeenHosts(toScanOptions(options, ''));
  if (redact === undefined) yield* eventsOfAll(sources, options, seen);
  else yield* redactedEvents(sources.map(readableAgain), options, redact, seen);
  for (const host of hostsNotSeen(hosts, seen.all()))
    options.onProblem?.(host, { code: 'input/no-host', position: null, detail: null });
}

async function* redactedEvents(
  sources: readonly ByteSource[],
  options: EventsOptions,
  keeper: MapKeeper,
  seen: SeenHosts,
): EventBatches {
  const { createRedaction } = await import('./redact.ts');
  const redaction = await createRedaction(keeper);
  // What is left out of the result may still tell a name.
  const { ids, providers, levels, since, until, hosts, onProblem, ...reading } = options;
  for await (const batch of eventsOfAll(sources, reading, seen)) for (const event of batch) redaction.seeEvent(event);
  await redaction.kept(keeper);
  for await (const batch of eventsOfAll(sources, options, seen)) yield batch.map((event) => redaction.event(event));
}

async function* eventsOfAll(sources: readonly ByteSource[], options: EventsOptions, seen: SeenHosts): EventBatches {
  for (const source of sources) {
    const report = (problem: Problem): void => options.onProblem?.(source.name, problem);
    try {
      for await (const expanded of expandSource(source)) {
        if ('source' in expanded) yield* wantedEvents(expanded.source, options, seen);
        else reportNote(expanded.note, options);
      }
    } catch (error) {
      report(problemOf(error));
    }
  }
}

async function* wantedEvents(source: ByteSource, options: EventsOptions, seen: SeenHosts): EventBatches {
  try {
    for await (const batch of eventsOf(source, toScanOptions(options, source.name), options, seen)) {
      const wanted = batch.filter((event) => isWanted(event, options));
      if (wanted.length > 0) yield wanted;
    }
  } catch (error) {
    options.onProblem?.(source.name, problemOf(error));
  }
}

function reportNote({ name, problems, limits }: ArchiveNote, { onProblem }: EventsOptions): void {
  for (const problem of problems) onProblem?.(name, problem);
  for (const { detail } of limits) onProblem?.(name, { code: 'input/archive-limit', position: null, detail });
}

async function* eventsOf(
  source: ByteSource,
  scanOptions: ScanOptions,
  options: EventsOptions,
  seen: SeenHosts,
): EventBatches {
  const opened = await openInput(source.chunks(), {
    interest: options.elements === false ? everyValue : everything,
    tally: { count: () => {} },
    ...scanOptions,
  });
  if ('refused' in opened) {
    options.onProblem?.(source.name, opened.refused);
    return;
  }
  const codes = new Set<ProblemCode>();
  const report = (problem: Problem): void => {
    codes.add(problem.code);
    options.onProblem?.(source.name, problem);
  };
  const evidence = new DateOrderEvidence();
  const waiting: RawEvent[] = [];
  let count = 0;
  try {
    for await (const { events: raws, problems } of opened.batches()) {
      for (const problem of problems) report(problem);
      count += raws.length;
      for (const { time, host } of raws) {
        evidence.add(time);
        seen.see(host);
      }
      const exact = raws.filter(({ time }) => time?.kind === 'exact');
      for (const raw of raws) if (raw.time?.kind !== 'exact') waiting.push(raw);
      yield exact.flatMap((raw) => toRecord(raw, source.name, scanOptions));
    }
  } catch (error) {
    // What was read before the source failed counts.
    report(problemOf(error));
  }
  const findings = opened.findings();
  const decision = decideTimes(evidence, findings, scanOptions);
  yield waiting.flatMap((raw) => toRecord(raw, source.name, scanOptions, decision.settle(raw.time)));
  for (const problem of [...decision.problems, ...opened.problems()]) report(problem);
  if (count === 0 && !isSoundAndEmpty(opened, findings.records, codes)) report(noEventsIn(source.name, opened));
}

function toRecord(
  raw: RawEvent,
  source: string,
  options: ScanOptions,
  settled = settledExact(raw),
): readonly EventRecord[] {
  if (raw.recovered && options.noRecovered === true) return [];
  const time = corrected(settled, raw.host, options);
  return isAskedFor(options, time.timeMs, raw.host) ? [toEventRecord(raw, source, time, toContent(raw, NO_NAMES))] : [];
}

function isWanted(
  { eventId, provider, providerAlias, level }: EventRecord,
  { ids, providers, levels }: EventsOptions,
): boolean {
  if (ids !== undefined && (eventId === null || !ids.includes(eventId))) return false;
  if (levels !== undefined && (level === null || !levels.includes(level))) return false;
  if (providers === undefined) return true;
  const names = providers.map(canonicalProvider);
  return [provider, providerAlias].some((name) => name !== null && names.includes(canonicalProvider(name)));
}
