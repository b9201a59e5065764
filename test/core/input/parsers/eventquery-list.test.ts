import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

/** By the names in the script: no real output was found. */
const TEXT = [
  "Listing the events in 'system' log of host 'HOST01'",
  '-'.repeat(78),
  'Type:            error',
  'Event:           7000',
  'Date Time:       10/7/2016 6:38:24 PM',
  'Source:          Service Control Manager',
  'ComputerName:    HOST02',
  'Category:        None',
  'User:            N/A',
  'Description:     The x service failed:',
  'Type: y',
  '',
  'Type:            audit failure',
  'Event:           529',
  'Date Time:       10/7/2016 6:38:25 PM',
  'Source:          Security',
  'ComputerName:    HOST01',
].join('\n');

test('events of one log', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems } = parseText(createMixtureParser, TEXT.replace('\nType: y', ''), { size });
    expect(events).toMatchObject([
      {
        position: 3,
        eventId: 7000,
        level: 'error',
        channel: 'system',
        host: 'HOST02',
        provider: 'Service Control Manager',
        category: null,
        user: null,
        message: 'The x service failed:',
        time: { kind: 'local', date: [10, 7, 2016], timeOfDayMs: 67_104_000 },
      },
      { position: 12, eventId: 529, level: 'audit-failure', provider: 'Security', message: null },
    ]);
    expect(problems).toEqual([]);
  }
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createMixtureParser, TEXT, 100);
});
