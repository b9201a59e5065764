import { rowText } from '../table/tab-rows.ts';
import { LineUnwrapper, lineByLine, type UnwrapLine } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** `Timestamp · RuleTitle · Level · …`; older versions part the columns by `‖`. */
const HEADER = /^\s{0,40}Timestamp ([·‖]) (?=[^\n]{0,400}\bEventID\b)(?=[^\n]{0,400}\bRuleTitle\b)/;
const MAY_HOLD = new RegExp(HEADER.source, 'm');

/** Puts the rows behind a header on lines of tabs; what a row has too much of cells is of its last. */
function createUnwrap(): UnwrapLine {
  let separator: string | null = null;
  let columns = 0;
  return (text) => {
    const sign = HEADER.exec(text)?.[1];
    if (sign !== undefined) {
      separator = ` ${sign} `;
      columns = text.split(separator).length;
    }
    if (separator === null) return text;
    const cells = text.trim().split(separator);
    if (cells.length < columns) return text;
    const last = cells.slice(columns - 1).join(separator);
    return rowText([...cells.slice(0, columns - 1), last].map((cell) => (cell.trim() === '-' ? '' : cell.trim())));
  };
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper(lineByLine(createUnwrap()));

/** What Hayabusa shows at the console. @see https://github.com/Yamato-Security/hayabusa */
export const dottedTableFormat = wrappedFormat({
  name: 'dotted-table',
  unwrapHead: (head) => (MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
