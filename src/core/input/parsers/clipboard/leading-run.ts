import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { Dialect } from '../../../knowledge/words/headings.ts';
import { dialects } from '../../../knowledge/words/headings.ts';
import { beginsWebEvent } from '../../blocks/web-event.ts';
import { isMarksOnly } from '../../line-marks.ts';
import type { BrokenHeading } from './damaged-heading.ts';
import { bareSourceHeading, brokenHeading, gluedHeading } from './damaged-heading.ts';
import type { Cursor, Heading, Line } from './line.ts';

/** A heading of a run, with the field that the run takes it for. */
export interface Accepted {
  readonly field: HeadingField;
  readonly heading: Heading | BrokenHeading;
  readonly line: number;
}

/** The headings at the beginning of an event, in the order they stand. */
export interface LeadingRun {
  readonly accepted: readonly Accepted[];
  /** How many fields each language and generation finds among them. */
  readonly counts: ReadonlyMap<Dialect, ReadonlySet<HeadingField>>;
  /** Where the text behind the headings begins. */
  readonly end: Cursor;
  readonly hasDescription: boolean;
  /** They stand in brackets in a sentence, which goes on behind them. */
  readonly isBracketed: boolean;
}

/** The longest stretches without a heading: a value that a mail wrapped, lines that a forum doubled, labels of other tools. */
const MAX_WRAPPED_LINES = 2;
const MAX_BLANK_LINES = 4;
const MAX_LABEL_LINES = 6;
const MAX_VALUE = 300;
const COLON = /[:：=]/;

/** The marks of bold type stand around the name, or around its colon, too. */
const LABEL = /^[*_]{0,3}\p{L}[\p{L}\d .'_/-]{0,30}?[*_]{0,3}:[*_]{0,3}(?:\s|$)/u;
/** A row of a table: a bar in front, and one between its cells. */
const ROW = /^[\s>]{0,40}\|[^|]{0,80}\|/;
const isRow = (text: string): boolean => ROW.test(text);
/** A line that begins with a label of its own, which no viewer has. */
const isLabel = (text: string): boolean => LABEL.test(text.trimStart());

/** A sentence that announces what follows. */
const ANNOUNCEMENT = /^\s*\S+\s+\S+\s+\S.*[:：]\s*$/;

/** Does the heading begin the blocks of some language and generation: the log name, or the event type of `nt`? */
export const isStartHeading = (heading: Heading): boolean =>
  heading.meanings.some(({ dialect, field }) => dialect.start === field);

/**
 * Reads headings from one on, each field once, until the description or until something that is neither heading nor value.
 * @param index of the first heading among those of the first line.
 */
export function readLeadingRun(lines: readonly Line[], index: number): LeadingRun | null {
  const first = lines[0]?.headings[index];
  return first === undefined ? null : new RunReader(lines, index, first).read(first.start);
}

class RunReader {
  readonly #lines: readonly Line[];
  /** Of the first heading among those of its line. */
  readonly #index: number;
  /** The languages and generations whose headings count. */
  readonly #among: readonly Dialect[];
  readonly #accepted: Accepted[] = [];
  readonly #seen = new Set<HeadingField>();
  readonly #counts = new Map<Dialect, Set<HeadingField>>();
  #end: Cursor | null = null;
  /** Of the bracket behind the headings, on their only line. */
  readonly #bracket: number | null;
  #wrapped = 0;
  #blanks = 0;
  #labels = 0;

  constructor(lines: readonly Line[], index: number, first: Heading) {
    this.#lines = lines;
    this.#index = index;
    const started = first.meanings.filter(({ dialect, field }) => dialect.start === field);
    this.#among = started.length > 0 ? started.map(({ dialect }) => dialect) : dialects;
    this.#bracket = bracketBehind(lines[0]?.text ?? '', first.start);
  }

  read(from: number): LeadingRun {
    for (const [line, { text }] of this.#lines.entries()) {
      const count = this.#accepted.length;
      if (line > 0 && beginsWebEvent(text, this.#lines[line + 1]?.text ?? '')) break;
      this.#readLine(line, line === 0 ? from : 0);
      if (this.#bracket !== null && this.#accepted.length > 1) this.#end = { line: 0, column: this.#bracket + 1 };
      if (this.#end !== null || (this.#accepted.length === count && this.#isOver(text))) break;
    }
    const last = this.#accepted.at(-1);
    const end = this.#end ?? { line: (last?.line ?? 0) + 1, column: 0 };
    const hasDescription = last?.field === 'description';
    const isBracketed = this.#bracket !== null && end.line === 0 && end.column === this.#bracket + 1;
    return { accepted: this.#accepted, counts: this.#counts, end, hasDescription, isBracketed };
  }

  #readLine(line: number, from: number): void {
    const { text = '', headings = [] } = this.#lines[line] ?? {};
    let next = line === 0 ? this.#index : 0;
    let isFirst = line > 0;
    let valueStart = from;
    const bare = this.#bareHeading(line, text);
    if (bare !== null) this.#take(bare, line);
    for (let at = from; this.#end === null && at - valueStart < MAX_VALUE; isFirst = false) {
      const colon = text.slice(at, at + MAX_VALUE).search(COLON);
      if (colon < 0) return;
      at += colon + 1;
      if (line === 0 && this.#bracket !== null && at > this.#bracket && this.#accepted.length > 1) return;
      while ((headings[next]?.end ?? at) < at) next += 1;
      const plain = headings[next]?.end === at ? headings[next] : undefined;
      const heading = this.#headingAt(line, at - 1, plain, isFirst);
      if (heading === null) continue;
      this.#take(heading, line);
      valueStart = at;
    }
  }

  /** Between two others, right below one and above one. */
  #bareHeading(line: number, text: string): Heading | null {
    const isBetween = this.#accepted.at(-1)?.line === line - 1 && this.#lines[line + 1]?.headings[0]?.isFirst === true;
    if (!isBetween || this.#seen.has('source') || COLON.test(text)) return null;
    const bare = bareSourceHeading(text);
    return bare !== null && this.#fieldOf(bare) === 'source' ? bare : null;
  }

  /** A heading of the languages in question; else one that a wrapped line broke, one typed by hand, or one stuck to a value. */
  #headingAt(line: number, colon: number, plain: Heading | undefined, isFirst: boolean): Heading | null {
    const text = this.#lines[line]?.text ?? '';
    if (plain?.meanings.some(({ dialect }) => this.#among.includes(dialect)) === true) return plain;
    const broken = isFirst ? brokenHeading(this.#lines[line - 1]?.text ?? '', text, colon) : null;
    if (broken !== null && this.#fieldOf(broken) !== null) return broken;
    if (plain !== undefined && this.#fieldOf(plain) !== null) return plain;
    const isSure = this.#among !== dialects && this.#accepted.length > 0;
    return isSure ? gluedHeading(text, colon, this.#among, this.#seen) : null;
  }

  /** A heading in several languages means what it means in the one that explains most of the headings so far. */
  #fieldOf({ meanings, loose }: Heading): HeadingField | null {
    let best: HeadingField | null = null;
    let bestCount = -1;
    for (const { dialect, field } of meanings) {
      const count = this.#counts.get(dialect)?.size ?? 0;
      if (count > bestCount && this.#among.includes(dialect)) [best, bestCount] = [field, count];
    }
    return best ?? (loose !== null && !this.#seen.has(loose) ? loose : null);
  }

  #take(heading: Heading, line: number): void {
    const field = this.#fieldOf(heading);
    if (field === null) return;
    const isAnother =
      this.#seen.has(field) || field === 'data' || field === 'eventXml' || this.#isOfAnotherSentence(heading, line);
    if (isAnother) {
      const last = this.#accepted.at(-1)?.line ?? line;
      // What stands between is the text of this event.
      this.#end = last === line ? { line, column: heading.isFirst ? 0 : heading.start } : { line: last + 1, column: 0 };
      return;
    }
    this.#seen.add(field);
    this.#accepted.push({ field, heading, line });
    for (const { dialect, field: meant } of heading.meanings) {
      if (!this.#among.includes(dialect)) continue;
      const fields = this.#counts.get(dialect) ?? new Set();
      this.#counts.set(dialect, fields.add(meant));
    }
    [this.#wrapped, this.#blanks, this.#labels] = [0, 0, 0];
    if (field === 'description') this.#end = { line, column: heading.end };
  }

  /** Keys in a sentence do not go on in brackets on another line. */
  #isOfAnotherSentence({ start, isFirst }: Heading, line: number): boolean {
    const [first] = this.#accepted;
    const isElsewhere = first?.heading.isFirst === false && this.#accepted.at(-1)?.line !== line;
    return isElsewhere && !isFirst && this.#lines[line]?.text[start - 1] === '(';
  }

  /** Is a line without a heading more than a wrapped value, a doubled line end or another tool's label? */
  #isOver(text: string): boolean {
    if (text.trim() === '') this.#blanks += 1;
    else if (isLabel(text) || isRow(text)) this.#labels += 1;
    else this.#wrapped += 1;
    if (this.#blanks > 0 && ANNOUNCEMENT.test(text)) return true;
    const isTooMuch = this.#blanks > MAX_BLANK_LINES || this.#labels > MAX_LABEL_LINES;
    return isTooMuch || this.#wrapped > MAX_WRAPPED_LINES || text.length > MAX_VALUE;
  }
}

const SEPARATORS = [';', ',', '|', '/'];
const MIN_SEPARATED = 3;

/** What parts the headings of an event that was flattened to one line: the sign behind each of its values; empty when none is. */
export function separatorOf(lines: readonly Line[], { accepted }: LeadingRun): string {
  const ends: string[] = [];
  for (const [index, { heading, line }] of accepted.entries()) {
    const next = accepted[index + 1];
    if (next !== undefined && next.line === line)
      ends.push(lines[line]?.text.slice(heading.end, next.heading.start).trim().slice(-1) ?? '');
  }
  const [first = ''] = ends;
  const isAlike = ends.length >= MIN_SEPARATED && SEPARATORS.includes(first) && ends.every((end) => end === first);
  return isAlike ? first : '';
}

/** Where a bracket closes that was opened right before a heading in a sentence; null where none was. */
function bracketBehind(text: string, start: number): number | null {
  const isInSentence = text[start - 1] === '(' && !isMarksOnly(text.slice(0, start));
  const end = isInSentence ? text.slice(start, start + MAX_VALUE).search(/[()]/) : -1;
  return end >= 0 && text[start + end] === ')' ? start + end : null;
}

/** The text of a value: up to the next heading, over the lines that wrapped it. */
export function valueText(
  lines: readonly Line[],
  run: LeadingRun,
  index: number,
  strip: (text: string) => string,
): string {
  const [accepted, next] = run.accepted.slice(index, index + 2);
  if (accepted === undefined) return '';
  const { heading, line } = accepted;
  const text = lines[line]?.text ?? '';
  if (next === undefined) return text.slice(heading.end, run.end.line === line ? run.end.column : undefined);
  const borrowed = 'borrowed' in next.heading ? next.heading.borrowed : 0;
  if (next.line === line) return text.slice(heading.end, next.heading.start);
  const before = strip(lines[next.line]?.text.slice(0, next.heading.start) ?? '');
  const between = lines.slice(line + 1, next.line).filter((wrapped) => !isRow(wrapped.text));
  const parts = [
    text.slice(heading.end),
    ...between.map((wrapped) => strip(wrapped.text)).filter((part) => !isLabel(part)),
    isMarksOnly(before) ? '' : before,
  ];
  const whole = joinWrapped(parts.map((part) => part.trim()));
  return borrowed === 0 ? whole : whole.slice(0, -borrowed);
}

/** Joins a value over its lines; an empty line ends it. A name broken behind its hyphen has no blank there. */
function joinWrapped(parts: readonly string[]): string {
  let whole = '';
  for (const part of parts) {
    if (part === '' && whole !== '') break;
    whole = whole === '' || /[-\\/]$/.test(whole) ? whole + part : `${whole} ${part}`;
  }
  return whole;
}
