import type {
  CreateTextParser,
  FreeText,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../model/parser.ts';
import type { Problem } from '../../model/problems.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
import { createMessageUnwrapper, type Found } from './message-reader.ts';
import { createWrappedParser } from './parser.ts';
import { unwrapAll } from './unwrapper.ts';

/** Reads a text; where it holds no event at all, messages in it that tell theirs count as events, and a problem says so. */
class BareMessageParser implements TextParser {
  readonly #context: ParserContext;
  #parser: TextParser;
  #isBare = false;

  constructor(context: ParserContext) {
    [this.#context, this.#parser] = [context, createPlainLogParser(context)];
  }

  push(text: string): ParsedBatch {
    return this.#parser.push(text);
  }

  end(): ParsedBatch {
    const batch = this.#parser.end();
    const { records, facts = [], freeText } = this.#parser.findings();
    if (records > 0 || facts.length > 0) return batch;
    const text = inPlace(freeText);
    if (!holdsMessage(text)) return batch;
    const found: Found = { told: [], events: 0 };
    this.#parser = createWrappedParser(() => createMessageUnwrapper(found))(this.#context);
    this.#isBare = true;
    const batches = [batch, this.#parser.push(text), this.#parser.end()];
    const told = found.told.map((position): Problem => ({ code: 'event/no-headings', position, detail: null }));
    return {
      events: batches.flatMap(({ events }) => events),
      problems: [...batches.flatMap(({ problems }) => problems), ...told],
    };
  }

  /** No heading was read, so none has a language. */
  findings(): ParserFindings {
    const findings = this.#parser.findings();
    return this.#isBare ? { ...findings, language: null, likelyOrder: null } : findings;
  }
}

/** The texts on the lines where they stood. */
function inPlace(texts: readonly FreeText[]): string {
  const lines: string[] = [];
  for (const { text, line } of texts) {
    while (lines.length < line - 1) lines.push('');
    lines.push(...text.split('\n'));
  }
  return lines.join('\n');
}

function holdsMessage(text: string): boolean {
  const found: Found = { told: [], events: 0 };
  unwrapAll(text, createMessageUnwrapper(found));
  return found.events > 0;
}

/** The reader of texts that no other format claims. */
export const createBareMessageParser: CreateTextParser = (context) => new BareMessageParser(context);
