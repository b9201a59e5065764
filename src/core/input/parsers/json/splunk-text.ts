import type { JsonObject } from './value.ts';

const KEY_VALUE = /^([A-Za-z]\w{0,40})=(.*)$/;
const MESSAGE = /^Message=/m;

/** With a zone, or as seconds since 1970. */
const IS_EXACT = /:\d\d(?:[.,]\d{1,9})?\s?(?:z|utc|[+-]\d\d:?\d\d)$|^\d{10}(?:\.\d{1,9})?$/i;

/**
 * `_raw` of a WinEventLog event: the time of the host, then a field a line; the message goes to the end. null when it is none.
 * @param time what Splunk took the first line for; where it is exact it says more
 */
export function readSplunkText(text: string, time: string | null): JsonObject | null {
  if (!/^LogName=/m.test(text) || !/^EventCode=\d/m.test(text)) return null;
  const at = text.search(MESSAGE);
  const head = at === -1 ? text : text.slice(0, at);
  const fields: [string, string][] = [];
  for (const line of head.split(/\r?\n/)) {
    const [, key, value] = KEY_VALUE.exec(line) ?? [];
    if (key !== undefined && value !== undefined) fields.push([key, value]);
    else if (fields.length === 0 && line.trim() !== '') fields.push(['_time', line]);
  }
  if (time !== null && IS_EXACT.test(time.trim())) fields.push(['_time', time]);
  if (at !== -1) fields.push(['Message', text.slice(at + 'Message='.length).trimEnd()]);
  return Object.fromEntries(fields);
}
