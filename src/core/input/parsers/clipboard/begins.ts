import type { LinesAhead } from '../segment-format.ts';
import { LineCleaner } from './clean-line.ts';
import { readLeadingRun } from './leading-run.ts';
import { Line } from './line.ts';
import { recognise } from './recognise.ts';

const MAX_LINES = 8;
const NO_COLON = /^[^:：]*$/;

/** Does a copied event of a viewer begin in the line in hand, with its first headings? Keys typed by hand do not count. */
export function beginsCopiedEvent(lines: LinesAhead): boolean {
  if (NO_COLON.test(lines(0) ?? '')) return false;
  const cleaner = new LineCleaner();
  const ahead: Line[] = [];
  for (let index = 0; index < MAX_LINES; index += 1)
    for (const text of cleaner.clean(lines(index) ?? '')) ahead.push(new Line(text, index + 1));
  if (ahead[0]?.headings[0]?.isFirst !== true) return false;
  const run = readLeadingRun(ahead, 0);
  return run !== null && recognise(ahead, run, false) !== null;
}
