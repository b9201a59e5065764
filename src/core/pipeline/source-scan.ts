import type { CompiledRules } from '../engine/compile.ts';
import { clearedLog, clockGapOf, factOf } from '../engine/event-facts.ts';
import { KeptEvents } from '../engine/kept-events.ts';
import { SourceTally } from '../engine/tally.ts';
import { sampleOf } from '../input/event-schema/wanted.ts';
import { findMentions, type NameCode } from '../input/mentions.ts';
import { DateOrderEvidence } from '../input/normalise/date-order.ts';
import { Detacher } from '../input/normalise/detached.ts';
import { LocalDays } from '../input/normalise/local-days.ts';
import type { SettledTime, TimeSettlement } from '../input/normalise/settle-times.ts';
import { toEventRecord } from '../input/normalise/to-event.ts';
import type { InputTraits } from '../input/open-input.ts';
import { type EpochMs, epochMs } from '../model/brand.ts';
import { type FoundFact, type Observation, toolProvider } from '../model/companion.ts';
import { type DateOrder, type RawEvent, type TimeBasis, timeBases } from '../model/event.ts';
import type { Tally } from '../model/interest.ts';
import type { ParsedBatch, ParserFindings } from '../model/parser.ts';
import type { Problem } from '../model/problems.ts';
import type { Fact, KeptEvent, Limit, Scan } from '../model/scan.ts';
import { decideTimes } from './decide-times.ts';
import { DroppedEvents } from './dropped-events.ts';
import { isSoundAndEmpty, noEventsIn } from './no-events.ts';
import { corrected, isAskedFor, settledExact } from './period.ts';
import { SaidBefore } from './said-before.ts';
import { SeenHosts } from './seen-hosts.ts';
import { type Outline, WaitingEvents } from './waiting-events.ts';

export interface ScanOptions {
  /** Skips detection. */
  readonly inputFormat?: string | undefined;
  /** Zone of local times: an IANA name or an offset. */
  readonly zone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** By host in lower case: how far its clock was ahead. */
  readonly clockErrorMs?: ReadonlyMap<string, number> | undefined;
  readonly sinceMs?: number | undefined;
  readonly untilMs?: number | undefined;
  /** Lower case; none: all. */
  readonly hosts?: readonly string[] | undefined;
  /** Leave out records found outside the chain. */
  readonly noRecovered?: boolean | undefined;
  /** Check every checksum. */
  readonly verify?: boolean | undefined;
}
const MAX_PROBLEMS = 1000;
/** Wanted events of a source whose times wait for its end. */
const MAX_WAITING = 500_000;

/** Everything one source gives, collected event by event. */
export class SourceScan {
  readonly #days = new LocalDays();
  readonly #counts = new SourceTally((time) => this.#days.of(time).startsMs);
  readonly #evidence = new DateOrderEvidence(this.#days);
  readonly #kept: KeptEvents;
  readonly #rules: CompiledRules;
  readonly #options: ScanOptions;
  readonly #name: string;
  /** Local times are settled at the end; events without a time keep their place among them. */
  readonly #waiting: WaitingEvents;
  readonly #detacher = new Detacher();
  readonly #hosts: SeenHosts;
  readonly #dropped: DroppedEvents;
  readonly #said: SaidBefore;
  readonly #events: KeptEvent[] = [];
  readonly #factByValue = new Map<string, Fact>();
  readonly #bases = new Set<TimeBasis>();
  readonly #problems: Problem[] = [];
  #problemsGivenUp = 0;
  #waitingGivenUp = 0;
  #read = 0;
  #recovered = 0;

  constructor(name: string, rules: CompiledRules, options: ScanOptions) {
    this.#name = name;
    this.#rules = rules;
    this.#options = options;
    this.#kept = new KeptEvents(rules);
    this.#said = new SaidBefore(this.#detacher, rules.codeNames);
    this.#waiting = new WaitingEvents(this.#days, this.#detacher, this.#said);
    this.#hosts = new SeenHosts(options);
    this.#dropped = new DroppedEvents(this.#counts, this.#days, options, this.#detacher, this.#hosts);
  }

  /** Counts what the parser drops. */
  get tally(): Tally {
    return this.#dropped.tally;
  }

  /** @param from the input; texts that it does not own are copied when their event may be kept. */
  add(
    { events, problems }: ParsedBatch,
    { hasOwnTexts }: Pick<InputTraits, 'hasOwnTexts'> = { hasOwnTexts: false },
  ): void {
    this.#addEvidence(events);
    for (const raw of events) {
      if (raw.recovered && this.#options.noRecovered === true) continue;
      this.#read += 1;
      if (raw.recovered) this.#recovered += 1;
      if (raw.time?.kind === 'exact') this.#settle(raw, settledExact(raw), hasOwnTexts);
      else if (this.#waiting.length < MAX_WAITING) this.#waiting.add(raw, this.#rules.hasCandidates(raw));
      else this.#waitingGivenUp += 1;
    }
    this.report(problems);
  }

  /** The direction of a source shows in the order of all its events. */
  #addEvidence(events: readonly RawEvent[]): void {
    const kept = events.filter((raw) => !raw.recovered || this.#options.noRecovered !== true);
    this.#dropped.visitTimesWith(kept, (time) => this.#evidence.add(time));
  }

  report(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
      else this.#problemsGivenUp += 1;
    }
  }

  #settle(raw: RawEvent, written: SettledTime, hasOwnTexts: boolean): void {
    this.#hosts.see(raw.host);
    const time = corrected(written, raw.host, this.#options);
    if (!isAskedFor(this.#options, time.timeMs, raw.host)) return;
    this.#bases.add(time.basis);
    this.#counts.countSettled(raw, time.timeMs, time.basis, () => sampleOf(raw));
    this.#learn(raw, time.timeMs);
    if (!this.#rules.hasCandidates(raw)) return;
    this.#keep(raw, time, hasOwnTexts);
  }

  #keep(raw: RawEvent, time: SettledTime, hasOwnTexts: boolean): void {
    const said = this.#said.of(raw, hasOwnTexts);
    said.judgement ??= this.#kept.judge(said.content);
    const { hits, misses } = said.judgement;
    if (hits.length + misses.length === 0) return;
    const host = hasOwnTexts ? raw.host : this.#detacher.nameOf(raw.host);
    const kept = this.#kept.take(toEventRecord(raw, this.#name, time, said.content, host), said.judgement);
    if (kept !== null) this.#events.push(kept);
  }

  /** An event that no class can take. */
  #settleOutline({ seen, gap }: Outline, written: SettledTime): void {
    this.#hosts.see(seen.host);
    const time = corrected(written, seen.host, this.#options);
    if (!isAskedFor(this.#options, time.timeMs, seen.host)) return;
    this.#bases.add(time.basis);
    this.#counts.countSettled(seen, time.timeMs, time.basis);
    if (gap !== null) this.#counts.addGap(seen.host, null, gap);
  }

  /** What the event itself says of the host and its logs. */
  #learn(raw: RawEvent, timeMs: EpochMs | null): void {
    const fact = factOf(raw, this.#name);
    if (fact !== null) this.#factByValue.set(JSON.stringify([fact.host, fact.name, fact.value]), fact);
    const gap = clockGapOf(raw);
    if (gap !== null) this.#counts.addGap(raw.host, null, gap);
    const cleared = clearedLog(raw);
    if (cleared !== null && timeMs !== null)
      this.#counts.addGap(raw.host, cleared, { fromMs: timeMs, toMs: epochMs(timeMs + 1), why: 'cleared' });
  }

  #settleWaiting(decision: TimeSettlement, isNewestFirst: boolean): void {
    this.#waiting.release(
      isNewestFirst,
      // What waited has been given its own texts.
      (raw) => this.#settle(raw, decision.settle(raw.time), true),
      (outline) => this.#settleOutline(outline, decision.settle(outline.seen.time)),
    );
    this.#dropped.release((time) => decision.settle(time).timeMs);
  }

  finish(opened: InputTraits, findings: ParserFindings, nameOf: NameCode): Scan {
    const decision = decideTimes(this.#evidence, findings, this.#options);
    const isNewestFirst = decision.newestFirst && !opened.isAsWritten;
    this.#settleWaiting(decision, isNewestFirst);
    const { facts = [], observations = [] } = findings;
    for (const fact of facts) this.#addFact(fact);
    for (const observation of observations) this.#observe(observation);
    const { mentions, givenUp } = findMentions(findings.freeText, nameOf);
    this.report([...decision.problems, ...opened.problems()]);
    const unclaimed = findings.freeText.reduce((sum, { text }) => sum + text.trim().length, 0);
    const events = this.#read + this.#dropped.read;
    const codes = this.#problems.map(({ code }) => code);
    if (events + facts.length + observations.length === 0 && !isSoundAndEmpty(opened, findings, codes))
      this.report([noEventsIn(this.#name, opened)]);
    const { coverage, told } = this.#counts.coverage(decision, opened.isExport);
    const inPlace = this.#events.sort((a, b) => a.event.position - b.event.position);
    return {
      source: this.#name,
      format: findings.format ?? opened.format,
      encoding: opened.encoding(),
      language: findings.language,
      timeBasis: weakestOf([...this.#bases, ...this.#dropped.basesWith(decision.localBasis)]),
      records: Math.max(findings.records, events),
      events,
      recovered: findings.recovered ?? this.#recovered,
      unclaimed,
      ...told.fillIn({
        // History breaks ties by place: the oldest first.
        kept: isNewestFirst ? inPlace.reverse() : inPlace,
        statistics: this.#counts.statistics(decision),
        classMisses: this.#kept.misses.all(),
      }),
      coverage,
      clearedElsewhere: this.#counts.clearedElsewhere(),
      facts: [...this.#factByValue.values()],
      mentioned: mentions,
      problems: this.#problems,
      limits: this.#allLimits(givenUp),
      hostsSeen: this.#hosts.all(),
    };
  }

  #addFact({ name, value, host, position }: FoundFact): void {
    this.#hosts.see(host);
    const at = { source: this.#name, position, recordId: null };
    this.#factByValue.set(JSON.stringify([host, name, value]), { name, value, host, from: 'companion', at });
  }

  /** What a tool's output says goes to the classes that name the tool; it is no event of a log. */
  #observe({ tool, position, level, fields, text }: Observation): void {
    const { host = null } = this.#options.hosts?.length === 1 ? { host: this.#options.hosts[0] } : {};
    const raw: RawEvent = {
      position,
      level,
      fields,
      host,
      message: text,
      provider: toolProvider(tool),
      strings: [...fields.values()],
      recordId: null,
      time: null,
      channel: null,
      providerAlias: null,
      eventId: null,
      qualifiers: null,
      category: null,
      user: null,
      data: null,
      recovered: false,
      system: null,
      payload: null,
      otherForms: [],
    };
    this.#keep(raw, settledExact(raw), true);
  }

  #allLimits(mentionsGivenUp: number): readonly Limit[] {
    const counted: readonly (readonly [Limit['limit'], number, string])[] = [
      [
        'kept-events',
        this.#waitingGivenUp + this.#dropped.givenUp,
        'events whose times wait for the end of the source were given up',
      ],
      ['statistics', this.#counts.cellsGivenUp, 'events of further kinds are not in the statistics'],
      ['mentions', mentionsGivenUp, 'further codes and ids in the text are not listed'],
      ['problems', this.#problemsGivenUp, 'further problems are not listed'],
    ];
    return [
      ...this.#kept.limits(),
      ...counted.flatMap(([limit, count, what]) =>
        count > 0 ? [{ limit, ruleId: null, detail: `${count} ${what}` }] : [],
      ),
    ];
  }
}

/** The least sure of them tells what the source's times are worth. */
const weakestOf = (bases: readonly TimeBasis[]): TimeBasis =>
  [...timeBases].reverse().find((basis) => basis !== 'none' && bases.includes(basis)) ?? 'none';
