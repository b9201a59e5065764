import { beforeAll, describe, expect, test } from 'vitest';
import { prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { readInput } from '../../../../support/read-input.ts';

beforeAll(() => prepareMixture());

/** As ASP.NET 4 writes 1309; the id in it is a GUID without hyphens. */
const MESSAGE = [
  'Event code: 3005',
  'Event message: An unhandled exception has occurred.',
  'Event time: 1/12/2016 10:11:12 AM',
  'Event ID: 5f2e4c6e3b5c4e6f9a1b2c3d4e5f6071',
  'Event sequence: 2',
  '',
  'Exception information:',
  '    Exception type: SqlException',
].join('\n');
const ONE_LINE = MESSAGE.replaceAll(/\s*\n\s*/g, ' ');

describe('the keys of a web event are no headings', () => {
  test.each([
    ['below those of its event', `Event ID: 1309\nSource: ASP.NET 4.0.30319.0\n\n${MESSAGE}`, 'ASP.NET 4.0.30319.0'],
    ['right below them', `Source: ASP.NET 4.0.30319.0\nEvent ID: 1309\n${MESSAGE}`, 'ASP.NET 4.0.30319.0'],
    ['below a title', `Event 1309, ASP.NET 4.0.30319.0\n\n${MESSAGE}`, 'ASP.NET 4.0.30319.0'],
    ['alone', MESSAGE, 'ASP.NET'],
    ['behind an id', `Event ID: 1309 - ${ONE_LINE}`, 'ASP.NET'],
  ])('%s', async (_name, text, provider) => {
    const { events } = await readInput(`Hello,\n\n${text}\n`);
    const message = text.includes('1309 -') ? ONE_LINE : MESSAGE;
    expect(events).toMatchObject([{ eventId: 1309, provider, time: null, message }]);
  });

  test('other codes of the health monitoring tell no event', async () => {
    const other = MESSAGE.replace('3005', '4005').replace('An unhandled exception has occurred', 'Forms failed');
    expect((await readInput(`Hello,\n\n${other}\n`)).events).toEqual([]);
    expect((await readInput(`Hello,\n\n${other.replaceAll('\n', ' ')}\n`)).events).toEqual([]);
  });
});
