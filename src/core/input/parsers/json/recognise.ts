import { layoutOf } from './layout.ts';
import { endOfContainer, skipBlanks } from './syntax.ts';
import { isObject, parseJson } from './value.ts';

/** An object, a list of objects, or the line that evtx_dump puts before each. */
const BEGINS_AS_JSON = /^\s*(?:Record \d+\s*)?(?:\{\s*["}]|\[\s*[[{\]])/;
/** Fluentd, and log lines that end in JSON: a time, a name, a record. */
const BEGINS_AS_LINE = /^\s*(?=\S)[^{}"\n]{1,200}[\t :](?=\{")/;

/** Does this text begin with JSON? What people wrote before it makes it a mixture. */
export function isJson(head: string): boolean {
  if (BEGINS_AS_JSON.test(head)) return true;
  const [prefix] = BEGINS_AS_LINE.exec(head) ?? [];
  const start = prefix === undefined ? -1 : prefix.length;
  const end = start === -1 ? -1 : endOfContainer(head, start);
  const next = end === -1 ? '' : head.slice(end, skipBlanks(head, end));
  if (end === -1 || !(next.includes('\n') || end + next.length === head.length)) return false;
  const value = parseJson(head.slice(start, end));
  return value !== null && isObject(value) && layoutOf(value) !== null;
}
