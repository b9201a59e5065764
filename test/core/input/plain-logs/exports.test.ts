import { describe, expect, test } from 'vitest';
import { expectAsMixture, interests, samplesOf } from './support.ts';

interface Written {
  readonly source: string;
  readonly id: number;
  readonly level: string;
  readonly texts: readonly string[];
}
const PLAIN: readonly Written[] = [
  { source: 'Service Control Manager', id: 7036, level: 'Information (4)', texts: ['Windows Update', 'running'] },
  { source: 'disk', id: 51, level: 'Warning (3)', texts: ['\\Device\\Harddisk0\\DR0'] },
  { source: 'VSS', id: 8193, level: 'Error (2)', texts: ['hr = 0x80040154', 'a second line\nof the text'] },
  { source: 'EventLog', id: 6013, level: 'Information (4)', texts: [] },
];
type Layout = (written: Written, index: number) => string;
const two = (value: number): string => `${value}`.padStart(2, '0');

const evtxexport: Layout = ({ source, id, level, texts }, index) => {
  const time = `Mar ${two(1 + (index % 28))}, 2012 04:17:${two(index % 60)}.354562700 UTC`;
  return [
    `Event number\t\t\t: ${12_000 + index}`,
    `Creation time\t\t\t: ${time}`,
    `Written time\t\t\t: ${time}`,
    `Event level\t\t\t: ${level}`,
    `Computer name\t\t\t: ${index % 3 === 0 ? 'A' : 'B'}`,
    `Source name\t\t\t: ${source}`,
    'Channel name\t\t\t: System',
    `Event identifier\t\t: 0x${id.toString(16).padStart(8, '0')} (${id})`,
    `Number of strings\t\t: ${texts.length}`,
    ...texts.map((text, at) => `String: ${at + 1}\t\t\t: ${text}`),
    '',
  ].join('\n');
};
const wevtutil: Layout = ({ source, id, level, texts }, index) =>
  [
    `Event[${index}]`,
    '  Log Name: System',
    `  Source: ${source}`,
    `  Date: 2012-03-${two(1 + (index % 28))}T04:17:${two(index % 60)}.354${index % 2 === 0 ? '0000' : '5620'}Z`,
    `  Event ID: ${id}`,
    '  Task: N/A',
    `  Level: ${level.split(' ')[0]}`,
    '  Opcode: N/A',
    '  Keyword: Classic',
    '  User: N/A',
    `  Computer: ${index % 3 === 0 ? 'A' : 'B'}`,
    '  Description: ',
    texts.length === 0 ? 'N/A' : texts.join('\n'),
    '',
  ].join('\n');

const COUNT = 160;
/** Enough events to be read as a log, with odd text in the middle and between two others. */
const logOf = (layout: Layout, odd: readonly Written[] = [], between = ''): string => {
  const events = Array.from({ length: COUNT }, (_, index) => layout(PLAIN[index % PLAIN.length] ?? NONE, index));
  events.splice(COUNT / 2, 0, ...odd.map(layout), ...(between === '' ? [] : [between]));
  events.splice(COUNT / 4, 0, ...odd.map(layout));
  return `${events.join('\n')}\n`;
};
const NONE: Written = { source: '', id: 0, level: '', texts: [] };
const saying = (...texts: readonly string[]): readonly Written[] => [
  { source: 'disk', id: 7, level: 'Error (2)', texts },
  { source: 'disk', id: 7, level: 'Information (4)', texts },
];
const COPY =
  'Log Name:      System\nSource:        disk\nDate:          3/14/2012 4:17:43 AM\nEvent ID:      7\nLevel:         Error\nComputer:      C\nDescription:\nbad block\n';
const XML =
  '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="disk"/><EventID>51</EventID><TimeCreated SystemTime="2012-03-01T16:17:43Z"/><Computer>A</Computer></System></Event>\n';

const inputs: readonly (readonly [string, string])[] = [evtxexport, wevtutil].flatMap((layout) =>
  (
    [
      ['plain events', logOf(layout)],
      ['with a banner', `evtxexport 20240421\n\n${logOf(layout)}`],
      ['with bytes', logOf(layout, saying('x', '570069006E00480074007400700041007500'))],
      ['with a key in a text', logOf(layout, saying('one\nEvent identifier\t\t: 0x00000007 (7)\n  Level: Error'))],
      ['with an empty line in a text', logOf(layout, saying('one\n\ntwo'))],
      ['with a prompt in a text', logOf(layout, saying('one\nPS C:\\> Get-Date'))],
      ['with a copied event between', logOf(layout, [], COPY)],
      ['with XML between', logOf(layout, [], XML)],
      [
        'with a table between',
        logOf(
          layout,
          [],
          'Level,Date and Time,Source,Event ID,Task Category\nError,10/7/2016 6:38:24 PM,VSS,9,None,x\n',
        ),
      ],
      [
        'with a time that is none',
        logOf(layout).replaceAll('Mar 03', 'Foo 03').replaceAll('2012-03-03T', '2012-33-03T'),
      ],
      [
        'with an id that is none',
        logOf(layout).replace('(51)', 'x').replace('0x00000033', 'y').replace('Event ID: 51', 'Event ID: x'),
      ],
    ] as const
  ).map(([name, text]) => [`${layout.name}, ${name}`, text] as const),
);

describe.each(inputs)('%s', (_name, text) => {
  test.each(interests)('asking for %s, reading it as a log gives what the mixture gives', (_interest, interest) => {
    expectAsMixture(text, interest);
  });
});

test.each([
  [
    'evtxexport',
    evtxexport,
    ['Windows Update running', '\\Device\\Harddisk0\\DR0', 'hr = 0x80040154 a second line of the text', null],
  ],
  [
    'wevtutil',
    wevtutil,
    ['Windows Update running', '\\Device\\Harddisk0\\DR0', 'hr = 0x80040154 a second line of the text', null],
  ],
] as const)('%s: a line is rendered when somebody asks for it', (_name, layout, samples) => {
  expect(samplesOf(logOf(layout))).toEqual(samples);
});
