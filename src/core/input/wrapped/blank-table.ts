import { headerLayout, headlessLayout, mayBeTable } from '../parsers/csv/recognise.ts';
import { LineUnwrapper, lineByLine, type UnwrapLine } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** A tab as an editor or a forum shows it; two blanks end a sentence, and three may stand between columns. */
const GAP = / {3,}/g;
const MAX_LINE = 4096;
const MIN_GAPS = 3;

const withTabs = (line: string, limit: number): string => {
  let count = 0;
  return line.replace(GAP, (gap) => {
    count += 1;
    return count > limit ? gap : '\t';
  });
};

const gapsIn = (line: string): number => line.match(GAP)?.length ?? 0;

/** Puts the tabs back into the rows of a table: those behind a header as many as it has, others as many as the viewer's list. */
function createUnwrap(): UnwrapLine {
  let columns = 0;
  return (text) => {
    if (text.length > MAX_LINE || text.startsWith(' ') || gapsIn(text) < MIN_GAPS) return text;
    const whole = withTabs(text, MAX_LINE);
    const header = mayBeTable(whole) ? headerLayout(whole) : null;
    if (header !== null) columns = header.cells.length;
    if (header !== null) return whole;
    if (columns > 0) return withTabs(text, columns - 1);
    return headlessLayout(whole) === null ? text : withTabs(text, VIEWER_COLUMNS);
  };
}
const VIEWER_COLUMNS = 5;

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper(lineByLine(createUnwrap()));

/** A table whose tabs became blanks. */
export const blankTableFormat = wrappedFormat({
  name: 'blank-table',
  unwrapHead: (head) => (head.includes('   ') ? unwrapAll(head, createUnwrapper()) : null),
  leavesCopied: true,
  create: createWrappedParser(createUnwrapper),
});
