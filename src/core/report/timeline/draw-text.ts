import { visibleText } from '../visible-text.ts';
import type { BarLane, Lane, LogLane, Picture, Span } from './picture.ts';
import { stack } from './stack.ts';

/** Characters in a line: what a ticket or a mail shows without a break. */
const WIDTH = 76;
const MOST_LABEL_LINES = 6;

type Scale = (ms: number) => number;
const scaleOf =
  ({ firstMs, lastMs }: Picture): Scale =>
  (ms) =>
    Math.round(((Math.max(firstMs, Math.min(lastMs, ms)) - firstMs) / Math.max(1, lastMs - firstMs)) * (WIDTH - 1));

/** One line of characters that is written to by place. */
class Line {
  readonly #cells: string[] = Array.from({ length: WIDTH }, () => ' ');
  fill(from: number, to: number, sign: string): void {
    for (let cell = from; cell <= to; cell += 1) this.#cells[cell] = sign;
  }
  write(at: number, text: string): void {
    [...text].forEach((sign, index) => {
      this.#cells[at + index] = sign;
    });
  }
  toString(): string {
    return this.#cells.join('').trimEnd();
  }
}

/** As many as what was stacked takes. */
const linesFor = (places: ReturnType<typeof stack>): Line[] =>
  Array.from({ length: Math.max(0, ...places.map(({ line }) => line + 1)) }, () => new Line());

function drawLog({ covered, gaps, marks }: LogLane, scale: Scale): string[] {
  const line = new Line();
  for (const { fromMs, toMs, completeness } of covered)
    line.fill(scale(fromMs), scale(toMs), completeness === 'selected' ? '·' : '─');
  for (const { fromMs, toMs } of gaps) line.fill(scale(fromMs), scale(toMs), '/');
  for (const { atMs } of marks) line.write(scale(atMs), '●');
  const labels = marks.map(({ atMs, label }) => {
    const text = visibleText(label);
    const from = Math.max(0, Math.min(scale(atMs), WIDTH - text.length));
    return { text, from, to: from + text.length + 1 };
  });
  const places = stack(labels, MOST_LABEL_LINES);
  const lines = linesFor(places);
  labels.forEach(({ text, from }, index) => {
    const place = places[index];
    if (place?.fits === true) lines[place.line]?.write(from, text);
  });
  return [line, ...lines].map(String);
}

type DrawBar = (line: Line, from: number, to: number) => void;
const ended =
  (left: string, middle: string, right: string): DrawBar =>
  (line, from, to) => {
    line.fill(from, to, middle);
    line.write(from, left);
    line.write(to, to === from ? left : right);
  };
const signs: Readonly<Record<BarLane['kind'], DrawBar>> = {
  window: ended('├', '─', '┤'),
  missing: ended('○', '╌', '○'),
  flag: ended('▐', '━', '▌'),
};

/** Bars that overlap stand on lines of their own. */
function drawBars({ kind, bars }: BarLane, scale: Scale): string[] {
  const spans = [...bars].sort((a: Span, b: Span) => a.fromMs - b.fromMs);
  const places = stack(
    spans.map(({ fromMs, toMs }) => ({ from: scale(fromMs), to: scale(toMs) + 1 })),
    MOST_LABEL_LINES,
  );
  const lines = linesFor(places);
  spans.forEach(({ fromMs, toMs }, index) => {
    const line = lines[places[index]?.line ?? 0];
    if (line !== undefined) signs[kind](line, scale(fromMs), scale(toMs));
  });
  return lines.map(String);
}

const legend: readonly (readonly [sign: string, isUsed: (lane: Lane) => boolean])[] = [
  ['● event', (lane) => lane.kind === 'log' && lane.marks.length > 0],
  ['─ covered', (lane) => lane.kind === 'log' && lane.covered.some(({ completeness }) => completeness !== 'selected')],
  [
    '· picked events',
    (lane) => lane.kind === 'log' && lane.covered.some(({ completeness }) => completeness === 'selected'),
  ],
  ['/ gap', (lane) => lane.kind === 'log' && lane.gaps.length > 0],
  ['├─┤ window', ({ kind }) => kind === 'window'],
  ['○╌○ missing', ({ kind }) => kind === 'missing'],
  ['▐━▌ flag', ({ kind }) => kind === 'flag'],
];

/** The time line as lines of equal width, for a font of fixed width; labels are visible text. */
export function drawText(picture: Picture): readonly string[] {
  const scale = scaleOf(picture);
  const [from, to] = picture.ends;
  const axis = `${from}${to.padStart(WIDTH - from.length)}`;
  const lanes = picture.lanes.flatMap((lane) => [
    visibleText(lane.label),
    ...(lane.kind === 'log' ? drawLog(lane, scale) : drawBars(lane, scale)),
  ]);
  const used = legend.filter(([, isUsed]) => picture.lanes.some(isUsed)).map(([sign]) => sign);
  return [axis, ...lanes, '', [...used, picture.leftOut].filter((word) => word !== null).join('   ')];
}
