import type { Level, TimeBasis } from './event.ts';
import type { Completeness, GapReason, LimitName, MentionKind } from './scan.ts';

/** How sure a finding is, the surest first. */
export const grades = ['confirmed', 'likely', 'possible'] as const;
export type Grade = (typeof grades)[number];
/** How bad it is, the worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
/** What a rule has been tried on (rule-language.md, sections 0 and 7): `experimental`: no real log confirmed its events; `test`: its own tests pass; `deprecated`: runs only when named. */
export type RuleStatus = 'experimental' | 'test' | 'stable' | 'deprecated';

/** ISO 8601 UTC with `Z`: three fraction digits, seven where there are ticks. */
export type IsoTime = string;

/** Where an event stands. `source` is the index into `sources`; `position` a byte offset in binary logs, else a line from 1. */
export interface ReportPlace {
  readonly source: number;
  readonly position: number;
  readonly recordId: number | null;
}
/** The time that a log of a host really covers in one source. */
export interface ReportCoverage {
  readonly host: string | null;
  readonly channel: string | null;
  readonly first: IsoTime;
  readonly last: IsoTime;
  readonly gaps: readonly { readonly from: IsoTime; readonly to: IsoTime; readonly why: GapReason }[];
  /** `all`, or the levels that a filtered export holds. */
  readonly levels: 'all' | readonly Level[];
  readonly completeness: Completeness;
}
/** One input as it was read, or a file of an archive. */
export interface ReportSource {
  readonly name: string;
  readonly format: string;
  /** Found, damaged ones too. */
  readonly records: number;
  /** Read. */
  readonly events: number;
  /** Records found outside the chain of a binary log. */
  readonly recovered: number;
  readonly coverage: readonly ReportCoverage[];
  readonly problems: readonly {
    readonly code: string;
    readonly position: number | null;
    readonly detail: string | null;
  }[];
  /** Of its headings: `de`, `pt-BR`; null where its format has none. */
  readonly language: string | null;
  readonly encoding: string | null;
  /** The least sure of its times. */
  readonly timeBasis: TimeBasis;
  /** Characters that stayed free text. */
  readonly unclaimed: number;
}
/** A cause that the rule knows, with what speaks for it and against it in these logs, as sentences. */
export interface ReportCause {
  readonly id: string;
  readonly title: string;
  /** A rank among the causes of one finding, no probability: 3, 2 or 1 for each strong, moderate or weak piece of evidence, less for those against. */
  readonly score: number;
  /** It leads clearly enough to be called the cause; at most one does. */
  readonly named: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
}
/** What taking some steps may cost. `downtime` and `dataLoss` are words of the rule; `none`: there is none. */
export interface Risk {
  readonly level: 'none' | 'low' | 'medium' | 'high';
  readonly downtime: string;
  readonly dataLoss: string;
  readonly reversible: boolean | 'partly';
}
/** A command line of a step, and what has to be known before typing it. */
export interface StepCommand {
  readonly shell: 'cmd' | 'powershell';
  readonly command: string;
  readonly needs: 'user' | 'administrator';
  readonly effect: 'read-only' | 'restarts-service' | 'restarts-machine' | 'changes-settings' | 'changes-data';
  /** Captured values; those safe to paste stand in the command already. */
  readonly values: Readonly<Record<string, string>>;
}
/** One thing to do. */
export interface ResolutionStep {
  readonly do: string;
  readonly run: StepCommand | null;
  /** What is seen if it worked. */
  readonly expect: string | null;
  /** What is seen if nobody should go on. */
  readonly stopIf: string | null;
  /** Events that the step speaks of. */
  readonly show: readonly ReportEvidence[];
}
/** Steps that belong together, for one cause or several. */
export interface ReportResolution {
  readonly id: string;
  /** Ids of causes; none: for any. */
  readonly for: readonly string[];
  readonly risk: Risk;
  /** What has to be true before the first step. */
  readonly confirmFirst: string | null;
  readonly steps: readonly ResolutionStep[];
}
/** An event that a finding rests on. */
export interface ReportEvidence {
  /** The name that the rule gives such events. */
  readonly role: string;
  readonly time: IsoTime | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  /** Its message, or its inserts where the source carries none, cut at 500 characters. */
  readonly text: string | null;
  readonly at: ReportPlace;
  readonly host: string | null;
  readonly channel: string | null;
  readonly level: Level | null;
  readonly timeBasis: TimeBasis;
  /** Error codes in it, signed, 32 bits. */
  readonly codes: readonly number[];
  /** Of its copies and its other forms. */
  readonly places: readonly ReportPlace[];
}
/** What the rule was made from. */
export interface ReportReference {
  readonly kb: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly note: string | null;
}
/** `lenient` holds with a reservation; `unknown` could not be decided. */
export type TruthName = 'true' | 'lenient' | 'unknown' | 'false';
/** What the time line of a finding shows beside its events: where patterns matched, where events were missing, which flags were set. */
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
/** What a rule found under one key in one episode; of rules of severity `info` all episodes are one finding. */
export interface Finding {
  readonly ruleId: string;
  readonly kb: readonly number[];
  readonly title: string;
  readonly grade: Grade;
  readonly severity: Severity;
  readonly host: string | null;
  /** What keeps findings of one rule apart, by name. */
  readonly key: Readonly<Record<string, string | null>>;
  /** 16 hex digits of FNV-1a 64 over the UTF-8 JSON of [ruleId, key]: never of time or path. */
  readonly fingerprint: string;
  /** How often it happened. */
  readonly count: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
  readonly summary: string;
  /** By score. */
  readonly causes: readonly ReportCause[];
  /** What would make it surer or name its cause, as sentences. */
  readonly wouldRaise: readonly string[];
  /** Harmless ones first. */
  readonly resolution: readonly ReportResolution[];
  /** At most 20; `evidenceTotal` counts all. */
  readonly evidence: readonly ReportEvidence[];
  readonly refs: readonly ReportReference[];
  readonly status: RuleStatus;
  readonly impact: readonly string[];
  readonly notes: readonly string[];
  readonly evidenceTotal: number;
  /** Index into `findings` of the one that this one follows from. */
  readonly explainedBy: number | null;
  readonly timeline: ReportTimeline;
  /** Names of the rule that could not be decided where a higher grade, a rule-out or a cause asked for them. */
  readonly unknown: readonly string[];
  /** What would rule it out and could not be looked for, or is not sure, with the reason. */
  readonly unless: readonly string[];
}
/** What looked like a finding, and why it is none. */
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
/** What only a person knows, and what the answer would decide. */
export interface Question {
  readonly ruleId: string;
  /** The name to answer it by: `--fact NAME=yes`. */
  readonly fact: string;
  readonly ask: string;
  /** null: all hosts, or the one without a name. */
  readonly host: string | null;
  /** How to find out, or another fact that tells it: `product="Exchange Server 2003"`. */
  readonly how: string | null;
  /** Grades, ids of causes and `ruled_out` that the answer could decide. */
  readonly decides: readonly string[];
}
/** A rule that could not be looked for: that it found nothing says nothing. */
export interface NotChecked {
  readonly ruleId: string;
  readonly because: string;
  /** null: on none of the hosts. */
  readonly host: string | null;
}
/** A knowledge base article that names an error which no rule explains. */
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
/** A kind of event, an error mostly, that stands in no finding. */
export interface Unexplained {
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly level: Level | null;
  readonly count: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
  /** The beginning of the text of one of them. */
  readonly sample: string | null;
  readonly host: string | null;
  readonly channel: string | null;
  readonly related: readonly RelatedArticle[];
}
/** What concerns a source as a whole, or the run. */
export interface ReportProblem {
  /** A key of `PROBLEMS`. */
  readonly code: string;
  /** The name of a source or of a host. */
  readonly place: string;
  readonly detail: string | null;
}
/** A limit that was reached: the report is incomplete. */
export interface ReportLimit {
  readonly limit: LimitName;
  /** Index into `sources`; null: of the run. */
  readonly source: number | null;
  readonly ruleId: string | null;
  readonly detail: string;
}
/** What is known of a host beside its events. */
export interface ReportFact {
  readonly name: string;
  readonly value: string | boolean;
  readonly host: string | null;
  readonly from: 'event' | 'companion' | 'option' | 'answer';
  readonly at: ReportPlace | null;
  /** What an answer changed: the grade, or the cause, without it and with it. */
  readonly changed: readonly { readonly ruleId: string; readonly was: string; readonly is: string }[];
}
/** A code or an id that stands in free text. */
export interface ReportMention {
  readonly kind: MentionKind;
  readonly value: string;
  readonly name: string | null;
  readonly count: number;
  readonly at: ReportPlace;
}
/** How often a kind of event occurred, read or dropped. */
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
/** One of the events that a near miss is about. */
export interface NearMissSample {
  readonly time: IsoTime | null;
  readonly at: ReportPlace;
  readonly text: string | null;
}
/** A step of a pattern: its classes with bars between them, and how many of their events were there. */
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
  /** Clauses of a class that refused the events, or, stopped by `key`, fields of the key that they lack. */
  readonly failed: readonly string[];
  readonly steps: readonly NearMissStep[];
  readonly reached: readonly string[];
  readonly stoppedBy: 'window' | 'gap' | 'forbid' | 'key' | 'guard' | 'coverage' | 'seen' | 'zone' | 'undecided' | null;
  /** What there was of what stopped it, and what the rule asks for: durations or counts. */
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
