import type { DateOrder, RawTime } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { suggestedOrder } from '../../normalise/suggested-order.ts';
import { QUOTE } from '../../table/cells.ts';
import { joinFlat, ownText } from '../../text/copy-text.ts';
import { GrowingWindow } from '../../text/growing-window.ts';
import { Votes } from '../../votes.ts';
import type { Layout } from './layout.ts';
import { adjusted, headerLayout, headlessLayout, isPreamble, isRule, layoutAt, mayBeTable } from './recognise.ts';
import { RowCutter } from './row-cutter.ts';
import { type Row, RowReader } from './row-reader.ts';

const BLANK = 0x20;
const DELETE = 0x7f;
/** No row is longer: an event holds 64 KiB. What is longer is a quote that never closes. */
const MAX_ROW_CHARACTERS = 8 << 20;
/** A description that was not quoted goes on over so much. */
const MAX_CONTINUED_CHARACTERS = 1 << 18;

const MAX_DOUBTFUL_LINES = 1000;

/** A row that may go on in the lines behind it. */
interface OpenRow extends Row {
  text: string;
  start: number;
  end: number;
  rest: string;
  readonly mayGoOn: boolean;
  /** Lines behind an empty one: more of the description only where another row follows. */
  doubtful: readonly { readonly text: string; readonly line: number }[];
}
const NO_LINES: OpenRow['doubtful'] = [];
const lengthOf = ({ start, end, rest }: OpenRow): number => end - start + rest.length;

/**
 * Reads events in tables: what the Event Viewer, PowerShell and many tools save with commas, tabs or semicolons, with a header or without.
 * Rows are cut here, so that broken quotes cost one row.
 */
export const createCsvParser: CreateTextParser = (context) => new CsvParser(context);

class CsvParser implements TextParser {
  readonly #context: ParserContext;
  readonly #freeText = new FreeTextCollector();
  readonly #languages = new Votes<string>();
  readonly #orders = new Votes<DateOrder>();
  #reader: RowReader | null = null;
  /** The header came, its first row did not. */
  #isNew = false;
  #isUtc = true;
  #unfinished = '';
  readonly #window = new GrowingWindow();
  #line = 1;
  #open: OpenRow | null = null;
  #records = 0;
  #lastOdd = -1;
  #batch = emptyBatch();

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    this.#window.add(text);
    if (this.#window.isDue(this.#unfinished.length)) this.#readWindow(false);
    return this.#take();
  }

  end(): ParsedBatch {
    this.#readWindow(true);
    this.#closeRow();
    return this.#take();
  }

  findings(): ParserFindings {
    const language = this.#languages.winner('en');
    return {
      ...NO_FINDINGS,
      language,
      // Without a language nothing suggests an order.
      likelyOrder: language === null ? null : this.#orders.winner(null),
      timeBasis: this.#isUtc && this.#records > 0 ? 'utc' : 'local',
      freeText: this.#freeText.found,
      records: this.#records,
    };
  }

  #take(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }

  #readWindow(isWhole: boolean): void {
    const text = joinFlat(this.#unfinished, this.#window.take());
    const cutter = new RowCutter(text, isWhole);
    this.#reader?.enter();
    let at = 0;
    while (at < text.length) {
      const end = this.#rowEnd(cutter, text, at, isWhole);
      if (end < 0) break;
      this.#add(text, at, end, cutter);
      at = end + 1;
    }
    if (at < text.length && !isWhole && text.length > MAX_ROW_CHARACTERS) at = this.#cutRow(text, at);
    this.#unfinished = at >= text.length ? '' : text.slice(at);
    if (this.#open !== null) ownRow(this.#open);
  }

  /** Of one that is too long to be a row; @returns where the text goes on. */
  #cutRow(text: string, at: number): number {
    const cutter = new RowCutter(text, true);
    const end = this.#rowEnd(cutter, text, at, true);
    cutter.hasQuotes = true;
    this.#add(text.slice(0, end), at, end, cutter);
    return end + 1;
  }

  /** -1 where it is not known yet. Where rows are not known, lines are. */
  #rowEnd(cutter: RowCutter, text: string, at: number, isWhole: boolean): number {
    if (this.#reader !== null) return cutter.rowEnd(at, this.#reader.layout);
    const found = text.indexOf('\n', at);
    const end = found >= 0 ? found : isWhole ? text.length : -1;
    [cutter.isBroken, cutter.hasQuotes] = [false, false];
    const headless = end < 0 ? null : firstRowLayout(text.slice(at, end));
    if (headless === null) return end;
    this.#begin(headless);
    return cutter.rowEnd(at, headless);
  }

  #add(text: string, start: number, end: number, { isBroken, hasQuotes }: RowCutter): void {
    const line = this.#line;
    const isAtHead = this.#reader === null || this.#isNew;
    this.#line += 1 + (hasQuotes ? countLineEnds(text, start, end) : 0);
    if (this.#reader !== null && isBlank(text, start, end)) this.#addBlank(line);
    else if (this.#reader === null || !this.#readRow(text, start, end, line, isBroken)) {
      const next = isAtHead ? text.slice(end + 1, lineEndFrom(text, end + 1)) : '';
      if (this.#reader === null) this.#addHead(text.slice(start, end), line, next);
      else this.#addOdd(text, start, end, line, next);
    }
  }

  /** In front of the header. */
  #addHead(row: string, line: number, next: string): void {
    if (row.trim() === '' || isPreamble(row)) return;
    const layout = layoutAt(row, () => next);
    if (layout === null) {
      this.#freeText.add(ownText(row), line);
      return;
    }
    this.#begin(layout);
  }

  #begin(layout: Layout): void {
    this.#closeRow();
    this.#reader = new RowReader(layout, this.#context);
    this.#isNew = true;
    if (layout.language !== null) this.#languages.add(layout.language);
  }

  /** Older viewers may write a description as it is; of newer ones and of tools an empty line ends it. */
  #addBlank(line: number): void {
    const open = this.#open;
    if (open?.mayGoOn === true && this.#reader?.layout.cells[1] === 'clock')
      open.doubtful = [...open.doubtful, { text: '', line }];
    else if (open?.mayGoOn === true && this.#isCut(open)) open.rest += '\n';
    else this.#closeRow();
  }

  /** @returns false when the text is no row */
  #readRow(text: string, start: number, end: number, line: number, isBroken: boolean): boolean {
    const reader = this.#reader;
    if (reader === null) return false;
    if (this.#isNew) {
      const layout = adjusted(reader.layout, text.slice(start, end));
      if (layout !== reader.layout) this.#reader = new RowReader(layout, this.#context);
      this.#isNew = false;
      return this.#readRow(text, start, end, line, isBroken);
    }
    const look = reader.look(text, start, end);
    if (look === null) return false;
    const open = this.#open;
    if (open !== null) {
      for (const doubtful of open.doubtful) open.rest += `\n${doubtful.text}`;
      open.doubtful = NO_LINES;
      this.#closeRow();
    }
    this.#vote(look.time);
    const { split, producer } = reader.layout;
    const isCells = split === undefined || producer.splitOf !== undefined;
    const mayGoOn = isCells && (isBroken || text.charCodeAt(end - 1) !== QUOTE);
    this.#open = { text, start, end, rest: '', line, mayGoOn, look, doubtful: NO_LINES };
    if (isBroken) this.#batch.problems.push({ code: 'table/broken-quotes', position: line, detail: null });
    return true;
  }

  /** A line that is no row: more of a description, another header, or words. */
  #addOdd(text: string, start: number, end: number, line: number, next: string): void {
    const row = text.slice(start, end);
    const isSkipped = isPreamble(row) || isRule(row);
    const layout = isSkipped ? null : headerLayout(row);
    if (layout !== null || isSkipped) {
      if (layout !== null) this.#begin(layout);
      return;
    }
    const open = this.#open;
    const goesOn = open?.mayGoOn === true && lengthOf(open) < MAX_CONTINUED_CHARACTERS;
    if (open !== null && goesOn && open.doubtful.length < MAX_DOUBTFUL_LINES) {
      if (open.doubtful.length > 0) open.doubtful = [...open.doubtful, { text: ownText(row), line }];
      else open.rest += `\n${row}`;
      return;
    }
    this.#closeRow();
    const headless = layoutAt(row, () => next);
    if (headless !== null) {
      this.#begin(headless);
      this.#readRow(text, start, end, line, false);
      return;
    }
    if (this.#lastOdd !== line - 1) this.#batch.problems.push({ code: 'table/odd-row', position: line, detail: null });
    this.#lastOdd = this.#line - 1;
    this.#freeText.add(ownText(row), line);
  }

  #closeRow(): void {
    const open = this.#open;
    if (open === null || this.#reader === null) return;
    this.#open = null;
    const row = open.rest !== '' && this.#reader.looksBehindMessage ? this.#wholeRow(open, this.#reader) : open;
    if (row !== open) this.#vote(row.look.time);
    this.#reader.read(row, this.#batch);
    for (const { text, line } of open.doubtful) this.#freeText.add(text, line);
    this.#records += 1;
    this.#isUtc &&= this.#reader.layout.producer.isUtc;
  }

  /** Is what decides over the row still to come, behind the rest of its message? */
  #isCut(open: OpenRow): boolean {
    const reader = this.#reader;
    if (reader?.looksBehindMessage !== true || open.look.time !== null) return false;
    return lengthOf(open) < MAX_CONTINUED_CHARACTERS && this.#wholeRow(open, reader).look.time === null;
  }

  #wholeRow(open: OpenRow, reader: RowReader): Row {
    const text = open.text.slice(open.start, open.end) + open.rest;
    reader.enter();
    const look = reader.look(text, 0, text.length) ?? open.look;
    reader.enter();
    return { text, start: 0, end: text.length, rest: '', line: open.line, look };
  }

  /** Only a date in doubt has something to say about the region. */
  #vote(time: RawTime | null): void {
    const order = suggestedOrder(time);
    if (order !== null) this.#orders.add(order);
  }
}

/** Without a header the first line begins an event, whose cells may hold more lines. */
const firstRowLayout = (line: string): Layout | null =>
  mayBeTable(line) && !isPreamble(line) && headerLayout(line) === null ? headlessLayout(line) : null;

function lineEndFrom(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Mostly the first character says it. */
function isBlank(text: string, start: number, end: number): boolean {
  const first = start < end ? text.charCodeAt(start) : BLANK;
  return first > BLANK && first < DELETE ? false : text.slice(start, end).trim() === '';
}

function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Of a row that stays open: it must not keep the text that it was part of. */
function ownRow(row: OpenRow): void {
  row.text = ownText(row.text.slice(row.start, row.end));
  [row.start, row.end] = [0, row.text.length];
  row.rest = ownText(row.rest);
}
