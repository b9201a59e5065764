/** In one line, or with the second key on the next one. */
const FIRST = /^[>|\s]{0,16}Event code: ?\d{4,6}\s{0,8}(?:$|Event message:)/i;
const SECOND = /^[>|\s]{0,16}Event message:/i;

/**
 * Does a message of the health monitoring of ASP.NET begin here (`Event code: 3005`, `Event message: …`, `Event time: …`)? Its keys are no
 * headings, and its code is not the id of the event, which is 1309 here.
 */
export const beginsWebEvent = (line: string, next: string): boolean =>
  FIRST.test(line) && (SECOND.test(next) || /Event message:/i.test(line));
