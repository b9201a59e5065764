import { shortened } from '../../core/report/outline/words.ts';
import { terminalText } from '../terminal-text.ts';
import { textWidth } from './display-width.ts';
import { colourPaint, plainPaint } from './paint.ts';
import type { Screen } from './render.ts';

const GAP = 2;
const LONGEST_CELL = 200;

const widestOf = (cells: readonly string[]): number => Math.max(...cells.map(textWidth));
const longestWord = (cells: readonly string[]): number => widestOf(cells.flatMap((cell) => cell.split(' ')));

/** The widest column that has something to break gives way until all fit. */
function fitColumns(columns: readonly (readonly string[])[], available: number): number[] {
  const fitted = columns.map(widestOf);
  const least = columns.map(longestWord);
  while (fitted.reduce((sum, width) => sum + width + GAP, -GAP) > available) {
    const room = fitted.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = Math.max(...room);
    if (widest === 0) break;
    fitted[room.indexOf(widest)] = widest - 1;
  }
  return fitted;
}

const edges = ['top', 'bottom', 'left', 'right', 'mid'];
const noLines = Object.fromEntries(
  edges.flatMap((edge) => ['', '-left', '-right', '-mid'].map((end) => [`${edge}${end}`, ''])),
);

/** Columns without lines, for lists of short cells; cli-table3 is loaded only where one is printed. */
export async function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const escaped = [head, ...rows].map((row) =>
    row.map((cell) => terminalText(shortened(cell, LONGEST_CELL), screen.unicode)),
  );
  const fitted = fitColumns(
    head.map((_title, column) => escaped.map((row) => row[column] ?? '')),
    screen.width,
  );
  const paint = screen.colour ? colourPaint : plainPaint;
  const table = new Table({
    chars: { ...noLines, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: fitted,
    wordWrap: true,
    wrapOnWordBoundary: true,
    head: (escaped[0] ?? []).map((title) => paint(title, 'strong')),
  });
  table.push(...escaped.slice(1));
  return `${table
    .toString()
    .split('\n')
    .map((text) => text.trimEnd())
    .join('\n')}\n`;
}
