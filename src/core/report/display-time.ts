import type { TimeBasis } from '../model/event.ts';
import { isoFromMs } from '../model/iso-time.ts';
import type { IsoTime } from '../model/report.ts';
import { MINUTE_MS } from '../model/time-units.ts';

/** `UTC`, an IANA name, or an offset such as `+02:00`. */
export type DisplayZone = string;

/**
 * Makes the times that people read; machine formats keep ISO 8601.
 * Digits of an unknown zone are shown as they were written: moving them would invent a zone.
 */
export type FormatTime = (time: IsoTime | null, basis?: TimeBasis) => string;

const isoPattern = /^([+-]\d{6}|\d{4})-(\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{3})\d*)?Z$/;
const withFraction = (time: string, milliseconds = '000'): string =>
  milliseconds === '000' ? time : `${time}.${milliseconds}`;

/** `2006-03-02 01:00:00`, with milliseconds where there are any. */
const formatDigits = (time: IsoTime): string => {
  const [, year, day, clock, milliseconds] = isoPattern.exec(time) ?? [];
  return clock === undefined ? time : withFraction(`${year}-${day} ${clock}`, milliseconds);
};

/** UTC milliseconds of a time of the report. */
export const msOf = (time: IsoTime): number => Date.parse(toMilliseconds(time));

const digits = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{3})?)/;
/**
 * What a clock on the wall shows, as if it were UTC: round numbers on an axis are round in the zone of the reader.
 * @returns the time itself beyond the years that have four digits.
 */
export const createWallClock =
  (format: FormatTime, basis: TimeBasis | undefined) =>
  (ms: number): number => {
    const [, date, clock] = digits.exec(format(isoFromMs(ms), basis)) ?? [];
    return date === undefined ? ms : Date.parse(`${date}T${clock}Z`);
  };

/** Only milliseconds are in the grammar of ECMAScript times; seven digits are not. */
const toMilliseconds = (time: IsoTime): IsoTime => time.replace(/(\.\d{3})\d+/, '$1');
const isOffset = (zone: DisplayZone): boolean => /^[+-]\d\d:\d\d$/.test(zone);

const offsetOf = (name: string): string => (name === 'GMT' ? '+00:00' : name.replace('GMT', ''));

function createZoneFormat(zone: DisplayZone): (time: IsoTime) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'longOffset',
  });
  return (time) => {
    const parts = format.formatToParts(new Date(msOf(time)));
    const partOf = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
    const date = `${partOf('year').padStart(4, '0')}-${partOf('month')}-${partOf('day')}`;
    const clock = `${partOf('hour')}:${partOf('minute')}:${partOf('second')}`;
    return `${withFraction(`${date} ${clock}`, partOf('fractionalSecond'))} ${offsetOf(partOf('timeZoneName'))}`;
  };
}

/** Intl of Node 20 knows names only. */
function createOffsetFormat(zone: DisplayZone): (time: IsoTime) => string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return (time) => `${formatDigits(isoFromMs(msOf(time) + offsetMs))} ${zone}`;
}

/** @throws RangeError for a zone that Intl does not know. */
export function createTimeFormat(zone: DisplayZone): FormatTime {
  const format = zone === 'UTC' ? formatDigits : isOffset(zone) ? createOffsetFormat(zone) : createZoneFormat(zone);
  return (time, basis) => {
    if (time === null) return 'no time';
    return basis === 'assumed-local' ? formatDigits(time) : format(time);
  };
}
