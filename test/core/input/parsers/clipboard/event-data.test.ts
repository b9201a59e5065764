import { expect, test } from 'vitest';
import { eventDataBelow } from '../../../../../src/core/input/parsers/clipboard/event-data.ts';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';

const MESSAGE = 'The system has rebooted without cleanly shutting down first.';
const HEADINGS = [
  ...['Log Name:      System', 'Source:        Microsoft-Windows-Kernel-Power', 'Date:          12/30/2021 1:12:13 PM'],
  ...['Event ID:      41', 'Level:         Critical', 'Computer:      PC1', 'Description:', MESSAGE],
];
const ROWS = ['  BugcheckCode 159 ', '  BugcheckParameter1 0x3', '  LastText two words', '  Empty'];
const VALUES = { BugcheckCode: '159', BugcheckParameter1: '0x3', LastText: 'two words', Empty: '' };

test.each([
  ['below a blank line', ['', '- EventData', '', ...ROWS]],
  ['at once, without signs', ['EventData', ...ROWS.map((row) => row.trim())]],
  ['with blank lines between the rows', ['', '+ EventData', '', ...ROWS.flatMap((row) => [row, ''])]],
])('the values of the Details tab below a message, %s', (_name, lines) => {
  const { events } = parseText(createClipboardParser, [...HEADINGS, ...lines].join('\n'));
  expect(events).toMatchObject([{ eventId: 41, message: MESSAGE, strings: Object.values(VALUES) }]);
  expect(Object.fromEntries(events[0]?.fields ?? [])).toEqual(VALUES);
});

test('what people write behind them stays text', () => {
  expect(eventDataBelow(`${MESSAGE}\n\nEventData\n  Code 1\n\nThanks, Anna`)).toEqual({
    message: `${MESSAGE}\n\nThanks, Anna`,
    fields: new Map([['Code', '1']]),
  });
});

test.each([
  `${MESSAGE}\nThe EventData is empty.`,
  `${MESSAGE}\n- EventData\n`,
  `${MESSAGE}\n- EventData\n(nothing)\n`,
  'EventData',
])('no values: %s', (message) => {
  expect(eventDataBelow(message)).toBeNull();
});
