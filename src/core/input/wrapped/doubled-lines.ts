import { LineUnwrapper, lineByLine, type UnwrapLine } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { unwrapAll } from './unwrapper.ts';
import { wholeLinesIn, wrappedFormat } from './wrapped-format.ts';

/** Fewer lines may be paragraphs. */
const MIN_LINES = 8;

/** Drops every other line, as long as it is empty. */
function createUnwrap(): UnwrapLine {
  let [first, isOver] = [0, false];
  return (text, line) => {
    const isEmpty = text.trim() === '';
    if (first === 0 && !isEmpty) first = line;
    const isSecond = first > 0 && (line - first) % 2 === 1;
    if (isSecond && !isEmpty) isOver = true;
    return isSecond && !isOver ? null : text;
  };
}

function isDoubled(head: string): boolean {
  if (!head.includes('\n\n')) return false;
  const lines = wholeLinesIn(head);
  const first = lines.findIndex((line) => line.trim() !== '');
  const count = lines.length - first;
  return count >= MIN_LINES * 2 && lines.every((line, index) => (index - first) % 2 !== 1 || line.trim() === '');
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper(lineByLine(createUnwrap()));

/** A text that lost its line ends and got two for each. */
export const doubledLinesFormat = wrappedFormat({
  name: 'doubled-lines',
  unwrapHead: (head) => (isDoubled(head) ? unwrapAll(head, createUnwrapper()) : null),
  leavesCopied: true,
  create: createWrappedParser(createUnwrapper),
});
