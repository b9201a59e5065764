import type { EventRecord } from '../model/event.ts';
import { formatIsoTime, isoFromMs } from '../model/iso-time.ts';
import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import { PROBLEMS } from '../model/problems.ts';
import type {
  Finding,
  IsoTime,
  NearMiss,
  RelatedTo,
  Report,
  ReportEvidence,
  ReportFact,
  ReportLimit,
  ReportPlace,
  ReportSource,
  ReportStatistics,
  Unexplained,
} from '../model/report.ts';
import type { Fact, Scan, StatisticsCell } from '../model/scan.ts';
import { type Evidence, type FindingVerdict, timeOf, type Verdict, type VerdictTimeline } from '../model/verdict.ts';
import { orderFindings } from './chains.ts';
import { dataText } from './data-text.ts';
import { fingerprintOf } from './fingerprint.ts';

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
  /** Articles that name a kind of error; none where they are not loaded. */
  readonly relatedTo?: RelatedTo | undefined;
}

const TEXT_CHARACTERS = 500;
const isoOf = (event: EventRecord | null): IsoTime | null => {
  const time = event === null ? null : timeOf(event);
  return time === null ? null : formatIsoTime(time);
};
const isoOrNull = (ms: number | null): IsoTime | null => (ms === null ? null : isoFromMs(ms));

/** The report of a run: the same scans and verdict give the same object, whatever the order they came in. */
export function assemble(input: AssembleInput): Report {
  const { scans, verdict } = input;
  const assembler = new Assembler(input);
  const findings = orderFindings(
    verdict.findings.map((one) => ({ finding: assembler.finding(one), cause: one.explainedBy })),
  );
  const statistics = assembler.statistics();
  return {
    schemaVersion: 1,
    tool: { name: 'evdx', version: input.version, ruleCount: input.ruleCount },
    sources: scans.map((scan) => assembler.source(scan)),
    findings,
    ruledOut: verdict.ruledOut
      .map(({ ruleId, because, host, key, grade, first, last }) => ({
        ruleId,
        because,
        host,
        key,
        fingerprint: fingerprintOf(ruleId, key),
        grade,
        first: isoOf(first),
        last: isoOf(last),
      }))
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
    unexplained: unexplained(statistics.cells, findings, input),
    problems: assembler.problems(),
    limits: assembler.limits(),
    facts: input.facts.map((fact) => ({
      name: fact.name,
      value: fact.value,
      host: fact.host,
      from: fact.from,
      at: fact.at === null ? null : assembler.place(fact.at),
      changed: input.changesOf?.(fact) ?? [],
    })),
    mentioned: scans.flatMap((scan) =>
      scan.mentioned.map(({ kind, value, name, count, position }) => ({
        kind,
        value,
        name,
        count,
        at: assembler.place({ source: scan.source, position, recordId: null }),
      })),
    ),
    statistics: statistics.rows,
    nearMisses: verdict.nearMisses.map((miss) => assembler.nearMiss(miss)),
    redacted: null,
  };
}

type MergedCell = Omit<StatisticsCell, 'host'> & { readonly host: string | null };

class Assembler {
  readonly #input: AssembleInput;
  readonly #indexBySource: ReadonlyMap<string, number>;

  constructor(input: AssembleInput) {
    this.#input = input;
    this.#indexBySource = new Map(input.scans.map(({ source }, index) => [source, index]));
  }

  place({
    source,
    position,
    recordId,
  }: {
    readonly source: string;
    readonly position: number;
    readonly recordId: number | null;
  }): ReportPlace {
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
      ...{ ruleId, host, key, kind, name, count, failed, steps, reached, stoppedBy, had, needed },
      samples: samples.map((event) => ({ time: isoOf(event), at: this.place(event), text: textOf(event) })),
    };
  }

  /** The cells of all sources, joined under the joined hosts. */
  statistics(): { readonly cells: readonly MergedCell[]; readonly rows: readonly ReportStatistics[] } {
    const merged = new Map<string, MergedCell>();
    for (const scan of this.#input.scans) {
      for (const cell of scan.statistics) {
        const host = this.#input.hostName(scan.source, cell.host);
        const key = JSON.stringify([host, cell.channel, cell.provider, cell.eventId, cell.level]);
        const known = merged.get(key);
        merged.set(key, {
          ...cell,
          host,
          count: cell.count + (known?.count ?? 0),
          firstMs: pick(Math.min, cell.firstMs, known?.firstMs ?? null),
          lastMs: pick(Math.max, cell.lastMs, known?.lastMs ?? null),
          sample: known?.sample ?? cell.sample,
        });
      }
    }
    const cells = [...merged.values()].sort((a, b) =>
      firstDifference(
        compareNullable(a.host, b.host),
        compareNullable(a.channel, b.channel),
        compareNullable(a.provider, b.provider),
        (a.eventId ?? -1) - (b.eventId ?? -1),
        compareNullable(a.level, b.level),
      ),
    );
    const rows = cells.map(({ host, channel, provider, eventId, level, count, firstMs, lastMs }) => ({
      host,
      channel,
      provider,
      eventId,
      level,
      count,
      first: isoOrNull(firstMs),
      last: isoOrNull(lastMs),
    }));
    return { cells, rows };
  }

  /** What stands with a source's records is in `sources`; here is what concerns a source as a whole, and the run. */
  problems(): Report['problems'] {
    const ofSources = this.#input.scans.flatMap((scan) =>
      scan.problems
        .filter(({ code }) => code.startsWith('input/'))
        .map(({ code, detail }) => ({ code, place: scan.source, detail: detail ?? PROBLEMS[code] })),
    );
    const ofHosts = this.#input.ambiguousHosts.map((host) => ({
      code: 'host/ambiguous',
      place: host,
      detail: PROBLEMS['host/ambiguous'],
    }));
    return [...ofSources, ...ofHosts];
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

const pick = <T extends number>(choose: (a: number, b: number) => number, a: T | null, b: T | null): T | null =>
  a === null ? b : b === null || choose(a, b) === a ? a : b;

/** The message, or the inserts where the source carries none, and what the data bytes say; null when the text was not kept. */
function textOf({ message, strings, fields, data }: EventRecord): string | null {
  const inserts = strings.length > 0 ? strings : [...fields].map(([name, value]) => `${name}: ${value}`);
  const words = message ?? inserts.filter((insert) => insert.trim() !== '').join(' | ');
  const bytes = data === null ? null : dataText(data);
  const text = bytes === null ? words : `${words} [data: ${bytes}]`;
  return text.trim() === '' ? null : cut(text.replace(/\s+/g, ' ').trim());
}
const cut = (text: string): string =>
  text.length <= TEXT_CHARACTERS ? text : `${text.slice(0, TEXT_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

function timelineOf({ timeline, first, last }: FindingVerdict): Finding['timeline'] {
  const span = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => ({
    from: isoFromMs(fromMs),
    to: isoFromMs(toMs),
  });
  const { windows, missing, flags }: VerdictTimeline = timeline;
  const starts = [
    first?.timeMs ?? null,
    ...windows.map(({ fromMs }) => fromMs),
    ...missing.map(({ fromMs }) => fromMs),
    ...flags.map(({ fromMs }) => fromMs),
  ];
  const ends = [
    last?.timeMs ?? null,
    ...windows.map(({ toMs }) => toMs),
    ...missing.map(({ toMs }) => toMs),
    ...flags.map(({ toMs }) => toMs),
  ];
  const known = (times: readonly (number | null)[]): readonly number[] =>
    times.flatMap((time) => (time === null ? [] : [time]));
  return {
    from: known(starts).length === 0 ? null : isoFromMs(Math.min(...known(starts))),
    to: known(ends).length === 0 ? null : isoFromMs(Math.max(...known(ends))),
    windows: windows.map(({ pattern, ...rest }) => ({ pattern, ...span(rest) })),
    missing: missing.map(({ pattern, roles, value, ...rest }) => ({ pattern, roles, ...span(rest), value })),
    flags: flags.map(({ flag, value, ...rest }) => ({ flag, value, ...span(rest) })),
  };
}

/** Errors of a kind that stands in no finding's evidence, the most frequent first. */
function unexplained(
  cells: readonly MergedCell[],
  findings: readonly Finding[],
  { relatedTo = () => [], facts }: Pick<AssembleInput, 'relatedTo' | 'facts'>,
): readonly Unexplained[] {
  const productsOf = (host: string | null): readonly string[] =>
    facts.flatMap((fact) =>
      (fact.name === 'os' || fact.name === 'product') && fact.host === host ? [String(fact.value)] : [],
    );
  const keyOf = (host: string | null, provider: string | null, eventId: number | null): string =>
    JSON.stringify([host, provider?.toLowerCase() ?? null, eventId]);
  const explained = new Set(
    findings.flatMap(({ evidence }) => evidence.map(({ host, provider, eventId }) => keyOf(host, provider, eventId))),
  );
  return cells
    .filter(
      ({ level, host, provider, eventId }) =>
        (level === 'critical' || level === 'error') && !explained.has(keyOf(host, provider, eventId)),
    )
    .sort((a, b) => b.count - a.count)
    .map(({ provider, eventId, level, count, firstMs, lastMs, sample, host, channel }) => ({
      ...{
        provider,
        eventId,
        level,
        count,
        first: isoOrNull(firstMs),
        last: isoOrNull(lastMs),
        sample,
        host,
        channel,
        related: relatedTo({ provider, eventId, sample, products: productsOf(host) }),
      },
    }));
}
