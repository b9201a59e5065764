import type { CompiledRules } from '../../../../src/core/engine/compile.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import type { EventRecord, Level, TimeBasis } from '../../../../src/core/model/event.ts';
import type {
  CoverageGap,
  KeptEvent,
  LogCoverage,
  RecordRun,
  Scan,
  StatisticsCell,
} from '../../../../src/core/model/scan.ts';

/** One event of a made-up run; `uid` is its place in its source too, so it finds the event again in a verdict. */
export interface WorldEvent {
  readonly uid: number;
  readonly source: string;
  readonly host: string | null;
  readonly log: string | null;
  readonly record: number | null;
  readonly timeMs: number | null;
  readonly ticks: number;
  readonly precisionMs: number;
  readonly basis: TimeBasis;
  /** What each class that takes the event captured. */
  readonly hits: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
export interface WorldCoverage {
  readonly source: string;
  readonly host: string | null;
  readonly log: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly basis: TimeBasis;
  readonly completeness: LogCoverage['completeness'];
  readonly levels: 'all' | readonly Level[];
  readonly gaps: readonly CoverageGap[];
  readonly runs: readonly RecordRun[];
}
export interface World {
  readonly events: readonly WorldEvent[];
  readonly coverage: readonly WorldCoverage[];
}

export const START_MS = 1_700_000_000_000;

function toRecord(event: WorldEvent): EventRecord {
  const className = Object.keys(event.hits)[0] ?? 'none';
  return {
    source: event.source,
    position: event.uid,
    recordId: event.record,
    timeMs: event.timeMs === null ? null : epochMs(event.timeMs),
    ticks: event.ticks,
    timeBasis: event.basis,
    precisionMs: event.precisionMs,
    host: event.host,
    channel: event.log,
    provider: `provider-${className}`,
    providerAlias: null,
    eventId: 100 + className.charCodeAt(0),
    qualifiers: null,
    level: 'error',
    category: null,
    user: null,
    strings: [],
    fields: new Map(),
    // Equal events of two sources would be one event; here every event is its own.
    message: `text ${event.uid}`,
    data: null,
    codes: [],
    places: [{ source: event.source, position: event.uid, recordId: event.record }],
    recovered: false,
    system: null,
    payload: null,
  };
}

function toKept(event: WorldEvent, rules: CompiledRules): KeptEvent {
  const indexByName = new Map(rules.classes.map(({ name, index }) => [name, index]));
  return {
    event: toRecord(event),
    hits: Object.entries(event.hits).flatMap(([name, captured]) => {
      const classIndex = indexByName.get(name);
      return classIndex === undefined ? [] : [{ classIndex, captured }];
    }),
    textHash: null,
  };
}

const cellOf = (host: string | null, channel: string | null): StatisticsCell => ({
  host,
  channel,
  provider: null,
  eventId: null,
  level: null,
  count: 1,
  firstMs: null,
  lastMs: null,
  sample: null,
});

const toCoverage = (one: WorldCoverage): LogCoverage => ({
  host: one.host,
  channel: one.log,
  firstMs: epochMs(one.fromMs),
  lastMs: epochMs(one.toMs),
  events: 2,
  timeBasis: one.basis,
  gaps: one.gaps,
  levels: one.levels,
  completeness: one.completeness,
  runs: one.runs,
  numbers: null,
  marks: [],
});

/** One scan per source, by name. */
export function toScans({ events, coverage }: World, rules: CompiledRules): readonly Scan[] {
  const sources = [...new Set([...events, ...coverage].map(({ source }) => source))].sort();
  return sources.map((source): Scan => {
    const own = events.filter((event) => event.source === source).sort((a, b) => a.uid - b.uid);
    const covered = coverage.filter((one) => one.source === source);
    const logs = new Set([...own, ...covered].map(({ host, log }) => JSON.stringify([host, log])));
    return {
      source,
      format: 'test',
      encoding: null,
      language: null,
      timeBasis: 'utc',
      records: own.length,
      events: own.length,
      recovered: 0,
      unclaimed: 0,
      kept: own.map((event) => toKept(event, rules)),
      coverage: covered.map(toCoverage),
      clearedElsewhere: [],
      statistics: [...logs].map((key) => {
        const [host, log]: [string | null, string | null] = JSON.parse(key);
        return cellOf(host, log);
      }),
      classMisses: [],
      facts: [],
      mentioned: [],
      problems: [],
      limits: [],
      hostsSeen: [],
    };
  });
}
