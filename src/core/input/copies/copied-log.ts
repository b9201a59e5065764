import type { DateOrder, RawTime } from '../../model/event.ts';
import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch } from '../../model/parser.ts';
import { createMixtureParser, type MixtureParser } from '../segment.ts';
import { joinFlat } from '../text/copy-text.ts';
import { Votes } from '../votes.ts';
import { type CopyFrame, frameOf } from './copy-frame.ts';
import { type Copy, CopyReader } from './copy-reader.ts';

/** Smaller texts are read fast enough as a mixture, which takes nothing for granted. */
const MIN_HEAD_CHARACTERS = 32_768;
/** No copy of an event is longer. */
const MAX_COPY_CHARACTERS = 1 << 20;

/**
 * Reads a text of any formats; where it is one copied event after the other, as somebody saves a log, those that hold nothing but headings
 * and a description are read where they stand. All else goes to the reader of mixtures, with a plain copy on each side.
 */
export const createCopiedLogParser: CreateTextParser = (context) => new CopiedLogParser(context);

class CopiedLogParser implements TextParser {
  readonly #context: ParserContext;
  readonly #mixture: MixtureParser;
  readonly #languages = new Votes<string>();
  readonly #orders = new Votes<DateOrder>();
  /** null: nothing was read yet; `mixture`: it is no such text. */
  #reader: CopyReader | 'mixture' | null = null;
  #frame: CopyFrame | null = null;
  #unfinished = '';
  #line = 1;
  #records = 0;
  /** The mixture is in the middle of something; how many plain copies it has read at the end of that. */
  #isMixed = true;
  #plainAtEnd = 0;
  #batch = emptyBatch();

  constructor(context: ParserContext) {
    this.#context = context;
    this.#mixture = createMixtureParser(context);
  }

  push(text: string): ParsedBatch {
    this.#reader ??= this.#begin(text);
    if (this.#reader === 'mixture') return this.#mixture.push(text);
    this.#readCopies(joinFlat(this.#unfinished, [text]), this.#reader);
    if (this.#unfinished.length > MAX_COPY_CHARACTERS) {
      this.#mix(this.#unfinished);
      [this.#unfinished, this.#reader] = ['', 'mixture'];
    }
    return this.#take();
  }

  end(): ParsedBatch {
    if (this.#unfinished !== '') this.#mix(this.#unfinished);
    this.#unfinished = '';
    this.#add(this.#mixture.end());
    if (this.#records > 0) this.#mixture.include(this.#own());
    this.#records = 0;
    return this.#take();
  }

  findings(): ParserFindings {
    return this.#mixture.findings();
  }

  #own(): ParserFindings {
    return {
      language: this.#languages.winner('en'),
      likelyOrder: this.#orders.winner(null),
      inferredOffsetMs: null,
      timeBasis: 'local',
      freeText: [],
      records: this.#records,
    };
  }

  #begin(text: string): CopyReader | 'mixture' {
    const from = text.search(/\S/);
    if (this.#context.interest.everything || text.length < MIN_HEAD_CHARACTERS || from < 0) return 'mixture';
    this.#frame = frameOf(text.slice(from));
    return this.#frame === null ? 'mixture' : new CopyReader(this.#frame, this.#context);
  }

  #take(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }
  #add({ events, problems }: ParsedBatch): void {
    for (const event of events) this.#batch.events.push(event);
    for (const problem of problems) this.#batch.problems.push(problem);
  }

  /** Has the mixture read a text that begins in the line in hand. */
  #mix(text: string): void {
    if (!this.#isMixed) this.#mixture.goOnAt(this.#line);
    this.#isMixed = true;
    this.#add(this.#mixture.push(text));
    this.#line += countLineEnds(text);
  }

  /** Copies that another one follows; the last plain one waits for what follows it. */
  #readCopies(text: string, reader: CopyReader): void {
    const mark = `\n${this.#frame?.start ?? ''}`;
    let held: Copy | null = null;
    let at = 0;
    for (let end = text.indexOf(mark); end >= 0; end = text.indexOf(mark, at)) {
      const next = end + 1;
      const copy = reader.copyAt(text, at, next, this.#line + (held?.lines ?? 0));
      if (copy !== null && !this.#isMixed) {
        if (held !== null) this.#deliver(held, reader);
        held = copy;
      } else if (copy !== null && this.#plainAtEnd > 0) {
        this.#add(this.#mixture.pause());
        this.#isMixed = false;
        held = copy;
      } else {
        this.#mix(text.slice(held?.start ?? at, next));
        this.#plainAtEnd = copy === null ? 0 : this.#plainAtEnd + 1;
        held = null;
      }
      at = next;
    }
    this.#unfinished = text.slice(held?.start ?? at);
  }

  #deliver(copy: Copy, reader: CopyReader): void {
    this.#records += 1;
    this.#line += copy.lines;
    const { language } = copy.kind;
    if (language !== null) this.#languages.add(language);
    this.#vote(copy.time);
    reader.deliver(copy, this.#batch);
  }

  /** Only a date in doubt has something to say about the region. */
  #vote(time: RawTime | null): void {
    const [likeliest, other] = time?.kind === 'local' ? time.orders : [];
    if (likeliest !== undefined && other !== undefined) this.#orders.add(likeliest);
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
