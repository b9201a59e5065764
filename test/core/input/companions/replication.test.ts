import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { parseText } from '../../../support/parse-text.ts';

beforeAll(() => prepareMixture());

function read(lines: readonly string[]) {
  const { events, findings } = parseText(createMixtureParser, lines.join('\n'));
  const observations = (findings.observations ?? []).map(({ tool, position, fields }) => ({
    ...{ tool, position },
    ...Object.fromEntries(fields),
  }));
  return { events, observations };
}
const doubled = (lines: readonly string[]) => lines.flatMap((line) => [line, '']);

const NEIGHBOURS = [
  '==== INBOUND NEIGHBORS ======================================',
  '',
  'DC=contoso,DC=com',
  '    Default-First-Site-Name\\DC1 via RPC',
  '        DSA object GUID: 11111111-2222-3333-4444-555555555555',
  '        Last attempt @ 2020-11-19 12:48:49 failed, result 1722 (0x6ba):',
  '            The RPC server is unavailable.',
  '        23 consecutive failure(s).',
  '        Last success @ 2020-11-18 15:59:22.',
  'CN=Configuration,DC=contoso,DC=com',
  '    Default-First-Site-Name\\DC3 via RPC',
  '        DSA object GUID: 11111111-2222-3333-4444-666666666666',
  '        Last attempt @ 2020-11-19 12:48:49 was successful.',
];
const FAILED = { tool: 'repadmin', partner: 'DC1', partition: 'DC=contoso,DC=com', result: '1722', failures: '23' };

describe('repadmin', () => {
  test('the partners that replication fails with, and no others', () => {
    expect(read(NEIGHBOURS).observations).toEqual([{ ...FAILED, position: 4 }]);
    expect(read(NEIGHBOURS.slice(-4)).observations).toEqual([]);
  });

  test('a page doubled the ends of lines', () => {
    expect(read(doubled(NEIGHBOURS.filter((line) => line !== ''))).observations).toMatchObject([FAILED]);
  });

  test('in German the number stands there twice, too', () => {
    const lines = NEIGHBOURS.slice(2, 6);
    lines[1] = '    Standardname-des-ersten-Standorts\\DC1 über RPC';
    lines[3] = '        Letzter Versuch @ 2020-11-19 12:48:49 ist fehlgeschlagen, Ergebnis -2146893022 (0x80090322):';
    expect(read(lines).observations).toMatchObject([{ partner: 'DC1', result: '-2146893022' }]);
  });

  test('some versions print no blank in front of the second number', () => {
    const lines = NEIGHBOURS.slice(2, 7).map((line) => line.replace('1722 (0x6ba)', '8614(0x21a6)'));
    expect(read(lines).observations).toMatchObject([{ partner: 'DC1', result: '8614' }]);
  });

  test('the summary', () => {
    const lines = [
      'Source DSA          largest delta    fails/total %%   error',
      ' DC1                      15m:10s    0 /   5    0',
      ' DC2                     >60 days    5 /   5  100  (8614) The directory service cannot replicate with this server.',
    ];
    const told = { tool: 'repadmin', partner: 'DC2', result: '8614', failures: '5', position: 3 };
    expect(read(lines).observations).toEqual([told]);
  });
});

describe('dcdiag', () => {
  const REPLICATIONS = [
    '   Testing server: Default-First-Site-Name\\DC2',
    '      Starting test: Replications',
    '         [Replications Check,DC2] A recent replication attempt failed:',
    '            From DC1 to DC2',
    '            Naming Context: DC=contoso,DC=com',
    '            The replication generated an error (1908):',
    '            Could not find the domain controller for this domain.',
    '            2 failures have occurred since the last success.',
    '         ......................... DC2 failed test Replications',
    '      Starting test: SystemLog',
    '         An error event occurred.  EventID: 0x0000410B',
    '            Time Generated: 01/07/2025   11:38:18',
    '            Event String:',
    '            The request for a new account-identifier pool failed.',
    '         ......................... DC2 failed test SystemLog',
  ];
  const told = {
    ...{ tool: 'dcdiag', partner: 'DC1', server: 'DC2', partition: 'DC=contoso,DC=com' },
    ...{ result: '1908', failures: '2' },
  };

  test('its test of replication stands between the events of other tests', () => {
    const { events, observations } = read(REPLICATIONS);
    expect(observations).toEqual([{ ...told, position: 3 }]);
    expect(events).toMatchObject([{ host: 'DC2', eventId: 0x410b, channel: 'System' }]);
  });

  test('a page doubled the ends of lines', () => {
    const { events, observations } = read(doubled(REPLICATIONS));
    expect(observations).toMatchObject([told]);
    expect(events).toMatchObject([{ host: 'DC2', eventId: 0x410b }]);
  });

  test('one attempt alone', () => {
    expect(read(['I ran it:', '', ...REPLICATIONS.slice(2, 7)]).observations).toMatchObject([{ partner: 'DC1' }]);
  });
});
