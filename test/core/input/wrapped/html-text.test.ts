import { expect, test } from 'vitest';
import { open } from './open.ts';

test('a table of a page, a row on a line', async () => {
  const { events, problems } = await open(
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
