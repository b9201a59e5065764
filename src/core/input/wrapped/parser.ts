import type { Tally } from '../../model/interest.ts';
import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
import type { LineMap } from './line-map.ts';
import type { Unwrapper } from './unwrapper.ts';

/**
 * Reads what an unwrapper takes out of a text; places are those of the text as it came.
 * @param createInner where it is known what was wrapped
 */
export const createWrappedParser =
  (createUnwrapper: () => Unwrapper, createInner: CreateTextParser = createPlainLogParser): CreateTextParser =>
  (context) =>
    new WrappedParser(createUnwrapper(), createInner, context);

class WrappedParser implements TextParser {
  readonly #unwrapper: Unwrapper;
  readonly #parser: TextParser;

  constructor(unwrapper: Unwrapper, createInner: CreateTextParser, context: ParserContext) {
    this.#unwrapper = unwrapper;
    this.#parser = createInner(placedContext(context, unwrapper.lines));
  }

  push(text: string): ParsedBatch {
    return this.#read(this.#unwrapper.push(text));
  }

  end(): ParsedBatch {
    const last = this.#read(this.#unwrapper.end());
    const rest = this.#placed(this.#parser.end());
    return { events: [...last.events, ...rest.events], problems: [...last.problems, ...rest.problems] };
  }

  findings(): ParserFindings {
    const { lines } = this.#unwrapper;
    const findings = this.#parser.findings();
    const placed = <T extends { readonly position: number }>(found: readonly T[] = []): readonly T[] =>
      found.map((one) => ({ ...one, position: lines.sourceOf(one.position) }));
    return {
      ...findings,
      freeText: findings.freeText.map(({ text, line }) => ({ text, line: lines.sourceOf(line) })),
      facts: placed(findings.facts),
      observations: placed(findings.observations),
    };
  }

  #read(text: string): ParsedBatch {
    return text === '' ? { events: [], problems: [] } : this.#placed(this.#parser.push(text));
  }

  #placed({ events, problems }: ParsedBatch): ParsedBatch {
    const { lines } = this.#unwrapper;
    const place = (line: number): number => lines.sourceOf(line);
    return {
      events: events.map((event) => ({
        ...event,
        position: place(event.position),
        otherForms: event.otherForms.map(place),
      })),
      problems: problems.map((problem) => ({
        ...problem,
        position: problem.position === null ? null : place(problem.position),
      })),
    };
  }
}

function placedContext(context: ParserContext, lines: LineMap): ParserContext {
  const { tally } = context;
  const placed = tally.placedCell?.bind(tally);
  const count: Tally['count'] = (event, sample) =>
    tally.count({ ...event, position: lines.sourceOf(event.position) }, sample);
  if (placed === undefined) return { ...context, tally: { ...tally, count } };
  const placedCell: Tally['placedCell'] = (kind) => {
    const cell = placed(kind);
    return {
      count: (position, recordId, time, sample) => cell.count(lines.sourceOf(position), recordId, time, sample),
    };
  };
  return { ...context, tally: { ...tally, count, placedCell } };
}
