import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { isTable } from '../../../../../src/core/input/parsers/csv/recognise.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { AT, readCsv } from './support.ts';

beforeAll(() => prepareMixture());

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

test.each([
  [
    'orders',
    table(
      'order_id,date,product,quantity,category',
      '1,2024-01-05 10:00:00,Espresso,2,Drinks',
      '2,2024-01-05 10:01:00,Tea,1,Drinks',
    ),
  ],
  [
    'orders by name',
    table(
      'customer,date,product,quantity,category',
      'Ann,2024-01-05 10:00:00,Espresso,2,Drinks',
      'Bob,2024-01-05 10:01:00,Tea,1,Drinks',
    ),
  ],
  [
    'payments',
    table(
      'TID;Time;Value;From;FromAccount;To;ToAccount',
      '12;2024-01-01 10:06:42;1479.43;6;3;8;3',
      '21;2024-01-01 18:03:07;147.4;8;0;6;0',
    ),
  ],
  [
    'steps of a process',
    table(
      '"handling","case","employee","id","kind","time",".order"',
      '"Registration","1","r1","1","start",2017-01-02 11:41:53,1',
    ),
  ],
  [
    'counts of a table that pandas wrote',
    table(
      ',time,Logon,Logoff,File System',
      '0,2016-08-25 20:05:10.000 MDT,0,0,1',
      '1,2016-08-25 20:26:01.000 MDT,0,0,1',
    ),
  ],
  ['measurements', table(',timestamp,sensor,value', '0,2024-01-05 10:00:00,temp,21', '1,2024-01-05 10:01:00,temp,22')],
  [
    'what visitors of a shop did',
    table('event_id,customer_id,event_date,event_type', '1,1_C,2023-05-02,add_to_cart', '2,1_C,2023-05-02,checkout'),
  ],
  [
    'rows with a plain id',
    table(
      'Id,Timestamp,ExeInfo,UserName',
      '1,2024-01-05 10:00:00,svchost.exe,system',
      '2,2024-01-05 11:00:00,lsass.exe,system',
    ),
  ],
  [
    'tickets',
    table(
      'id,created,source,message',
      '1201,2024-01-05 10:00:00,Email,Printer broken',
      '1202,2024-01-05 11:00:00,Portal,No VPN',
    ),
  ],
  ['codes with a time', table('Time,EventCode,Player', '2024-01-05 10:00:00,12,Ann', '2024-01-05 10:01:00,13,Bob')],
  [
    'what an exam saw',
    table(
      'Event ID,Candidate ID,Event Type,Timestamp,Remarks',
      '92,C1099,Exam Started,2026-07-17 21:36:02,Exam session started',
    ),
  ],
  [
    'a log of the setup with a list of masks',
    table(
      "2023-05-23 00:28:49, Info                  MIG        Set('1,2,4,8,536870913,536870914,536870916,536870920,268435457,268435458')",
    ),
  ],
])('%s are no events', (_name, text) => {
  expect(isTable(text)).toBe(false);
  expect(parseText(createMixtureParser, text).events).toEqual([]);
});

test.each([
  ['a type that Windows has', 'EventID,Timestamp,User,Event Type', '4625,10/7/2016 6:38:24 PM,Ann,Failure Audit'],
  ['a time that Windows calls so', 'TimeCreated,EventCode,Account_Name', '10/7/2016 6:38:24 PM,4625,Ann'],
  [
    'a type of its own, of a machine',
    'EventID,Timestamp,Computer,Event Type',
    '4625,10/7/2016 6:38:24 PM,PC01,Logon failed',
  ],
])('%s is one of an event', (_name, header, row) => {
  expect(isTable(table(header, row))).toBe(true);
  expect(readCsv(table(header, row)).events).toMatchObject([{ eventId: 4625, time: AT }]);
});
