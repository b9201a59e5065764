import type { TimeBasis } from './event.ts';
import type { Finding, IsoTime, Report } from './report.ts';

/** The worst first: what a reader asks for. */
export const runChanges = ['new', 'worse', 'better', 'gone', 'unchanged'] as const;
export type RunChange = (typeof runChanges)[number];
/** `unclear`: hosts that were looked at agree, others were not. */
export const hostChanges = ['differs', 'unclear', 'same'] as const;
export type HostChange = (typeof hostChanges)[number];

/** What a comparison reads of a report; older and newer versions of evdx write at least this. */
export type ComparedFinding = Pick<
  Finding,
  | 'ruleId'
  | 'kb'
  | 'title'
  | 'grade'
  | 'severity'
  | 'host'
  | 'key'
  | 'fingerprint'
  | 'count'
  | 'first'
  | 'last'
  | 'summary'
> & {
  readonly causes: readonly Pick<Finding['causes'][number], 'title' | 'named'>[];
  readonly evidence: readonly Pick<Finding['evidence'][number], 'timeBasis'>[];
};
export type ComparedReport = Pick<Report, 'schemaVersion' | 'tool' | 'notChecked' | 'problems' | 'redacted'> & {
  readonly sources: readonly (Pick<Report['sources'][number], 'name' | 'events' | 'timeBasis'> & {
    readonly coverage: readonly Pick<Report['sources'][number]['coverage'][number], 'host' | 'first' | 'last'>[];
    readonly problems: readonly { readonly code: string }[];
  })[];
  readonly findings: readonly ComparedFinding[];
  readonly ruledOut: readonly Pick<Report['ruledOut'][number], 'ruleId' | 'because' | 'host' | 'key' | 'fingerprint'>[];
  readonly limits: readonly Pick<Report['limits'][number], 'ruleId' | 'detail'>[];
  /** Reports of evdx before it was told lack it. */
  readonly selection?: Report['selection'] | undefined;
};

/** What a report looked at. */
export interface DiffSide {
  readonly version: string;
  readonly ruleCount: number;
  readonly sources: number;
  readonly events: number;
  readonly first: IsoTime | null;
  readonly last: IsoTime | null;
  /** `assumed-local` when no source knows its zone. */
  readonly timeBasis: TimeBasis;
  /** false: an input could not be read, or a limit was reached; what is not in the report may be on the machine. */
  readonly complete: boolean;
  /** Whose logs were given, by name. */
  readonly hosts: readonly (string | null)[];
}
/** The last episode of a finding. */
export interface FindingState extends Pick<Finding, 'grade' | 'severity' | 'count' | 'first' | 'last' | 'summary'> {
  readonly timeBasis: TimeBasis;
  readonly episodes: number;
  /** The cause, where one is named. */
  readonly cause: string | null;
}
export interface FindingChange extends Pick<Finding, 'ruleId' | 'kb' | 'title' | 'host' | 'key' | 'fingerprint'> {
  readonly change: RunChange;
  readonly old: FindingState | null;
  readonly new: FindingState | null;
  /** Why one side has no such finding, where its report tells; null with a finding on both sides, or when it was not found. */
  readonly because: string | null;
  /** false: the side without the finding did not look for it, so what is new may be old and what is gone may be there. */
  readonly checked: boolean;
}
interface DiffBase {
  readonly schemaVersion: 1;
  /** What a reader has to know before trusting the comparison. */
  readonly notes: readonly string[];
  readonly redacted: string | null;
}
export interface RunDiff extends DiffBase {
  readonly by: 'run';
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly counts: Readonly<Record<RunChange, number>>;
  /** By change, severity, grade, rule and key. */
  readonly findings: readonly FindingChange[];
}

export interface HostState {
  readonly host: string | null;
  readonly fingerprint: string | null;
  readonly state: FindingState | null;
  /** Why there is no finding, where the report tells. */
  readonly because: string | null;
  /** false: it was not looked for on this host. */
  readonly checked: boolean;
}
export interface HostComparison extends Pick<Finding, 'ruleId' | 'kb' | 'title' | 'key'> {
  readonly change: HostChange;
  /** In the order of `hosts` of the whole. */
  readonly hosts: readonly HostState[];
}
export interface HostDiff extends DiffBase {
  readonly by: 'host';
  readonly report: DiffSide;
  /** Every host that was looked at or has a finding. */
  readonly hosts: readonly (string | null)[];
  readonly counts: Readonly<Record<HostChange, number>>;
  readonly findings: readonly HostComparison[];
}
/** The object of `evdx diff -f json`; key order is part of it. */
export type Diff = RunDiff | HostDiff;
