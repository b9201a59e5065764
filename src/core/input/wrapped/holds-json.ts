import { NOTHING_WANTED } from '../nothing-wanted.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { MIN_CUT } from './wrapped-format.ts';

/** Are there records of events in this piece of JSON, whole or broken? What only the end of the head cuts is not known yet. */
export function holdsJsonRecords(head: string): boolean {
  const parser = createJsonParser(NOTHING_WANTED);
  parser.push(head);
  if (head.length < MIN_CUT) parser.end();
  return parser.findings().records > 0;
}

/** Is there an event that can be read? */
export function holdsJsonEvents(head: string): boolean {
  let count = 0;
  const parser = createJsonParser({ ...NOTHING_WANTED, tally: { count: () => (count += 1) } });
  parser.push(head);
  parser.end();
  return count > 0;
}
