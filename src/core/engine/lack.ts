import { groupBy } from '../model/group-by.ts';
import type { Reservation } from './incident.ts';
import { TOO_OLD } from './patterns/match.ts';

/** What could not be decided, and the conclusion that asked for it: a grade, the id of a cause, or `ruled_out`. */
export interface OpenPoint {
  readonly decides: string;
  readonly reservation: Reservation;
}

/** What keeps a conclusion from being plainly true, in words. */
export interface Lack {
  /** What it would decide: a grade, or `for “…”`, a cause. */
  readonly decides: string;
  /** Half a sentence. */
  readonly lacking: string;
}

/** What no log and no answer can change is not asked for. */
export const canBeSettled = ({ reasons }: Reservation): boolean => !reasons.includes(TOO_OLD);

/** `confirmed: …`. What decides several conclusions, mostly one log, is asked for once. */
export const sentencesOf = (lacks: readonly Lack[]): readonly string[] =>
  [...groupBy(lacks, ({ lacking }) => lacking)].map(
    ([lacking, of]) => `${[...new Set(of.map(({ decides }) => decides))].join(', ')}: ${lacking}`,
  );
