import type { DateOrder, RawTime } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch } from '../../../model/parser.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { ownText } from '../../text/copy-text.ts';
import { Votes } from '../../votes.ts';
import type { Layout } from './layout.ts';
import { adjusted, headerLayout, isPreamble, layoutAt } from './recognise.ts';
import { RowCutter } from './row-cutter.ts';
import { type Look, RowReader } from './row-reader.ts';

const MIN_WINDOW_CHARACTERS = 1 << 14;
/** No row is longer: an event holds 64 KiB. What is longer is a quote that never closes. */
const MAX_ROW_CHARACTERS = 8 << 20;
/** A description that was not quoted goes on over so much. */
const MAX_CONTINUED_CHARACTERS = 1 << 18;

const MAX_DOUBTFUL_LINES = 1000;

/** A row that may go on in the lines behind it. */
interface OpenRow {
  text: string;
  readonly line: number;
  readonly mayGoOn: boolean;
  readonly look: Look;
  /** Lines behind an empty one: more of the description only where another row follows. */
  readonly doubtful: { readonly text: string; readonly line: number }[];
}

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
  #pieces: string[] = [];
  #added = 0;
  #line = 1;
  #open: OpenRow | null = null;
  #records = 0;
  #lastOdd = -1;
  #batch = emptyBatch();

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    this.#pieces.push(text);
    this.#added += text.length;
    // A row that is not whole is looked at again only when the text has doubled, so its length is paid for once.
    if (this.#added >= Math.max(MIN_WINDOW_CHARACTERS, this.#unfinished.length)) this.#readWindow(false);
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
      language,
      // Without a language nothing suggests an order.
      likelyOrder: language === null ? null : this.#orders.winner(null),
      inferredOffsetMs: null,
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
    const text = this.#unfinished + (this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join(''));
    [this.#pieces, this.#added] = [[], 0];
    const isForced = !isWhole && text.length > MAX_ROW_CHARACTERS;
    let cutter = new RowCutter(text, isWhole);
    let at = 0;
    while (at < text.length) {
      const layout = this.#reader?.layout;
      const row = layout === undefined ? lineAt(text, at, isWhole) : cutter.rowEnd(at, layout);
      if (row === null) {
        if (!isForced) break;
        const forced = new RowCutter(text, true);
        cutter = forced;
        const cut = layout === undefined ? lineAt(text, at, true) : forced.rowEnd(at, layout);
        if (cut === null) break;
        this.#add(text.slice(at, cut.end), '', cut.isBroken);
        at = cut.end + 1;
        break;
      }
      const next = layout === undefined || this.#isNew ? text.slice(row.end + 1, lineEndFrom(text, row.end + 1)) : '';
      this.#add(text.slice(at, row.end), next, row.isBroken, row.hasQuotes);
      at = row.end + 1;
    }
    this.#unfinished = at >= text.length ? '' : text.slice(at);
    if (this.#open !== null) this.#open.text = ownText(this.#open.text);
  }

  #add(row: string, next: string, isBroken: boolean, hasQuotes = true): void {
    const line = this.#line;
    this.#line += 1 + (hasQuotes ? countLineEnds(row) : 0);
    if (this.#reader === null) this.#addHead(row, line, next);
    else if (row.trim() === '') this.#addBlank(line);
    else if (this.#readRow(row, line, isBroken)) return;
    else this.#addOdd(row, line, next);
  }

  /** In front of the header. */
  #addHead(row: string, line: number, next: string): void {
    if (row.trim() === '' || isPreamble(row)) return;
    const layout = layoutAt(row, next);
    if (layout === null) {
      this.#freeText.add(ownText(row), line);
      return;
    }
    this.#begin(layout);
    // Without a header the line is an event itself.
    if (headerLayout(row) === null) this.#readRow(row, line, false);
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
    if (open?.mayGoOn === true && this.#reader?.layout.cells[1] === 'clock') open.doubtful.push({ text: '', line });
    else this.#closeRow();
  }

  /** @returns false when the text is no row */
  #readRow(row: string, line: number, isBroken: boolean): boolean {
    const reader = this.#reader;
    if (reader === null) return false;
    if (this.#isNew) {
      const layout = adjusted(reader.layout, row);
      if (layout !== reader.layout) this.#reader = new RowReader(layout, this.#context);
      this.#isNew = false;
      return this.#readRow(row, line, isBroken);
    }
    const look = reader.look(row);
    if (look === null) return false;
    const open = this.#open;
    if (open !== null) {
      open.text = [open.text, ...open.doubtful.map(({ text }) => text)].join('\n');
      open.doubtful.length = 0;
    }
    this.#closeRow();
    this.#vote(look.time);
    const mayGoOn = reader.layout.split === undefined && (isBroken || !row.endsWith('"'));
    this.#open = { text: row, line, mayGoOn, look, doubtful: [] };
    if (isBroken) this.#batch.problems.push({ code: 'table/broken-quotes', position: line, detail: null });
    return true;
  }

  /** A line that is no row: more of a description, another header, or words. */
  #addOdd(row: string, line: number, next: string): void {
    const layout = isPreamble(row) ? null : headerLayout(row);
    if (layout !== null || isPreamble(row)) {
      if (layout !== null) this.#begin(layout);
      return;
    }
    const open = this.#open;
    const goesOn = open?.mayGoOn === true && open.text.length < MAX_CONTINUED_CHARACTERS;
    if (open !== null && goesOn && open.doubtful.length < MAX_DOUBTFUL_LINES) {
      if (open.doubtful.length > 0) open.doubtful.push({ text: ownText(row), line });
      else open.text += `\n${row}`;
      return;
    }
    this.#closeRow();
    const headless = layoutAt(row, next);
    if (headless !== null) {
      this.#begin(headless);
      this.#readRow(row, line, false);
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
    this.#reader.read(open.text.trimEnd(), open.line, open.look, this.#batch);
    for (const { text, line } of open.doubtful) this.#freeText.add(text, line);
    this.#records += 1;
    this.#isUtc &&= this.#reader.layout.producer.isUtc;
  }

  /** Only a date in doubt has something to say about the region. */
  #vote(time: RawTime | null): void {
    const [likeliest, other] = time?.kind === 'local' ? time.orders : [];
    if (likeliest !== undefined && other !== undefined) this.#orders.add(likeliest);
  }
}

function lineEndFrom(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A line, where rows are not known yet. */
function lineAt(
  text: string,
  at: number,
  isWhole: boolean,
): { end: number; isBroken: boolean; hasQuotes: boolean } | null {
  const end = text.indexOf('\n', at);
  if (end < 0 && !isWhole) return null;
  return { end: end < 0 ? text.length : end, isBroken: false, hasQuotes: false };
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
