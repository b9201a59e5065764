import { createEvtParser } from '../../src/core/input/parsers/evt/parser.ts';
import { createEvtxParser } from '../../src/core/input/parsers/evtx/parser.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { CreateByteParser, ParserContext, ParserFindings } from '../../src/core/model/parser.ts';
import type { Problem } from '../../src/core/model/problems.ts';
import { ALL } from './interests.ts';

export interface Parsed {
  readonly events: readonly RawEvent[];
  readonly problems: readonly Problem[];
  readonly findings: ParserFindings;
}

/** What a parser of bytes gives, fed in pieces of this size. */
export function parse(
  create: CreateByteParser,
  bytes: Uint8Array,
  context: Partial<ParserContext> = {},
  size = 65_536,
): Parsed {
  const parser = create({ ...ALL, ...context });
  const batches = [];
  for (let at = 0; at < bytes.length; at += size) batches.push(parser.push(bytes.subarray(at, at + size)));
  batches.push(parser.end());
  return {
    events: batches.flatMap(({ events }) => events),
    problems: batches.flatMap(({ problems }) => problems),
    findings: parser.findings(),
  };
}

export const parseEvtx = (bytes: Uint8Array, context: Partial<ParserContext> = {}, size = 65_536): Parsed =>
  parse(createEvtxParser, bytes, context, size);
export const parseEvt = (bytes: Uint8Array, context: Partial<ParserContext> = {}, size = 65_536): Parsed =>
  parse(createEvtParser, bytes, context, size);

/** Problems as `code@position`, with their detail if there is one. */
export const problemsOf = ({ problems }: Pick<Parsed, 'problems'>): readonly string[] =>
  problems.map(({ code, position, detail }) => `${code}@${position}${detail === null ? '' : ` ${detail}`}`);

export const idsOf = (events: readonly RawEvent[]): readonly (number | null)[] =>
  events.map(({ recordId }) => recordId);
