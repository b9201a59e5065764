import type { EpochMs } from './brand.ts';
import type { EventRecord } from './event.ts';
import type {
  Finding,
  NearMiss,
  NotChecked,
  Question,
  ReportResolution,
  ResolutionStep,
  RuledOut,
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

/** Before the report gives it a fingerprint, times as text and places as indices. */
export type FindingVerdict = Omit<
  Finding,
  'fingerprint' | 'first' | 'last' | 'resolution' | 'evidence' | 'timeline' | 'explainedBy'
> & {
  readonly first: EventRecord | null;
  readonly last: EventRecord | null;
  readonly resolution: readonly VerdictResolution[];
  readonly evidence: readonly Evidence[];
  /** What it rests on: each event that it counts, also those that do not stand in its evidence. */
  readonly events: readonly EventRecord[];
  readonly timeline: VerdictTimeline;
  /** The finding of another rule that the named cause rests on; of several episodes the one that was matched. */
  readonly explainedBy: FindingVerdict | null;
};
export type RuledOutVerdict = Omit<RuledOut, 'fingerprint' | 'first' | 'last'> & {
  readonly first: EventRecord | null;
  readonly last: EventRecord | null;
  /** What it rests on. */
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
