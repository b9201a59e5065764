import { everything, everyValue } from '../engine/interest.ts';
import { type ArchiveNote, expandSource } from '../input/archives/expand.ts';
import { DateOrderEvidence } from '../input/normalise/date-order.ts';
import type { SettledTime } from '../input/normalise/settle-times.ts';
import { toContent, toEventRecord } from '../input/normalise/to-event.ts';
import { openInput } from '../input/open-input.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventRecord, RawEvent } from '../model/event.ts';
import type { PlacedEvents, PlacedInserts } from '../model/placed-inserts.ts';
import type { Problem, ProblemCode } from '../model/problems.ts';
import type { ByteSource } from '../model/source.ts';
import { problemOf } from '../model/source-error.ts';
import { decideTimes } from './decide-times.ts';
import { isSoundAndEmpty, noEventsIn } from './no-events.ts';
import { type EventsOptions, toScanOptions } from './options.ts';
import { corrected, isAskedFor, settledExact } from './period.ts';
import { hostsNotSeen, SeenHosts } from './seen-hosts.ts';
import type { ScanOptions } from './source-scan.ts';

/** Where the events go, and what is made of them. */
export interface EventTaker<Piece> {
  /** It takes inserts that are still bytes. */
  readonly takesPlaced: boolean;
  /** @param inserts what is missing in the event, valid during the call; null: nothing is */
  add(event: EventRecord, inserts: PlacedInserts | null): void;
  /** What became of the events since the last call; null: none came. */
  take(): Piece | null;
}

/** The events that are asked for, source by source, in the order of their source; local times are settled at its end. */
export async function* readEvents<Piece>(
  sources: readonly ByteSource[],
  options: EventsOptions,
  taker: EventTaker<Piece>,
): AsyncIterable<Piece> {
  const seen = new SeenHosts(toScanOptions(options, ''));
  for (const source of sources) {
    try {
      for await (const expanded of expandSource(source)) {
        if ('source' in expanded) yield* readSource(expanded.source, options, taker, seen);
        else reportNote(expanded.note, options);
      }
    } catch (error) {
      options.onProblem?.(source.name, problemOf(error));
    }
  }
  for (const host of hostsNotSeen(options.hosts ?? [], seen.all()))
    options.onProblem?.(host, { code: 'input/no-host', position: null, detail: null });
}

function reportNote({ name, problems, limits }: ArchiveNote, { onProblem }: EventsOptions): void {
  for (const problem of problems) onProblem?.(name, problem);
  for (const { detail } of limits) onProblem?.(name, { code: 'input/archive-limit', position: null, detail });
}

async function* readSource<Piece>(
  source: ByteSource,
  options: EventsOptions,
  taker: EventTaker<Piece>,
  seen: SeenHosts,
): AsyncIterable<Piece> {
  try {
    for await (const _ of eventsOf(source, options, taker, seen)) {
      const piece = taker.take();
      if (piece !== null) yield piece;
    }
  } catch (error) {
    options.onProblem?.(source.name, problemOf(error));
  }
}

/** Yields whenever some events have been handed over. */
async function* eventsOf<Piece>(
  source: ByteSource,
  options: EventsOptions,
  taker: EventTaker<Piece>,
  seen: SeenHosts,
): AsyncGenerator<void> {
  const scanOptions = toScanOptions(options, source.name);
  const events = new SourceEvents({ source: source.name, scanOptions, options, taker, seen });
  const opened = await openInput(source.chunks(), {
    interest: options.elements === false ? everyValue : everything,
    tally: { count: () => {} },
    ...scanOptions,
    ...(taker.takesPlaced ? { placed: events } : {}),
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
  try {
    for await (const { events: raws, problems } of opened.batches()) {
      for (const problem of problems) report(problem);
      events.endBatch(raws);
      yield;
    }
  } catch (error) {
    // What was read before the source failed counts.
    report(problemOf(error));
  }
  const findings = opened.findings();
  const decision = decideTimes(events.evidence, findings, scanOptions);
  events.settleWaiting((raw) => decision.settle(raw.time));
  yield;
  for (const problem of [...decision.problems, ...opened.problems()]) report(problem);
  if (events.count === 0 && !isSoundAndEmpty(opened, findings, codes)) report(noEventsIn(source.name, opened));
}

const NO_NAMES: ReadonlyMap<string, number> = new Map();

interface Reading<Piece> {
  readonly source: string;
  readonly scanOptions: ScanOptions;
  readonly options: EventsOptions;
  readonly taker: EventTaker<Piece>;
  readonly seen: SeenHosts;
}
/** The events of one source on their way to the taker. */
class SourceEvents<Piece> implements PlacedEvents {
  readonly evidence = new DateOrderEvidence();
  readonly #source: string;
  readonly #scanOptions: ScanOptions;
  readonly #isWanted: (event: EventRecord) => boolean;
  readonly #taker: EventTaker<Piece>;
  readonly #seen: SeenHosts;
  /** Local times, and none. */
  readonly #waiting: RawEvent[] = [];
  /** Of the batch that is still being read. */
  #done = 0;
  count = 0;

  constructor({ source, scanOptions, options, taker, seen }: Reading<Piece>) {
    this.#source = source;
    this.#scanOptions = scanOptions;
    this.#isWanted = filterOf(options);
    this.#taker = taker;
    this.#seen = seen;
  }

  take(event: RawEvent, inserts: PlacedInserts, before: readonly RawEvent[]): void {
    this.#addUpTo(before);
    this.#add(event, inserts);
  }

  endBatch(raws: readonly RawEvent[]): void {
    this.#addUpTo(raws);
    this.#done = 0;
  }

  settleWaiting(settle: (raw: RawEvent) => SettledTime): void {
    for (const raw of this.#waiting) this.#hand(raw, settle(raw), null);
  }

  #addUpTo(raws: readonly RawEvent[]): void {
    for (; this.#done < raws.length; this.#done += 1) {
      const raw = raws[this.#done];
      if (raw !== undefined) this.#add(raw, null);
    }
  }

  #add(raw: RawEvent, inserts: PlacedInserts | null): void {
    this.count += 1;
    this.evidence.add(raw.time);
    this.#seen.see(raw.host);
    if (raw.time?.kind === 'exact') this.#hand(raw, settledExact(raw), inserts);
    else this.#waiting.push(raw);
  }

  #hand(raw: RawEvent, settled: SettledTime, inserts: PlacedInserts | null): void {
    if (raw.recovered && this.#scanOptions.noRecovered === true) return;
    const time = corrected(settled, raw.host, this.#scanOptions);
    if (!isAskedFor(this.#scanOptions, time.timeMs, raw.host)) return;
    const event = toEventRecord(raw, this.#source, time, toContent(raw, NO_NAMES));
    if (this.#isWanted(event)) this.#taker.add(event, inserts);
  }
}

function filterOf({ ids, providers, levels }: EventsOptions): (event: EventRecord) => boolean {
  const names = providers?.map(canonicalProvider);
  return ({ eventId, provider, providerAlias, level }) => {
    if (ids !== undefined && (eventId === null || !ids.includes(eventId))) return false;
    if (levels !== undefined && (level === null || !levels.includes(level))) return false;
    if (names === undefined) return true;
    return [provider, providerAlias].some((name) => name !== null && names.includes(canonicalProvider(name)));
  };
}
