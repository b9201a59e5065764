import type { Level } from '../../model/event.ts';

/** Mail breaks lines behind a hyphen or slash without a blank, elsewhere at one, as XML 1.0, section 3.3.3, reads a break in an attribute. */
export const joinLines = (text: string): string =>
  text.includes('\n') ? text.replace(/(?<=\S[-/])\n[ \t]*/g, '').replace(/[ \t]*\n[ \t]*/g, ' ') : text;

/** Names as people write them: one blank between words. null when nothing is left. */
export const cleanName = (text: string): string | null => joinLines(text).replace(/\s+/g, ' ').trim() || null;

/** Names, numbers and GUIDs that hold no blanks, so that any blank came from a line break. */
export const cleanToken = (text: string): string | null => text.replace(/\s+/g, '') || null;

/** A decimal or `0x` number as the schema writes it; null for anything else and above 2^53. */
export const parseWholeNumber = (text: string | null): number | null =>
  text !== null && /^(?:\d{1,20}|0x[\da-f]{1,16})$/i.test(text) ? safeNumber(text) : null;

function safeNumber(digits: string): number | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}

/** Level numbers of winmeta.xml; 0 is LogAlways, which the viewer shows as information. */
const LEVELS: ReadonlyMap<string | null, Level> = new Map([
  ['0', 'information'],
  ['1', 'critical'],
  ['2', 'error'],
  ['3', 'warning'],
  ['4', 'information'],
  ['5', 'verbose'],
]);
const ZERO = 0x30;
const AUDIT_FAILURE_BIT = 1;
const AUDIT_SUCCESS_BIT = 2;

/**
 * The level of an event, which for audits stands in the keywords: 0x0010… is a failure, 0x0020… a success. A security log also holds errors of
 * the service itself (1104, the log is full) with both; those stay errors.
 */
export function levelFrom(level: string | null, keywords: string | null): Level | null {
  const named = LEVELS.get(level) ?? null;
  if ((named !== null && named !== 'information') || keywords === null) return named;
  // The bits 52 and 53 stand in the third of sixteen hex digits, behind `0x`.
  const digit = keywords.length < 16 ? ZERO : keywords.charCodeAt(keywords.length - 14);
  return digit === ZERO ? named : (auditLevel(Number.parseInt(String.fromCharCode(digit), 16)) ?? named);
}

/** Both are none: of keywords that nobody read, -1. */
function auditLevel(bits: number): Level | null {
  if ((bits & AUDIT_FAILURE_BIT) !== 0 && (bits & AUDIT_SUCCESS_BIT) !== 0) return null;
  if ((bits & AUDIT_FAILURE_BIT) !== 0) return 'audit-failure';
  return (bits & AUDIT_SUCCESS_BIT) === 0 ? null : 'audit-success';
}

/**
 * The types of Windows NT; 0 is Success, which the viewer shows as information.
 * @see https://learn.microsoft.com/windows/win32/eventlog/event-types
 */
const LEVEL_BY_TYPE: ReadonlyMap<number, Level> = new Map([
  [0, 'information'],
  [1, 'error'],
  [2, 'warning'],
  [4, 'information'],
  [8, 'audit-success'],
  [16, 'audit-failure'],
]);
export const levelFromType = (type: number): Level | null => LEVEL_BY_TYPE.get(type) ?? null;
