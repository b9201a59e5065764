import { layoutOf } from './layout.ts';
import { endOfContainer } from './syntax.ts';
import { isObject, parseJson } from './value.ts';

/** An object, a list of objects, or the line that evtx_dump puts before each. */
const BEGINS_AS_JSON = /^\s*(?:Record \d+\s*)?(?:\{\s*["}]|\[\s*[[{\]])/;
/** Log lines that end in JSON, of Fluentd, Fluent Bit, Loki or syslog: a time, a name, labels, a record. */
const BEGINS_AS_LINE = /^\s*(?=\S)[^\n]{1,400}?[\t :](?=\{")/;
/** What may close a list that such a line opened, up to its end. */
const REST_OF_LINE = /^[\])\s]*?(?:\n|$)/;

const MAX_REST = 80;

/** Does this text begin with JSON? What people wrote before it makes it a mixture. */
export function isJson(head: string): boolean {
  if (BEGINS_AS_JSON.test(head)) return true;
  const [prefix] = BEGINS_AS_LINE.exec(head) ?? [];
  const start = prefix === undefined ? -1 : prefix.length;
  const end = start === -1 ? -1 : endOfContainer(head, start);
  if (end === -1 || !REST_OF_LINE.test(head.slice(end, end + MAX_REST))) return false;
  const value = parseJson(head.slice(start, end));
  return value !== null && isObject(value) && layoutOf(value) !== null;
}
