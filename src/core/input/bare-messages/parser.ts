import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import type { Problem } from '../../model/problems.ts';
import { createMixtureParser } from '../mixture/parser.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
import { createWrappedParser } from '../wrapped/parser.ts';
import { unwrapAll } from '../wrapped/unwrapper.ts';
import { createMessageUnwrapper, type Found } from './message-reader.ts';

/** Reads a text; where it holds no event at all, messages in it that tell theirs count as events, and a problem says so. */
class BareMessageParser implements TextParser {
  readonly #context: ParserContext;
  readonly #parser: TextParser;
  /** Of what the first reading left, once that holds messages. */
  #messages: TextParser | null = null;

  constructor(context: ParserContext, createInner: CreateTextParser) {
    [this.#context, this.#parser] = [context, createInner(context)];
  }

  push(text: string): ParsedBatch {
    return this.#parser.push(text);
  }

  end(): ParsedBatch {
    const batch = this.#parser.end();
    const findings = this.#parser.findings();
    if (findings.records > 0) return batch;
    const parts = partsIn(findings);
    if (!holdsMessage(parts.join(''))) return batch;
    const found: Found = { told: [], events: 0 };
    const messages = createWrappedParser(() => createMessageUnwrapper(found), createMixtureParser)(this.#context);
    this.#messages = messages;
    const batches = [batch, ...parts.flatMap((part) => [messages.push(part), messages.end()])];
    const told = found.told.map((position): Problem => ({ code: 'event/no-headings', position, detail: null }));
    return {
      events: batches.flatMap(({ events }) => events),
      problems: [...batches.flatMap(({ problems }) => problems), ...told],
    };
  }

  findings(): ParserFindings {
    const first = this.#parser.findings();
    return this.#messages === null ? first : withMessages(first, this.#messages.findings());
  }
}

/** What tools told stays; the messages are of the text that they left. No heading was read, so none has a language. */
function withMessages(first: ParserFindings, messages: ParserFindings): ParserFindings {
  const facts = [...(first.facts ?? []), ...(messages.facts ?? [])];
  const observations = [...(first.observations ?? []), ...(messages.observations ?? [])];
  const isMixed = toldAt(first).length > 0;
  return {
    ...messages,
    language: null,
    likelyOrder: null,
    facts,
    observations,
    format: isMixed ? null : (messages.format ?? null),
  };
}

/** The lines where tools told something. */
const toldAt = ({ facts = [], observations = [] }: ParserFindings): readonly number[] =>
  [...facts, ...observations].map(({ position }) => position).sort((a, b) => a - b);

/** The free texts on the lines where they stood, apart where the output of a tool stood between them: no message goes on behind one. */
function partsIn(findings: ParserFindings): readonly string[] {
  const told = toldAt(findings);
  const parts: string[][] = [[]];
  let [lines, next] = [0, 0];
  for (const { text, line } of findings.freeText) {
    const from = next;
    while (next < told.length && (told[next] ?? 0) < line) next += 1;
    if (next > from) parts.push([]);
    const added = [...Array.from({ length: Math.max(0, line - 1 - lines) }, () => ''), ...text.split('\n')];
    for (const one of added) parts.at(-1)?.push(one);
    lines += added.length;
  }
  return parts.map((part) => part.map((text) => `${text}\n`).join(''));
}

function holdsMessage(text: string): boolean {
  const found: Found = { told: [], events: 0 };
  unwrapAll(text, createMessageUnwrapper(found));
  return found.events > 0;
}

/** The reader of texts that no other format claims. @param createInner reads what holds more than messages */
export const createBareMessageParser = (
  context: ParserContext,
  createInner: CreateTextParser = createPlainLogParser,
): TextParser => new BareMessageParser(context, createInner);
