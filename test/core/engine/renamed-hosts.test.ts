import { describe, expect, test } from 'vitest';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import type { Scan } from '../../../src/core/model/scan.ts';
import { at, cell, logCoverage, scanOf } from './support/events.ts';

const DAY = 86_400;

/** Records of one name in the System log, a second each. */
interface Named {
  readonly host: string | null;
  readonly records: readonly (readonly [first: number, last: number])[];
  readonly from?: number;
}
const logOf = (source: string, names: readonly Named[], { format = 'evtx', channel = 'System' } = {}): Scan =>
  scanOf(source, {
    format,
    coverage: names.map(({ host, records, from = 0 }) =>
      logCoverage(from + (records[0]?.[0] ?? 0), from + (records.at(-1)?.[1] ?? 0), {
        host,
        channel,
        numbers: records.length === 0 ? null : { first: records[0]?.[0] ?? 0, last: records.at(-1)?.[1] ?? 0 },
        completeness: records.some(([first, last]) => last > first) ? 'proven' : 'selected',
        runs: records.map(([firstRecord, lastRecord]) => ({
          ...{ firstRecord, lastRecord, firstMs: at(from + firstRecord), lastMs: at(from + lastRecord) },
        })),
      }),
    ),
    statistics: names.map(({ host }) => cell(host, channel)),
  });
const setUp: readonly Named[] = [
  { host: 'win-5i1nne9iuv7', records: [[1, 173]] },
  { host: 'ex1', records: [[174, 900]] },
];

test('a log that goes on under another name is of one machine, which has its last name', () => {
  const hosts = joinHosts([logOf('System.evtx', [...setUp, { host: 'ex2.contoso.com', records: [[901, 950]] }])]);
  expect(['win-5i1nne9iuv7', 'ex1', 'ex2.contoso.com'].map((name) => hosts.nameOf('System.evtx', name))).toEqual([
    'ex2',
    'ex2',
    'ex2',
  ]);
  expect(hosts.nameOf('System.evtx', null)).toBe('ex2');
  expect([...hosts.earlierNames]).toEqual([['ex2', ['win-5i1nne9iuv7', 'ex1']]]);
});

test('a name of few records stands between two of a whole log', () => {
  const between: Named = { host: 'interim', records: [[901, 901]] };
  const hosts = joinHosts([logOf('a', [...setUp, between, { host: 'ex2', records: [[902, 950]] }])]);
  expect(['win-5i1nne9iuv7', 'ex1', 'interim'].map((name) => hosts.nameOf('a', name))).toEqual(['ex2', 'ex2', 'ex2']);
});

describe('names that stay apart', () => {
  test.each<readonly [string, Scan]>([
    [
      'numbers between one another, as of a collector',
      logOf('a', [
        {
          host: 'ex1',
          records: [
            [1, 9],
            [20, 30],
          ],
        },
        { host: 'ex2', records: [[10, 19]] },
      ]),
    ],
    [
      'numbers that jump',
      logOf('a', [
        { host: 'ex1', records: [[1, 9]] },
        { host: 'ex2', records: [[11, 19]] },
      ]),
    ],
    [
      'one record each, which may follow one another by chance',
      logOf('a', [
        { host: 'ex1', records: [[1, 1]] },
        { host: 'ex2', records: [[2, 2]] },
      ]),
    ],
    [
      'an export, which may be of any machines',
      logOf(
        'a',
        [
          { host: 'ex1', records: [[1, 9]] },
          { host: 'ex2', records: [[10, 19]] },
        ],
        { format: 'csv' },
      ),
    ],
    [
      'records without a number beside',
      logOf('a', [
        { host: 'ex1', records: [[1, 9]] },
        { host: 'ex2', records: [[10, 19]] },
        { host: 'ex3', records: [] },
      ]),
    ],
  ])('%s', (_, scan) => {
    const hosts = joinHosts([scan]);
    expect([hosts.nameOf('a', 'ex1'), hosts.nameOf('a', 'ex2')]).toEqual(['ex1', 'ex2']);
    expect(hosts.earlierNames.size).toBe(0);
  });

  test('where the configuration fixes how names are joined', () => {
    const scans = [logOf('a', setUp)];
    expect(joinHosts(scans, 'short').nameOf('a', 'win-5i1nne9iuv7')).toBe('win-5i1nne9iuv7');
    expect(joinHosts(scans, 'full').earlierNames.size).toBe(0);
  });
});

describe('another log, which does not show the renaming', () => {
  const system = logOf('System.evtx', setUp);
  const nameIn = (from: number, format?: string): string | null => {
    const setup = logOf('Setup', [{ host: 'win-5i1nne9iuv7', records: [[1, 5]], from }], {
      ...(format === undefined ? {} : { format }),
      channel: 'Setup',
    });
    return joinHosts([system, setup]).nameOf('Setup', 'win-5i1nne9iuv7');
  };

  test('has the last name for events that are as old, whatever its format', () => {
    expect([nameIn(0), nameIn(0, 'csv')]).toEqual(['ex1', 'ex1']);
  });

  test('is of another machine of that name where its events are later', () => {
    expect(nameIn(3 * DAY)).toBe('win-5i1nne9iuv7');
  });

  test('may lack a name, and another one its successor', () => {
    const scans = [
      logOf('a', [...setUp, { host: 'ex2', records: [[901, 950]] }]),
      logOf('b', setUp, { channel: 'Application' }),
      logOf(
        'c',
        [
          { host: 'win-5i1nne9iuv7', records: [[1, 5]] },
          { host: 'ex2', records: [[6, 9]], from: 900 },
        ],
        { channel: 'Setup' },
      ),
    ];
    const hosts = joinHosts(scans);
    expect(scans.map(({ source }) => hosts.nameOf(source, 'win-5i1nne9iuv7'))).toEqual(['ex2', 'ex2', 'ex2']);
    expect([...hosts.earlierNames]).toEqual([['ex2', ['win-5i1nne9iuv7', 'ex1']]]);
  });

  test('of a new machine that got the name is not that of the old one', () => {
    const retired = logOf('a', [
      { host: 'ex1', records: [[1, 9]] },
      { host: 'ex1-old', records: [[10, 19]] },
    ]);
    const fresh = logOf('b', [
      { host: 'win-2', records: [[1, 9]], from: 3 * DAY },
      { host: 'ex1', records: [[10, 99]], from: 3 * DAY },
    ]);
    const hosts = joinHosts([retired, fresh]);
    expect([hosts.nameOf('a', 'ex1'), hosts.nameOf('b', 'ex1'), hosts.nameOf('b', 'win-2')]).toEqual([
      'ex1-old',
      'ex1',
      'ex1',
    ]);
  });

  test('keeps the name that machines made from one image had', () => {
    const image = (source: string, name: string): Scan =>
      logOf(source, [
        { host: 'image', records: [[1, 9]] },
        { host: name, records: [[10, 19]] },
      ]);
    const hosts = joinHosts([image('a', 'ex1'), image('b', 'ex2'), logOf('c', [{ host: 'image', records: [[1, 9]] }])]);
    expect(['a', 'b', 'c'].map((source) => hosts.nameOf(source, 'image'))).toEqual(['ex1', 'ex2', 'image']);
  });
});

test('a name from outside is that of the machine that has it now', () => {
  const renamed = logOf('a', setUp);
  expect(joinHosts([renamed]).nameOf('', 'win-5i1nne9iuv7')).toBe('ex1');
  const reused = joinHosts([renamed, logOf('b', [{ host: 'win-5i1nne9iuv7', records: [[1, 9]], from: 3 * DAY }])]);
  expect(reused.nameOf('', 'win-5i1nne9iuv7')).toBe('win-5i1nne9iuv7');
});

test('a log of thousands of names is of no machine, and takes no time', () => {
  const names = Array.from(
    { length: 5000 },
    (_, index): Named => ({ host: `ex${index}`, records: [[index * 2 + 1, index * 2 + 2]] }),
  );
  expect(joinHosts([logOf('a', names)]).earlierNames.size).toBe(0);
});

test('two logs that disagree end', () => {
  const hosts = joinHosts([
    scanOf('a', {
      coverage: [
        ...logOf('a', [
          { host: 'ex1', records: [[1, 9]] },
          { host: 'ex2', records: [[10, 19]] },
        ]).coverage,
        ...logOf(
          'a',
          [
            { host: 'ex2', records: [[1, 9]] },
            { host: 'ex1', records: [[10, 19]] },
          ],
          { channel: 'Setup' },
        ).coverage,
      ],
      statistics: [cell('ex1', 'System'), cell('ex2', 'System')],
    }),
  ]);
  expect([hosts.nameOf('a', 'ex1'), hosts.nameOf('a', 'ex2')]).toEqual(['ex1', 'ex2']);
});
