import { expect, test } from 'vitest';
import { misreadTextFormat } from '../../../../src/core/input/wrapped/misread-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { TWO_EVENTS } from './support.ts';

/** As programs read it off a picture. */
const COPY = [
  ...[
    'Log Narne:      System',
    'Source:         disk',
    'Date:           l3/O3/2O23 1O:OO:O3 PM',
    'Event lD:       l53',
  ],
  ...[
    'Task Category:  None',
    'Leve1:          Warning',
    'User:           N/A',
    'Cornputer:      SRV01',
    'Description:',
  ],
  ...['The IO operation at block Ox10 for Disk O was retried.', 'Logged: l2/O3', ''],
].join('\n');

const seen = {
  ...{ provider: 'disk', eventId: 153, channel: 'System', level: 'warning', host: 'SRV01', position: 1 },
  time: { kind: 'local', date: [13, 3, 2023], timeOfDayMs: (22 * 3600 + 3) * 1000 },
};

test('headings, id and time with letters for digits; a description stays as it is', async () => {
  const { events, problems } = await readInput(COPY);
  expect(events).toMatchObject([seen]);
  expect(events[0]?.message).toContain('The IO operation at block Ox10 for Disk O was retried.');
  expect(problems).toEqual([]);
});

test('the pane of the viewer, with the message in front and two headings on a line', async () => {
  const { events } = await readInput(
    [
      ...[
        'Event 7OOO, Service Control Manager',
        'General Details',
        'The Foo service failed to start.',
        'Log Narne: System',
      ],
      ...['Source: Service Control Manager Logged: 3/14/2O23 1:O2:O3 AM', 'Event ID: 7OOO Task Category: None'],
      ...[
        'Level: Error Keywords: Classic',
        'User: N/A Computer: SRV1',
        'OpCode: Info',
        'More Information: Event Log Online Help',
      ],
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      provider: 'Service Control Manager',
      eventId: 7000,
      level: 'error',
      host: 'SRV1',
      time: { timeOfDayMs: 3_723_000 },
    },
  ]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  expect(parseText(misreadTextFormat.create, COPY, { size }).events).toMatchObject([seen]);
});

test.each([
  ['a copy as it is', TWO_EVENTS],
  [
    'headings in other letters',
    'event id: 7\nsource: disk\nlevel: error\nlog name: system\ndate: 3/14/2023 1:02:03 AM\n',
  ],
  ['a table with bars', '| Date: | 3/14/2023 | I |\n| Event ID: | 7 | B |\n'],
  ['words', 'The Cornputer: is on. Event lD: none.\n'],
])('%s is left alone', (_name, text) => {
  expect(misreadTextFormat.recognises(text)).toBe(false);
});
