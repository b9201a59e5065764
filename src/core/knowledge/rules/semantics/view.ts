import { isList, listOf } from '../../../model/list-of.ts';
import type { Path } from '../problem.ts';
import type { RuleFile, RulePattern } from '../schema.ts';
import { stepOf } from '../steps.ts';

/** All names a rule gives, also those whose definition is damaged: a mistake inside is no reason to call the name unknown. */
export interface RuleNames {
  readonly classes: readonly string[];
  readonly patterns: readonly string[];
  readonly flags: readonly string[];
  readonly contexts: readonly string[];
  readonly causes: readonly string[];
}

export interface RuleView {
  readonly rule: RuleFile;
  readonly names: RuleNames;
  /** The id that the path of the file asks for. */
  readonly expectedId: string | null;
  /** false: parts that the schema refuses were left out, so what looks at a rule as a whole cannot be told. */
  readonly isWhole: boolean;
}

/** Fields that every event has, or that the host inventory adds. */
export const commonFields: readonly string[] = ['host', 'log', 'cluster', 'site'];

/** Each of X* with its own path. */
export const placed = <T>(path: Path, value: T | readonly T[] | undefined): readonly (readonly [Path, T])[] => {
  if (value === undefined) return [];
  return isList(value) ? value.map((item, index) => [[...path, index], item]) : [[path, value]];
};

/** The classes a pattern looks at itself; those of the patterns it stands on are not in it. */
export function classNamesOf(pattern: RulePattern): readonly string[] {
  if ('one' in pattern) return listOf(pattern.one);
  if ('seq' in pattern)
    return pattern.seq.map(stepOf).flatMap(({ event, forbid }) => [...listOf(event), ...listOf(forbid)]);
  if ('all' in pattern) return pattern.all.flatMap((entry) => listOf(entry));
  if ('count' in pattern) return listOf(pattern.count.of);
  if ('absent' in pattern) return [...listOf(pattern.absent.of), ...listOf(pattern.absent.until)];
  return 'near' in pattern ? listOf(pattern.near.of) : [];
}

/** Patterns (or classes) whose matches a pattern stands on, with their paths below it. */
export function basesOf(pattern: RulePattern): readonly (readonly [Path, string])[] {
  if ('any' in pattern) return placed(['any'], pattern.any);
  if ('near' in pattern) return [[['near', 'around'], pattern.near.around]];
  if (!('absent' in pattern)) return [];
  return [...placed(['absent', 'after'], pattern.absent.after), ...placed(['absent', 'before'], pattern.absent.before)];
}

export const ownBy = (pattern: RulePattern): readonly string[] | undefined =>
  'by' in pattern ? pattern.by : undefined;

/** The anchor, or the only pattern. */
export const anchorOf = ({ rule, names }: RuleView): string | undefined =>
  rule.anchor ?? (names.patterns.length === 1 ? names.patterns[0] : undefined);
