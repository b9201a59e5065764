import type { FoundFact, Observation } from '../../model/companion.ts';
import type { DateOrder } from '../../model/event.ts';
import type { FreeText, ParserFindings } from '../../model/parser.ts';
import { Votes } from '../votes.ts';
import type { Pairing } from './pairing.ts';

/** What is kept of the free text; the beginning holds what its writer wanted to say. */
const MAX_FREE_TEXT = 8 << 20;
/** More facts, or observations, than any case has. */
const MAX_TOLD = 20_000;

/** Sums up what the segments of a text found. */
export class MixtureFindings {
  readonly #languages = new Votes<string>();
  readonly #orders = new Votes<DateOrder>();
  readonly #bases = new Votes<ParserFindings['timeBasis']>();
  readonly #freeText: FreeText[] = [];
  readonly #facts: FoundFact[] = [];
  readonly #observations: Observation[] = [];
  /** Of the segments that gave something; the rest, which no format claims, is text. */
  readonly #formats = new Set<string>();
  #characters = 0;
  #records = 0;

  /** @param format of the segment that found it */
  add(found: ParserFindings, format: string): void {
    const { language, likelyOrder, timeBasis, freeText, records, facts = [], observations = [] } = found;
    this.#facts.push(...facts.slice(0, MAX_TOLD - this.#facts.length));
    this.#observations.push(...observations.slice(0, MAX_TOLD - this.#observations.length));
    if (records + facts.length + observations.length > 0) this.#formats.add(format);
    if (language !== null) this.#languages.add(language, records);
    if (likelyOrder !== null) this.#orders.add(likelyOrder, records);
    if (records > 0) this.#bases.add(timeBasis);
    this.#records += records;
    for (const words of freeText) {
      if (this.#characters + words.text.length > MAX_FREE_TEXT) continue;
      this.#characters += words.text.length;
      this.#freeText.push(words);
    }
  }

  toFindings({ order, offsetMs, pairs }: Pairing): ParserFindings {
    const bases = this.#bases.winner(null);
    return {
      language: this.#languages.winner('en'),
      likelyOrder: order ?? this.#orders.winner(null),
      inferredOffsetMs: offsetMs,
      timeBasis: bases === null ? 'local' : (this.#bases.unanimous ?? 'mixed'),
      freeText: this.#freeText,
      // The two forms of an event are one record.
      records: this.#records - pairs,
      facts: this.#facts,
      observations: this.#observations,
      format: this.#formats.size === 1 ? ([...this.#formats][0] ?? null) : null,
    };
  }
}
