import { LENIENT, TRUE, type Truth, UNKNOWN } from '../truth.ts';

/** How sure each condition of a match must be. */
export type Level = typeof TRUE | typeof LENIENT | typeof UNKNOWN;
const LEVELS: readonly Level[] = [TRUE, LENIENT, UNKNOWN];

/** What a search at one level found, and the truths of the conditions it refused. */
export interface Search<Found> {
  readonly found: readonly Found[];
  readonly refused: ReadonlySet<Truth>;
}

/**
 * A pattern is looked for with sure conditions only, then with reservations, then with what is unknown taken as true
 * (rule-language.md, section 4, "Truth"). Each search is told what the surer ones took, and may not take it again.
 */
export function bestOfLevels<Found>(
  search: (level: Level, surer: readonly Found[]) => Search<Found>,
): readonly Found[] {
  let kept: readonly Found[] = [];
  const refused = new Set<Truth>([TRUE]);
  for (const level of LEVELS) {
    if (!refused.has(level)) continue;
    const result = search(level, kept);
    kept = kept.concat(result.found);
    for (const truth of result.refused) refused.add(truth);
  }
  return kept;
}
