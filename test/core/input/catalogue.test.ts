import { expect, test } from 'vitest';
import { isCatalogue } from '../../../src/core/input/catalogue.ts';

const MEANINGS = [
  ...Array.from({ length: 20 }, (_, index) => [4600 + 3 * index, 'Words of nobody'] as const),
  [4768, 'A Kerberos authentication ticket (TGT) was requested.'] as const,
  [6273, 'Network Policy Server denied access to a user.'] as const,
  [7034, 'The x service terminated unexpectedly.  It has done this 1 time(s).'] as const,
];
const lines = (
  row: (id: number, text: string) => string,
  meanings: readonly (readonly [number, string])[] = MEANINGS,
) => meanings.map(([id, text]) => row(id, text)).join('\n');

test.each([
  ['a table', `EVENT_ID,EVENT_DESCRIPTION,EVENT_SOURCE\n${lines((id, text) => `${id},${text},Windows`)}`],
  [
    'a table with the id in the middle',
    `Category,Subcategory,Event ID,Summary\n${lines((id, text) => `System,Other,${id},"${text}"`)}`,
  ],
  ['a list', lines((id, text) => `${id} ${text}`)],
])('%s of ids and their meanings is a catalogue', (_, text) => expect(isCatalogue(text)).toBe(true));

test.each([
  ['events with times', lines((id, text) => `${id},2024-01-05 10:00:00,${text}`)],
  ['how often each came', `Event ID,Count,Message\n${lines((id, text) => `${id},12,${text}`)}`],
  ['some that somebody noted', lines((id, text) => `${id} ${text}`, MEANINGS.slice(-10))],
  [
    'the same ids again and again',
    lines((id, text) => `${id} ${text}`, [...MEANINGS.slice(-3), ...MEANINGS.slice(-3), ...MEANINGS]),
  ],
  ['things with other texts', lines((id) => `${id},A thing of a shop`)],
])('%s is none', (_, text) => expect(isCatalogue(text)).toBe(false));
