import type { Producer } from '../producer.ts';

const NAMES = ['eventcode', 'eventidentifier', 'logfile', 'sourcename', 'insertionstrings', 'timegenerated'];
const MIN_NAMES = 2;

/**
 * `wmic ntevent … /format:csv`, which begins with the machine, writes lists as `{a;b}` and quotes nothing: what a row has too much of cells
 * is of its message. @see https://learn.microsoft.com/previous-versions/windows/desktop/eventlogprov/win32-ntlogevent
 */
export const wmi: Producer = {
  name: 'WMI',
  isUtc: false,
  isOwn: (names) => names.has('node') && NAMES.filter((name) => names.has(name)).length >= MIN_NAMES,
  splitOf: (columns, delimiter) => {
    // In a page its cells are parted otherwise.
    if (delimiter !== ',') return undefined;
    const message = columns.indexOf('message');
    return (row) => {
      const cells = row.split(',');
      const tooMany = cells.length - columns.length;
      if (message < 0 || tooMany <= 0) return cells;
      const behind = message + tooMany + 1;
      return [...cells.slice(0, message), cells.slice(message, behind).join(','), ...cells.slice(behind)];
    };
  },
  stringsOf: (text) => (/^\{.*\}$/s.test(text) ? text.slice(1, -1).split(';') : [text]),
};
