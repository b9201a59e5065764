const MARKS = '"“”„«`';

/** The mark that opens a quote right in front of a message; two of code are a fence. */
export const openedBy = (marks: string): string | null => {
  const mark = marks.at(-1) ?? '';
  return mark !== '' && MARKS.includes(mark) && !marks.endsWith('``') ? mark : null;
};

/** Names in a message stand in such marks, too: the quote ends behind a sentence, or with the line where one is left over. */
const BEHIND_SENTENCE = /(?<=[.!?)])["”“»](?=\s|$)/;

/** Where a quote that this mark opened ends in a line of it; -1: it goes on. */
export function endOfQuote(line: string, mark: string): number {
  if (mark === '`') return line.indexOf('`');
  const end = line.search(BEHIND_SENTENCE);
  if (end >= 0) return end;
  const text = line.trimEnd();
  const isLeftOver = text.endsWith('"') && text.split('"').length % 2 === 0;
  return isLeftOver ? text.length - 1 : -1;
}
