import { beforeAll, describe, expect, test } from 'vitest';
import { prepareMixture } from '../../../src/core/input/mixture/parser.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf } from '../../support/sources.ts';

beforeAll(() => prepareMixture('<Event>'));

const TABBED = 'Error\t5/1/2024 3:00:00 AM\tService Control Manager\t7000\tNone';
const BLANKS = 'Error 5/1/2024 3:00:00 AM Service Control Manager 7000 None';
const HEADER = 'Level\tDate and Time\tSource\tEvent ID\tTask Category';
const detailsAt = (date: string, id = 7000): string =>
  [
    ...['Log Name:      System', 'Source:        Service Control Manager', `Date:          ${date}`],
    ...[`Event ID:      ${id}`, 'Task Category: None', 'Level:         Error', 'Computer:      srv1.contoso.com'],
    ...['Description:', 'The Print Spooler service failed to start due to the following error: ', 'Access is denied.'],
  ].join('\n');
const details = detailsAt('5/1/2024 3:00:00 AM');

const counted = async (...lines: readonly string[]) => {
  const report = await diagnose([sourceOf('a.txt', lines.join('\n'))], { useBuiltin: false });
  return report.statistics.map(({ host, channel, eventId, count }) => [host, channel, eventId, count]);
};

describe('a row of the list above the event that it shows', () => {
  test.each([
    ['with a header', [HEADER, TABBED, '', details]],
    ['right above', [TABBED, details]],
    ['with blanks for tabs', [BLANKS, details]],
    ['for each of several', [TABBED, '', details, '']],
  ])('%s is the same event', async (_, lines) =>
    expect(await counted(...lines)).toEqual([['srv1', 'System', 7000, 1]]),
  );

  test('names both places', async () => {
    const { findings } = await diagnose([sourceOf('a.txt', [TABBED, details].join('\n'))], {
      only: ['services'],
    });
    const places = findings.flatMap(({ evidence }) =>
      evidence.map(({ at, places: others }) => [at.position, others.map(({ position }) => position)]),
    );
    expect(places[0]).toEqual([1, [2]]);
  });

  test.each([
    ['another id', [TABBED, detailsAt('5/1/2024 3:00:00 AM', 7009)]],
    ['another second', [TABBED, detailsAt('5/1/2024 3:00:01 AM')]],
    ['words of a person in between', [TABBED, '', 'And then there is this one:', '', details]],
  ])('with %s it is another event', async (_, lines) =>
    expect((await counted(...lines)).reduce((sum, [, , , count]) => sum + Number(count), 0)).toBe(2),
  );

  test('the row below the last event is one of its own', async () =>
    expect(await counted(details, '', TABBED)).toEqual([
      ['srv1', null, 7000, 1],
      ['srv1', 'System', 7000, 1],
    ]));
});
