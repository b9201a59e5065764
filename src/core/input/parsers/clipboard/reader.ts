import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { Dialect } from '../../../knowledge/words/headings.ts';
import { FenceWatch, isFrame } from '../../blocks/fence.ts';
import { joinBareKeys, mayBeginBareKeys } from './bare-keys.ts';
import { type Ahead, Block } from './block.ts';
import type { BlockHead, FieldValue } from './block-head.ts';
import { cellEnd, opensCell, unquoted } from './cell.ts';
import { LineCleaner } from './clean-line.ts';
import { isClosedAhead } from './closed-ahead.ts';
import type { Leftover } from './data-section.ts';
import { BREAK, frameOfRun, type HeadingFrame, isSpaced } from './heading-frame.ts';
import { withoutPrefix } from './heading-prefix.ts';
import type { Accepted, LeadingRun } from './leading-run.ts';
import { isStartHeading, readLeadingRun, separatorOf, valueText } from './leading-run.ts';
import { type Heading, Line } from './line.ts';
import { withIdColon } from './lone-id.ts';
import { isNested, isShortOfList, isSure, recognise } from './recognise.ts';
import { rulerIn } from './ruler.ts';
import { withToldId } from './told-id.ts';
import { parseEventId, trimLooseValue, trimValue, withoutEnd, withoutEscapes } from './values.ts';

/** What becomes of the lines. */
export interface BlockSink {
  block(block: Block): void;
  freeText(text: string, line: number): void;
  /** Headings of an event without a number. */
  badId(line: number): void;
  /** Such headings, whose message tells the number. */
  toldId(line: number): void;
}

/** Headings, each perhaps wrapped once and followed by an empty line, fit in. */
const LOOKAHEAD_LINES = 64;
const LOOKAHEAD_CHARACTERS = 4 << 20;
/** The first lines of a message tell whose it is. */
const LINES_OF_MESSAGE = 6;

/** Cuts lines into events and free text. It looks ahead over a few lines to tell headings from words that look like them. */
export class BlockReader {
  readonly #sink: BlockSink;
  readonly #cleaner = new LineCleaner();
  readonly #ahead: Line[] = [];
  readonly #fences = new FenceWatch();
  #characters = 0;
  /** What of a page encloses the first line. */
  #enclosures = 0;
  /** Of the first line: what was read already. */
  #column = 0;
  #heading = 0;
  #block: Block | null = null;
  /** What was drawn in the last line outside of events that is not empty. */
  #ruler: string | null = null;
  /** The event in hand stands in a quoted cell of CSV, perhaps with others. */
  #isInCell = false;

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  push(raw: string, number: number): void {
    const cleaner = this.#cleaner;
    for (const [index, text] of cleaner.clean(raw).entries()) {
      const enclosure = index === cleaner.closedAt ? 'closes' : cleaner.opens ? 'opens' : null;
      this.#ahead.push(new Line(text, number, enclosure, cleaner.isRow));
      this.#characters += text.length;
      while (this.#ahead.length > LOOKAHEAD_LINES || this.#characters > LOOKAHEAD_CHARACTERS) this.#step();
    }
  }

  end(): void {
    while (this.#ahead.length > 0) this.#step();
    this.#finishBlock();
  }

  /** Reads the first line up to the next event, or whole. */
  #step(): void {
    if (this.#column === 0 && this.#ahead[0] !== undefined && mayBeginBareKeys(this.#ahead[0])) this.#joinBareKeys();
    if (this.#column === 0 && this.#heading === 0) this.#giveIdColon();
    const line = this.#ahead[0];
    if (line === undefined) return;
    for (; this.#heading < line.headings.length; this.#heading += 1) {
      const heading = line.headings[this.#heading];
      if (heading === undefined || heading.start < this.#column || !this.#mayStart(heading)) continue;
      const run = readLeadingRun(this.#ahead, this.#heading);
      if (run !== null && this.#begin(line, heading, run)) return;
    }
    this.#take(line, line.text.length);
    this.#advance(1, 0);
  }

  /** Gives the headings of a table, cell by cell on lines of their own, their colons and values. */
  #joinBareKeys(): void {
    const joined = joinBareKeys(this.#ahead);
    if (joined === null) return;
    this.#ahead.splice(0, this.#ahead.length, ...joined);
    this.#characters = this.#ahead.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Gives an id that stands like a title above the headings of its event its colon. */
  #giveIdColon(): void {
    for (const [index, line] of (withIdColon(this.#ahead) ?? []).entries()) {
      this.#characters += line.text.length - (this.#ahead[index]?.text.length ?? 0);
      this.#ahead[index] = line;
    }
  }

  #mayStart(heading: Heading): boolean {
    if (isStartHeading(heading)) return true;
    if (this.#block === null || this.#block.isClosed) return heading.isFirst || heading.loose !== null;
    return heading.isFirst;
  }

  /** Begins an event at a run of headings, if it is one. */
  #begin(line: Line, heading: Heading, run: LeadingRun): boolean {
    const open = this.#block === null || this.#block.isClosed ? null : this.#block;
    if (this.#runsIntoAnother(run, open)) return false;
    const mayBeLoose = open === null || open.head.dialect === null || isShortOfList(run, open.head);
    const recognised = recognise(this.#ahead, run, mayBeLoose);
    if (recognised === null || (open !== null && !isSure(run, recognised, open.head))) return false;
    const head = this.#headOf(run, recognised.dialect);
    if (open !== null && !isShortOfList(run, open.head) && isNested(head, open)) {
      for (const quoted of this.#ahead.slice(0, run.end.line))
        open.addQuoted(quoted.text.slice(quoted === line ? this.#column : 0));
      this.#advance(Math.max(1, run.end.line), 0);
      return true;
    }
    this.#take(line, heading.isFirst ? this.#column : heading.start);
    this.#finishBlock();
    const hasId = parseEventId(head.values.get('eventId')?.text ?? '') !== null;
    const told = hasId ? null : withToldId(head, this.#behind(run));
    this.#isInCell ||= opensCell(line.text.slice(0, heading.start));
    if (told !== null) this.#sink.toldId(line.number);
    if (hasId || told !== null) this.#block = new Block(told ?? head, run.isBracketed);
    else this.#refuse(line, heading, run);
    this.#advance(run.end.line, run.end.column);
    return true;
  }

  /** The text behind the headings, line by line. */
  #behind({ end }: LeadingRun): readonly string[] {
    return this.#ahead
      .slice(end.line, end.line + LINES_OF_MESSAGE)
      .map(({ text }, index) => text.slice(index === 0 ? end.column : 0));
  }

  /** Words that look like a heading, right in front of an event, are none of its headings. */
  #runsIntoAnother({ accepted }: LeadingRun, open: Block | null): boolean {
    const [first, ...others] = accepted;
    if (first !== undefined && this.#isAnnouncement(first, others[0])) return true;
    const start = others.find(({ heading }) => heading.isFirst && isStartHeading(heading));
    if (first === undefined || start === undefined || isStartHeading(first.heading)) return false;
    // Old articles put the id in front of all.
    const isInOrder = first.field === 'eventId' && start === others[0] && start.line === 1;
    if (isInOrder && open?.head.firstField === 'eventId') return false;
    const lines = this.#ahead.slice(start.line);
    const own = readLeadingRun(lines, lines[0]?.headings.indexOf(start.heading) ?? -1);
    const fields = new Set(own?.accepted.map(({ field }) => field));
    return open !== null || (fields.has('eventId') && fields.has('source'));
  }

  /** `Log:` with nothing behind it, right above the headings, says what comes; no viewer has such a heading. */
  #isAnnouncement({ heading, line }: Accepted, next: Accepted | undefined): boolean {
    if (heading.meanings.length > 0 || next === undefined || next.line === line || !next.heading.isFirst) return false;
    const between = this.#ahead.slice(line + 1, next.line).map(({ text }) => text);
    return [this.#ahead[line]?.text.slice(heading.end) ?? '', ...between].every(
      (text) => text.trim() === '' || isFrame(text),
    );
  }

  #headOf(run: LeadingRun, dialect: Dialect | null): BlockHead {
    const frame = frameOfRun(this.#ahead, run);
    const separator = separatorOf(this.#ahead, run);
    const values = this.#valuesOf(run, dialect, frame, separator);
    const firstField = run.accepted[0]?.field ?? 'eventId';
    const line = this.#ahead[0]?.number ?? 1;
    const { accepted, hasDescription } = run;
    const isColumn = accepted.length > 1 && accepted.every(({ heading }) => heading.isFirst);
    const isSpacedQuote = dialect !== null && frame.prefix.includes('>') && isSpaced(this.#ahead, run);
    const isFenced = this.#fences.isAbove;
    const isEnclosed = this.#enclosures > 0 || this.#ahead[0]?.enclosure === 'opens';
    const last = this.#ahead[accepted.at(-1)?.line ?? 0];
    const rowLine = hasDescription && last?.isRow === true ? last.number : null;
    return {
      dialect,
      values,
      firstField,
      hasDescription,
      isColumn,
      isSpacedQuote,
      isFenced,
      isEnclosed,
      rowLine,
      ruler: this.#ruler,
      separator,
      frame,
      line,
    };
  }

  #valuesOf(
    run: LeadingRun,
    dialect: Dialect | null,
    { prefix, suffix }: HeadingFrame,
    separator: string,
  ): ReadonlyMap<HeadingField, FieldValue> {
    const values = new Map<HeadingField, FieldValue>();
    const trim = dialect === null ? trimLooseValue : trimValue;
    for (const [index, { field, heading }] of run.accepted.entries()) {
      const raw = valueText(this.#ahead, run, index, (text) => withoutPrefix(text, prefix));
      const text = trim(withoutEnd(raw.trimEnd(), separator));
      const meant = heading.meanings.find((meaning) => meaning.dialect === dialect)?.field ?? field;
      values.set(meant, { raw, text: suffix === BREAK ? withoutEscapes(text) : text });
    }
    return values;
  }

  /** Without a number there is no event: the headings stay text. */
  #refuse(line: Line, heading: Heading, run: LeadingRun): void {
    this.#sink.badId(line.number);
    for (const [index, { text, number }] of this.#ahead.slice(0, run.end.line + 1).entries()) {
      const end = index === run.end.line ? run.end.column : text.length;
      this.#sink.freeText(text.slice(index === 0 ? heading.start : 0, end), number);
    }
  }

  /** Hands the first line up to a column to the open event, or to nobody. */
  #take(line: Line, end: number): void {
    const text = line.text.slice(this.#column, end);
    const isWholeLine = this.#column === 0;
    if (text === '' && end < line.text.length) return;
    let isOutside = true;
    if (this.#block === null) this.#sink.freeText(text, line.number);
    else if (isWholeLine || text.trim() !== '') {
      const ahead = {
        nextLine: this.#ahead[1]?.text ?? '',
        isFenceOpen: this.#fences.isOpen,
        isClosed: () => isClosedAhead(this.#ahead),
      };
      const left = this.#addToBlock(this.#block, text, line.number, isWholeLine, ahead);
      for (const rest of left) this.#sink.freeText(rest.text, rest.line);
      isOutside = left.length > 0;
    }
    this.#fences.see(text, isOutside);
    if (isOutside && text.trim() !== '') this.#ruler = rulerIn(text);
    if (end === line.text.length) this.#block?.seeEnclosure(line.enclosure);
  }

  /** In a cell of CSV the first quote that is not doubled ends the event; where none of a cell stands, this is none. */
  #addToBlock(block: Block, text: string, line: number, isWholeLine: boolean, ahead: Ahead): readonly Leftover[] {
    const end = this.#isInCell ? cellEnd(text) : null;
    if (end === null) return block.add(this.#isInCell ? unquoted(text) : text, line, isWholeLine, ahead);
    this.#isInCell = false;
    if (!end.isOfCell) return block.add(text, line, isWholeLine, ahead);
    const left = block.add(unquoted(text.slice(0, end.column)), line, isWholeLine, ahead);
    block.close();
    return [...left, ...block.add(text.slice(end.column), line, false, ahead)];
  }

  #finishBlock(): void {
    if (this.#block === null) return;
    for (const { text, line } of this.#block.finish()) this.#sink.freeText(text, line);
    this.#sink.block(this.#block);
    this.#block = null;
  }

  #advance(lines: number, column: number): void {
    for (let count = 0; count < lines; count += 1) {
      const line = this.#ahead.shift();
      this.#characters -= line?.text.length ?? 0;
      if (line?.enclosure === 'opens') this.#enclosures += 1;
      else if (line?.enclosure === 'closes') this.#enclosures = Math.max(0, this.#enclosures - 1);
    }
    this.#column = column;
    if (lines > 0) this.#heading = 0;
  }
}
