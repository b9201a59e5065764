import type { Tally } from '../model/interest.ts';
import type { ParsedBatch, ParserContext, ParserFindings } from '../model/parser.ts';

/** Where a line of a part, counted from 1, stands in the whole text. */
export type Place = (line: number) => number;

/** What the parser of a part gave, at its places in the whole text. */
export const placedBatch = ({ events, problems }: ParsedBatch, place: Place): ParsedBatch => ({
  events: events.map((event) => ({
    ...event,
    position: place(event.position),
    otherForms: event.otherForms.map(place),
  })),
  problems: problems.map((problem) => ({
    ...problem,
    position: problem.position === null ? null : place(problem.position),
  })),
});

/** What it learnt, likewise. */
export function placedFindings(findings: ParserFindings, place: Place): ParserFindings {
  const placed = <T extends { readonly position: number }>(told: readonly T[] = []): readonly T[] =>
    told.map((one) => ({ ...one, position: place(one.position) }));
  const { freeText, facts, observations } = findings;
  return {
    ...findings,
    freeText: freeText.map(({ text, line }) => ({ text, line: place(line) })),
    facts: placed(facts),
    observations: placed(observations),
  };
}

/** A context for the parser of a part: what it counts stands at its place in the whole text. */
export function placedContext(context: ParserContext, place: Place): ParserContext {
  const { tally } = context;
  const placed = tally.placedCell?.bind(tally);
  const count: Tally['count'] = (event, sample) => tally.count({ ...event, position: place(event.position) }, sample);
  if (placed === undefined) return { ...context, tally: { ...tally, count } };
  const placedCell: Tally['placedCell'] = (kind) => {
    const cell = placed(kind);
    return { count: (position, recordId, time, sample) => cell.count(place(position), recordId, time, sample) };
  };
  return { ...context, tally: { ...tally, count, placedCell } };
}
