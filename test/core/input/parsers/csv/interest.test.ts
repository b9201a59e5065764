import { describe, expect, test } from 'vitest';
import { isWanted } from '../../../../../src/core/input/event-schema/wanted.ts';
import { createCsvParser } from '../../../../../src/core/input/parsers/csv/parser.ts';
import type { Interest, SeenEvent } from '../../../../../src/core/model/interest.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { asking, codeInterests, seen } from '../../../../support/interests.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { HEADER, ROWS, readCsv } from './support.ts';

const interests: readonly (readonly [string, Interest])[] = [
  ['nothing', asking(() => false)],
  ['all', asking(() => true)],
  ['one provider', asking((provider) => provider === null || provider === 'VSS')],
  ['one id', asking((_provider, id) => id === 51)],
  ...codeInterests,
];

const table = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const LOGPARSER =
  'EventLog,RecordNumber,TimeGenerated,EventID,EventTypeName,SourceName,Strings,ComputerName,Message,Data';
const inputs: readonly (readonly [string, string])[] = [
  ['rows of the viewer', table(HEADER, ...ROWS, ...ROWS)],
  [
    'with other hosts and logs',
    table(
      `${HEADER},Log,Computer`,
      'Error,10/7/2016 6:38:24 PM,VSS,9,None,Application,A,0x80042306',
      'Error,10/7/2016 6:38:24 PM,VSS,9,None,Application,B,x',
    ),
  ],
  [
    'with broken rows',
    table(HEADER, 'Error,10/7/2016 6:38:24 PM,VSS,9,None,"open', ...ROWS, 'odd', 'Error,soon 1,VSS,9,None,x'),
  ],
  [
    'with quotes in the names',
    table(HEADER, 'Error,10/7/2016 6:38:24 PM,"V""S""S",9,None,x', '"Error","10/7/2016 6:38:24 PM","VSS",9,None,x'),
  ],
  [
    'with a description over several lines',
    table(HEADER, 'Error,10/7/2016 6:38:24 PM,VSS,9,None,x', '0x80042306', ...ROWS),
  ],
  [
    'with the event in a cell',
    table(
      'EventID,Time Created,Computer,Level,RawXml',
      ...['VSS', 'disk'].map(
        (name) =>
          `51,2016-10-07 18:38:24,H,2,"<Event xmlns=""http://schemas.microsoft.com/win/2004/08/events/event""><System><Provider Name=""${name}""/>` +
          '<EventID>51</EventID><Level>3</Level></System><EventData><Data>0x80042306</Data></EventData></Event>"',
      ),
    ),
  ],
  ['PowerShell', fixtureText('formats/csv/powershell-get-winevent.csv')],
  ['dumpel', fixtureText('formats/csv/dumpel-line.txt')],
  [
    'LogParser',
    table(
      LOGPARSER,
      'System,1,2016-10-07 18:38:24,51,Warning event,disk,a|0x80041111,H,m,00',
      'System,2,2016-10-07 18:38:25,7036,Information event,Service Control Manager,,H,,',
    ),
  ],
  [
    'ids of 32 bits',
    table('Index,TimeGenerated,InstanceId,EntryType,Source,Message', '1,10/7/2016 6:38:24 PM,3221225523,Error,disk,x'),
  ],
  [
    'escaped codes',
    table(
      'EventRecordId,TimeCreated,EventId,Level,Provider,PayloadData1,Payload',
      '1,2016-10-07 18:38:24,9,Error,VSS,,"{""EventData"":{""Data"":""0\\u00780004\\u0038004""}}"',
      '2,2016-10-07 18:38:24,9,Error,VSS,,"{""EventData"":{""Data"":""0x8004\\u00311111""}}"',
    ),
  ],
];

describe.each(inputs)('%s', (_name, text) => {
  test.each(interests)(
    'asking for %s, dropping early gives what reading all and filtering gives',
    (_interest, interest) => {
      const all = readCsv(text);
      for (const size of PIECE_SIZES) {
        const { events, counted, findings, problems } = readCsv(text, { interest, size });
        expect(events).toEqual(
          all.events
            .filter((event) => isWanted(interest, event))
            .map((event) => ({ ...event, system: null, payload: null })),
        );
        expect(counted.map(seen)).toEqual(all.events.filter((event) => !isWanted(interest, event)).map(seen));
        expect(problems).toEqual(all.problems);
        expect(findings).toEqual(all.findings);
      }
    },
  );
});

test('a line is rendered when somebody asks for it', () => {
  const samples: (string | null | undefined)[] = [];
  const count = (_event: SeenEvent, sample?: () => string | null): void => {
    samples.push(sample?.());
  };
  const parser = createCsvParser({ interest: asking(() => false), tally: { count } });
  parser.push(table(HEADER, ...ROWS));
  parser.end();
  expect(samples).toEqual([
    'The service entered the running state.',
    'Volume Shadow Copy Service error: Unexpected error calling "CoCreateInstance". hr = 0x80040154. Operation: Gathering Writer Data',
    'An error was detected on device \\Device\\Harddisk0\\DR0, during a paging operation.',
    null,
  ]);
});
