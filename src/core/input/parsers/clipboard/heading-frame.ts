import { isMarksOnly, marksOf } from '../../line-marks.ts';
import type { LeadingRun } from './leading-run.ts';
import type { Line } from './line.ts';
import { isDecoration } from './values.ts';

/**
 * What stands around the headings of a copied event, and so around each of its lines.
 * Every other format gets its lines without their frame (mixture/block-frames.ts), which is a guess from one line before a format is known: it has to be
 * there exactly, or the block is over. A copied event is found by its headings, wherever they stand on a line; behind a bullet, a name or an emphasis, too,
 * which no frame of lines has. What stood before them is known then, and comes off other lines as far as they have it.
 */
export interface HeadingFrame {
  /** Quote marks, an indent, a bullet, the name of a ticket, the beginning of an emphasis. */
  readonly prefix: string;
  /** The end of an emphasis or of a table row, the backslash that breaks a line in Markdown. */
  readonly suffix: string;
  /** Only the first line bears the quote mark. To Markdown all lines up to the next empty one are quoted with it. */
  readonly isLazyQuote: boolean;
}

/** Breaks a line in Markdown. */
export const BREAK = '\\';
const MIN_BREAKS = 2;

export function frameOfRun(lines: readonly Line[], run: LeadingRun): HeadingFrame {
  const lastLine = run.accepted.at(-1)?.line ?? 0;
  const behind = run.hasDescription ? (lines[lastLine]?.text.slice(run.end.column).trim() ?? '') : '';
  const broken = new Set(run.accepted.filter(({ line }) => isBroken(lines[line]?.text ?? '')).map(({ line }) => line));
  const suffix = broken.size >= MIN_BREAKS ? BREAK : isDecoration(behind) ? behind : '';
  return { prefix: prefixOf(lines, run, lastLine), suffix, isLazyQuote: isLazyQuote(lines, run) };
}

/** So many headings without the mark are no accident of wrapping. */
const MIN_UNMARKED = 3;

function isLazyQuote(lines: readonly Line[], run: LeadingRun): boolean {
  const first = textBefore(lines, run, 0);
  if (!first.includes('>') || !isMarksOnly(first)) return false;
  const others = new Set(run.accepted.map(({ line }) => line).filter((line) => line > 0));
  return others.size >= MIN_UNMARKED && [...others].every((line) => !textBefore(lines, run, line).includes('>'));
}

/** Looks at the end alone: a whole log may stand on one line. */
function isBroken(line: string): boolean {
  const text = line.trimEnd();
  return text.length > 1 && text.endsWith(BREAK) && text.at(-2) !== BREAK;
}

const MIN_SPACED = 4;

/** Does one empty line, but for marks, stand behind each heading? */
export const isSpaced = (lines: readonly Line[], { accepted }: LeadingRun): boolean =>
  accepted.length >= MIN_SPACED &&
  accepted.every(({ line }, index) => {
    const next = accepted[index + 1]?.line;
    return next === undefined || (next === line + 2 && isMarksOnly(lines[line + 1]?.text ?? ''));
  });

function prefixOf(lines: readonly Line[], run: LeadingRun, lastLine: number): string {
  const first = textBefore(lines, run, 0);
  const last = textBefore(lines, run, lastLine);
  const isWhole = isMarksOnly(last) || (lastLine > 0 && isAlike(first, last));
  return isWhole ? last : marksOf(last);
}

function textBefore(lines: readonly Line[], run: LeadingRun, line: number): string {
  const heading = run.accepted.find((accepted) => accepted.line === line)?.heading;
  return lines[line]?.text.slice(0, heading?.start ?? 0) ?? '';
}

const asPattern = (text: string): string => text.replace(/\d+/g, '0').replace(/\s+/g, ' ');
/** Equal but for numbers, which count up. */
const isAlike = (a: string, b: string): boolean => a.length <= 80 && asPattern(a) === asPattern(b);
