import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const RULE = '='.repeat(50);
/** By the property names of the tool's page: no real output was found. */
const block = (record: number, id: number, ...description: readonly string[]): readonly string[] => [
  RULE,
  'Event Time        : 1/2/2018 3:04:05.678 PM',
  `Record ID         : ${record}`,
  `Event ID          : ${id}`,
  'Level             : Error',
  'Channel           : System',
  'Provider          : Service Control Manager',
  `Description       : ${description.join('\n')}`,
  'Keywords          : Classic',
  'Process ID        : 4',
  'Computer          : HOST01',
  RULE,
  '',
];
const TEXT = ['Look:', ...block(77, 7000, 'The x service', 'failed: y', ''), ...block(78, 7036, 'z'), 'Thanks'].join(
  '\n',
);

test('events between rules, and words around them', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, TEXT, { size });
    expect(events).toMatchObject([
      {
        position: 2,
        recordId: 77,
        eventId: 7000,
        level: 'error',
        channel: 'System',
        provider: 'Service Control Manager',
        host: 'HOST01',
        message: 'The x service\nfailed: y',
        time: { kind: 'local', date: [1, 2, 2018], timeOfDayMs: 54_245_678, precisionMs: 1 },
        system: { processId: 4 },
      },
      { position: 17, recordId: 78, eventId: 7036, message: 'z' },
    ]);
    expect(problems).toEqual([]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['Look:', 'Thanks']);
  }
});

test("columns in an order of one's own", () => {
  const [rule = '', time = '', record = '', ...rest] = block(77, 7000, 'x', '');
  const { events } = parseText(
    createMixtureParser,
    [rule, record, ...rest.slice(0, 3), time, ...rest.slice(3)].join('\n'),
  );
  expect(events).toMatchObject([{ recordId: 77, eventId: 7000, host: 'HOST01', message: 'x' }]);
  const none = [rule, 'Name              : x', 'Size              : 1', rule, ''].join('\n');
  expect(parseText(createMixtureParser, none).events).toEqual([]);
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createMixtureParser, TEXT, 100);
});
