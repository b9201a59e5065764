/** Room that something takes on a line, in any unit. */
interface Room {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts what would overlap on lines below each other, the first that has room.
 * @param items by their beginning
 * @returns the line of each, from 0; what finds no room stands on the last line and has to do without a label.
 */
export function stack(items: readonly Room[], mostLines: number): readonly { line: number; fits: boolean }[] {
  const ends: number[] = [];
  return items.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const line = free >= 0 ? free : ends.length;
    if (line >= mostLines) return { line: mostLines - 1, fits: false };
    ends[line] = to;
    return { line, fits: true };
  });
}
