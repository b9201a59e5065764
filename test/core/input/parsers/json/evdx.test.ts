import { expect, test } from 'vitest';
import { toContent, toEventRecord } from '../../../../../src/core/input/normalise/to-event.ts';
import { epochMs } from '../../../../../src/core/model/brand.ts';
import { toEventObject } from '../../../../../src/core/report/event-object.ts';
import { eventRecord } from '../../../engine/support/events.ts';
import { readOne } from './support.ts';

const written = toEventObject(
  eventRecord({
    timeMs: epochMs(Date.UTC(2012, 3, 6, 14, 7, 6, 625)),
    ticks: 1234,
    timeBasis: 'utc',
    precisionMs: 0.0001,
    host: 'wks',
    channel: 'System',
    provider: 'Microsoft-Windows-Kernel-Power',
    providerAlias: 'Kernel-Power',
    eventId: 41,
    qualifiers: 3,
    level: 'critical',
    category: 'A task',
    user: 'S-1-5-18',
    recordId: 13_392,
    strings: ['65537', '<x>1</x>', '[1,2]', '', '0x0'],
    fields: new Map([
      ['BugcheckCode', '65537'],
      ['_PSV', '<x>1</x>'],
      ['Data', '[1,2]'],
      ['Binary', ''],
      ['param1', '0x0'],
    ]),
    message: 'The system has rebooted.\nTwice.',
    data: Uint8Array.of(0, 255),
    recovered: true,
    system: {
      version: 2,
      task: 63,
      opcode: 0,
      keywords: '0x8000000000000002',
      processId: 4,
      threadId: 8,
      activityId: '{ee000000-0000-0000-0000-000000000000}',
      relatedActivityId: null,
      providerGuid: '{331C3B3A-2005-44C2-AC5E-77220C37D6B4}',
      userId: 'S-1-5-18',
    },
  }),
);

test('what evdx writes it reads back whole: names beside the inserts, whatever they are called, and whether it was recovered', () => {
  const raw = readOne(JSON.stringify(written));
  const { time } = raw;
  if (time?.kind !== 'exact') throw new Error('no exact time');
  const again = toEventObject(toEventRecord(raw, '-', { ...time, basis: 'utc' }, toContent(raw, new Map())));
  const { at: _at, places: _places, codes: _codes, ...all } = written;
  expect(again).toMatchObject(all);
});

test('a time whose zone nobody told stays without one, and the digits are what they were', () => {
  const local = JSON.stringify({ ...written, time: '2006-11-18T04:18:06.000Z', timeBasis: 'assumed-local' });
  expect(readOne(local).time).toMatchObject({
    kind: 'local',
    date: [2006, 11, 18],
    orders: ['ymd'],
    timeOfDayMs: 15_486_000,
  });
  expect(readOne(JSON.stringify({ ...written, timeBasis: 'given' })).time).toMatchObject({ kind: 'exact' });
});

test('an event without an id, of a damaged log, is one too', () => {
  const { provider, eventId } = readOne(JSON.stringify({ ...written, eventId: null }));
  expect([provider, eventId]).toEqual(['Microsoft-Windows-Kernel-Power', null]);
});
