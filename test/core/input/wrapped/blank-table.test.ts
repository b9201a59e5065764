import { expect, test } from 'vitest';
import { readInput } from '../../../support/read-input.ts';

const ROWS = [
  'Date\tTime\tEvent ID\tSource\tType\tComputer\tDescription',
  '13/01/2020\t15:04:05\t7\tdisk\tError\tHOST01\tOne.  Two.',
  '13/01/2020\t15:04:01\t51\tdisk\tWarning\tHOST01\tThree   four.',
].join('\n');
const LIST =
  'Error\t13.01.2020 15:04:05\tdisk\t7\tNone\t"One\n\nTwo"\nWarning\t13.01.2020 15:04:01\tdisk\t51\tNone\t"Three"';

test.each(['    ', '   ', '          '])('a table whose tabs became %j', async (gap) => {
  const { events, problems } = await readInput(`Hi,\n\n${ROWS.replaceAll('\t', gap)}\n`);
  expect(events).toMatchObject([
    { position: 4, eventId: 7, provider: 'disk', level: 'error', host: 'HOST01', message: 'One.  Two.' },
    { position: 5, eventId: 51, level: 'warning', message: 'Three   four.', time: { date: [13, 1, 2020] } },
  ]);
  expect(problems).toEqual([]);
});

test('rows of the list without a header', async () => {
  const { events } = await readInput(LIST.replaceAll('\t', '    '));
  expect(events).toMatchObject([
    { position: 1, eventId: 7, level: 'error', message: 'One\n\nTwo' },
    { position: 4, eventId: 51, level: 'warning', message: 'Three' },
  ]);
});

test('a table of a console is read by its dashes', async () => {
  const { events } = await readInput(
    'TimeCreated            Id LevelDisplayName Message\n-----------            -- ---------------- -------\n' +
      '1/13/2020 3:04:05 PM    7 Error            The x.\n',
  );
  expect(events).toMatchObject([{ eventId: 7, level: 'error', message: 'The x.' }]);
});
