import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch } from '../../model/parser.ts';
import { createMixtureParser, type MixtureParser } from '../mixture/parser.ts';
import { joinFlat } from '../text/copy-text.ts';
import { GrowingWindow } from '../text/growing-window.ts';
import { createCopyReader, createWevtutilReader } from './copy-reader.ts';
import { createEvtxexportReader } from './evtxexport-reader.ts';
import type { CreatePlainReader, PlainEvent, PlainReader } from './plain-reader.ts';

/** Smaller texts are read fast enough as a mixture, which takes nothing for granted. */
const MIN_HEAD_CHARACTERS = 32_768;
/** No event is longer. */
const MAX_EVENT_CHARACTERS = 1 << 20;

/** The first that knows the head of a text reads it. */
const plainReaders: readonly CreatePlainReader[] = [createWevtutilReader, createEvtxexportReader, createCopyReader];

/**
 * Reads a text of any formats; where it is a whole log, one event after the other, the plain ones are read where they stand. All else goes
 * to the reader of mixtures, with a plain event on each side.
 */
export const createPlainLogParser: CreateTextParser = (context) => new PlainLogParser(context);

class PlainLogParser implements TextParser {
  readonly #context: ParserContext;
  readonly #mixture: MixtureParser;
  /** null: nothing was read yet; `mixture`: it is no such text. */
  #reader: PlainReader | 'mixture' | null = null;
  #unfinished = '';
  readonly #window = new GrowingWindow();
  #line = 1;
  /** The mixture is in the middle of something; how many plain events it has read at the end of that. */
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
    this.#window.add(text);
    if (this.#window.isDue(this.#unfinished.length)) this.#readPieces(this.#reader);
    return this.#take();
  }

  #readPieces(reader: PlainReader): void {
    const text = joinFlat(this.#unfinished, this.#window.take());
    this.#readEvents(text, reader);
    if (this.#unfinished.length > MAX_EVENT_CHARACTERS) {
      this.#mix(this.#unfinished);
      this.#includeOwn();
      [this.#unfinished, this.#reader] = ['', 'mixture'];
    }
  }

  end(): ParsedBatch {
    if (this.#reader !== null && this.#reader !== 'mixture') this.#readPieces(this.#reader);
    this.#mix(this.#unfinished);
    this.#unfinished = '';
    this.#add(this.#mixture.end());
    this.#includeOwn();
    return this.#take();
  }

  findings(): ParserFindings {
    return this.#mixture.findings();
  }

  #includeOwn(): void {
    if (this.#reader === null || this.#reader === 'mixture') return;
    const findings = this.#reader.findings();
    if (findings.records > 0) this.#mixture.include(findings, this.#reader.format);
  }

  #begin(text: string): PlainReader | 'mixture' {
    const from = text.search(/\S/);
    if (this.#context.interest.everything || text.length < MIN_HEAD_CHARACTERS || from < 0) return 'mixture';
    const head = text.slice(from);
    for (const create of plainReaders) {
      const reader = create(head, this.#context);
      if (reader !== null) return reader;
    }
    return 'mixture';
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

  #beginMixing(): void {
    if (!this.#isMixed) this.#mixture.goOnAt(this.#line);
    this.#isMixed = true;
  }

  /** Has the mixture read a text that begins in the line in hand. */
  #mix(text: string): void {
    if (text === '') return;
    this.#beginMixing();
    this.#add(this.#mixture.push(text));
    this.#line += countLineEnds(text);
  }

  /** Events that another one follows; the last plain one waits for what follows it. */
  #readEvents(text: string, reader: PlainReader): void {
    const mark = `\n${reader.mark}`;
    let held: PlainEvent | null = null;
    /** Where text begins that the mixture is still to read. */
    let mixedFrom: number | null = null;
    reader.enter(text);
    let at = 0;
    for (let end = text.indexOf(mark); end >= 0; end = text.indexOf(mark, at)) {
      const next = end + 1;
      const event = reader.eventAt(text, at, next, this.#line + (held?.lines ?? 0));
      if (event !== null && !this.#isMixed) {
        if (held !== null) this.#deliver(held, reader);
        held = event;
      } else if (event !== null && this.#plainAtEnd > 0) {
        this.#mix(text.slice(mixedFrom ?? at, at));
        mixedFrom = null;
        this.#add(this.#mixture.pause());
        this.#isMixed = false;
        held = reader.eventAt(text, at, next, this.#line);
      } else {
        this.#beginMixing();
        mixedFrom ??= held?.start ?? at;
        this.#plainAtEnd = event === null ? 0 : this.#plainAtEnd + 1;
        held = null;
      }
      at = next;
    }
    if (mixedFrom !== null) this.#mix(text.slice(mixedFrom, at));
    this.#unfinished = text.slice(held?.start ?? at);
  }

  #deliver(event: PlainEvent, reader: PlainReader): void {
    this.#line += event.lines;
    reader.deliver(event, this.#batch);
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
