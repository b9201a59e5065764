import { all, type Markup, markup, nothing } from '../../html/markup.ts';
import type { View } from '../../outline/view.ts';
import type { BarLane, LogLane, Mark, Picture } from '../../timeline/picture.ts';
import { stack } from '../../timeline/stack.ts';
import { type Axis, createAxis } from './axis.ts';

/*
 * Widths and places are in percent, heights in pixels: the drawing takes any width without making its words smaller, and zooming is
 * nothing but making it wider.
 */
const AXIS_HEIGHT = 22;
const LABEL_HEIGHT = 16;
const BAND_HEIGHT = 8;
const WORD_HEIGHT = 15;
const BAR_HEIGHT = 12;
const LANE_GAP = 9;
const MOST_LINES = 6;
/** The room of a word on a narrow screen (330 px), in percent. */
const CHARACTER_PERCENT = 2.1;
const WORD_GAP_PERCENT = 4;

/** Fine enough for the widest zoom. */
const DIGITS = 4;
const percent = (value: number): string => `${Number(value.toFixed(DIGITS))}%`;
/** A shape without any width is not drawn at all; one with a little shows its border. */
const LEAST_WIDTH = 10 ** -DIGITS;

/** A rectangle between two times that is seen however short it is; its height and border are matters of style. */
const block = (className: string, from: number, to: number, y: number, title: string): Markup =>
  markup`
    <rect class="${className}" x="${percent(from)}" width="${percent(Math.max(to - from, LEAST_WIDTH))}" y="${y}">
      <title>${title}</title>
    </rect>`;

interface Drawn {
  readonly markup: Markup;
  readonly height: number;
}

const drawTicks = (axis: Axis, height: number): Markup =>
  all(
    axis.ticks.map(({ percent: at, label }) => {
      const anchor = at < 5 ? markup` class="l"` : at > 95 ? markup` class="r"` : null;
      return markup`
        <svg class="t" x="${percent(at)}">
          <path d="M0 ${AXIS_HEIGHT - 6}V${height}"/>
          <text y="11"${anchor}>${label}</text>
        </svg>`;
    }),
  );

interface Placed {
  readonly mark: Mark;
  readonly at: number;
  readonly isLeft: boolean;
  readonly line: number;
  readonly fits: boolean;
}
/** Words stand right of their mark, near the right end left of it. */
function placeMarks(marks: readonly Mark[], axis: Axis): readonly Placed[] {
  const rooms = marks.map((mark) => {
    const at = axis.place(mark.atMs);
    const width = mark.label.length * CHARACTER_PERCENT + WORD_GAP_PERCENT;
    const isLeft = at + width > 100;
    return { mark, at, isLeft, from: isLeft ? at - width : at, to: isLeft ? at + 1 : at + width };
  });
  const lines = stack(rooms, MOST_LINES);
  return rooms.map(({ mark, at, isLeft }, index) => ({ mark, at, isLeft, line: 0, fits: true, ...lines[index] }));
}

function drawMark({ mark, at, isLeft, line, fits }: Placed, y: number): Markup {
  const drop = BAND_HEIGHT / 2 + (line + 1) * WORD_HEIGHT - 2;
  const word = isLeft
    ? markup`<text x="-5" y="${drop}" class="r">${mark.label}</text>`
    : markup`<text x="5" y="${drop}">${mark.label}</text>`;
  const shape = markup`<title>${mark.title}</title><path d="M0 0V${fits ? drop : drop - 4}"/><circle/>${fits ? word : null}`;
  const place = markup`x="${percent(at)}" y="${y + BAND_HEIGHT / 2}"`;
  if (mark.finding === null) return markup`<svg class="m" ${place} data-e="${mark.evidence.join(' ')}">${shape}</svg>`;
  return markup`<a href="#f${mark.finding + 1}" tabindex="-1"><svg class="m ${mark.severity}" ${place}>${shape}</svg></a>`;
}

function drawLog({ covered, gaps, marks }: LogLane, axis: Axis, y: number): Drawn {
  const placed = placeMarks(marks, axis);
  const lines = placed.reduce((most, { line }) => Math.max(most, line + 1), 0);
  const base = markup`<line class="base" x1="0" x2="100%" y1="${y + BAND_HEIGHT / 2}" y2="${y + BAND_HEIGHT / 2}"/>`;
  const spans = covered.map(({ fromMs, toMs, title, completeness }) =>
    block(`cov ${completeness}`, axis.place(fromMs), axis.place(toMs), y, title),
  );
  const holes = gaps.map(({ fromMs, toMs, title }) =>
    block('gap', axis.place(fromMs), axis.place(toMs), y - 1, `not covered, ${title}`),
  );
  return {
    markup: markup`${base}${spans}${holes}${placed.map((one) => drawMark(one, y))}`,
    height: BAND_HEIGHT + lines * WORD_HEIGHT,
  };
}

/** A missing event is a hollow mark where the time to wait for it ended. */
const drawExpected = (to: number, y: number): Markup =>
  markup`<circle class="hollow" cx="${percent(to)}" cy="${y + BAR_HEIGHT / 2}"/>`;

function drawBars({ kind, bars }: BarLane, axis: Axis, y: number): Drawn {
  const spans = bars.map((bar) => ({ bar, from: axis.place(bar.fromMs), to: axis.place(bar.toMs) }));
  const lines = stack(spans, MOST_LINES);
  const drawn = spans.map(({ bar, from, to }, index) => {
    const top = y + (lines[index]?.line ?? 0) * (BAR_HEIGHT + 2);
    const hollow = kind === 'missing' ? drawExpected(to, top) : nothing;
    return markup`${block(`${kind} ${bar.value}`, from, to, top + 1, bar.title)}${hollow}`;
  });
  const count = lines.reduce((most, { line }) => Math.max(most, line + 1), 1);
  return { markup: all(drawn), height: count * (BAR_HEIGHT + 2) };
}

/** Lanes as SVG; complete as it stands, the script only makes it wider. */
export function drawSvg(picture: Picture, view: View, label: string): Markup {
  const axis = createAxis(picture, view);
  let y = AXIS_HEIGHT;
  const lanes = picture.lanes.map((lane) => {
    const top = y + LABEL_HEIGHT;
    const drawn = lane.kind === 'log' ? drawLog(lane, axis, top) : drawBars(lane, axis, top);
    const name = markup`<text class="lane" x="0" y="${y + 11}">${lane.label}</text>`;
    y = top + drawn.height + LANE_GAP;
    return markup`${name}${drawn.markup}`;
  });
  const hasLinks = picture.lanes.some(
    (lane) => lane.kind === 'log' && lane.marks.some(({ finding }) => finding !== null),
  );
  const clock = axis.wall === null ? null : markup` data-from="${axis.wall[0]}" data-to="${axis.wall[1]}"`;
  const role = hasLinks ? 'group' : 'img';
  return markup`
    <svg width="100%" height="${y}" role="${role}" aria-label="${label}"${clock}>
      ${drawTicks(axis, y)}
      ${lanes}
    </svg>`;
}
