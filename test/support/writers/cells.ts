import type { EventRecord } from '../../../src/core/model/event.ts';
import { sevenDigits } from '../../../src/core/report/writers/iso-time.ts';

export type WriteLog = (events: readonly EventRecord[]) => string;

const two = (value: number): string => String(value).padStart(2, '0');
/** `2016-10-14T23:38:24.1234567`; empty without a time, as all below. */
export const iso = (event: EventRecord): string => sevenDigits(event) ?? '';
/** `2016-10-14 23:38:24` */
export const plainTime = (event: EventRecord): string => iso(event).slice(0, 19).replace('T', ' ');
/** `10/14/2016`, `11:38:24 PM` */
export function usTime({ timeMs }: EventRecord): readonly [string, string] {
  if (timeMs === null) return ['', ''];
  const at = new Date(timeMs);
  const hour = at.getUTCHours();
  const clock = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return [`${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`, `${clock} ${hour < 12 ? 'AM' : 'PM'}`];
}
/** `14.10.2016 23:38:24` */
export function germanTime({ timeMs }: EventRecord): readonly [string, string] {
  if (timeMs === null) return ['', ''];
  const at = new Date(timeMs);
  const day = `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()}`;
  return [day, [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')];
}

export const csvLine = (cells: readonly (string | number | null)[], delimiter = ',', isAlways = false): string =>
  cells
    .map((cell) => `${cell ?? ''}`)
    .map((text) =>
      (isAlways && text !== '') || text.includes(delimiter) || /["\n]/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text,
    )
    .join(delimiter)
    .replaceAll('\n', '\r\n');
export const lines = (all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');
export const upper = (bytes: Uint8Array | null): string =>
  Buffer.from(bytes ?? [])
    .toString('hex')
    .toUpperCase();
/** All 32 bits of an id. */
export const wholeId = ({ eventId, qualifiers }: Pick<EventRecord, 'eventId' | 'qualifiers'>): number =>
  (qualifiers ?? 0) * 65_536 + (eventId ?? 0);

type Described = Pick<EventRecord, 'strings' | 'eventId' | 'qualifiers' | 'provider'>;
/** What an EventLogEntry says in place of a message that it does not find: the inserts. */
export const dotNetDescription = (event: Described): string =>
  `The description for Event ID '${wholeId(event)}' in Source '${event.provider ?? ''}' cannot be found.  The local computer ` +
  'may not have the necessary registry information or message DLL files to display the message, or you may not have permission ' +
  `to access them.  The following information is part of the event:${event.strings.map((text) => `'${text}'`).join(', ')}`;

const NUMBERS = {
  'audit-success': 0,
  'audit-failure': 0,
  critical: 1,
  error: 2,
  warning: 3,
  information: 4,
  verbose: 5,
};
const WORDS = {
  ...{ 'audit-success': 'Information', 'audit-failure': 'Information', critical: 'Critical', error: 'Error' },
  ...{ warning: 'Warning', information: 'Information', verbose: 'Verbose' },
};
const OLD_WORDS = {
  ...{ 'audit-success': 'Success Audit', 'audit-failure': 'Failure Audit', critical: 'Error', error: 'Error' },
  ...{ warning: 'Warning', information: 'Information', verbose: 'Information' },
};
const AUDITS = { 'audit-success': 'Audit Success', 'audit-failure': 'Audit Failure' } as const;
export const auditOf = ({ level }: EventRecord): string | null =>
  level === 'audit-success' || level === 'audit-failure' ? AUDITS[level] : null;
export const maskOf = ({ level }: EventRecord): bigint =>
  level === 'audit-success' ? 0x8020000000000000n : level === 'audit-failure' ? 0x8010000000000000n : 0x80000000000000n;
export const levelOf = ({ level }: EventRecord): number | null => (level === null ? null : NUMBERS[level]);
export const wordOf = ({ level }: EventRecord): string => (level === null ? '' : WORDS[level]);
/** Of the generation before Vista. */
export const oldWordOf = ({ level }: EventRecord): string => (level === null ? '' : OLD_WORDS[level]);
