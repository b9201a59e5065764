import type { EventRecord, Level } from '../../model/event.ts';

/** The viewer copies with the line ends of Windows. */
export const LINE_END = '\r\n';

const two = (value: number): string => String(value).padStart(2, '0');

/** Date and clock as the region en-US prints them, in UTC, to the second; empty without a time. */
export function usDateAndTime({ timeMs }: EventRecord): { readonly date: string; readonly time: string } {
  if (timeMs === null) return { date: '', time: '' };
  const at = new Date(timeMs);
  const hour = at.getUTCHours();
  return {
    date: `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`,
    time: `${hour % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`,
  };
}

export const LEVEL_WORDS = {
  critical: 'Critical',
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  verbose: 'Verbose',
  'audit-success': 'Success Audit',
  'audit-failure': 'Failure Audit',
} as const satisfies Record<Level, string>;

/** From Vista on the result of an audit is a keyword, its level always the same. */
export function levelAndKeywords({ level }: EventRecord): { readonly level: string; readonly keywords: string } {
  if (level === 'audit-success') return { level: LEVEL_WORDS.information, keywords: 'Audit Success' };
  if (level === 'audit-failure') return { level: LEVEL_WORDS.information, keywords: 'Audit Failure' };
  return { level: level === null ? '' : LEVEL_WORDS[level], keywords: 'Classic' };
}
