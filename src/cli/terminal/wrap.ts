import type { Inline, Tone } from '../../core/report/outline/document.ts';
import { characterWidth } from './display-width.ts';

/** A stretch of escaped text. */
interface Run {
  readonly text: string;
  readonly tone: Tone;
  /** To be copied, so rather longer than the line than cut. */
  readonly whole: boolean;
}

const toRuns = (piece: Inline[number], clean: (text: string) => string): Run[] => {
  if (typeof piece === 'string') return [{ text: clean(piece), tone: 'plain', whole: false }];
  if (!('url' in piece)) return [{ text: clean(piece.text), tone: piece.tone, whole: piece.tone === 'code' }];
  const title: Run = { text: clean(`${piece.text} `), tone: 'plain', whole: false };
  return [...(piece.text === piece.url ? [] : [title]), { text: clean(piece.url), tone: 'plain', whole: true }];
};

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly end: number;
  readonly next: number;
  readonly cells: number;
}
/** No line of Chinese or Japanese begins with one of them. */
const CLOSING = /[。、，．！？：；」』）】〕｝〉》…]/u;

/** Where the lines of `text` begin and end: at blanks, beside wide characters (Chinese, Japanese, Korean), within a word that is too long. */
function breakLines(text: string, width: number, isWhole: (index: number) => boolean): Range[] {
  const lines: Range[] = [];
  let [start, index, cells] = [0, 0, 0];
  /** The last places to break, the newest first: the line would end before `end`, the next begin at `next`. */
  let places: readonly Place[] = [];
  const cut = (end: number, next: number, used: number) => {
    lines.push({ start, end });
    [start, cells, places] = [next, cells - used, []];
  };
  for (const character of text) {
    const taken = characterWidth(character);
    const whole = isWhole(index);
    const after = index + character.length;
    if (CLOSING.test(character) && places[0]?.next === index) places = places.slice(1);
    if (character === ' ' && !whole) places = [{ end: index, next: after, cells: cells + 1 }, ...places.slice(0, 1)];
    else
      while (cells + taken > width && index > start) {
        const [place] = places;
        if (place !== undefined) cut(place.end, place.next, place.cells);
        else if (whole) break;
        else cut(index, index, cells);
      }
    cells += taken;
    index = after;
    if (taken === 2 && !whole) places = [{ end: index, next: index, cells }, ...places.slice(0, 1)];
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** @returns the lines, each as painted text. Blanks at the ends of a line are gone. */
export function wrapInline(
  inline: Inline,
  width: number,
  clean: (text: string) => string,
  paint: (text: string, tone: Tone) => string,
): string[] {
  let end = 0;
  const runs = inline
    .flatMap((piece) => toRuns(piece, clean))
    .map((run) => {
      const start = end;
      end += run.text.length;
      return { ...run, start, end };
    });
  const text = runs.map((run) => run.text).join('');
  const isWhole = (index: number) => runs.some((run) => run.whole && index >= run.start && index < run.end);
  const paintPart = (run: Run & Range, line: Range): string => {
    const [from, to] = [Math.max(line.start, run.start), Math.min(line.end, run.end)];
    return from < to ? paint(text.slice(from, to), run.tone) : '';
  };
  return breakLines(text, width, isWhole).map((line) => runs.map((run) => paintPart(run, line)).join(''));
}
