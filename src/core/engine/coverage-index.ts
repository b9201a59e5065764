import type { Level } from '../model/event.ts';
import { compareText } from '../model/order.ts';
import type { LogCoverage, RecordRun, Scan } from '../model/scan.ts';
import { matchesGlob } from './glob.ts';
import type { History } from './history.ts';
import type { TimeClass } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { type Span, spansCover, without } from './spans.ts';
import { LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';

interface LogSpan extends Span {
  readonly proven: boolean;
  readonly levels: ReadonlySet<Level> | 'all';
  readonly timeClass: TimeClass;
}
/** What must have been covered: the logs of a class (globs allowed; none: every log given), at a level (null: all). */
export interface CoverageNeed {
  readonly logs: readonly string[];
  readonly level: Level | null;
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
  readonly #spans = new Map<LogOfHost, readonly LogSpan[]>();
  /** Hosts with events of an unknown log: a rule can be checked there, though nothing is covered. */
  readonly #unknownLog = new Set<string>();

  constructor(scans: readonly Scan[], hosts: HostJoin, history: History) {
    const cutsByHost = new Map<string, Span[]>();
    for (const scan of scans) {
      for (const cell of scan.statistics) this.#know(hosts.keyOf(scan.source, cell.host), cell.channel);
      for (const coverage of scan.coverage) {
        const hostKey = hosts.keyOf(scan.source, coverage.host);
        this.#know(hostKey, coverage.channel)?.coverages.push(coverage);
        const shared = coverage.gaps.filter(({ why }) => why === 'off' || why === 'clock');
        cutsByHost.set(hostKey, [...(cutsByHost.get(hostKey) ?? []), ...shared]);
      }
    }
    for (const log of this.#logs.values()) {
      const steps = history.clockSteps.filter((step) => step.hostKey === log.hostKey && step.log === log.name);
      this.#spans.set(log, spansOf(log, [...(cutsByHost.get(log.hostKey) ?? []), ...steps]));
    }
  }

  #know(hostKey: string, channel: string | null): LogOfHost | null {
    if (channel === null) {
      this.#unknownLog.add(hostKey);
      return null;
    }
    const name = channel.toLowerCase();
    const key = JSON.stringify([hostKey, name]);
    const log = this.#logs.get(key) ?? { hostKey, name, coverages: [] };
    this.#logs.set(key, log);
    return log;
  }

  #of(hostKey: string, { logs }: Pick<CoverageNeed, 'logs'>): readonly LogOfHost[] {
    return [...this.#logs.values()].filter(
      (log) => log.hostKey === hostKey && (logs.length === 0 || logs.some((name) => matchesGlob(name.toLowerCase(), log.name))),
    );
  }

  /** Was a log with one of these names given for the host, or one of unknown name? */
  wasGiven(hostKey: string, logs: readonly string[]): boolean {
    return this.#unknownLog.has(hostKey) || this.#of(hostKey, { logs }).length > 0;
  }

  hostKeys(): readonly string[] {
    return [...new Set([...[...this.#logs.values()].map(({ hostKey }) => hostKey), ...this.#unknownLog])].sort(compareText);
  }

  /** TRUE: proven; LENIENT: merely assumed in part; UNKNOWN: not covered, so nothing may be said about absence. */
  covers(hostKey: string, need: CoverageNeed, timeClass: TimeClass | null, fromMs: number, toMs: number): Truth {
    const given = this.#of(hostKey, need);
    const isWhole = need.logs.every((name) => given.some((log) => matchesGlob(name.toLowerCase(), log.name)));
    if (timeClass === null || given.length === 0 || !isWhole) return UNKNOWN;
    let result: Truth = TRUE;
    for (const log of given) {
      const spans = this.#usable(log, need, timeClass);
      if (!spansCover(spans, fromMs, toMs)) return UNKNOWN;
      const isProven = spansCover(
        spans.filter(({ proven }) => proven),
        fromMs,
        toMs,
      );
      if (!isProven) result = LENIENT;
    }
    return result;
  }

  /** Up to when the logs are covered from `fromMs` on, for the sentence that says why an absence is unknown; null: not even there. */
  coveredUntil(hostKey: string, need: CoverageNeed, timeClass: TimeClass | null, fromMs: number): number | null {
    if (timeClass === null) return null;
    const ends = this.#of(hostKey, need).map((log) => {
      const here = this.#usable(log, need, timeClass).filter((span) => span.fromMs <= fromMs && span.toMs >= fromMs);
      return Math.max(Number.NEGATIVE_INFINITY, ...here.map(({ toMs }) => toMs));
    });
    const end = Math.min(...ends);
    return Number.isFinite(end) ? end : null;
  }

  #usable(log: LogOfHost, { level }: CoverageNeed, timeClass: TimeClass): readonly LogSpan[] {
    return (this.#spans.get(log) ?? []).filter(
      (span) => span.timeClass === timeClass && (span.levels === 'all' || (level !== null && span.levels.has(level))),
    );
  }
}

function spansOf(log: LogOfHost, cuts: readonly Span[]): readonly LogSpan[] {
  const usable = log.coverages.filter(({ completeness, timeBasis }) => completeness !== 'selected' && timeBasis !== 'none');
  const numbered = usable.filter(({ runs, completeness }) => completeness === 'proven' && runs.length > 0);
  const timeClassOf = ({ timeBasis }: LogCoverage): TimeClass => (timeBasis === 'assumed-local' ? `local:${log.hostKey}` : 'utc');
  const whole: LogSpan[] = [];
  for (const timeClass of new Set(numbered.map(timeClassOf))) {
    const runs = numbered.filter((coverage) => timeClassOf(coverage) === timeClass).flatMap(({ runs: own }) => own);
    for (const span of joinRuns(runs)) whole.push({ ...span, proven: true, levels: 'all', timeClass });
  }
  for (const coverage of usable.filter((one) => !numbered.includes(one))) {
    const levels = coverage.levels === 'all' ? 'all' : new Set(coverage.levels);
    whole.push({ fromMs: coverage.firstMs, toMs: coverage.lastMs, proven: coverage.completeness === 'proven', levels, timeClass: timeClassOf(coverage) });
  }
  const own = log.coverages.flatMap(({ gaps }) => gaps.filter(({ why }) => why !== 'jump'));
  return whole.flatMap((span) => [...cuts, ...own].reduce(without, [span]).map((part) => ({ ...span, ...part })));
}
