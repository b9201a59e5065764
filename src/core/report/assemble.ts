import type { EventRecord, Place } from '../model/event.ts';
import { isoFromMs } from '../model/iso-time.ts';
import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import { PROBLEMS, type ProblemCode } from '../model/problems.ts';
import type {
  Finding,
  NearMiss,
  RelatedTo,
  Report,
  ReportEvidence,
  ReportFact,
  ReportLimit,
  ReportPlace,
  ReportSelection,
  ReportSource,
  RuledOut,
} from '../model/report.ts';
import type { Fact, Scan } from '../model/scan.ts';
import type { Evidence, FindingVerdict, RuledOutVerdict, Verdict } from '../model/verdict.ts';
import { orderFindings } from './chains.ts';
import { textOf } from './evidence-text.ts';
import { timelineOf } from './finding-timeline.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isoOf } from './iso-or-null.ts';
import { joinStatistics, toRow } from './statistics-cells.ts';
import { unexplained } from './unexplained.ts';

export interface AssembleInput {
  /** Sorted by source name. */
  readonly scans: readonly Scan[];
  readonly verdict: Verdict;
  readonly version: string;
  readonly ruleCount: number;
  readonly facts: readonly Fact[];
  /** What an answer changed. */
  changesOf?(fact: Fact): ReportFact['changed'];
  /** The joined name of a logged host. */
  hostName(source: string, logged: string | null): string | null;
  readonly ambiguousHosts: readonly string[];
  /** Asked for, and no source tells of them. */
  readonly missingHosts: readonly string[];
  readonly selection: ReportSelection;
  /** Articles that name a kind of error; none where they are not loaded. */
  readonly relatedTo?: RelatedTo | undefined;
}

/** The report of a run: the same scans and verdict give the same object, whatever the order they came in. */
export function assemble(input: AssembleInput): Report {
  const { scans, verdict } = input;
  const assembler = new Assembler(input);
  const findings = orderFindings(verdict.findings.map((one) => ({ finding: assembler.finding(one), verdict: one })));
  const cells = joinStatistics(scans, input.hostName);
  return {
    schemaVersion: 1,
    tool: { name: 'evdx', version: input.version, ruleCount: input.ruleCount },
    sources: scans.map((scan) => assembler.source(scan)),
    findings,
    ruledOut: verdict.ruledOut
      .map(toRuledOut)
      .sort((a, b) =>
        firstDifference(
          compareText(a.ruleId, b.ruleId),
          compareNullable(a.host, b.host),
          compareNullable(a.first, b.first),
        ),
      ),
    questions: [...verdict.questions].sort((a, b) =>
      firstDifference(compareText(a.ruleId, b.ruleId), compareText(a.fact, b.fact), compareNullable(a.host, b.host)),
    ),
    notChecked: [...verdict.notChecked].sort((a, b) =>
      firstDifference(compareText(a.ruleId, b.ruleId), compareNullable(a.host, b.host)),
    ),
    unexplained: unexplained(cells, { ...input, findings: verdict.findings, ruledOut: verdict.ruledOut }),
    problems: assembler.problems(),
    limits: assembler.limits(),
    facts: input.facts.map((fact) => assembler.fact(fact)),
    mentioned: scans.flatMap((scan) => assembler.mentioned(scan)),
    statistics: cells.map(toRow),
    nearMisses: verdict.nearMisses.map((miss) => assembler.nearMiss(miss)),
    redacted: null,
    selection: input.selection,
  };
}

const toRuledOut = ({ ruleId, because, host, key, grade, first, last }: RuledOutVerdict): RuledOut => ({
  ruleId,
  because,
  host,
  key,
  fingerprint: fingerprintOf(ruleId, key),
  grade,
  first: isoOf(first),
  last: isoOf(last),
});

class Assembler {
  readonly #input: AssembleInput;
  readonly #indexBySource: ReadonlyMap<string, number>;

  constructor(input: AssembleInput) {
    this.#input = input;
    this.#indexBySource = new Map(input.scans.map(({ source }, index) => [source, index]));
  }

  place({ source, position, recordId }: Place): ReportPlace {
    return { source: this.#indexBySource.get(source) ?? 0, position, recordId };
  }

  #host(event: EventRecord): string | null {
    return this.#input.hostName(event.source, event.host);
  }

  source(scan: Scan): ReportSource {
    return {
      name: scan.source,
      format: scan.format,
      records: scan.records,
      events: scan.events,
      recovered: scan.recovered,
      coverage: [...scan.coverage]
        .map((log) => ({
          host: this.#input.hostName(scan.source, log.host),
          channel: log.channel,
          first: isoFromMs(log.firstMs),
          last: isoFromMs(log.lastMs),
          gaps: log.gaps.map(({ fromMs, toMs, why }) => ({ from: isoFromMs(fromMs), to: isoFromMs(toMs), why })),
          levels: log.levels,
          completeness: log.completeness,
        }))
        .sort((a, b) => firstDifference(compareNullable(a.host, b.host), compareNullable(a.channel, b.channel))),
      problems: scan.problems.map(({ code, position, detail }) => ({ code, position, detail })),
      language: scan.language,
      encoding: scan.encoding,
      timeBasis: scan.timeBasis,
      unclaimed: scan.unclaimed,
    };
  }

  finding(verdict: FindingVerdict): Finding {
    return {
      ruleId: verdict.ruleId,
      kb: verdict.kb,
      title: verdict.title,
      grade: verdict.grade,
      severity: verdict.severity,
      host: verdict.host,
      key: verdict.key,
      fingerprint: fingerprintOf(verdict.ruleId, verdict.key),
      count: verdict.count,
      first: isoOf(verdict.first),
      last: isoOf(verdict.last),
      summary: verdict.summary,
      causes: verdict.causes,
      wouldRaise: verdict.wouldRaise,
      resolution: verdict.resolution.map((one) => ({
        ...one,
        steps: one.steps.map((step) => ({ ...step, show: step.show.map((shown) => this.#evidence(shown)) })),
      })),
      evidence: verdict.evidence.map((one) => this.#evidence(one)),
      refs: verdict.refs,
      status: verdict.status,
      impact: verdict.impact,
      notes: verdict.notes,
      evidenceTotal: verdict.evidenceTotal,
      explainedBy: null,
      timeline: timelineOf(verdict),
      unknown: verdict.unknown,
      unless: verdict.unless,
    };
  }

  #evidence({ role, event }: Evidence): ReportEvidence {
    return {
      role,
      time: isoOf(event),
      provider: event.provider,
      eventId: event.eventId,
      text: textOf(event),
      at: this.place(event),
      host: this.#host(event),
      channel: event.channel,
      level: event.level,
      timeBasis: event.timeBasis,
      codes: event.codes,
      places: event.places.map((place) => this.place(place)),
    };
  }

  nearMiss({ samples, ...miss }: Verdict['nearMisses'][number]): NearMiss {
    const { ruleId, host, key, kind, name, count, failed, steps, reached, stoppedBy, had, needed } = miss;
    return {
      ruleId,
      host,
      key,
      kind,
      name,
      count,
      failed,
      steps,
      reached,
      stoppedBy,
      had,
      needed,
      samples: samples.map((event) => ({ time: isoOf(event), at: this.place(event), text: textOf(event) })),
      title: miss.title,
      isAnchor: miss.isAnchor,
    };
  }

  fact(fact: Fact): ReportFact {
    const { name, value, host, from, at } = fact;
    return {
      name,
      value,
      host,
      from,
      at: at === null ? null : this.place(at),
      changed: this.#input.changesOf?.(fact) ?? [],
    };
  }

  mentioned({ source, mentioned }: Scan): Report['mentioned'] {
    return mentioned.map(({ kind, value, name, count, position }) => ({
      kind,
      value,
      name,
      count,
      at: this.place({ source, position, recordId: null }),
    }));
  }

  /** What stands with a source's records is in `sources`; here is what concerns a source as a whole, and the run. */
  problems(): Report['problems'] {
    const ofSources = this.#input.scans.flatMap((scan) =>
      scan.problems
        .filter(({ code }) => code.startsWith('input/'))
        .map(({ code, detail }) => ({ code, place: scan.source, detail: detail ?? PROBLEMS[code] })),
    );
    const ofHosts = (code: ProblemCode, hosts: readonly string[]) =>
      hosts.map((place) => ({ code, place, detail: PROBLEMS[code] }));
    return [
      ...ofSources,
      ...ofHosts('input/no-host', this.#input.missingHosts),
      ...ofHosts('host/ambiguous', this.#input.ambiguousHosts),
    ];
  }

  limits(): readonly ReportLimit[] {
    const ofScans = this.#input.scans.flatMap((scan, source) =>
      scan.limits.map(({ limit, ruleId, detail }) => ({ limit, source, ruleId, detail })),
    );
    return [
      ...ofScans,
      ...this.#input.verdict.limits.map(({ limit, ruleId, detail }) => ({ limit, source: null, ruleId, detail })),
    ];
  }
}
