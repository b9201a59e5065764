import { tellingMessage } from '../../../knowledge/words/telling-messages.ts';
import { fenceIn } from '../../blocks/fence.ts';
import { beginsProse } from '../../blocks/prose.ts';
import { goesOn, paragraphKind } from '../../blocks/undescribed.ts';
import { marksLength } from '../../line-marks.ts';
import { findHexDump } from '../../normalise/hex-dump.ts';
import { ANNOUNCES, isAnswer, isBelowQuote } from './answer.ts';
import type { BlockHead, FieldValue } from './block-head.ts';
import { addressLength, findClosing } from './closing.ts';
import type { Leftover } from './data-section.ts';
import { DataSection } from './data-section.ts';
import { BREAK, type HeadingFrame } from './heading-frame.ts';
import { withoutPrefix } from './heading-prefix.ts';
import type { Line } from './line.ts';
import { MessageLines } from './message-lines.ts';
import { rulerIn, withoutRulerEnd } from './ruler.ts';
import { isDataHeading, withoutDataHeading, xmlHeadingStart } from './section-headings.ts';
import { isDecoration, parseEventId, withoutEnd, withoutEscapes, withoutTicks } from './values.ts';

/** What is known of the text behind the one in hand. */
export interface Ahead {
  readonly nextLine: string;
  /** A fence of Markdown in this line would be a closing one. */
  readonly isFenceOpen: boolean;
  /** Is the end of this message marked further on, before another event begins? */
  isClosed(): boolean;
}

const NOTHING: readonly Leftover[] = [];

/**
 * An event behind its headings. `message`: its text goes on; `address`: the closing sentence lacks its address; `after`: only data may
 * follow; `data`: in the dump; `closed`: what comes is none of its.
 */
type Section = 'message' | 'address' | 'after' | 'data' | 'closed';

export class Block {
  readonly head: BlockHead;
  readonly #message = new MessageLines();
  #section: Section = 'message';
  #dump: DataSection | null = null;
  #data: Uint8Array | null = null;
  #isDamaged = false;
  #unclearLine: number | null = null;
  /** The message stands between fences of its own. */
  #isFenced = false;
  /** The message stands in the row of a table. */
  #isInRow = false;
  /** A line of the message begins without a blank. */
  #isAtMargin = false;
  /** Elements of XML begin in the message. */
  #holdsTags = false;
  /** What encloses a log, begun in the message. */
  #enclosures = 0;
  /** An empty line ended what a mark on its first line alone quotes. */
  #isQuoteOver = false;
  /** The line before belonged to the quote without bearing its mark. */
  #isUnmarked = false;

  /** @param isOver nothing belongs to it but its headings */
  constructor(head: BlockHead, isOver: boolean) {
    this.head = head;
    if (isOver) this.#section = 'closed';
  }

  /** Is it over, or may it be? */
  get isClosed(): boolean {
    return this.#section === 'closed' || this.#section === 'after' || this.#isPaused;
  }
  /** Of text behind the headings that may be the message or somebody's words; it was left out. */
  get unclearLine(): number | null {
    return this.#unclearLine;
  }
  get message(): string {
    const { separator, values, frame } = this.head;
    const text = withoutQuoteEnd(withoutEnd(withoutRulerEnd(this.#message.text), separator).trimEnd());
    const plain = text.includes('`') ? withoutTicks(text, [...values.values()].some(isCode)) : text;
    return frame.suffix === BREAK ? withoutEscapes(plain) : plain;
  }
  /** Bytes of the data section, null without one or when it is damaged. */
  get data(): Uint8Array | null {
    return this.#data;
  }
  get isDataDamaged(): boolean {
    return this.#isDamaged;
  }
  /** The last line of the message that is not empty. */
  get lastLine(): string {
    return this.#message.last;
  }
  get endsInBlank(): boolean {
    return this.#message.endsInBlank;
  }

  /** Text that is surely part of the message, whatever it looks like. */
  addQuoted(text: string): void {
    this.#message.push(this.#unframed(text));
  }

  /**
   * @param ahead what follows this text
   * @returns what is not part of the event.
   */
  add(text: string, line: number, isWholeLine: boolean, ahead: Ahead): readonly Leftover[] {
    const content = isWholeLine ? this.#unframed(text) : this.#behindHeading(text);
    // A row ends with its line.
    if (line === this.head.rowLine) this.#isInRow ||= content.trim() !== '';
    else if (this.#isInRow && content.trim() !== '') this.#section = 'closed';
    if (isWholeLine && text.trim() !== '' && !BLANK.test(text)) {
      if (this.#isDedent(text, ahead)) this.#section = 'closed';
      this.#isAtMargin = true;
    }
    if (isWholeLine && (this.#isBehindQuote(text, ahead) || this.#isOuterKey(text, ahead))) this.#section = 'closed';
    if (this.#section === 'message' && this.#opensFence(content, ahead)) {
      this.#isFenced = true;
      return NOTHING;
    }
    if (
      this.#section === 'message' &&
      this.#isPaused &&
      content.trim() !== '' &&
      !this.#goesOn(text, content, line, ahead)
    )
      this.#section = 'closed';
    if (this.#section === 'message') return this.#addMessage(content, line, ahead);
    if (this.#section === 'data') return this.#addData(content, line, ahead.nextLine);
    if (this.#section === 'closed') return leftover(text, line);
    return this.#addAfter(content, line);
  }

  /** The end of what was begun before the message ends the event. */
  seeEnclosure(enclosure: Line['enclosure']): void {
    if (enclosure === null || this.#section === 'data' || this.lastLine === '') return;
    if (enclosure === 'opens') this.#enclosures += 1;
    else if (this.#enclosures > 0) this.#enclosures -= 1;
    else this.#section = 'closed';
  }

  /** Nothing that follows belongs to it. */
  close(): void {
    if (this.#section !== 'data') this.#section = 'closed';
  }

  /** @returns what stood behind the data and is not part of the event. */
  finish(): readonly Leftover[] {
    return this.#section === 'data' ? this.#endData() : NOTHING;
  }

  #unframed(text: string): string {
    const { prefix, suffix, isLazyQuote } = this.head.frame;
    const bare = withoutPrefix(text, prefix);
    const content = isLazyQuote ? bare.replace(QUOTE, '') : bare;
    const end = content.trimEnd();
    return suffix !== '' && end.endsWith(suffix) ? end.slice(0, -suffix.length) : content;
  }

  /** Text on the line of its heading may begin with the second half of the emphasis of that heading. */
  #behindHeading(text: string): string {
    const { separator, frame } = this.head;
    const whole = frame.suffix === BREAK ? withoutEnd(text.trim(), BREAK) : text.trimStart();
    const content = separator !== '' && whole.startsWith(separator) ? whole.slice(1).trimStart() : whole;
    if (isDecoration(content.trim())) return '';
    const { prefix } = this.head.frame;
    const emphasis = prefix.slice(marksLength(prefix)).trim();
    return emphasis !== '' && content.startsWith(emphasis) ? content.slice(emphasis.length) : content;
  }

  #addMessage(text: string, line: number, ahead: Ahead): readonly Leftover[] {
    if (text.trim() === '') {
      this.#message.push(text);
      return NOTHING;
    }
    const closing = findClosing(this.#message.end, text);
    const dump = this.#dumpStart(text);
    if (dump >= 0 && (closing === null || dump < closing.start)) return this.#beginData(text, line, dump);
    if (closing !== null) return this.#close(text, line, closing.start, closing.end, closing.isOpen);
    const xml = xmlHeadingStart(text);
    if (xml >= 0) {
      const before = text.slice(0, xml);
      if (!isDecoration(before.trim())) this.#message.push(before);
      this.#section = 'closed';
      return NOTHING;
    }
    if (this.#isEndTag(text)) {
      this.#section = 'closed';
      return NOTHING;
    }
    const isProse = this.#isFenced
      ? fenceIn(text) !== null
      : (this.#isRuler(text) || beginsProse(text, this.lastLine, this.endsInBlank)) && !ahead.isClosed();
    if (!isProse && this.#message.hasRoomFor(text)) this.#message.push(text);
    else this.#section = 'closed';
    return this.#section === 'closed' ? leftover(text, line) : NOTHING;
  }

  /** The line again that was drawn above the headings. */
  #isRuler(text: string): boolean {
    const { ruler } = this.head;
    return ruler !== null && rulerIn(text) === ruler;
  }

  /** The end, alone on its line, of an element of XML that began before the message. */
  #isEndTag(text: string): boolean {
    const [, name] = this.#holdsTags || this.lastLine === '' ? [] : (END_TAG.exec(text) ?? []);
    if (name === undefined) return false;
    this.#holdsTags = this.#message.holds(`<${name}`);
    return !this.#holdsTags;
  }

  /** Does a message begin that stands between fences of its own, below its headings? */
  #opensFence(content: string, { isFenceOpen }: Ahead): boolean {
    const fence = fenceIn(content);
    return fence !== null && PLAIN_FENCE.test(fence) && !isFenceOpen && this.lastLine === '';
  }

  /** Does a block that stands indented end, at a line that is not, behind an empty line or with a key of its own? */
  #isDedent(text: string, ahead: Ahead): boolean {
    const { frame, isFenced, isEnclosed } = this.head;
    const isIndented = this.#section === 'message' && !this.#isAtMargin && INDENT.test(frame.prefix);
    if (!isIndented || isFenced || isEnclosed || this.#isFenced) return false;
    const goesOn = /(?:^|[:：])\s*$/.test(this.lastLine) || this.#dumpStart(text) >= 0;
    return !goesOn && (this.endsInBlank || OWN_KEY.test(text)) && !ahead.isClosed();
  }

  /** Does the block of YAML end in which the event stands, at the next key of what holds it? */
  #isOuterKey(text: string, ahead: Ahead): boolean {
    const { frame, isFenced, isEnclosed } = this.head;
    if (this.#section !== 'message' || isFenced || isEnclosed || !INDENT.test(frame.prefix)) return false;
    const indent = text.length - text.trimStart().length;
    return indent > 0 && indent < frame.prefix.length && OUTER_KEY.test(text) && !ahead.isClosed();
  }

  /** Is this a line behind the end of a quote whose first line alone bears the mark? Where a mark follows, the quote goes on. */
  #isBehindQuote(text: string, ahead: Ahead): boolean {
    if (this.#section !== 'message') return false;
    if (!this.head.frame.isLazyQuote) return this.#isBehindMarks(text, ahead);
    if (text.trim() === '') this.#isQuoteOver = this.lastLine !== '';
    else if (QUOTE.test(withoutPrefix(text, this.head.frame.prefix))) this.#isQuoteOver = false;
    return this.#isQuoteOver && text.trim() !== '' && !ahead.isClosed();
  }

  /** The same where each line of the quote bears the mark. */
  #isBehindMarks(text: string, ahead: Ahead): boolean {
    const isUnmarked = text.trim() !== '' && this.lastLine !== '' && isAnswer(text, this.head.frame);
    // To Markdown lines without the mark go on with the quote up to an empty one; that it is Markdown, a line that announces them tells.
    this.#isUnmarked = isUnmarked && !this.endsInBlank && (this.#isUnmarked || ANNOUNCES.test(this.lastLine));
    const around = { last: this.lastLine, isAfterBlank: this.endsInBlank, next: ahead.nextLine };
    return !this.#isUnmarked && isBelowQuote(text, around, this.head.frame) && !ahead.isClosed();
  }

  /** Behind an empty line; without a heading of a viewer for the description nothing tells where it ends. */
  get #isPaused(): boolean {
    return (!this.head.hasDescription || this.head.dialect === null) && this.endsInBlank;
  }

  /** Is a line behind an empty one still part of an event that has no heading of a viewer for its description? */
  #goesOn(text: string, content: string, line: number, ahead: Ahead): boolean {
    const { dialect, hasDescription, isFenced, isColumn, isSpacedQuote, frame } = this.head;
    if (isFenced || this.#isFenced || (dialect !== null && ahead.isClosed())) return true;
    if (isDataHeading(content) || this.#dumpStart(content) >= 0 || findClosing('', content) !== null) return true;
    const isFirst = this.lastLine === '';
    if (isFirst ? hasDescription || this.#isOwn(content, ahead) : goesOn(content, ahead.nextLine)) return true;
    const kind = paragraphKind(content);
    if (kind === 'prose' || isAnswer(text, frame)) return false;
    if (isSpacedQuote && !isFirst) return true;
    if (isFirst && kind === 'message' && isColumn && !isBehindIndent(text, frame)) return true;
    // A second paragraph that does not read like a message is none.
    if (isFirst || (kind === 'message' && isColumn)) this.#unclearLine = line;
    return false;
  }

  /** Does a message of this very event begin so? */
  #isOwn(content: string, { nextLine }: Ahead): boolean {
    const id = parseEventId(this.head.values.get('eventId')?.text ?? '');
    return id !== null && tellingMessage(content.trim(), () => nextLine)?.eventId === id;
  }

  /** The older generation copies the data too; Vista and later do not, there a dump is part of the message. */
  #dumpStart(text: string): number {
    return this.head.dialect?.generation === 'vista' ? -1 : findHexDump(text);
  }

  #beginData(text: string, line: number, at: number): readonly Leftover[] {
    this.#dropDataHeading(text.slice(0, at));
    this.#dump = new DataSection(text.slice(at), line);
    this.#section = 'data';
    return NOTHING;
  }

  #dropDataHeading(before: string): void {
    if (before.trim() !== '') this.#message.push(withoutDataHeading(before));
    else {
      this.#message.dropBlankEnd();
      this.#message.changeEnd(withoutDataHeading);
    }
  }

  #close(text: string, line: number, start: number, end: number, isOpen: boolean): readonly Leftover[] {
    if (start >= 0) this.#message.push(text.slice(0, start));
    else this.#message.changeEnd((line) => line.slice(0, start));
    this.#section = isOpen ? 'address' : 'after';
    return this.#addAfter(text.slice(end), line);
  }

  #addAfter(text: string, line: number): readonly Leftover[] {
    const rest = this.#section === 'address' ? text.slice(addressLength(text)) : text;
    if (text.trim() === '') return NOTHING;
    this.#section = 'after';
    if (rest.trim() === '' || isDataHeading(rest)) return NOTHING;
    const dump = this.#dumpStart(rest);
    if (dump >= 0 && withoutDataHeading(rest.slice(0, dump)).trim() === '')
      return this.#beginData(rest.slice(dump), line, 0);
    this.#section = 'closed';
    return leftover(rest, line);
  }

  #addData(text: string, line: number, next: string): readonly Leftover[] {
    if (this.#dump?.takes(text, line, next) === true) return NOTHING;
    return [...this.#endData(), ...leftover(text, line)];
  }

  #endData(): readonly Leftover[] {
    this.#section = 'closed';
    const { bytes, rest } = this.#dump?.read() ?? { bytes: null, rest: NOTHING };
    [this.#dump, this.#data, this.#isDamaged] = [null, bytes, bytes === null];
    return rest;
  }
}

/** Other languages are those of commands and of events in another form. */
const PLAIN_FENCE = /^(?:te?xt|log|plain(?:text)?|none)?$/i;

const isCode = ({ raw }: FieldValue): boolean => /^[\s*_]*`/.test(raw);

/** Lines of quote marks alone part events of an article. */
function withoutQuoteEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '> \t\n'.includes(text.charAt(end - 1))) end -= 1;
  const at = text.indexOf('\n', end);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

/** Quote marks in front of a line. */
const QUOTE = /^\s{0,3}(?:>[ \t]?){1,10}/;
const END_TAG = /^\s{0,40}<\/([A-Za-z][\w:.-]{0,40})>\s*$/;
const BLANK = /^\s/;
const INDENT = /^\s{2,}$|^\t$/;
/** As the next key of YAML. */
const OWN_KEY = /^[\w-]{1,40}:(?:\s|$)/;
/** The same less indented than the event; labels in messages begin with a capital. */
const OUTER_KEY = /^\s+(?:- )?[a-z_][\w-]{0,40}:(?:\s|$)/;
/** An indent of this size is a block of code to Markdown. */
const CODE_INDENT = /^(?: {4}|\t)/;
const isBehindIndent = (text: string, { prefix }: HeadingFrame): boolean =>
  CODE_INDENT.test(prefix) && !/^\s/.test(text);

const leftover = (text: string, line: number): readonly Leftover[] => (text.trim() === '' ? NOTHING : [{ text, line }]);
