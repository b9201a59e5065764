import { expect } from 'vitest';
import { createJsonParser } from '../../../../../src/core/input/parsers/json/parser.ts';
import type { RawEvent } from '../../../../../src/core/model/event.ts';
import type { Interest } from '../../../../../src/core/model/interest.ts';
import { asking } from '../../../../support/interests.ts';
import { type Parsed, parseInPieces } from '../../../../support/parse-text.ts';

export const readJsonText = (text: string, interest?: Interest): Parsed =>
  parseInPieces(createJsonParser, text, interest);

/** The only event of a record without any problem. */
export function readOne(record: unknown): RawEvent {
  const { events, problems } = readJsonText(typeof record === 'string' ? record : JSON.stringify(record));
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

/** As evtx_dump writes it. */
export const evtxDumpRecord = (recordId: number, { id = 7036, level = 4, text = 'running' } = {}): unknown => ({
  Event: {
    '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
    System: {
      Provider: { '#attributes': { Name: 'Service Control Manager', EventSourceName: 'Service Control Manager' } },
      EventID: { '#attributes': { Qualifiers: 16_384 }, '#text': id },
      Version: 0,
      Level: level,
      Task: 0,
      Opcode: 0,
      Keywords: '0x8080000000000000',
      TimeCreated: {
        '#attributes': { SystemTime: `2012-03-14T04:17:${String(recordId % 60).padStart(2, '0')}.354562Z` },
      },
      EventRecordID: recordId,
      Correlation: null,
      Execution: { '#attributes': { ProcessID: 548, ThreadID: 1000 + (recordId % 7) } },
      Channel: 'System',
      Computer: 'HOST01.example.com',
      Security: null,
    },
    EventData: { param1: 'Spooler', param2: text },
  },
});

/** Wants nothing but these ids. */
export const wanting = (...ids: readonly number[]): Interest =>
  asking(
    (_provider, id) => id === null || ids.includes(id),
    (text) => text.includes('0x800423f2'),
  );

/** A time in UTC, to the millisecond and the 100 ns left over. */
export const utc = (iso: string, ticks = 0) => ({ kind: 'exact', timeMs: Date.parse(iso), ticks });

/** What a program makes of an event, and what of it can be known. */
export type Sample = readonly [name: string, record: unknown, expected: object];
export function expectRead(_name: string, record: unknown, expected: object): void {
  expect(readOne(record)).toMatchObject(expected);
}
