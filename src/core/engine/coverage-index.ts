import type { Level } from '../model/event.ts';
import { listAt } from '../model/map-at.ts';
import { compareText } from '../model/order.ts';
import type { CoverageGap, LogCoverage, RecordRun, Scan } from '../model/scan.ts';
import { matchesGlob } from './glob.ts';
import type { History } from './history.ts';
import type { TimeClass } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { type Span, spanAt, union, without } from './spans.ts';
import { LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** Only that in which a machine ran, or that in which it was shut down or slept as well. */
export type CoveredTime = 'running' | 'resting';
interface LogSpan extends Span {
  readonly proven: boolean;
  readonly levels: ReadonlySet<Level> | 'all';
  readonly timeClass: TimeClass;
}
/** What must have been covered: the logs of a class (globs allowed; none: every log given), at these levels (null: all). */
export interface CoverageNeed {
  readonly logs: readonly string[];
  readonly levels: readonly Level[] | null;
  /** No Windows before Vista writes such an event. */
  readonly sinceVista: boolean;
  /** The rule whose findings are asked for, where it did not run. */
  readonly leftOut?: string;
}
/** What the spans of a log come to for one need: ascending and apart. */
interface Reach {
  readonly proven: readonly Span[];
  readonly any: readonly Span[];
}
interface LogOfHost {
  readonly hostKey: string;
  /** Lower case. */
  readonly name: string;
  readonly coverages: LogCoverage[];
}

/** Runs of all sources of one log: those that continue or overlap each other by number are one. */
function joinRuns(runs: readonly RecordRun[]): readonly Span[] {
  const joined: { lastRecord: number; fromMs: number; toMs: number }[] = [];
  for (const run of [...runs].sort((a, b) => a.firstRecord - b.firstRecord || a.firstMs - b.firstMs)) {
    const last = joined.at(-1);
    if (last !== undefined && run.firstRecord <= last.lastRecord + 1) {
      last.lastRecord = Math.max(last.lastRecord, run.lastRecord);
      last.fromMs = Math.min(last.fromMs, run.firstMs);
      last.toMs = Math.max(last.toMs, run.lastMs);
    } else joined.push({ lastRecord: run.lastRecord, fromMs: run.firstMs, toMs: run.lastMs });
  }
  return joined;
}

/** Answers what an absence rests on: did a log of a host cover a time, and how surely (rule-language.md, section 5). */
export class CoverageIndex {
  readonly #logs = new Map<string, LogOfHost>();
  readonly #cutsByHost = new Map<string, Span[]>();
  /** Without the times of rest. */
  readonly #troubledByHost = new Map<string, Span[]>();
  readonly #cutsByLog = new Map<string, Span[]>();
  readonly #spansByLog = {
    running: new Map<LogOfHost, readonly LogSpan[]>(),
    resting: new Map<LogOfHost, readonly LogSpan[]>(),
  };
  readonly #reachByNeed = new Map<string, Reach>();
  readonly #logsByNeed = new Map<string, readonly LogOfHost[]>();
  /** Hosts with events of an unknown log: a rule can be checked there, though nothing is covered. */
  readonly #unknownLog = new Set<string>();
  readonly #classic: ReadonlySet<string>;

  /** @param classic keys of hosts with a Windows before Vista */
  constructor(scans: readonly Scan[], hosts: HostJoin, history: History, classic: ReadonlySet<string> = new Set()) {
    this.#classic = classic;
    for (const scan of scans) {
      for (const cell of scan.statistics) this.#know(hosts.keyOf(scan.source, cell.host), cell.channel);
      for (const coverage of scan.coverage) {
        const hostKey = hosts.keyOf(scan.source, coverage.host);
        this.#know(hostKey, coverage.channel)?.coverages.push(coverage);
        for (const gap of coverage.gaps)
          if (gap.why === 'off' || gap.why === 'clock') {
            listAt(this.#cutsByHost, hostKey).push(gap);
            if (gap.isRest !== true) listAt(this.#troubledByHost, hostKey).push(gap);
          }
      }
      for (const { host, log, ...gap } of scan.clearedElsewhere)
        listAt(this.#cutsByLog, logKey(hosts.keyOf(scan.source, host), log)).push(gap);
    }
    for (const cutsByHost of [this.#cutsByHost, this.#troubledByHost])
      for (const [hostKey, cuts] of cutsByHost) cutsByHost.set(hostKey, [...union(cuts)]);
    for (const step of history.clockSteps)
      if (step.log !== null) listAt(this.#cutsByLog, logKey(step.hostKey, step.log)).push(step);
  }

  #know(hostKey: string, channel: string | null): LogOfHost | null {
    if (channel === null) {
      this.#unknownLog.add(hostKey);
      return null;
    }
    const name = channel.toLowerCase();
    const key = logKey(hostKey, name);
    const log = this.#logs.get(key) ?? { hostKey, name, coverages: [] };
    this.#logs.set(key, log);
    return log;
  }

  #of(hostKey: string, logs: readonly string[]): readonly LogOfHost[] {
    const memo = JSON.stringify([hostKey, logs]);
    const known = this.#logsByNeed.get(memo);
    if (known !== undefined) return known;
    const given = [...this.#logs.values()].filter(
      (log) =>
        log.hostKey === hostKey &&
        (logs.length === 0 || logs.some((name) => matchesGlob(name.toLowerCase(), log.name))),
    );
    this.#logsByNeed.set(memo, given);
    return given;
  }

  /** Was a log with one of these names given for the host, or one of unknown name? */
  wasGiven(hostKey: string, logs: readonly string[]): boolean {
    return this.#unknownLog.has(hostKey) || this.#of(hostKey, logs).length > 0;
  }

  /** Is the Windows of the host older than what is asked for? Then its log cannot tell that it did not happen. */
  isTooOld(hostKey: string, { sinceVista }: CoverageNeed): boolean {
    return sinceVista && this.#classic.has(hostKey);
  }

  hostKeys(): readonly string[] {
    return [...new Set([...[...this.#logs.values()].map(({ hostKey }) => hostKey), ...this.#unknownLog])].sort(
      compareText,
    );
  }

  /**
   * TRUE: proven; LENIENT: merely assumed in part; UNKNOWN: not covered, so nothing may be said about absence.
   * @param time `resting`: a time in which the machine was shut down or slept counts as covered
   */
  covers(
    hostKey: string,
    need: CoverageNeed,
    timeClass: TimeClass | null,
    fromMs: number,
    toMs: number,
    time: CoveredTime = 'running',
  ): Truth {
    if (this.isTooOld(hostKey, need)) return UNKNOWN;
    const given = this.#of(hostKey, need.logs);
    const isWhole = need.logs.every((name) => given.some((log) => matchesGlob(name.toLowerCase(), log.name)));
    if (timeClass === null || given.length === 0 || !isWhole) return UNKNOWN;
    const reaches = given.map((log) => this.#reach(log, need, timeClass, time));
    const isCovered = (spans: readonly Span[]): boolean =>
      (spanAt(spans, fromMs)?.toMs ?? Number.NEGATIVE_INFINITY) >= toMs;
    if (reaches.every(({ proven }) => isCovered(proven))) return TRUE;
    return reaches.every(({ any }) => isCovered(any)) ? LENIENT : UNKNOWN;
  }

  /** Up to when the logs are covered from `fromMs` on, for the sentence that says why an absence is unknown; null: not even there. */
  coveredUntil(hostKey: string, need: CoverageNeed, timeClass: TimeClass | null, fromMs: number): number | null {
    if (timeClass === null) return null;
    const ends = this.#of(hostKey, need.logs).map(
      (log) => spanAt(this.#reach(log, need, timeClass, 'running').any, fromMs)?.toMs ?? Number.NEGATIVE_INFINITY,
    );
    const end = Math.min(...ends);
    return Number.isFinite(end) && end >= fromMs ? end : null;
  }

  #reach(log: LogOfHost, { levels }: CoverageNeed, timeClass: TimeClass, time: CoveredTime): Reach {
    const memo = JSON.stringify([log.hostKey, log.name, levels, timeClass, time]);
    const known = this.#reachByNeed.get(memo);
    if (known !== undefined) return known;
    const holdsNeed = ({ levels: held }: LogSpan): boolean =>
      held === 'all' || (levels?.every((level) => held.has(level)) ?? false);
    const usable = this.#spansOf(log, time).filter((span) => span.timeClass === timeClass && holdsNeed(span));
    const reach = { proven: union(usable.filter(({ proven }) => proven)), any: union(usable) };
    this.#reachByNeed.set(memo, reach);
    return reach;
  }

  #spansOf(log: LogOfHost, time: CoveredTime): readonly LogSpan[] {
    const known = this.#spansByLog[time].get(log);
    if (known !== undefined) return known;
    const cutsByHost = time === 'running' ? this.#cutsByHost : this.#troubledByHost;
    const spans = spansOf(
      log,
      [cutsByHost.get(log.hostKey) ?? [], union(this.#cutsByLog.get(logKey(log.hostKey, log.name)) ?? [])],
      time,
    );
    this.#spansByLog[time].set(log, spans);
    return spans;
  }
}

const logKey = (hostKey: string, log: string): string => JSON.stringify([hostKey, log]);

/** @param cuts lists of spans, each ascending and apart. */
function spansOf(log: LogOfHost, cuts: readonly (readonly Span[])[], time: CoveredTime): readonly LogSpan[] {
  const usable = log.coverages.filter(
    ({ completeness, timeBasis }) => completeness !== 'selected' && timeBasis !== 'none',
  );
  const numbered = usable.filter(({ runs, completeness }) => completeness === 'proven' && runs.length > 0);
  const timeClassOf = ({ timeBasis }: LogCoverage): TimeClass =>
    timeBasis === 'assumed-local' ? `local:${log.hostKey}` : 'utc';
  const whole: LogSpan[] = [];
  for (const timeClass of new Set(numbered.map(timeClassOf))) {
    const runs = numbered.filter((coverage) => timeClassOf(coverage) === timeClass).flatMap(({ runs: own }) => own);
    for (const span of joinRuns(runs)) whole.push({ ...span, proven: true, levels: 'all', timeClass });
  }
  for (const coverage of usable) {
    if (coverage.completeness === 'proven' && coverage.runs.length > 0) continue;
    const levels = coverage.levels === 'all' ? 'all' : new Set(coverage.levels);
    // Where runs tell what is there, a jump of one source may be filled by another; without runs it is a hole.
    const jumps = union(coverage.gaps.filter(({ why }) => why === 'jump'));
    const proven = coverage.completeness === 'proven';
    for (const span of without({ fromMs: coverage.firstMs, toMs: coverage.lastMs }, jumps))
      whole.push({ ...span, proven, levels, timeClass: timeClassOf(coverage) });
  }
  const isCut = ({ why, isRest }: CoverageGap): boolean => why !== 'jump' && (time === 'running' || isRest !== true);
  const own = union(log.coverages.flatMap(({ gaps }) => gaps.filter(isCut)));
  return whole.flatMap((span) =>
    [...cuts, own]
      .reduce<readonly Span[]>((parts, of) => parts.flatMap((part) => without(part, of)), [span])
      .map((part) => ({ ...span, ...part })),
  );
}
