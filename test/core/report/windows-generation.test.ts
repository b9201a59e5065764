import { describe, expect, test } from 'vitest';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { Fact, Scan, StatisticsCell } from '../../../src/core/model/scan.ts';
import { emptyScan } from '../../../src/core/pipeline/scan.ts';
import { createIsVistaOrLater } from '../../../src/core/report/windows-generation.ts';

const cell = (part: Partial<StatisticsCell> = {}): StatisticsCell => ({
  ...{ host: 'a', channel: 'System', provider: 'Service Control Manager', eventId: 7000, level: 'error', count: 1 },
  ...{ firstMs: null, lastMs: epochMs(Date.UTC(2012, 2, 1)), sample: null },
  ...part,
});
const scanOf = (format: string, ...statistics: StatisticsCell[]): Scan => ({
  ...emptyScan('x', [], format),
  statistics,
});
const os = (value: string, host: string | null = 'a', from: Fact['from'] = 'event'): Fact => ({
  ...{ name: 'os', value, host, from, at: null },
});

const DCOM = cell({ provider: 'Microsoft-Windows-DistributedCOM', eventId: 10_010 });
const PLAIN = cell();
interface Case {
  readonly beside?: readonly StatisticsCell[];
  readonly scans?: readonly Scan[];
  readonly facts?: readonly Fact[];
}
const isLater = (one: StatisticsCell, { beside = [], scans = [], facts = [] }: Case = {}): boolean =>
  createIsVistaOrLater([one, ...beside], { scans, facts, hostName: (_, host) => host })(one);

describe('known to be Vista or later', () => {
  test.each<readonly [string, StatisticsCell, Case]>([
    ['a provider with a manifest', DCOM, {}],
    ['one beside it on the host', PLAIN, { beside: [DCOM] }],
    [
      'a log of Vista beside it',
      PLAIN,
      { beside: [cell({ provider: 'x', channel: 'Microsoft-Windows-WinRM/Operational' })] },
    ],
    ['an EVTX log', PLAIN, { scans: [scanOf('evtx', PLAIN)] }],
    ['the system by its name', PLAIN, { facts: [os('Microsoft Windows Server 2008 R2 Standard')] }],
    ['the system as a person says of all hosts', PLAIN, { facts: [os('Windows 10', null, 'option')] }],
    ['a time after the last Windows before it', cell({ lastMs: epochMs(Date.UTC(2018, 0, 1)) }), {}],
    ['a provider with a manifest on a host that was older', DCOM, { facts: [os('Windows XP SP3 build 5.1.2600')] }],
  ])('%s', (_name, one, known) => {
    expect(isLater(one, known)).toBe(true);
  });
});

describe('not known', () => {
  test.each<readonly [string, StatisticsCell, Case]>([
    ['nothing', PLAIN, {}],
    ['no time', cell({ lastMs: null }), {}],
    ['another host', PLAIN, { beside: [cell({ ...DCOM, host: 'b' })], facts: [os('Windows 10', 'b')] }],
    ['an EVT log', cell({ lastMs: epochMs(Date.UTC(2018, 0, 1)) }), { scans: [scanOf('evt', PLAIN)] }],
    [
      'an EVT log that a later Windows saved as EVTX',
      PLAIN,
      { scans: [scanOf('evtx', PLAIN)], facts: [os('Windows XP')] },
    ],
    [
      'Windows 2003 that is still running',
      cell({ lastMs: epochMs(Date.UTC(2018, 0, 1)) }),
      { facts: [os('Windows Server 2003 SP2')] },
    ],
    ['a nameless source that tells its own system', PLAIN, { facts: [os('Windows 10', null, 'companion')] }],
    ['another system', PLAIN, { facts: [os('Linux')] }],
  ])('%s', (_name, one, known) => {
    expect(isLater(one, known)).toBe(false);
  });
});
