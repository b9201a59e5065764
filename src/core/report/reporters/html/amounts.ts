import type { Report } from '../../../model/report.ts';
import type { Caps } from '../../outline/view.ts';

/** How much of each finding is shown, so that a report of any size opens at once; what is left out is said. */
export interface Amounts {
  readonly evidence: number;
  readonly textCharacters: number;
  /** Near misses of the rule of a finding. */
  readonly nearMisses: number;
  /** How many findings have a time line; the weightiest stand first. */
  readonly timeLines: number;
}
const byFindings: readonly (readonly [most: number, amounts: Amounts])[] = [
  [60, { evidence: 20, textCharacters: 500, nearMisses: 8, timeLines: 60 }],
  [300, { evidence: 8, textCharacters: 240, nearMisses: 2, timeLines: 300 }],
  [1000, { evidence: 3, textCharacters: 100, nearMisses: 0, timeLines: 120 }],
];
const least: Amounts = { evidence: 2, textCharacters: 80, nearMisses: 0, timeLines: 0 };

export const amountsFor = ({ findings }: Report): Amounts =>
  byFindings.find(([most]) => findings.length <= most)?.[1] ?? least;

/** A page has more room than a screen; what is more stands in `-f json`. */
export const pageCaps: Caps = { unexplained: 100, mentions: 200, problems: 100 };
export const MOST_STATISTICS = 800;
export const MOST_RULES = 300;
export const MOST_ACTIONS = 8;
/** Lanes of the overview that are seen at once. */
export const OPEN_LANES = 16;
