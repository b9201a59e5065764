import type { HeadingField, HeadingRow } from '../../../../../src/core/knowledge/words/heading-field.ts';
import { NT_HEADINGS } from '../../../../../src/core/knowledge/words/headings-nt.ts';
import { VISTA_HEADINGS } from '../../../../../src/core/knowledge/words/headings-vista.ts';
import type { RawEvent } from '../../../../../src/core/model/event.ts';

/** What is written into a block. */
export interface BlockValues {
  readonly source: string;
  readonly eventId: number;
  readonly level: string;
  readonly category: string;
  readonly date: string;
  readonly time: string;
  readonly user: string;
  readonly computer: string;
  readonly message: readonly string[];
}

const VISTA_ORDER: readonly HeadingField[] = [
  ...(['logName', 'source', 'date', 'eventId', 'category', 'level', 'keywords', 'user', 'computer'] as const),
];
const NT_ORDER: readonly HeadingField[] = [
  ...(['level', 'source', 'category', 'eventId', 'date', 'time', 'user', 'computer'] as const),
];
const VALUE_COLUMN = 15;
/** French puts a blank before its colons. */
const colonOf = (language: string): string => (language === 'fr' ? ' :' : ':');

/** The first or a later variant of a heading, with its colon. */
function headingText(row: HeadingRow, field: HeadingField, language: string, variant: number): string {
  const variants = (row[field] ?? '').split(' | ');
  const word = variants[Math.min(variant, variants.length - 1)] ?? '';
  return `${word.replace(/\?$/, '')}${colonOf(language)}`;
}

/** A block as "Copy details as text" writes it: values in column 15, no blank behind a longer heading. */
export function vistaBlock(language: string, values: BlockValues, variant = 0): string[] {
  const row = VISTA_HEADINGS[language] ?? {};
  const texts = { ...textsOf(values), logName: 'Application', date: `${values.date} ${values.time}`, keywords: '' };
  return [
    ...VISTA_ORDER.map((field) => headingText(row, field, language, variant).padEnd(VALUE_COLUMN) + texts[field]),
    headingText(row, 'description', language, variant),
    ...values.message,
  ];
}

/** A block as the copy button of 2000 to 2003 writes it: one or two tabs behind the colon. */
export function ntBlock(language: string, values: BlockValues, variant = 0): string[] {
  const row = NT_HEADINGS[language] ?? {};
  const texts = textsOf(values);
  return [
    ...NT_ORDER.map((field) => {
      const heading = headingText(row, field, language, variant);
      return `${heading}${heading.length < 8 ? '\t\t' : '\t'}${texts[field]}`;
    }),
    headingText(row, 'description', language, variant),
    ...values.message,
  ];
}

const textsOf = (values: BlockValues): Record<HeadingField, string> => ({
  logName: '',
  keywords: '',
  description: '',
  data: '',
  eventXml: '',
  ...values,
  eventId: String(values.eventId),
});

/** What a reader should see of an event, the place aside. */
export const contentOf = ({ eventId, provider, level, category, user, host, message, time }: RawEvent): unknown => ({
  eventId,
  provider,
  level,
  category,
  user,
  host,
  message,
  time,
});
