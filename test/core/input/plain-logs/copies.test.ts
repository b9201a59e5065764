import { describe, expect, test } from 'vitest';
import { createMixtureParser } from '../../../../src/core/input/mixture/parser.ts';
import { createPlainLogParser } from '../../../../src/core/input/plain-logs/plain-log.ts';
import { asking } from '../../../support/interests.ts';
import { type Parsed, parseText } from '../../../support/parse-text.ts';
import { ntBlock, vistaBlock } from '../parsers/clipboard/blocks.ts';
import { expectAsMixture, interests, samplesOf } from './support.ts';

interface Written {
  readonly source?: string;
  readonly level?: string;
  readonly message: readonly string[];
}
const PLAIN: readonly Written[] = [
  { message: ['The service entered the running state.', ''] },
  {
    message: [
      'The service entered the stopped state.',
      'It took 5 seconds.',
      '',
      'Operating System: Recovery (Planned)',
      '',
    ],
  },
  { source: 'disk', level: 'Warning', message: ['An error was detected on device \\Device\\Harddisk0\\DR0.', ''] },
  { source: 'VSS', level: 'Error', message: ['Unexpected error. hr = 0x80040154.', ''] },
];
type Layout = (written: Written, index: number) => readonly string[];
const valuesOf = ({ source = 'Service Control Manager', level = 'Information', message }: Written, index: number) => ({
  ...{ source, level, message, category: 'None', user: 'N/A', computer: index % 3 === 0 ? 'A' : 'B' },
  eventId: source === 'disk' ? 51 : 7000 + (index % 3),
});
const vista: Layout = (written, index) =>
  vistaBlock('en', { ...valuesOf(written, index), date: `3/${1 + (index % 28)}/2012`, time: '4:17:43 PM' });
const german: Layout = (written, index) =>
  vistaBlock('de', { ...valuesOf(written, index), date: `${1 + (index % 28)}.03.2012`, time: '16:17:43' });
const nt: Layout = (written, index) =>
  ntBlock('en', { ...valuesOf(written, index), date: `3/${1 + (index % 28)}/2006`, time: '4:17:43 PM' });

const COUNT = 160;
/** Enough copies to be read as a log, with an odd one in the middle and what stands behind it. */
const logOf = (layout: Layout, odd: readonly Written[] = [], between: readonly string[] = []): string => {
  const copies = Array.from({ length: COUNT }, (_, index) =>
    layout(PLAIN[index % PLAIN.length] ?? { message: [] }, index),
  );
  copies.splice(COUNT / 2, 0, ...odd.map((written, index) => layout(written, index)), between);
  copies.splice(COUNT / 4, 0, ...odd.map((written, index) => layout(written, index)));
  return `${copies.map((lines) => [...lines, ''].join('\n')).join('\n')}\n`;
};

const inputs: readonly (readonly [string, string])[] = [
  ['copies of Vista and later', logOf(vista)],
  ['copies of 2000 to 2003', logOf(nt)],
  ['copies in German', logOf(german)],
  [
    'with the closing sentence over two lines',
    logOf(vista, [{ message: ['For more information, see Help and Support', 'Center at http://x.y/z.', 'more'] }]),
  ],
  ['with the words of somebody', logOf(vista, [], ['', 'Hello, has anybody seen this? I tried 0x80040154.', 'Thanks'])],
  [
    'with details in XML',
    logOf(vista, [
      {
        message: [
          'text',
          'Event Xml:',
          '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">',
          '<System><Provider Name="disk"/><EventID>51</EventID><TimeCreated SystemTime="2012-03-01T16:17:43Z"/><Computer>A</Computer></System></Event>',
        ],
      },
    ]),
  ],
  [
    'with data',
    logOf(nt, [
      {
        source: 'disk',
        message: [
          'text',
          'Data:',
          '0000: 00 00 00 00 01 00 be 00   ......¾.',
          '0008: 00 00 00 00 33 00 04 80   ....3..€',
        ],
      },
    ]),
  ],
  [
    'with headings in a description',
    logOf(vista, [{ message: ['Log Name: is what this line begins with', 'Source: disk', 'Event ID: 7'] }]),
  ],
  [
    'with a table in a description',
    logOf(vista, [
      { message: ['Level,Date and Time,Source,Event ID,Task Category', 'Error,10/7/2016 6:38:24 PM,VSS,9,None,x'] },
    ]),
  ],
  [
    'with a table under dashes',
    logOf(vista, [
      { message: ['EventId TimeGenerated Source', '------- ------------- ------', '      7 2012-03-01    disk'] },
    ]),
  ],
  ['with an id that is none', logOf(vista, [{ message: ['x'] }]).replace('Event ID:      7001', 'Event ID:      none')],
  ['with a time that is none', logOf(vista).replace('3/9/2012 4:17:43 PM', '33/33/2012 4:17:43 PM')],
  ['with a zone behind the time', logOf(vista).replaceAll('3/9/2012 4:17:43 PM', '3/9/2012 4:17:43 PM +02:00')],
  ['with words in front', `Here it is:\n\n${logOf(vista)}`],
  [
    'with a quoted block',
    logOf(vista, [
      {
        message: [
          '> Log Name:      System',
          '> Source:        disk',
          '> Date:          3/1/2012 4:17:43 PM',
          '> Event ID:      7',
          '> Level:         Error',
        ],
      },
    ]),
  ],
];

describe.each(inputs)('%s', (_name, text) => {
  test.each(interests)('asking for %s, reading it as a log gives what the mixture gives', (_interest, interest) => {
    expectAsMixture(text, interest);
  });
});

test('a text that is too short for a log is read as a mixture', () => {
  const text = logOf(vista).slice(0, 4000);
  const parse = (create: typeof createPlainLogParser): Parsed =>
    parseText(create, text, { interest: asking((_provider, id) => id === 51) });
  expect(parse(createPlainLogParser)).toEqual(parse(createMixtureParser));
});

test('a line is rendered when somebody asks for it', () => {
  expect(samplesOf(logOf(vista))).toEqual([
    'The service entered the running state.',
    'The service entered the stopped state. It took 5 seconds. Operating System: Recovery (Planned)',
    'An error was detected on device \\Device\\Harddisk0\\DR0.',
    'Unexpected error. hr = 0x80040154.',
  ]);
});
