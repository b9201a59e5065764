import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../../support/hostile-text.ts';
import { expectInterest } from '../../../../support/interest-text.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';

beforeAll(async () => {
  await prepareMixture('<Event');
});

const INNER = [
  '<Provider Name="disk" />',
  '<EventID Qualifiers="32772">153</EventID>',
  '<Level>3</Level>',
  '<TimeCreated SystemTime="2023-06-21T08:37:21.300036400Z" />',
  '<Channel>System</Channel>',
  '<Computer>SRV1</Computer>',
];
const DATA = ['<EventData>', '<Data>\\Device\\Harddisk1\\DR1</Data>', '<Data>0x1</Data>', '</EventData>'];
const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });
const DISK = { provider: 'disk', eventId: 153, level: 'warning', channel: 'System', host: 'SRV1' };

describe('an event in XML that lost its outer tags', () => {
  test.each(PIECE_SIZES)('copied from System on, between words, in pieces of %i', (size) => {
    const text = ['It says:', '', '<System>', ...INNER, '</System>', ...DATA, '', 'What is that?'].join('\n');
    const { events, findings, problems } = read(text, size);
    expect(events).toMatchObject([{ ...DISK, position: 3, strings: ['\\Device\\Harddisk1\\DR1', '0x1'] }]);
    expect(events).toHaveLength(1);
    expect(problems).toEqual([]);
    expect(findings.format).toBe('event-xml');
    expect(findings.freeText.map(({ text: words }) => words)).toEqual(['It says:', 'What is that?']);
  });
  test('copied from Provider on, indented', () => {
    const text = [...INNER, ...DATA].map((line) => `    ${line}`).join('\n');
    expect(read(text).events).toMatchObject([{ ...DISK, strings: ['\\Device\\Harddisk1\\DR1', '0x1'] }]);
  });
  test('out of the tree of a viewer, with the last tag of the event', () => {
    const text = [
      '- <System>',
      ...INNER.map((line) => `  ${line}`),
      '  </System>',
      `- ${DATA.join('\n  ')}`,
      '  </Event>',
    ];
    const { events, findings } = read(text.join('\n'));
    expect(events).toMatchObject([{ ...DISK, strings: ['\\Device\\Harddisk1\\DR1', '0x1'] }]);
    expect(findings.freeText).toEqual([]);
  });
  test('without data it ends with its last element', () => {
    const { events, findings } = read([...INNER, 'Any idea?'].join('\n'));
    expect(events).toMatchObject([{ ...DISK, strings: [] }]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['Any idea?']);
  });
  test('two of them are two events', () => {
    const one = ['<System>', ...INNER, '</System>', ...DATA].join('\n');
    const other = one.replace('153', '51');
    expect(read(`${one}\n\n${other}\n`).events.map(({ eventId }) => eventId)).toEqual([153, 51]);
  });
  test('below the text of the same event it is its other form', () => {
    const head = [
      'Log Name:      System',
      'Source:        disk',
      'Date:          6/21/2023 10:37:21 AM',
      'Event ID:      153',
    ];
    const text = [
      ...head,
      'Level:         Warning',
      'Computer:      SRV1',
      'Description:',
      'It was retried.',
      'Event Xml:',
    ];
    const { events } = read([...text, '<System>', ...INNER, '</System>', ...DATA].join('\n'));
    expect(events).toMatchObject([
      { ...DISK, message: 'It was retried.', strings: ['\\Device\\Harddisk1\\DR1', '0x1'] },
    ]);
    expect(events).toHaveLength(1);
  });
  test('a provider without an id is no event', () => {
    const text = '<System>\n<Provider Name="disk" />\n<Level>3</Level>\n</System>';
    expect(read(text).events).toEqual([]);
  });
  test('what is dropped early is counted, and cut or changed anywhere it never throws', () => {
    const text = ['<System>', ...INNER, '</System>', ...DATA, ''].join('\n');
    expectInterest(createMixtureParser, text);
    expectRobust(createMixtureParser, text, 40);
  });
});
