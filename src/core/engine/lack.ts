import { groupBy } from '../model/group-by.ts';

/** What keeps a conclusion from being plainly true. */
export interface Lack {
  /** What it would decide: a grade, or `for “…”`, a cause. */
  readonly decides: string;
  /** Half a sentence. */
  readonly lacking: string;
}

/** `confirmed: …`. What decides several conclusions, mostly one log, is asked for once. */
export const sentencesOf = (lacks: readonly Lack[]): readonly string[] =>
  [...groupBy(lacks, ({ lacking }) => lacking)].map(
    ([lacking, of]) => `${[...new Set(of.map(({ decides }) => decides))].join(', ')}: ${lacking}`,
  );
