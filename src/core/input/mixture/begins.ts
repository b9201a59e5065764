import { companionSegments } from '../companions/segment.ts';
import { marksLength } from '../line-marks.ts';
import { beginsCopiedEvent } from '../parsers/clipboard/begins.ts';
import { isHeadlessRow } from '../parsers/csv/recognise.ts';
import { segmentFormats } from '../parsers/index.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';
import { LOOKAHEAD } from './pieces.ts';
import { type FormatAt, UnframedPieces } from './unframed-pieces.ts';

/** Outputs of tools come last: an event may quote one. */
export const allSegments: readonly SegmentFormat[] = [...segmentFormats, ...companionSegments];

const taggedFormats = allSegments.filter(({ isTagged }) => isTagged === true);
const looseFormats = allSegments.filter(({ isLoose }) => isLoose === true);

/** A format that a line is asked for, and the texts of which the line has to hold one. */
interface Asked {
  readonly format: SegmentFormat;
  readonly holds: readonly string[] | null;
}
const ASCII = 0x80;
const askedOfAll = allSegments.map((format): Asked => ({ format, holds: format.needs?.holds ?? null }));
/** By the first character of a line, each made when a line first begins with it. */
const askedByFirst: (readonly Asked[] | undefined)[] = [];
function askedWith(first: number): readonly Asked[] {
  const known = askedByFirst[first];
  if (known !== undefined) return known;
  const asked = askedOfAll.filter(({ format: { needs } }) => needs?.first?.test(String.fromCharCode(first)) !== false);
  askedByFirst[first] = asked;
  return asked;
}

const BLANK = 0x20;
const FIXED_BLANK = 0xa0;
/** Behind quote marks, bullets and numbers of a list a format looks for its first character itself. */
function askedFor(line: string): readonly Asked[] {
  let at = 0;
  while (line.charCodeAt(at) <= BLANK || line.charCodeAt(at) === FIXED_BLANK) at += 1;
  const first = line.charCodeAt(at);
  return first < ASCII && marksLength(line) <= at ? askedWith(first) : askedOfAll;
}

function holdsOne(line: string, texts: readonly string[]): boolean {
  for (const text of texts) if (line.includes(text)) return true;
  return false;
}

/** The format that begins in the line in hand, and where. @param isInEvent in the text of an event, which may quote the output of a tool */
export function findSegment(
  lines: LinesAhead,
  over: ReadonlySet<SegmentFormat>,
  isInEvent: boolean,
): { format: SegmentFormat; start: SegmentStart } | null {
  const line = lines(0) ?? '';
  for (const { format, holds } of askedFor(line)) {
    if (holds !== null && !holdsOne(line, holds)) continue;
    const isBarred = over.has(format) || (isInEvent && format.isQuoted === true);
    const start = isBarred ? null : format.begins(lines);
    if (start !== null) return { format, start };
  }
  return null;
}

/** Is this a line in which no format begins, whatever follows it? Where one needs a mark below, this is none. */
export const beginsNothing = (line: string): boolean =>
  allSegments.every(({ begins, isMark }) => {
    if (isMark !== undefined) return !isMark(line);
    let isAsked = false;
    const start = begins((index) => {
      isAsked ||= index > 0;
      return index === 0 ? line : undefined;
    });
    return start === null && !isAsked;
  });

/** A row begins otherwise: with a time, or with cells. */
const HEADING = /^[^\d\t,;|"]{2,40}[:：]/;
/** Does a copied event begin right below the row of a list? There a row has its text, and a parser of rows takes all of it for that. */
export const isShownAbove = (above: string, lines: LinesAhead): boolean =>
  HEADING.test(lines(0) ?? '') && isHeadlessRow(above) && beginsCopiedEvent(lines);

/** Does a copied event begin within the next few lines? */
export function isAboveCopied(lines: LinesAhead): boolean {
  for (let at = 1; at < LOOKAHEAD; at += 1) if (beginsCopiedEvent((index) => lines(at + index))) return true;
  return false;
}

/** Do events of any format begin in the line in hand? */
export const beginsSomething = (lines: LinesAhead): boolean => beginsSegment(lines) || beginsCopiedEvent(lines);
/** The same without those that a viewer copies. */
export const beginsSegment = (lines: LinesAhead): boolean => findSegment(lines, NONE, false) !== null;
const NONE: ReadonlySet<SegmentFormat> = new Set();

/** The format that begins with the line in hand. */
export const formatAt: FormatAt = (lines, isInEvent) => {
  const found = findSegment(lines, NONE, isInEvent);
  return found?.start.column === 0 ? found.format : null;
};

/** So many lines tell how a text begins. */
const FIRST_LINES = 20;
/** Have the first lines of a text a frame in which a format begins? */
export function isFramed(head: string): boolean {
  const pieces = head.split('\n', FIRST_LINES).map((text, index) => ({ text, line: index + 1, isEnd: true }));
  const unframed = new UnframedPieces(formatAt);
  const inner = [...unframed.push(pieces), ...unframed.end()];
  return inner.some(({ text }, index) => text !== pieces[index]?.text);
}

/** Is the beginning of a text all of one format, so that its parser can read the text without the mixture? */
export function fillsText(format: SegmentFormat, head: string): boolean {
  const lines = head.split('\n');
  // The last one may be cut.
  lines.pop();
  const first = lines.findIndex((line) => line.trim() !== '');
  const from =
    (at: number): LinesAhead =>
    (index) =>
      index < LOOKAHEAD ? lines[at + index] : undefined;
  const start = first < 0 ? null : format.begins(from(first));
  if (start === null) return false;
  for (let at = first; at < lines.length; at += 1) {
    if (start.ends(from(at)) >= 0) return false;
    if (lines[at - 1]?.trim() === '' && isOvertaken(format, from(at))) return false;
  }
  return true;
}

/** Does something else begin in the text of a format that goes on over anything? */
export const isOvertaken = (format: SegmentFormat, lines: LinesAhead): boolean =>
  lines(0)?.trim() !== '' &&
  (format.isOpenEnded === true ? isOvertakenByAny(format, lines) : beginsTagged(lines, format));

/** Does a format begin that nothing else looks like? */
export const beginsTagged = (lines: LinesAhead, but: SegmentFormat | null = null): boolean =>
  taggedFormats.some((tagged) => tagged !== but && tagged.begins(lines) !== null);

const isOvertakenByAny = (format: SegmentFormat, lines: LinesAhead): boolean =>
  format.begins(lines) === null &&
  (findSegment(lines, new Set([format, ...looseFormats]), true) !== null || beginsCopiedEvent(upTo(format, lines)));

/** The lines in front of the next event of this format. */
function upTo(format: SegmentFormat, lines: LinesAhead): LinesAhead {
  let end = 1;
  while (end < LOOKAHEAD && format.begins((index) => lines(end + index)) === null) end += 1;
  return (index) => (index < end ? lines(index) : undefined);
}
