import type { EventRecord, Level } from '../../model/event.ts';

export const EVENT_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** Numbers of winmeta.xml; audits have level 0 and say it in their keywords. */
const LEVEL_NUMBERS: Readonly<Record<Level, number>> = {
  'audit-success': 0,
  'audit-failure': 0,
  critical: 1,
  error: 2,
  warning: 3,
  information: 4,
  verbose: 5,
};
const AUDIT_KEYWORDS: Readonly<Partial<Record<Level, string>>> = {
  'audit-success': '0x8020000000000000',
  'audit-failure': '0x8010000000000000',
};

export const levelNumber = ({ level }: EventRecord): number | null => (level === null ? null : LEVEL_NUMBERS[level]);

/** The mask as it stood, or as the result of an audit sets it. */
export const keywordsOf = ({ system, level }: EventRecord): string | null =>
  system?.keywords ?? (level === null ? null : (AUDIT_KEYWORDS[level] ?? null));

export const userSid = ({ system, user }: EventRecord): string | null => system?.userId ?? user;
