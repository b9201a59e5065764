import type { Level } from '../model/event.ts';
import { listAt } from '../model/map-at.ts';
import { compareText } from '../model/order.ts';
import type { LogCoverage, Scan } from '../model/scan.ts';
import { type Cuts, coveredSpans, type LogSpan } from './covered-spans.ts';
import { matchesGlob } from './glob.ts';
import type { History } from './history.ts';
import type { TimeClass } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { logKeyOf } from './listed-event.ts';
import { type Span, spanAt, union, unionOfCuts } from './spans.ts';
import { LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';
import { type About, lackOf } from './uncovered.ts';

/** What must have been covered: the logs of a class (globs allowed; none: every log given), at these levels (null: all). */
export interface CoverageNeed {
  readonly logs: readonly string[];
  readonly levels: readonly Level[] | null;
  /** No Windows before Vista writes such an event. */
  readonly sinceVista: boolean;
  /** The rule whose findings are asked for, where it did not run. */
  readonly leftOut?: string;
}
/**
 * A time on one clock. While a machine is off it writes nothing, so that its log covers that time; `isAwake`: what is asked for is something that
 * should have come in that time, for which the machine has to run.
 */
export interface CoveredTime extends Span {
  readonly timeClass: TimeClass | null;
  readonly isAwake: boolean;
}
/** What the spans of a log come to for one need: ascending and apart. */
interface Reach {
  readonly proven: readonly Span[];
  readonly any: readonly Span[];
}
/** What the logs of a host come to for one need, on one clock; the same for each of its moments. */
interface Answer {
  /** Names of logs that were not given. */
  readonly missing: readonly string[];
  readonly logs: readonly { readonly log: LogOfHost; readonly reach: Reach }[];
}
interface LogOfHost {
  readonly hostKey: string;
  /** Lower case. */
  readonly name: string;
  readonly coverages: LogCoverage[];
}

/** Answers what an absence rests on: did a log of a host cover a time, and how surely (rule-language.md, section 5). */
export class CoverageIndex {
  readonly #logs = new Map<string, LogOfHost>();
  readonly #clockCutsByHost = new Map<string, Span[]>();
  /** When the machine was off or slept. */
  readonly #offByHost = new Map<string, Span[]>();
  /** Those of them that nobody meant. */
  readonly #crashesByHost = new Map<string, Span[]>();
  readonly #cutsByLog = new Map<string, Span[]>();
  readonly #spansByLog = new Map<string, readonly LogSpan[]>();
  readonly #reachByNeed = new Map<string, Reach>();
  readonly #logsByNames = new Map<string, readonly LogOfHost[]>();
  readonly #answers = new WeakMap<CoverageNeed, Map<string, Answer>>();
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
        for (const gap of coverage.gaps) {
          if (gap.why === 'off' || gap.isSleep === true) listAt(this.#offByHost, hostKey).push(gap);
          else if (gap.why === 'clock') listAt(this.#clockCutsByHost, hostKey).push(gap);
          if (gap.isUnexpected === true) listAt(this.#crashesByHost, hostKey).push(gap);
        }
      }
      for (const { host, log, ...gap } of scan.clearedElsewhere)
        listAt(this.#cutsByLog, logKeyOf(hosts.keyOf(scan.source, host), log)).push(gap);
    }
    for (const [hostKey, cuts] of this.#clockCutsByHost) this.#clockCutsByHost.set(hostKey, [...unionOfCuts(cuts)]);
    for (const step of history.clockSteps)
      if (step.log !== null) listAt(this.#cutsByLog, logKeyOf(step.hostKey, step.log)).push(step);
  }

  #know(hostKey: string, channel: string | null): LogOfHost | null {
    if (channel === null) {
      this.#unknownLog.add(hostKey);
      return null;
    }
    const name = channel.toLowerCase();
    const key = logKeyOf(hostKey, name);
    const log = this.#logs.get(key) ?? { hostKey, name, coverages: [] };
    this.#logs.set(key, log);
    return log;
  }

  #of(hostKey: string, logs: readonly string[]): readonly LogOfHost[] {
    const memo = JSON.stringify([hostKey, logs]);
    const known = this.#logsByNames.get(memo);
    if (known !== undefined) return known;
    const given = [...this.#logs.values()].filter(
      (log) =>
        log.hostKey === hostKey &&
        (logs.length === 0 || logs.some((name) => matchesGlob(name.toLowerCase(), log.name))),
    );
    this.#logsByNames.set(memo, given);
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

  /** TRUE: proven; LENIENT: merely assumed in part; UNKNOWN: not covered, so nothing may be said about absence. */
  covers(hostKey: string, need: CoverageNeed, time: CoveredTime): Truth {
    if (this.isTooOld(hostKey, need)) return UNKNOWN;
    const { missing, logs } = this.#answer(hostKey, need, time);
    if (time.timeClass === null || logs.length === 0 || missing.length > 0) return UNKNOWN;
    if (logs.every(({ reach }) => isCovered(reach.proven, time))) return TRUE;
    return logs.every(({ reach }) => isCovered(reach.any, time)) ? LENIENT : UNKNOWN;
  }

  /** Why a time is not covered, as half a sentence; null: as far as this need goes, it is. */
  lack(hostKey: string, need: CoverageNeed, time: CoveredTime, about: About): string | null {
    const {
      missing: [missing],
      logs,
    } = this.#answer(hostKey, need, time);
    if (missing !== undefined)
      // Events that name no log may be of this one.
      return `no ${this.#unknownLog.has(hostKey) ? 'whole ' : ''}${missing} log was given`;
    const lacking = logs.find(({ reach }) => !isCovered(reach.any, time));
    if (lacking === undefined) return null;
    const { log, reach } = lacking;
    return lackOf({ ...log, ...this.#cutsOf(log, time), clock: time.timeClass, any: reach.any }, time, about);
  }

  /** Did the machine go down in a time that the records themselves cover, so that the last ones before that may be lost? */
  isCrashIn(hostKey: string, need: CoverageNeed, time: CoveredTime): boolean {
    const crashes = this.#crashesByHost.get(hostKey) ?? [];
    const isIn = crashes.some(({ fromMs, toMs }) => fromMs < time.toMs && toMs > time.fromMs);
    return (
      isIn &&
      this.#of(hostKey, need.logs).every(({ coverages }) =>
        coverages.some(({ completeness }) => completeness === 'proven'),
      )
    );
  }

  #answer(hostKey: string, need: CoverageNeed, time: CoveredTime): Answer {
    const answers = this.#answers.get(need) ?? new Map<string, Answer>();
    this.#answers.set(need, answers);
    const memo = `${time.isAwake} ${time.timeClass} ${hostKey}`;
    const known = answers.get(memo);
    if (known !== undefined) return known;
    const given = this.#of(hostKey, need.logs);
    const answer: Answer = {
      missing: need.logs.filter((name) => !given.some((log) => matchesGlob(name.toLowerCase(), log.name))),
      logs: given.map((log) => ({ log, reach: this.#reach(log, need, time) })),
    };
    answers.set(memo, answer);
    return answer;
  }

  #reach(log: LogOfHost, { levels }: CoverageNeed, { timeClass, isAwake }: CoveredTime): Reach {
    const memo = JSON.stringify([log.hostKey, log.name, levels, timeClass, isAwake]);
    const known = this.#reachByNeed.get(memo);
    if (known !== undefined) return known;
    const holdsNeed = ({ levels: held }: LogSpan): boolean =>
      held === 'all' || (levels?.every((level) => held.has(level)) ?? false);
    const usable = this.#spansOf(log, isAwake).filter((span) => span.timeClass === timeClass && holdsNeed(span));
    const reach = { proven: union(usable.filter(({ proven }) => proven)), any: union(usable) };
    this.#reachByNeed.set(memo, reach);
    return reach;
  }

  #spansOf(log: LogOfHost, isAwake: boolean): readonly LogSpan[] {
    const memo = JSON.stringify([log.hostKey, log.name, isAwake]);
    const known = this.#spansByLog.get(memo);
    if (known !== undefined) return known;
    const spans = coveredSpans(log.coverages, log.hostKey, this.#cutsOf(log, { isAwake }));
    this.#spansByLog.set(memo, spans);
    return spans;
  }

  #cutsOf({ hostKey, name, coverages }: LogOfHost, { isAwake }: Pick<CoveredTime, 'isAwake'>): Cuts {
    const own = coverages.flatMap(({ gaps }) =>
      gaps.filter(({ why, isSleep }) => why !== 'jump' && why !== 'off' && isSleep !== true),
    );
    const unknown = [
      this.#clockCutsByHost.get(hostKey) ?? [],
      unionOfCuts(this.#cutsByLog.get(logKeyOf(hostKey, name)) ?? []),
      unionOfCuts(own),
    ];
    const off = unionOfCuts(this.#offByHost.get(hostKey) ?? []);
    return isAwake
      ? { unknown: [...unknown, off], doubtful: [] }
      : { unknown, doubtful: unionOfCuts(this.#crashesByHost.get(hostKey) ?? []) };
  }
}

const isCovered = (spans: readonly Span[], { fromMs, toMs }: Span): boolean =>
  (spanAt(spans, fromMs)?.toMs ?? Number.NEGATIVE_INFINITY) >= toMs;
