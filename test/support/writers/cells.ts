import type { EventRecord } from '../../../src/core/model/event.ts';

export type WriteLog = (events: readonly EventRecord[]) => string;

const two = (value: number): string => String(value).padStart(2, '0');
export const iso = ({ timeMs, ticks }: EventRecord): string =>
  `${new Date(timeMs ?? 0).toISOString().slice(0, -1)}${String(ticks).padStart(4, '0')}`;
/** `2016-10-14 23:38:24` */
export const plainTime = (event: EventRecord): string => iso(event).slice(0, 19).replace('T', ' ');
/** `10/14/2016`, `11:38:24 PM` */
export function usTime({ timeMs }: EventRecord): readonly [string, string] {
  const at = new Date(timeMs ?? 0);
  const hour = at.getUTCHours();
  const clock = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return [`${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`, `${clock} ${hour < 12 ? 'AM' : 'PM'}`];
}
/** `14.10.2016 23:38:24` */
export function germanTime({ timeMs }: EventRecord): readonly [string, string] {
  const at = new Date(timeMs ?? 0);
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
export const wholeId = ({ eventId, qualifiers }: EventRecord): number => (qualifiers ?? 0) * 65_536 + (eventId ?? 0);

export const NUMBERS = {
  'audit-success': 0,
  'audit-failure': 0,
  critical: 1,
  error: 2,
  warning: 3,
  information: 4,
  verbose: 5,
};
export const WORDS = {
  ...{ 'audit-success': 'Information', 'audit-failure': 'Information', critical: 'Critical', error: 'Error' },
  ...{ warning: 'Warning', information: 'Information', verbose: 'Verbose' },
};
export const AUDITS = { 'audit-success': 'Audit Success', 'audit-failure': 'Audit Failure' } as const;
export const auditOf = ({ level }: EventRecord): string | null =>
  level === 'audit-success' || level === 'audit-failure' ? AUDITS[level] : null;
export const maskOf = ({ level }: EventRecord): bigint =>
  level === 'audit-success' ? 0x8020000000000000n : level === 'audit-failure' ? 0x8010000000000000n : 0x80000000000000n;
export const levelOf = ({ level }: EventRecord): number => NUMBERS[level ?? 'information'];
export const wordOf = ({ level }: EventRecord): string => WORDS[level ?? 'information'];
