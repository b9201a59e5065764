import { expect, test } from 'vitest';
import { readInput } from '../../../support/read-input.ts';

test('a table of a page, a row on a line', async () => {
  const { events, problems } = await readInput(
    [
      '<table border="1"><thead>',
      '<tr><th>Level</th><th>Date and Time</th><th>Source</th><th>Event ID</th><th>Message</th></tr></thead>',
      '<tr class="odd"><td>Error</td> <td align="right">13/01/2020 3:04:05 PM</td><td>disk</td><td>7</td><td>A &amp; b.</td></tr>',
      '<tr><td>Warning</td><td>13/01/2020 3:04:01 PM</td><td>disk</td><td>51</td><td>C</td></tr>',
      '</table>',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    { position: 3, eventId: 7, provider: 'disk', level: 'error', message: 'A & b.', time: { date: [13, 1, 2020] } },
    { position: 4, eventId: 51, level: 'warning', message: 'C' },
  ]);
  expect(problems).toEqual([]);
});

const HEAD = ['Time', 'Level', 'Source', 'Event ID', 'Message'];
const ROWS = [
  ['2024-03-01 10:00:01', 'Error', 'disk', '7', 'A bad block.'],
  ['2024-03-01 10:00:02', 'Warning', 'disk', '51', 'An error &lt;1&gt;<br>during paging.'],
];
const seen = [
  { eventId: 7, level: 'error', message: 'A bad block.', time: { date: [2024, 3, 1] } },
  { eventId: 51, level: 'warning', message: 'An error <1>\nduring paging.' },
];
test.each([
  [
    'a cell on a line',
    `<table>\n <thead>\n${[HEAD, ...ROWS]
      .map((row) => `  <tr>\n${row.map((cell) => `   <td class="a">${cell}</td>\n`).join('')}  </tr>\n`)
      .join(' </thead>\n')}</table>\n`,
  ],
  [
    'all on one line',
    `<html><body><h1>Report</h1><table>${[HEAD, ...ROWS]
      .map((row) => `<tr>${row.map((cell) => `<td><b>${cell}</b></td>`).join('')}</tr>`)
      .join('')}</table></body></html>`,
  ],
  [
    'cells that nothing closes, as NirSoft writes them',
    `<h3>Events List</h3>\n<table border="1">\n${[HEAD, ...ROWS]
      .map((row) => `<tr bgcolor="E0E0E0">\n${row.map((cell) => `<td nowrap>${cell}\n`).join('')}`)
      .join('')}</table>\n`,
  ],
])('a table of a page, %s', async (_how, page) => {
  const { events, problems } = await readInput(page);
  expect(events).toMatchObject(seen);
  expect(events).toHaveLength(2);
  expect(problems).toEqual([]);
});

const LIST = [
  ['TimeCreated', '2024-03-01 10:00:01'],
  ['ProviderName', 'disk'],
  ['Id', '7'],
  ['LevelDisplayName', 'Error'],
  ['Message', 'A bad<br>block.'],
  ['MachineName', 'HOST01'],
] as const;
const upright = (cellsOf: (name: string, value: string) => string, between: string): string => {
  const rows = LIST.map(([name, value]) => `<tr>${cellsOf(name, value)}</tr>`);
  const second = rows.map((row) => row.replace('>7<', '>51<').replace(':01<', ':02<'));
  return ['<html><body>', '<table>', ...rows, between, ...second, '</table>', '</body></html>', ''].join('\n');
};
test.each([
  [
    'ConvertTo-Html -As List',
    upright((name, value) => `<td>${name}:</td><td>${value}</td>`, '<tr><td><hr></td></tr>'),
    [3, 10],
  ],
  [
    'a viewer of NirSoft',
    upright(
      (name, value) => `<td bgcolor="#E0E0E0"><b>${name}</b><td bgcolor="#FFFFFF">${value}`,
      '</table><p><table>',
    ),
    [3, 10],
  ],
])('a table of each event, a value on a row: %s', async (_how, page, positions) => {
  const { events, problems } = await readInput(page);
  expect(events).toMatchObject([
    { eventId: 7, host: 'HOST01', message: 'A bad\nblock.', time: { timeOfDayMs: 36_001_000 }, position: positions[0] },
    {
      eventId: 51,
      host: 'HOST01',
      message: 'A bad\nblock.',
      time: { timeOfDayMs: 36_002_000 },
      position: positions[1],
    },
  ]);
  expect(problems).toEqual([]);
});

test('rows of two cells that are no event stay as they are', async () => {
  const { events } = await readInput(
    '<table>\n<tr><td>Id:</td><td>7</td></tr>\n<tr><td>Name:</td><td>x</td></tr>\n</table>\n' +
      '<table>\n<tr><td>Log Name:</td><td>System</td></tr>\n<tr><td>Event ID:</td><td>many</td></tr>\n</table>\n',
  );
  expect(events).toEqual([]);
});

test('a listing that a blog lays out as a table of line numbers and text is that text', async () => {
  const rows = [
    'Error\t2024/03/01 10:00:01\tdisk\t7\tNone',
    'A bad block.',
    '',
    'Warning\t2024/03/01 10:00:02\tdisk\t51\tNone',
    'A &lt;b&gt;',
  ];
  const spans = (texts: readonly (string | number)[]) =>
    texts.map((text) => `<span class="line">${text}</span><br>`).join('');
  const page = [
    '<p>See:</p>',
    `<figure class="highlight"><table><tr><td class="gutter"><pre>${spans(rows.map((_, index) => index + 1))}</pre></td>` +
      `<td class="code"><pre>${spans(rows)}</pre></td></tr></table></figure>`,
    '<p>Bye</p>',
  ];
  const { events } = await readInput(page.join('\n'));
  expect(events).toMatchObject([
    { position: 2, provider: 'disk', eventId: 7, level: 'error', message: 'A bad block.' },
    { position: 2, provider: 'disk', eventId: 51, level: 'warning', message: 'A <b>' },
  ]);
});

test('the points that `wmic /format:htable` hides in its cells are none of them', async () => {
  const cell = (text: string): string =>
    `<td align="left">${text}<span style="height:1px;overflow-y:hidden">.</span></td>`;
  const { events } = await readInput(
    '<H3>2 Instances of Win32_NTLogEvent</H3><table border="1"><tr><td>Node</td><td>EventCode</td><td>Logfile</td><td>SourceName</td><td>TimeGenerated</td><td>Type</td></tr>' +
      `<tr><td align="left">EX1</td>${['7', 'System', 'disk', '20230314010203.000000-000', 'Error'].map(cell).join('')}</tr></table>`,
  );
  expect(events).toMatchObject([
    {
      ...{ eventId: 7, channel: 'System', provider: 'disk', level: 'error', host: 'EX1' },
      time: { kind: 'exact', timeMs: Date.parse('2023-03-14T01:02:03Z') },
    },
  ]);
});

test('ConvertTo-Html -As List: a message over lines in front of what decides', async () => {
  const row = (name: string, value: string): string => `<tr><td>${name}:</td><td>${value}</td></tr>`;
  const event = (id: number, message: string): string =>
    [
      ...[row('EventID', String(id)), row('MachineName', 'SRV1'), row('EntryType', 'Error'), row('Message', message)],
      ...[row('Source', 'disk'), row('TimeGenerated', '3/14/2023 1:02:03 AM')],
    ].join('\n');
  const { events } = await readInput(
    `<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<title>HTML TABLE</title>\n</head><body>\n<table>\n${event(7, 'A bad block:\n%%2')}\n<tr><td><hr></td></tr>\n${event(51, 'An error.')}\n</table>\n</body></html>\n`,
  );
  expect(events).toMatchObject([
    { eventId: 7, provider: 'disk', host: 'SRV1', message: 'A bad block:\n%%2', time: { date: [3, 14, 2023] } },
    { eventId: 51, provider: 'disk', message: 'An error.' },
  ]);
});
