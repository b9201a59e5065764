import type { RawEvent } from '../../model/event.ts';
import type { ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch } from '../../model/parser.ts';
import { isFrame } from '../blocks/fence.ts';
import { deliver } from '../deliver.ts';
import { xmlHeadingStart } from '../parsers/clipboard/section-headings.ts';
import { createRestParser } from '../parsers/index.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';
import { allSegments, findSegment, formatAt, isAboveCopied, isOvertaken, isShownAbove } from './begins.ts';
import { DescriptionWatch } from './description-watch.ts';
import { MixtureFindings } from './findings.ts';
import { OpenSegment } from './open-segment.ts';
import { type Offered, Pairing } from './pairing.ts';
import { LOOKAHEAD, type Piece, PieceCutter } from './pieces.ts';
import { UnframedPieces } from './unframed-pieces.ts';

/** What no format claims is text. */
const REST_NAME = 'text';
const REST = { format: null, start: null, create: createRestParser, isChecked: false } as const;

/** Loads what the formats in a text need; to be awaited before that text is pushed. */
export async function prepareMixture(text = ''): Promise<void> {
  for (const { prepare } of allSegments) await prepare?.(text);
}

/**
 * Reads a text in which several formats may stand between words of people: cuts it into segments, has each read by its parser, and
 * joins the text and the XML of one event.
 * @throws what a parser throws that was not prepared; see `prepareMixture`.
 */
export const createMixtureParser = (context: ParserContext): MixtureParser => new MixtureParser(context);

export class MixtureParser implements TextParser {
  readonly #context: ParserContext;
  /** Takes every event: which of two forms is wanted is known only when they are one. */
  readonly #takesAll: ParserContext;
  readonly #cutter = new PieceCutter();
  readonly #unframed = new UnframedPieces(formatAt);
  readonly #ahead: Piece[] = [];
  readonly #pairing: Pairing;
  readonly #findings = new MixtureFindings();
  readonly #description = new DescriptionWatch();
  #batch = emptyBatch();
  #segment: OpenSegment | null = null;
  /** The last words of the segment before, which may announce the next. */
  #lastText = '';
  #hasWordsSinceEvent = false;
  #isAfterBlank = false;
  #lineBefore = '';

  constructor(context: ParserContext) {
    this.#context = context;
    const yes = (): boolean => true;
    const interest = { everything: context.interest.everything, wants: yes, mayHoldCode: yes };
    this.#takesAll = { ...context, interest, tally: { count: () => {} } };
    this.#pairing = new Pairing(
      (event, isChecked) => this.#release(event, isChecked),
      (problem) => this.#batch.problems.push(problem),
    );
  }

  push(text: string): ParsedBatch {
    this.#ahead.push(...this.#unframed.push(this.#cutter.push(text)));
    this.#advance(LOOKAHEAD);
    if (this.#segment !== null) this.#collect(this.#segment, this.#segment.read());
    return this.#takeBatch();
  }

  end(): ParsedBatch {
    this.#ahead.push(...this.#unframed.push(this.#cutter.end()), ...this.#unframed.end());
    this.#advance(0);
    this.#close();
    this.#pairing.end();
    return this.#takeBatch();
  }

  findings(): ParserFindings {
    return this.#findings.toFindings(this.#pairing);
  }

  /** Ends what is open, between two events: what follows is read by somebody else, up to the line where this goes on. */
  pause(): ParsedBatch {
    return this.end();
  }
  goOnAt(line: number): void {
    this.#cutter.goOnAt(line);
    this.#isAfterBlank = false;
    this.#lineBefore = '';
  }
  /** What was found in text that was read by somebody else. */
  include(findings: ParserFindings, format: string): void {
    this.#findings.add(findings, format);
  }

  #takeBatch(): ParsedBatch {
    const batch = this.#batch;
    batch.problems.push(...this.#cutter.takeProblems());
    this.#batch = emptyBatch();
    return batch;
  }

  /** Hands on all pieces but the last few. */
  #advance(left: number): void {
    const count = Math.max(0, this.#ahead.length - left);
    for (let head = 0; head < count; head += 1) {
      this.#take(head);
      this.#lineBefore = this.#ahead[head]?.text ?? '';
      this.#isAfterBlank = this.#lineBefore.trim() === '';
    }
    this.#ahead.splice(0, count);
  }

  /** Hands one piece to the segments that share it. */
  #take(head: number): void {
    const { text = '', line = 1, isEnd = false } = this.#ahead[head] ?? {};
    let column = 0;
    const lines: LinesAhead = (index) =>
      index === 0 ? text.slice(column) : index < LOOKAHEAD ? this.#ahead[head + index]?.text : undefined;
    const rest = (): string => (isEnd ? `${text.slice(column)}\n` : text.slice(column));
    // A segment that is over where it began must not begin there again.
    const over = new Set<SegmentFormat>();
    for (;;) {
      const { format = null, start = null } = this.#segment ?? {};
      if (format !== null && start !== null) {
        const own = start.ends(lines);
        const end = own < 0 && column === 0 && this.#isOvertaken(format, lines) ? 0 : own;
        if (end < 0) {
          this.#segment?.add(rest());
          return;
        }
        this.#segment?.add(text.slice(column, column + end));
        if (end > 0) over.clear();
        if (this.#segment?.line === line) over.add(format);
        this.#close();
        column += end;
      }
      const found = findSegment(lines, over, this.#description.isOpen);
      if (found === null) {
        this.#addRest(rest(), line);
        return;
      }
      if (found.start.column > 0) {
        this.#addRest(text.slice(column, column + found.start.column), line);
        over.clear();
      }
      column += found.start.column;
      this.#open(found.format, found.start, line, lines);
    }
  }

  #isOvertaken(format: SegmentFormat, lines: LinesAhead): boolean {
    if (this.#isAfterBlank) return isOvertaken(format, lines);
    return format.isList === true && isShownAbove(this.#lineBefore, lines);
  }

  #addRest(text: string, line: number): void {
    const isBlank = text.trim() === '';
    if (this.#segment === null && isBlank) return;
    this.#segment ??= new OpenSegment({ ...REST, context: this.#takesAll }, line);
    this.#segment.add(text);
    if (isBlank) return;
    if (!isFrame(text)) this.#lastText = text;
    this.#description.see(text);
  }

  #open(format: SegmentFormat, start: SegmentStart, line: number, lines: LinesAhead): void {
    this.#close();
    // Without a copied event beside it the parser may drop what no rule asks for before it reads it.
    const isChecked = !this.#pairing.awaitsDetail && !(format.isList === true && isAboveCopied(lines));
    const context = isChecked ? this.#context : this.#takesAll;
    this.#segment = new OpenSegment({ format, start, create: format.create, context, isChecked }, line);
  }

  #close(): void {
    const segment = this.#segment;
    this.#description.close();
    if (segment === null) return;
    this.#collect(segment, segment.end());
    if (segment.hasWordsAtEnd()) this.#hasWordsSinceEvent = true;
    if (segment.format !== null) this.#lastText = '';
    this.#findings.add(segment.findings(), segment.format?.name ?? REST_NAME);
    this.#segment = null;
  }

  #collect(segment: OpenSegment, { events, problems }: ParsedBatch): void {
    this.#batch.problems.push(...problems);
    const form = formOf(segment);
    for (const event of events) {
      const isApart = this.#hasWordsSinceEvent || (segment.isFirstEvent && segment.hasWordsBefore(event));
      const isAnnounced = segment.isFirstEvent && form === 'detail' && xmlHeadingStart(this.#lastText) >= 0;
      this.#pairing.offer({ event, form, isApart, isAnnounced, isChecked: segment.isChecked });
      segment.note(event);
      this.#hasWordsSinceEvent = false;
    }
  }

  #release(event: RawEvent, isChecked: boolean): void {
    if (isChecked) this.#batch.events.push(event);
    else deliver(event, this.#context, this.#batch);
  }
}

const formOf = ({ format }: OpenSegment): Offered['form'] => {
  if (format === null) return 'text';
  if (format.isDetail) return 'detail';
  return format.isList === true ? 'row' : 'other';
};
