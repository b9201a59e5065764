import { expect, test } from 'vitest';
import { events } from '../../../src/core/pipeline/events.ts';
import { leastCostMs } from '../../support/cost.ts';

const FLAT =
  'Log Name: Application Source: VSS Date: 10/19/2010 6:17:16 AM Event ID: 8194 Task Category: None Level: Error Description: x ';

/** What a pattern that tries each beginning of a stretch with each of its ends takes minutes for. */
test.each([
  ['blanks', ' '.repeat(800_000), 0],
  ['tabs', '\t'.repeat(800_000), 0],
  ['line ends', '\n'.repeat(800_000), 0],
  ['an open bracket in front of blanks', `[${' '.repeat(800_000)}`, 0],
  ['copied events on one line', FLAT.repeat(4000), 4000],
])('a text of %s is read in a time that grows with it', async (_name, text, count) => {
  const read = async () => {
    let found = 0;
    for await (const batch of events([text])) found += batch.length;
    expect(found).toBe(count);
  };
  expect(await leastCostMs(read, 10_000)).toBeLessThan(10_000);
});
