import type { HeadingRow } from './heading-field.ts';

/** What is put in the place of headings in a language that no table has, once their order told what they mean. */
export const UNKNOWN_LANGUAGE = 'und'; // BCP 47: undetermined
export const UNKNOWN_HEADINGS = {
  logName: 'evdx-log',
  source: 'evdx-source',
  date: 'evdx-date',
  eventId: 'evdx-id',
  category: 'evdx-category',
  level: 'evdx-level',
  keywords: 'evdx-keywords',
  user: 'evdx-user',
  computer: 'evdx-computer',
  description: 'evdx-description',
} as const satisfies HeadingRow;
