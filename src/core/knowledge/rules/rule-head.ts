import type { RulePart } from './schema.ts';

export interface IdRange {
  readonly from: number;
  readonly to: number;
}
/** What one branch of a class, merged with the class, asks of id and provider. Without any it names codes, which are looked for in warnings and worse. */
export interface Identity {
  readonly ids?: readonly number[] | IdRange;
  /** Canonical names. */
  readonly providers?: readonly string[];
  /** Globs. */
  readonly like?: readonly string[];
  /** Where it names no id: what class and branch ask of level and log. */
  readonly asks?: readonly Pick<RulePart, 'level' | 'log'>[];
}
export const isNamed = ({ ids, providers, like }: Identity): boolean => (ids ?? providers ?? like) !== undefined;

/** A class of events, not of findings. */
export interface ClassHead {
  readonly name: string;
  /** By branch. */
  readonly identities: readonly Identity[];
  /** The codes of a class with a branch that names nothing else. */
  readonly codes?: readonly number[];
}
/** What every run needs to know of every rule. The built-in ones come with it worked out: a start is too short for hundreds of definitions. */
export interface RuleHead {
  readonly id: string;
  readonly isDeprecated: boolean;
  readonly classes: readonly ClassHead[];
  /** Its classes of findings: name, and the rule whose findings they are. */
  readonly findings: readonly (readonly [string, string])[];
  /** One of these logs has to be given for the anchor to be looked for; empty: any. null: that depends on other rules. */
  readonly anchorLogs: readonly string[] | null;
}
