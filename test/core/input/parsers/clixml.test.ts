import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { clixmlFormat } from '../../../../src/core/input/parsers/clixml/format.ts';
import { createClixmlParser } from '../../../../src/core/input/parsers/clixml/parser.ts';
import { loadXmlParser } from '../../../../src/core/input/xml/tree.ts';
import type { Interest } from '../../../../src/core/model/interest.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { asking } from '../../../support/interests.ts';
import { parseInPieces, parseText } from '../../../support/parse-text.ts';

beforeAll(() => loadXmlParser());

const read = (text: string, interest?: Interest) => parseInPieces(createClixmlParser, text, interest);

const ROOT = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">';
const document = (objects: string): string => `${ROOT}\n${objects}\n</Objs>\n`;

/** As Export-Clixml writes an EventLogRecord, the properties that matter. */
const winEvent = (
  recordId: number,
  { id = 7036, level = 4, message = 'The service is running.' } = {},
): string => `  <Obj RefId="${recordId * 10}">
    <TNRef RefId="0" />
    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>
    <Props>
      <I32 N="Id">${id}</I32>
      <By N="Version">0</By>
      <I32 N="Qualifiers">16384</I32>
      <By N="Level">${level}</By>
      <I32 N="Task">0</I32>
      <I64 N="Keywords">-9187343239835811840</I64>
      <I64 N="RecordId">${recordId}</I64>
      <S N="ProviderName">Service Control Manager</S>
      <G N="ProviderId">555908d1-a6d7-4695-8e1e-26931d2012f4</G>
      <S N="LogName">System</S>
      <S N="MachineName">HOST01</S>
      <Obj N="UserId" RefId="${recordId * 10 + 1}">
        <TNRef RefId="3" />
        <ToString>S-1-5-18</ToString>
        <Props>
          <I32 N="BinaryLength">12</I32>
          <S N="Value">S-1-5-18</S>
        </Props>
      </Obj>
      <DT N="TimeCreated">2021-10-06T15:44:43.5360963-07:00</DT>
      <Nil N="ActivityId" />
      <S N="LevelDisplayName">Information</S>
      <Obj N="Properties" RefId="${recordId * 10 + 2}">
        <TNRef RefId="4" />
        <LST>
          <Obj RefId="${recordId * 10 + 3}">
            <TNRef RefId="5" />
            <ToString>System.Diagnostics.Eventing.Reader.EventProperty</ToString>
            <Props>
              <S N="Value">Print &lt;Spooler&gt;_x000D__x000A_</S>
            </Props>
          </Obj>
          <Obj RefId="${recordId * 10 + 4}">
            <TNRef RefId="5" />
            <Props>
              <BA N="Value">UwBw</BA>
            </Props>
          </Obj>
        </LST>
      </Obj>
    </Props>
    <MS>
      <S N="Message">${message}</S>
    </MS>
  </Obj>`;

const ENTRY = `  <Obj RefId="0">
    <TN RefId="0">
      <T>System.Diagnostics.EventLogEntry#system/disk/3221487623</T>
      <T>System.Object</T>
    </TN>
    <ToString>System.Diagnostics.EventLogEntry</ToString>
    <Props>
      <S N="MachineName">HOST01</S>
      <BA N="Data">AwA=</BA>
      <I32 N="Index">9</I32>
      <S N="Category">(0)</S>
      <I16 N="CategoryNumber">0</I16>
      <Obj N="EntryType" RefId="1">
        <TN RefId="1"><T>System.Diagnostics.EventLogEntryType</T><T>System.Enum</T></TN>
        <ToString>Error</ToString>
        <I32>1</I32>
      </Obj>
      <S N="Message">The device has a bad block.</S>
      <S N="Source">disk</S>
      <Obj N="ReplacementStrings" RefId="2"><TN RefId="2"><T>System.String[]</T></TN><LST><S>\\Device\\Harddisk0\\DR0</S><S></S></LST></Obj>
      <I64 N="InstanceId">3221487623</I64>
      <DT N="TimeGenerated">2021-10-06T15:44:43</DT>
      <Nil N="UserName" />
    </Props>
    <MS><I32 N="EventID">7</I32></MS>
  </Obj>`;

test('the beginning of a real export: what is there of the event that was cut', () => {
  const { events, problems } = read(fixtureText('formats/clixml/get-winevent-cut.xml'));
  expect(events).toMatchObject([
    {
      position: 2,
      eventId: 4111,
      qualifiers: 16_384,
      level: 'information',
      provider: 'Microsoft-Windows-MSDTC',
      channel: 'Application',
      host: 'HOST01',
      recordId: 1250,
      time: {
        kind: 'exact',
        basis: 'offset',
        timeMs: Date.parse('2021-10-06T22:44:43.536Z'),
        ticks: 963,
        precisionMs: 0.0001,
      },
      strings: [],
      message: null,
      system: {
        task: 1,
        opcode: 0,
        keywords: '0x0080000000000000',
        providerGuid: '719be4ed-e9bc-4dd8-a7cf-c85ce8e4975d',
      },
    },
  ]);
  expect(problems).toEqual([{ code: 'clixml/cut', position: 2, detail: null }]);
});

describe('Export-Clixml', () => {
  test('of Get-WinEvent', () => {
    const { events, problems, findings } = read(document([winEvent(1), winEvent(2, { level: 2 })].join('\n')));
    expect(problems).toEqual([]);
    expect(findings.records).toBe(2);
    expect(events).toMatchObject([
      {
        position: 2,
        recordId: 1,
        eventId: 7036,
        user: 'S-1-5-18',
        level: 'information',
        message: 'The service is running.',
        strings: ['Print <Spooler>\r\n'],
        data: Uint8Array.of(0x53, 0, 0x70),
        system: { keywords: '0x8080000000000000', userId: 'S-1-5-18', activityId: null },
      },
      { position: 51, recordId: 2, level: 'error' },
    ]);
  });
  test('of Get-EventLog', () => {
    expect(read(document(ENTRY)).events).toMatchObject([
      {
        eventId: 3_221_487_623,
        level: 'error',
        provider: 'disk',
        recordId: 9,
        data: Uint8Array.of(3, 0),
        strings: ['\\Device\\Harddisk0\\DR0', ''],
        time: { kind: 'local', date: [2021, 10, 6] },
        user: null,
      },
    ]);
  });
  test('of one list of events', () => {
    const list = `  <Obj RefId="999"><TN RefId="9"><T>System.Object[]</T><T>System.Array</T></TN><LST>\n${winEvent(1)}\n${winEvent(2)}\n</LST></Obj>`;
    expect(read(document(list)).events.map(({ recordId }) => recordId)).toEqual([1, 2]);
  });
  test('of a selection, on one line', () => {
    const selected =
      '<Obj RefId="0"><TN RefId="0"><T>Selected.System.Diagnostics.Eventing.Reader.EventLogRecord</T></TN><MS><I32 N="Id">7</I32>' +
      '<S N="LevelDisplayName">Fehler</S><DT N="TimeCreated">2021-10-06T15:44:43Z</DT><S N="Message">m</S></MS></Obj>';
    expect(read(`${ROOT}${selected}${selected}</Objs>`).events).toMatchObject([
      { eventId: 7, level: 'error', provider: null, message: 'm' },
      { eventId: 7 },
    ]);
  });
});

describe('damage', () => {
  const all = [1, 2, 3].map((id) => winEvent(id));
  test('an object without its end costs no other', () => {
    const text = document([all[0], all[1]?.replace(/<\/Obj>$/, ''), all[2]].join('\n'));
    expect(read(text).events.map(({ recordId }) => recordId)).toEqual([1, 2, 3]);
  });
  test('an object that is no XML is left out', () => {
    const { events, problems } = read(
      document([all[0], all[1]?.replace('<I32 N="Id">', '<I32 N="Id>'), all[2]].join('\n')),
    );
    expect(events.map(({ recordId }) => recordId)).toEqual([1, 3]);
    expect(problems).toMatchObject([{ code: 'xml/malformed', position: 51 }]);
  });
  test('a message of 5 MB is passed over', () => {
    const text = document([all[0], winEvent(2, { message: 'x'.repeat(5 << 20) }), all[2]].join('\n'));
    const { events } = parseText(createClixmlParser, text, { size: 65_536 });
    expect(events.map(({ recordId }) => recordId).filter((id) => id !== 2)).toEqual([1, 3]);
  });
  test('cut and changed text never throws', () => {
    const text = document(all.join('\n'));
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom('', '<', '>', '"', '</Obj>', '<Obj RefId="1">'),
        (end, at, put) => {
          const damaged = (text.slice(0, at) + put + text.slice(at + 1)).slice(0, end);
          const [first, other] = [97, 65_536].map((size) => parseText(createClixmlParser, damaged, { size }));
          expect(other).toEqual(first);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('what no rule asks for is counted', () => {
  const interest = asking((_provider, id) => id === 7);
  const { events, counted } = read(document([winEvent(1), winEvent(2, { id: 7 })].join('\n')), interest);
  expect(events).toMatchObject([{ recordId: 2, system: null }]);
  expect(counted).toMatchObject([{ recordId: 1, eventId: 7036 }]);
});

test.each([
  [document(ENTRY), true],
  [`<?xml version="1.0"?>\n${ROOT}`, true],
  [`#< CLIXML\n${ROOT}`, true],
  ["<Objs xmlns='http://example.com/'>", false],
  ['<Events>', false],
])('recognises %#', (head, expected) => {
  expect(clixmlFormat.recognises(head)).toBe(expected);
});
