import { beforeAll, describe, expect, test } from 'vitest';
import { createEventXmlParser } from '../../../../../src/core/input/parsers/event-xml/parser.ts';
import { loadXmlParser } from '../../../../../src/core/input/xml/tree.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { readCsv } from '../csv/support.ts';
import { readOne } from './support.ts';

beforeAll(loadXmlParser);

const json = (payload: unknown) =>
  readOne({
    Payload: JSON.stringify(payload),
    ...{ Channel: 'Microsoft-Windows-TaskScheduler/Operational', Provider: 'Microsoft-Windows-TaskScheduler' },
    ...{ EventId: 129, EventRecordId: '193717', Level: 4, TimeCreated: '2018-08-27T01:07:12.1239454+00:00' },
  });
const csvText = (payload: unknown): string =>
  [
    'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,PayloadData1,Payload',
    `1,193717,2018-08-27 01:07:12.1239454,129,Info,Microsoft-Windows-TaskScheduler,Microsoft-Windows-TaskScheduler/Operational,,"${JSON.stringify(payload).replaceAll('"', '""')}"`,
  ].join('\n');
const xmlText = (payload: string): string =>
  `<Event><System><Provider Name="Microsoft-Windows-TaskScheduler" /><EventID>129</EventID><TimeCreated SystemTime="2018-08-27 01:07:12.1239454" /></System>${payload}</Event>`;

const item = (name: string, text: string) => ({ '@Name': name, '#text': text });

/** Of EvtxECmd: its JSON and its column `Payload`, and its XML. */
describe.each([
  [
    'EventData with a name, as the Task Scheduler writes it',
    { EventData: { '@Name': 'CreatedTaskProcess', Data: [item('TaskName', '\\X'), item('Priority', '16384')] } },
    '<EventData Name="CreatedTaskProcess"><Data Name="TaskName">\\X</Data><Data Name="Priority">16384</Data></EventData>',
    { TaskName: '\\X', Priority: '16384' },
  ],
  [
    'EventData with a name and one value',
    { EventData: { '@Name': 'TaskRegisteredEvent', Data: item('TaskName', '\\X') } },
    '<EventData Name="TaskRegisteredEvent"><Data Name="TaskName">\\X</Data></EventData>',
    { TaskName: '\\X' },
  ],
  [
    'one value',
    { EventData: { Data: item('TaskName', '\\X') } },
    '<EventData><Data Name="TaskName">\\X</Data></EventData>',
    { TaskName: '\\X' },
  ],
  [
    'a value without text',
    { EventData: { Data: [{ '@Name': 'TaskName' }, item('Priority', '16384')] } },
    '<EventData><Data Name="TaskName"></Data><Data Name="Priority">16384</Data></EventData>',
    { TaskName: '', Priority: '16384' },
  ],
  [
    'UserData, whose element has a name',
    { UserData: { EventXML: { '@Name': 'x', Param1: 'a', Param2: 'b' } } },
    '<UserData><EventXML Name="x"><Param1>a</Param1><Param2>b</Param2></EventXML></UserData>',
    { Param1: 'a', Param2: 'b' },
  ],
  [
    'UserData with values called Name and Value',
    { UserData: { EventXML: { Name: 'a', Value: 'b' } } },
    '<UserData><EventXML><Name>a</Name><Value>b</Value></EventXML></UserData>',
    { Name: 'a', Value: 'b' },
  ],
  [
    'structures',
    { EventData: { Data: item('Group', '0'), ComplexData: [item('IdleState', '01'), { '@Name': 'PerfState' }] } },
    '<EventData><Data Name="Group">0</Data><ComplexData Name="IdleState">01</ComplexData><ComplexData Name="PerfState"></ComplexData></EventData>',
    { Group: '0', IdleState: '01', PerfState: '' },
  ],
  [
    'a structure of parts',
    { EventData: { ComplexData: { '@Name': 'd', Data: [item('x', '1'), item('y', '2')] } } },
    '<EventData><ComplexData Name="d"><Data Name="x">1</Data><Data Name="y">2</Data></ComplexData></EventData>',
    { x: '1', y: '2' },
  ],
])('%s', (_name, payload, xml, fields) => {
  const wanted = { strings: Object.values(fields), fields: new Map(Object.entries(fields)) };

  test('JSON', () => expect(json(payload)).toMatchObject(wanted));
  test('CSV', () => {
    for (const size of PIECE_SIZES) expect(readCsv(csvText(payload), { size }).events).toMatchObject([wanted]);
  });
  test('XML', () => {
    for (const size of PIECE_SIZES)
      expect(parseText(createEventXmlParser, xmlText(xml), { size }).events).toMatchObject([wanted]);
  });
});

test('bytes with a hyphen between, in JSON as in CSV', () => {
  const payload = { EventData: { Data: item('param1', 'VSS'), Binary: '56-00-53-00' } };
  const wanted = { strings: ['VSS'], data: Uint8Array.of(0x56, 0, 0x53, 0) };
  expect(json(payload)).toMatchObject(wanted);
  expect(readCsv(csvText(payload)).events).toMatchObject([wanted]);
});
