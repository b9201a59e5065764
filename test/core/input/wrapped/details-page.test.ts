import { expect, test } from 'vitest';
import { detailsPageFormat } from '../../../../src/core/input/wrapped/details-page.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

const table = (cells: string, isFold = false): string =>
  `<TABLE ${isFold ? 'onclick=Toggle(this) style="CURSOR: hand"' : 'cellSpacing=0 border=0'}>\n<TBODY>\n<TR>\n${cells}</TR></TBODY></TABLE>`;
const spaces = (count: number): string => '<TD width=15 \nnoWrap></TD>\n'.repeat(count);
const cell = (text: string): string => `<TD style="FONT-FAMILY: 'Segoe UI'" width=130 \nnoWrap>${text}</TD>`;
const fold = (name: string, value = ''): string =>
  table(`${cell('<B>-</B>')}\n${cell(`<B>${name}</B>`)}${value === '' ? '' : cell(value)}`, true);
const inside = (content: string): string => table(`${spaces(2)}<TD>\n${content}</TD>`);
const attribute = (name: string, value: string): string =>
  `<DIV>\n${table(`${spaces(3)}${cell(`[ \n<B>${name}</B>] `)}\n${cell(value)}`)}</DIV>`;
const element = (name: string, value: string): string =>
  inside(table(`${spaces(1)}${cell(`<B>${name}</B>`)}\n${cell(value)}`));
const data = (name: string, value: string): string => table(`${spaces(2)}${cell(`<B>${name}</B>`)}\n${cell(value)}`);

const page = (id: number, ...values: readonly string[]): string =>
  [
    '</HEAD>',
    `<BODY id=body \nonload="window.fullyLoaded='true'; ToggleSystemElement()">${fold('System')}`,
    '<DIV>',
    inside(`${fold('Provider')}\n${attribute('Name', 'Service Control \nManager')}`),
    inside(`${fold('EventID', `${id}`)}\n${attribute('Qualifiers', '49152')}`),
    element('Level', '2'),
    inside(`${fold('TimeCreated')}\n${attribute('SystemTime', '2022-10-05T07:11:12.5Z')}`),
    element('EventRecordID', '17'),
    element('Channel', 'System'),
    `${element('Computer', 'HOST1')}</DIV>`,
    fold('EventData'),
    `<DIV>\n${values.map((value, index) => data(`param${index + 1}`, value)).join('\n')}</DIV></BODY></HTML>`,
  ].join('\n');

const seen = {
  ...{ provider: 'Service Control Manager', eventId: 7000, qualifiers: 49_152, level: 'error', host: 'HOST1' },
  ...{ channel: 'System', recordId: 17, strings: ['x y', '%%2'], position: 7 },
};
const TEXT = `What is this?\n\n${page(7000, 'x \ny', '%%2')}\n\nThanks!\n`;

test('the page of the tab for details, broken into lines where blanks stand', async () => {
  const { events, problems } = await readInput(TEXT);
  expect(events).toMatchObject([{ ...seen, time: { kind: 'exact', timeMs: Date.parse('2022-10-05T07:11:12.5Z') } }]);
  expect(problems).toEqual([]);
});

test('two of them, one below the other', async () => {
  const { events } = await readInput(`${page(7000, 'a', '%%2')}\n${page(7009, '30000', 'a')}\n`);
  expect(events).toMatchObject([
    { eventId: 7000, strings: ['a', '%%2'] },
    { eventId: 7009, strings: ['30000', 'a'] },
  ]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events, findings } = parseText(detailsPageFormat.create, TEXT, { size });
  expect(events).toMatchObject([seen]);
  expect(findings.freeText.map(({ text }) => text.trim())).toEqual(['What is this?\n\n</HEAD>', 'Thanks!']);
});

test('a page that folds other things is none', () => {
  expect(detailsPageFormat.recognises(`${fold('Orders')}\n${element('Level', '2')}\n`)).toBe(false);
});
