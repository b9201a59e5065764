import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch, joinedBatches } from '../../model/parser.ts';
import { type Place, placedBatch, placedContext, placedFindings } from '../placed.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
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
  readonly #place: Place;

  constructor(unwrapper: Unwrapper, createInner: CreateTextParser, context: ParserContext) {
    const { lines } = unwrapper;
    this.#unwrapper = unwrapper;
    this.#place = (line) => lines.sourceOf(line);
    this.#parser = createInner(placedContext(context, this.#place));
  }

  push(text: string): ParsedBatch {
    return this.#read(this.#unwrapper.push(text));
  }

  end(): ParsedBatch {
    const last = this.#read(this.#unwrapper.end());
    return joinedBatches(last, placedBatch(this.#parser.end(), this.#place));
  }

  findings(): ParserFindings {
    return placedFindings(this.#parser.findings(), this.#place);
  }

  #read(text: string): ParsedBatch {
    return text === '' ? emptyBatch() : placedBatch(this.#parser.push(text), this.#place);
  }
}
