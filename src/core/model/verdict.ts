import type { EpochMs } from './brand.ts';
import type { EventRecord } from './event.ts';
import type {
  Grade,
  NearMiss,
  NotChecked,
  Question,
  ReportCause,
  ReportReference,
  ReportResolution,
  ResolutionStep,
  RuledOut,
  RuleStatus,
  Severity,
  TruthName,
} from './report.ts';

/** What the engine says, still in terms of events; `assemble` turns it into the report. */
export interface Evidence {
  readonly role: string;
  readonly event: EventRecord;
}
export interface VerdictTimeline {
  readonly windows: readonly { readonly pattern: string; readonly fromMs: number; readonly toMs: number }[];
  readonly missing: readonly {
    readonly pattern: string;
    readonly roles: readonly string[];
    readonly fromMs: number;
    readonly toMs: number;
    readonly value: TruthName;
  }[];
  readonly flags: readonly {
    readonly flag: string;
    readonly value: TruthName;
    readonly fromMs: number;
    readonly toMs: number;
  }[];
}
export type VerdictStep = Omit<ResolutionStep, 'show'> & { readonly show: readonly Evidence[] };
export type VerdictResolution = Omit<ReportResolution, 'steps'> & { readonly steps: readonly VerdictStep[] };

export interface FindingVerdict {
  readonly ruleId: string;
  readonly kb: readonly number[];
  readonly title: string;
  readonly grade: Grade;
  readonly severity: Severity;
  readonly host: string | null;
  readonly key: Readonly<Record<string, string | null>>;
  readonly count: number;
  readonly first: EventRecord | null;
  readonly last: EventRecord | null;
  readonly summary: string;
  readonly causes: readonly ReportCause[];
  readonly wouldRaise: readonly string[];
  readonly resolution: readonly VerdictResolution[];
  readonly evidence: readonly Evidence[];
  readonly evidenceTotal: number;
  readonly refs: readonly ReportReference[];
  readonly status: RuleStatus;
  readonly impact: readonly string[];
  readonly notes: readonly string[];
  readonly timeline: VerdictTimeline;
  /** The finding of another rule that the named cause rests on. */
  readonly explainedBy: { readonly ruleId: string; readonly key: Readonly<Record<string, string | null>> } | null;
  /** Names that were unknown where a higher grade, a rule-out or a cause asked for them. */
  readonly unknown: readonly string[];
}
export type RuledOutVerdict = Omit<RuledOut, 'fingerprint' | 'first' | 'last'> & {
  readonly first: EventRecord | null;
  readonly last: EventRecord | null;
  /** What was ruled out rests on. */
  readonly events: readonly EventRecord[];
};
export type NearMissVerdict = Omit<NearMiss, 'samples'> & { readonly samples: readonly EventRecord[] };

/** All that one run of the rules says. */
export interface Verdict {
  readonly findings: readonly FindingVerdict[];
  readonly ruledOut: readonly RuledOutVerdict[];
  readonly questions: readonly Question[];
  readonly notChecked: readonly NotChecked[];
  readonly nearMisses: readonly NearMissVerdict[];
  readonly limits: readonly { readonly ruleId: string; readonly limit: 'keys' | 'findings'; readonly detail: string }[];
}

/** The time of an event, or null. */
export const timeOf = ({ timeMs, ticks }: EventRecord): { timeMs: EpochMs; ticks: number } | null =>
  timeMs === null ? null : { timeMs, ticks };
