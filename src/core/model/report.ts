import type { Level, TimeBasis } from './event.ts';
import type { Completeness, GapReason, LimitName, MentionKind } from './scan.ts';

export const grades = ['confirmed', 'likely', 'possible'] as const;
export type Grade = (typeof grades)[number];
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
export type RuleStatus = 'experimental' | 'test' | 'stable' | 'deprecated';

/** ISO 8601 UTC with `Z`: three fraction digits, seven where there are ticks. */
export type IsoTime = string;

/** `source` is the index into `sources`. */
export interface ReportPlace {
  readonly source: number;
  readonly position: number;
  readonly recordId: number | null;
}
export interface ReportCoverage {
  readonly host: string | null;
  readonly channel: string | null;
  readonly first: IsoTime;
  readonly last: IsoTime;
  readonly gaps: readonly { readonly from: IsoTime; readonly to: IsoTime; readonly why: GapReason }[];
  readonly levels: 'all' | readonly Level[];
  readonly completeness: Completeness;
}
export interface ReportSource {
  readonly name: string;
  readonly format: string;
  readonly records: number;
  readonly events: number;
  readonly recovered: number;
  readonly coverage: readonly ReportCoverage[];
  readonly problems: readonly {
    readonly code: string;
    readonly position: number | null;
    readonly detail: string | null;
  }[];
  readonly language: string | null;
  readonly encoding: string | null;
  readonly timeBasis: TimeBasis;
  readonly unclaimed: number;
}
export interface ReportCause {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly named: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
}
export interface Risk {
  readonly level: 'none' | 'low' | 'medium' | 'high';
  readonly downtime: string;
  readonly dataLoss: string;
  readonly reversible: boolean | 'partly';
}
export interface StepCommand {
  readonly shell: 'cmd' | 'powershell';
  readonly command: string;
  readonly needs: 'user' | 'administrator';
  readonly effect: 'read-only' | 'restarts-service' | 'restarts-machine' | 'changes-settings' | 'changes-data';
  /** Captured values; those safe to paste stand in the command already. */
  readonly values: Readonly<Record<string, string>>;
}
export interface ResolutionStep {
  readonly do: string;
  readonly run: StepCommand | null;
  readonly expect: string | null;
  readonly stopIf: string | null;
  readonly show: readonly ReportEvidence[];
}
export interface ReportResolution {
  readonly id: string;
  readonly for: readonly string[];
  readonly risk: Risk;
  readonly confirmFirst: string | null;
  readonly steps: readonly ResolutionStep[];
}
export interface ReportEvidence {
  readonly role: string;
  readonly time: IsoTime | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly text: string | null;
  readonly at: ReportPlace;
  readonly host: string | null;
  readonly channel: string | null;
  readonly level: Level | null;
  readonly timeBasis: TimeBasis;
  readonly codes: readonly number[];
  readonly places: readonly ReportPlace[];
}
export interface ReportReference {
  readonly kb: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly note: string | null;
}
/** `lenient` holds with a reservation; `unknown` could not be decided. */
export type TruthName = 'true' | 'lenient' | 'unknown' | 'false';
export interface ReportTimeline {
  readonly from: IsoTime | null;
  readonly to: IsoTime | null;
  readonly windows: readonly { readonly pattern: string; readonly from: IsoTime; readonly to: IsoTime }[];
  readonly missing: readonly {
    readonly pattern: string;
    readonly roles: readonly string[];
    readonly from: IsoTime;
    readonly to: IsoTime;
    readonly value: TruthName;
  }[];
  readonly flags: readonly {
    readonly flag: string;
    readonly value: TruthName;
    readonly from: IsoTime;
    readonly to: IsoTime;
  }[];
}
export interface Finding {
  readonly ruleId: string;
  readonly kb: readonly number[];
  readonly title: string;
  readonly grade: Grade;
  readonly severity: Severity;
  readonly host: string | null;
  readonly key: Readonly<Record<string, string | null>>;
  /** 16 hex digits of FNV-1a 64 over the UTF-8 JSON of [ruleId, key]: never of time or path. */
  readonly fingerprint: string;
  readonly count: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
  readonly summary: string;
  readonly causes: readonly ReportCause[];
  readonly wouldRaise: readonly string[];
  readonly resolution: readonly ReportResolution[];
  readonly evidence: readonly ReportEvidence[];
  readonly refs: readonly ReportReference[];
  readonly status: RuleStatus;
  readonly impact: readonly string[];
  readonly notes: readonly string[];
  readonly evidenceTotal: number;
  /** Index into `findings`. */
  readonly explainedBy: number | null;
  readonly timeline: ReportTimeline;
  /** Names of the rule that could not be decided where a higher grade, a rule-out or a cause asked for them. */
  readonly unknown: readonly string[];
  /** What would rule it out and could not be looked for, or is not sure, with the reason. */
  readonly unless: readonly string[];
}
export interface RuledOut {
  readonly ruleId: string;
  readonly because: string;
  readonly host: string | null;
  readonly key: Readonly<Record<string, string | null>>;
  readonly fingerprint: string;
  readonly grade: Grade;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
}
export interface Question {
  readonly ruleId: string;
  readonly fact: string;
  readonly ask: string;
  readonly host: string | null;
  readonly how: string | null;
  /** Grades and `ruled_out` that the answer could decide. */
  readonly decides: readonly string[];
}
export interface NotChecked {
  readonly ruleId: string;
  readonly because: string;
  readonly host: string | null;
}
export interface RelatedArticle {
  readonly kb: number;
  readonly title: string;
  readonly url: string;
  readonly because: string;
}
/** A kind of error that no rule explains. */
export interface ErrorKind {
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly sample: string | null;
  /** What is known of the machine: `Windows Server 2003 SP2`. */
  readonly products: readonly string[];
  /** Surely written by Windows Vista or later. */
  readonly isVistaOrLater: boolean;
}
export type RelatedTo = (kind: ErrorKind) => readonly RelatedArticle[];
export interface Unexplained {
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly level: Level | null;
  readonly count: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
  readonly sample: string | null;
  readonly host: string | null;
  readonly channel: string | null;
  readonly related: readonly RelatedArticle[];
}
export interface ReportProblem {
  readonly code: string;
  readonly place: string;
  readonly detail: string | null;
}
export interface ReportLimit {
  readonly limit: LimitName;
  readonly source: number | null;
  readonly ruleId: string | null;
  readonly detail: string;
}
export interface ReportFact {
  readonly name: string;
  readonly value: string | boolean;
  readonly host: string | null;
  readonly from: 'event' | 'companion' | 'option' | 'answer';
  readonly at: ReportPlace | null;
  readonly changed: readonly { readonly ruleId: string; readonly was: string; readonly is: string }[];
}
export interface ReportMention {
  readonly kind: MentionKind;
  readonly value: string;
  readonly name: string | null;
  readonly count: number;
  readonly at: ReportPlace;
}
export interface ReportStatistics {
  readonly host: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly level: Level | null;
  readonly count: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
}
export interface NearMissSample {
  readonly time: IsoTime | null;
  readonly at: ReportPlace;
  readonly text: string | null;
}
export interface NearMissStep {
  readonly role: string;
  readonly seen: number;
}
/** How far a rule got and what stopped it. `kind` is `class` or the kind of the pattern. */
export interface NearMiss {
  readonly ruleId: string;
  readonly host: string | null;
  readonly key: Readonly<Record<string, string | null>>;
  readonly kind: 'class' | 'one' | 'seq' | 'all' | 'count' | 'absent' | 'near' | 'any';
  readonly name: string;
  readonly count: number;
  /** Clauses of a class that failed. */
  readonly failed: readonly string[];
  readonly steps: readonly NearMissStep[];
  readonly reached: readonly string[];
  readonly stoppedBy: 'window' | 'gap' | 'forbid' | 'key' | 'guard' | 'coverage' | 'seen' | 'zone' | 'undecided' | null;
  readonly had: string | null;
  readonly needed: string | null;
  readonly samples: readonly NearMissSample[];
  /** Of the rule. */
  readonly title: string;
  /** What the rule finds begins with this pattern. */
  readonly isAnchor: boolean;
}

/** What a run was told to look for and to tell: what it left out is not gone. */
export interface ReportSelection {
  /** Ids of the rules that alone ran (`--only`), sorted; null: all. */
  readonly only: readonly string[] | null;
  /** Ids of the rules that did not run (`--skip`), sorted. */
  readonly skip: readonly string[];
  /** Findings below it are not told. */
  readonly minGrade: Grade;
}

/** The object of `evdx diagnose -f json`; key order is part of it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'evdx'; readonly version: string; readonly ruleCount: number };
  readonly sources: readonly ReportSource[];
  readonly findings: readonly Finding[];
  readonly ruledOut: readonly RuledOut[];
  readonly questions: readonly Question[];
  readonly notChecked: readonly NotChecked[];
  readonly unexplained: readonly Unexplained[];
  readonly problems: readonly ReportProblem[];
  readonly limits: readonly ReportLimit[];
  readonly facts: readonly ReportFact[];
  readonly mentioned: readonly ReportMention[];
  readonly statistics: readonly ReportStatistics[];
  readonly nearMisses: readonly NearMiss[];
  readonly redacted: string | null;
  readonly selection: ReportSelection;
}
