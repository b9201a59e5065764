import { expect } from 'vitest';
import { everything } from '../../src/core/engine/interest.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { Interest, SeenEvent } from '../../src/core/model/interest.ts';
import type { CreateTextParser, ParserFindings } from '../../src/core/model/parser.ts';
import type { Problem } from '../../src/core/model/problems.ts';
import { PIECE_SIZES } from './sources.ts';

export interface Parsed {
  readonly events: RawEvent[];
  readonly problems: Problem[];
  readonly findings: ParserFindings;
  /** What the parser dropped. */
  readonly counted: SeenEvent[];
}

/** Runs a text through a parser in pieces of one size. */
export function parseText(
  create: CreateTextParser,
  text: string,
  { size = 65_536, interest = everything }: { size?: number; interest?: Interest } = {},
): Parsed {
  const counted: SeenEvent[] = [];
  const parser = create({ interest, tally: { count: (event) => counted.push(event) } });
  const events: RawEvent[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < text.length; at += size) {
    const batch = parser.push(text.slice(at, at + size));
    events.push(...batch.events);
    problems.push(...batch.problems);
  }
  const rest = parser.end();
  return {
    events: [...events, ...rest.events],
    problems: [...problems, ...rest.problems],
    findings: parser.findings(),
    counted,
  };
}

/** Runs a text through a parser in pieces of several sizes, which must not matter. */
export function parseInPieces(create: CreateTextParser, text: string, interest: Interest = everything): Parsed {
  const whole = parseText(create, text, { interest });
  for (const size of PIECE_SIZES) expect(parseText(create, text, { size, interest })).toEqual(whole);
  return whole;
}
