import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

/** Cut to the column and a blank behind it, as GetEvents.vbs does. */
const cut = (text: string, width: number): string => `${text.slice(0, width).padEnd(width)} `;
const packageRow = (time: string, level: string, host: string, id: number, source: string, text: string): string =>
  `03/14/2024 ${time}  ${cut(level, 13)}${cut(host, 16)}${cut(String(id), 7)}${cut(source, 32)}${cut('None', 15)}${cut('N/A', 34)}${text}`;
const PACKAGE = [
  'Date       Time         Type/Level    ComputerName     Event   Source                           Task Category   Username                           Message',
  '-'.repeat(165),
  packageRow('11:58:03 PM', 'Error', 'SRV01', 7, 'disk', 'The device, \\Device\\Harddisk1\\DR1, has a bad block.'),
  packageRow(
    '10:58:03 PM',
    'Warning',
    'SRV01.corp.contoso.com',
    10016,
    'Microsoft-Windows-DistributedCOM',
    'Node B was removed.',
  ),
  packageRow('10:58:02 PM', 'Information', 'SRV01', 1, 'Contoso-Agents-And-More-Of-Them-Tracing', 'N/A'),
  `${' '.repeat(96)}${cut('[Info]', 15)}${' '.repeat(35)}[Export operation started at '3/15/2024 3:10:11 PM' - Log Name: 'System']`,
].join('\n');

const scoutRow = (level: string, host: string, id: number, source: string, text: string): string =>
  `${'14.03.2024 22:58:03'.padEnd(25)}${level.padEnd(16)}${host.padEnd(17)}${String(id).padEnd(8)}${cut(source, 50)}${'None'.padEnd(20)}${cut('NT AUTHORITY\\SYSTEM', 50)}${text}`;
const SCOUT = [
  `${'Date Time'.padEnd(25)}${'Type/Level'.padEnd(16)}${'Computer Name'.padEnd(17)}EventID Source${' '.repeat(45)}Task Category       Username${' '.repeat(43)}Message`,
  '-'.repeat(230),
  scoutRow('Error', 'SRV01', 17187, 'MSSQLSERVER', 'SQL Server is not ready.'),
  scoutRow('Information', 'sql-node-07.corp.contoso.com', 7036, 'Service Control Manager', 'The x service stopped.'),
].join('\n');

describe('diagnostic packages of Microsoft', () => {
  test('each line is an event, and what the script says of itself is none', () => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = parseText(createMixtureParser, PACKAGE, { size });
      expect(events).toMatchObject([
        {
          position: 3,
          time: { kind: 'local', timeOfDayMs: 86_283_000 },
          host: 'SRV01',
          provider: 'disk',
          eventId: 7,
          level: 'error',
          category: null,
          user: null,
          message: 'The device, \\Device\\Harddisk1\\DR1, has a bad block.',
        },
        { position: 4, eventId: 10016, level: 'warning' },
        { position: 5, eventId: 1, message: null },
      ]);
      expect(problems).toEqual([]);
      expect(findings.freeText).toEqual([]);
    }
  });

  test('of names that fill their column only what is sure is kept', () => {
    const { events } = parseText(createMixtureParser, PACKAGE);
    expect(events.map(({ host, provider }) => [host, provider])).toEqual([
      ['SRV01', 'disk'],
      ['SRV01', 'Microsoft-Windows-DistributedCOM'],
      ['SRV01', null],
    ]);
  });
});

test('SQL LogScout: a computer whose name is longer than its column moves those behind it', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems } = parseText(createMixtureParser, SCOUT, { size });
    expect(events).toMatchObject([
      { host: 'SRV01', eventId: 17187, provider: 'MSSQLSERVER', user: 'NT AUTHORITY\\SYSTEM' },
      {
        time: { kind: 'local', date: [14, 3, 2024], timeOfDayMs: 82_683_000 },
        host: 'sql-node-07.corp.contoso.com',
        eventId: 7036,
        level: 'information',
        provider: 'Service Control Manager',
        user: 'NT AUTHORITY\\SYSTEM',
        message: 'The x service stopped.',
      },
    ]);
    expect(problems).toEqual([]);
  }
});

test('names of columns without the line of dashes below head no list', () => {
  const text = SCOUT.split('\n').filter((line) => !line.startsWith('---'));
  expect(parseText(createMixtureParser, text.join('\n')).findings.format ?? null).toBeNull();
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createMixtureParser, PACKAGE, 60);
  expectRobust(createMixtureParser, SCOUT, 60);
});
