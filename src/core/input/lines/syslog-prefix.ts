import type { Level, RawTime } from '../../model/event.ts';
import { parseSystemTime } from '../event-schema/system-time.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { namedMonthTime } from './named-month-time.ts';

/** What a collector of syslog wrote in front of a message. */
export interface SyslogPrefix {
  /** Of the severity of the message. */
  readonly level: Level | null;
  /** null where the collector writes no year. */
  readonly time: RawTime | null;
  readonly host: string | null;
}

/** RFC 3164: `<13>Jan 16 05:52:15 host `; some write the year behind. */
const OLD = /^(?:<(\d{1,3})>)?\s*([A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d{2}:\d{2}:\d{2}(?: \d{4})?) (\S+)\s+$/;
/** RFC 5424: `<13>1 2024-01-01T00:00:00Z host app - - - `. */
const NEW = /^(?:<(\d{1,3})>)?1? ?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?) (\S+)\s/;
/** Kiwi: time, facility with severity, address. */
const KIWI = /^(\d{4}-\d\d-\d\d[ \t]\d\d:\d\d:\d\d)\t(?:\w+\.(\w+)\t)?([^\s]+)\t/;

/** Severities of syslog, 0 to 7; events without one of their own have at most these. */
const LEVELS: readonly Level[] = [
  'critical',
  'critical',
  'critical',
  'error',
  'warning',
  'information',
  'information',
  'verbose',
];
const NAMES = ['emerg', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];

/** @param text what stands in front of the message, with the blank behind it */
export function syslogPrefix(text: string): SyslogPrefix {
  const kiwi = KIWI.exec(text);
  if (kiwi !== null) {
    const [whole, date = '', severity = '', host = ''] = kiwi;
    const time = parseLocalTime(date.replace('\t', ' '), null, null);
    const inner = OLD.exec(text.slice(whole.length));
    return { level: levelAt(NAMES.indexOf(severity.toLowerCase())), time, host: inner?.[3] ?? host };
  }
  const [, priority, date = '', host = null] = OLD.exec(text) ?? NEW.exec(text) ?? [];
  const level = levelAt(priority === undefined ? -1 : Number(priority) % 8);
  return { level, host, time: timeOf(date) };
}

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;
function timeOf(date: string): RawTime | null {
  if (!date.includes('T')) return namedMonthTime(date);
  return ZONED.test(date) ? parseSystemTime(date) : parseLocalTime(date.replace('T', ' '), null, null);
}

const levelAt = (severity: number): Level | null => LEVELS[severity] ?? null;
