import { durationMs } from '../core/knowledge/rules/duration.ts';
import { type EpochMs, epochMs } from '../core/model/brand.ts';
import type { EvdxError } from '../core/model/errors.ts';
import { type DateOrder, type Level, levels } from '../core/model/event.ts';
import { DAY_MS, MINUTE_MS } from '../core/model/time-units.ts';
import { zoneOfWindows } from '../core/model/windows-zones.ts';
import type { EventAddress } from '../core/pipeline/explain-event.ts';
import type { ClockError, FactInput, InputOptions, ZoneChoice } from '../core/pipeline/options.ts';
import { optionError } from './option-error.ts';

/** Options as commander hands them over; texts are read here, so that the command line and the configuration obey the same rules. */
export interface InputFlags {
  readonly inputFormat?: string;
  readonly tz?: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly clock?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly host?: readonly string[];
  readonly recovered?: boolean;
  readonly verify?: boolean;
}

const invalid = (option: string, value: string, expected: string, cause?: unknown): EvdxError =>
  optionError(option, JSON.stringify(value), expected, { cause });

/** @returns an IANA name, also for what Windows calls the zone, or an offset such as +02:00. */
export function parseZone(option: string, zone: string): string {
  if (zone === 'UTC' || zone === 'Z') return 'UTC';
  if (/^[+-](0\d|1[0-4]):[0-5]\d$/.test(zone)) return zone;
  const name = zoneOfWindows(zone) ?? zone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch (cause) {
    const expected =
      'there is no such time zone; write UTC, a name such as Europe/Berlin or "W. Europe Standard Time", or an offset such as +02:00';
    throw invalid(option, zone, expected, cause);
  }
}

/** `ZONE` or `FILE=ZONE`; no zone holds `=`, a file name may. */
export function parseZoneChoice(text: string): ZoneChoice {
  const at = text.lastIndexOf('=');
  return at < 0
    ? { file: null, zone: parseZone('tz', text) }
    : { file: text.slice(0, at).replaceAll('\\', '/'), zone: parseZone('tz', text.slice(at + 1)) };
}

/** `HOST=+90s`: positive when the clock of HOST was ahead. */
export function parseClock(text: string): ClockError {
  const [, host, sign, duration = ''] = /^([^=]+)=([+-]?)(\d{1,9}[a-z]{1,2})$/.exec(text) ?? [];
  const offsetMs = durationMs(duration) * (sign === '-' ? -1 : 1);
  if (host === undefined || Number.isNaN(offsetMs))
    throw invalid('clock', text, 'write HOST=+90s or HOST=-5m, with ms, s, m, h or d');
  return { host, offsetMs };
}

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?: ?(Z|[+-]\d\d:?\d\d))?)?$/i;

const offsetMsOf = (zone: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
};

/**
 * ISO 8601; digits without a zone count as UTC, which is what the digits of a log without a zone count as.
 * @param isEnd a day alone means its last millisecond.
 */
export function parseTime(option: string, text: string, isEnd = false): EpochMs {
  const match = isoPattern.exec(text);
  const [year, month, day, hour = 0, minute = 0, second = 0] = (match ?? [])
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year ?? 0, (month ?? 0) - 1, day);
  const isDay = match !== null && new Date(midnight).toISOString().startsWith(text.slice(0, 10));
  if (match === null || !isDay || hour > 23 || minute > 59 || second > 59)
    throw invalid(option, text, 'write a time as 2006-03-02, 2006-03-02T01:00 or 2006-03-02T01:00:00Z');
  if (match[4] === undefined) return epochMs(midnight + (isEnd ? DAY_MS - 1 : 0));
  // What evdx prints has seven digits; a period is in whole milliseconds, at both ends included.
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return epochMs(midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offsetMsOf(match[8] ?? 'Z'));
}

const answers = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);
export const parseFactValue = (text: string): string | boolean => answers.get(text.toLowerCase()) ?? text;

/** `registry.HKLM:\…` holds a colon of its own. */
const hasOwnColon = /^(registry|file)\./;

/** `[HOST:]name=value`; yes and no are answers, everything else is text. */
export function parseFact(text: string): FactInput {
  const equals = text.indexOf('=');
  const left = text.slice(0, Math.max(equals, 0));
  const colon = hasOwnColon.test(left) ? -1 : left.indexOf(':');
  const name = left.slice(colon + 1);
  if (name === '' || colon === 0) throw invalid('fact', text, 'write name=value or HOST:name=value');
  return {
    host: colon < 0 ? null : left.slice(0, colon),
    name,
    value: parseFactValue(text.slice(equals + 1).trim()),
    from: 'option',
  };
}

export function parseEventId(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 0xffff) return Number(text);
  throw invalid('id', text, 'write event ids from 0 to 65535');
}

export function parseJobs(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw invalid('jobs', text, 'write a number of threads from 1 to 999');
}

const levelByWord: ReadonlyMap<string, Level> = new Map([
  ...levels.map((level) => [level, level] as const),
  // As the table of events has them.
  ['info', 'information'],
  ['success', 'audit-success'],
  ['failure', 'audit-failure'],
  ['warn', 'warning'],
]);
export function parseLevel(text: string): Level {
  const level = levelByWord.get(text.toLowerCase());
  if (level !== undefined) return level;
  throw invalid('level', text, `write ${levels.join(', ')}`);
}

/** `FILE:RECORD`, split at the last colon; `#n` is the n-th event. */
export function parseRecordName(text: string): { readonly file: string; readonly record: EventAddress } {
  const [, file, mark, digits] = /^(.+):(#?)(\d{1,15})$/s.exec(text) ?? [];
  if (file === undefined || (mark === '#' && Number(digits) === 0))
    throw invalid('event', text, 'write FILE:RECORD, or FILE:#3 for the third event');
  return { file, record: mark === '#' ? { nth: Number(digits) } : { recordId: Number(digits) } };
}

/** `--only a,b --only c`: ids, areas and KB numbers. */
export const parseNames = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Everything that says which events are looked at, and how their times are meant. */
export const toInputOptions = (flags: InputFlags): InputOptions => ({
  ...(flags.inputFormat === undefined ? {} : { inputFormat: flags.inputFormat }),
  ...(flags.tz === undefined ? {} : { tz: flags.tz.map(parseZoneChoice) }),
  ...(flags.dateOrder === undefined ? {} : { dateOrder: flags.dateOrder }),
  ...(flags.clock === undefined ? {} : { clocks: flags.clock.map(parseClock) }),
  ...(flags.since === undefined ? {} : { since: parseTime('since', flags.since) }),
  ...(flags.until === undefined ? {} : { until: parseTime('until', flags.until, true) }),
  ...(flags.host === undefined ? {} : { hosts: flags.host }),
  ...(flags.recovered === false ? { noRecovered: true } : {}),
  ...(flags.verify === true ? { verify: true } : {}),
});
