import type { CreateTextParser } from '../../model/parser.ts';
import type { LinesAhead } from '../parsers/segment-format.ts';

type IsLine = (line: string) => boolean;

/**
 * A run of lines of one format, with empty lines between: how it is found in a text, as a `SegmentFormat` tells it.
 * @param isFirst where not every line of the format may begin a run
 */
export function lineSegment(name: string, isLine: IsLine, create: CreateTextParser, isFirst: IsLine = isLine) {
  const ends = (lines: LinesAhead): number => {
    const line = lines(0) ?? '';
    return line === '' || isLine(line) || line.trim() === '' ? -1 : 0;
  };
  const begins = (lines: LinesAhead) => (isFirst(lines(0) ?? '') ? { column: 0, ends } : null);
  return { name, isDetail: false, begins, create };
}
