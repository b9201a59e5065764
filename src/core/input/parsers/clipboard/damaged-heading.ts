import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { Dialect } from '../../../knowledge/words/headings.ts';
import { headingBefore, meaningsOf } from '../../../knowledge/words/headings.ts';
import { marksLength } from '../../line-marks.ts';
import type { Heading } from './line.ts';

const MAX_HEADING = 40;
const WORDS = 3;

/** A heading that a wrapped line broke, `Event` at its end and `ID:` on the next; of French ones even the colon alone. */
export interface BrokenHeading extends Heading {
  /** Characters at the end of the line before that belong to it. */
  readonly borrowed: number;
}

/** @param colon of the first colon on `text`. */
export function brokenHeading(before: string, text: string, colon: number): BrokenHeading | null {
  const marks = marksLength(text);
  if (colon - marks > MAX_HEADING || colon < marks) return null;
  const tail = lastWords(before.trimEnd().slice(-MAX_HEADING));
  if (tail === '') return null;
  const joined = `${tail} ${text.slice(marks, colon)}`;
  const found = headingBefore(joined, joined.length);
  if (found === null || found.start >= tail.length) return null;
  const borrowed = tail.length - found.start;
  return { start: marks, end: colon + 1, meanings: found.meanings, loose: null, isFirst: true, borrowed };
}

function lastWords(text: string): string {
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  return text.slice(starts.at(-WORDS) ?? starts[0] ?? text.length);
}

const FIRST_WORD = /^\S{2,20}(?= \S)/;
const MAX_NAME = 60;

/** A heading of the source that lost its colon: `Source SFMCTRS`, right between two others. */
export function bareSourceHeading(text: string): Heading | null {
  const start = marksLength(text);
  const rest = text.slice(start);
  const words = rest.length > MAX_NAME ? undefined : FIRST_WORD.exec(rest)?.[0];
  const meanings = meaningsOf(words ?? '').filter(({ field }) => field === 'source');
  if (words === undefined || meanings.length === 0) return null;
  return { start, end: start + words.length, meanings, loose: null, isFirst: true };
}

/** A heading stuck to the value before it, `ClassicUser:`: a new word by its capital, or in a script without capitals. */
export function gluedHeading(
  text: string,
  colon: number,
  among: readonly Dialect[],
  seen: ReadonlySet<HeadingField>,
): Heading | null {
  const near = text.slice(Math.max(0, colon - MAX_HEADING), colon).trimEnd();
  const lower = near.toLowerCase();
  for (const dialect of among)
    for (const [heading, field] of dialect.fieldByHeading) {
      if (seen.has(field) || !lower.endsWith(heading)) continue;
      const first = near.charAt(near.length - heading.length);
      if (first === first.toLowerCase() && first !== first.toUpperCase()) continue;
      const start = Math.max(0, colon - MAX_HEADING) + near.length - heading.length;
      return { start, end: colon + 1, meanings: [{ dialect, field }], loose: null, isFirst: false };
    }
  return null;
}
