import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsProse } from '../../../../src/core/input/blocks/prose.ts';
import { localTimeMs } from '../../../../src/core/input/normalise/calendar.ts';
import { createClipboardParser } from '../../../../src/core/input/parsers/clipboard/parser.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import type { EventRecord, RawEvent } from '../../../../src/core/model/event.ts';
import { levels } from '../../../../src/core/model/event.ts';
import { writeClipboardNt } from '../../../../src/core/report/writers/clipboard-nt.ts';
import { writeClipboardVista } from '../../../../src/core/report/writers/clipboard-vista.ts';
import { parseText } from '../../../support/parse-text.ts';
import { eventRecord } from '../../../support/sample-events.ts';

const EVENT = eventRecord({
  timeMs: epochMs(Date.UTC(2006, 2, 14, 13, 0, 1)),
  data: new TextEncoder().encode('Backup in progress.\0'),
});
const ABORT: EventRecord = { ...EVENT, eventId: 9614, message: null, data: null, level: 'information' };

test('as the copy button of 2003 writes it', () => {
  expect(writeClipboardNt([EVENT])).toBe(
    [
      'Event Type:\tError',
      'Event Source:\tMSExchangeIS',
      'Event Category:\tExchange VSS Writer',
      'Event ID:\t9607',
      'Date:\t\t3/14/2006',
      'Time:\t\t1:00:01 PM',
      'User:\t\tN/A',
      'Computer:\tex1',
      'Description:',
      'Error code 0x50d when preparing for backup.',
      '',
      'For more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.',
      'Data:',
      '0000: 42 61 63 6b 75 70 20 69   Backup i',
      '0008: 6e 20 70 72 6f 67 72 65   n progre',
      '0010: 73 73 2e 00               ss..',
      '',
    ].join('\r\n'),
  );
});

test('as "Copy details as text" writes it', () => {
  expect(writeClipboardVista([EVENT])).toBe(
    [
      'Log Name:      Application',
      'Source:        MSExchangeIS',
      'Date:          3/14/2006 1:00:01 PM',
      'Event ID:      9607',
      'Task Category: Exchange VSS Writer',
      'Level:         Error',
      'Keywords:      Classic',
      'User:          N/A',
      'Computer:      ex1',
      'Description:',
      'Error code 0x50d when preparing for backup.',
      '',
    ].join('\r\n'),
  );
});

/** What both an event that was written and one that was read have. */
const content = ({ host, provider, eventId, level, category, user, message, strings }: EventRecord | RawEvent) => ({
  host,
  provider,
  eventId,
  level,
  category,
  user,
  message,
  strings,
});
const timeOf = ({ time }: RawEvent) =>
  time?.kind === 'local' ? localTimeMs(time, time.orders.includes('mdy') ? 'mdy' : 'dmy') : null;
const readBack = (text: string) => parseText(createClipboardParser, text.replaceAll('\r\n', '\n'));

describe.each([
  ['nt', writeClipboardNt],
  ['vista', writeClipboardVista],
] as const)('%s: what was written is read back', (generation, write) => {
  test('inserts of an event without a message survive, and their message is the words of the viewer', () => {
    for (const strings of [['disk', '7'], ['only one'], ['a', 'b', 'c d', '\\Device\\Harddisk0', '0x50d']]) {
      const [event] = readBack(write([{ ...ABORT, strings }, EVENT])).events;
      expect(event?.strings).toEqual(strings);
      expect(event?.message?.startsWith('The description for Event ID')).toBe(true);
    }
  });

  test('an empty list, an event without a time, one without names', () => {
    expect(write([])).toBe('');
    const bare: EventRecord = {
      ...ABORT,
      timeMs: null,
      timeBasis: 'none',
      host: null,
      channel: null,
      category: null,
      level: null,
    };
    const { events, problems } = readBack(write([bare, EVENT]));
    expect(problems).toEqual([]);
    expect(events.map(content)).toEqual([content(bare), content(EVENT)]);
    expect(events[0]?.time).toBeNull();
  });

  test('the data, where the format has it', () => {
    expect(readBack(write([EVENT])).events[0]?.data).toEqual(generation === 'nt' ? EVENT.data : null);
  });

  const word = fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,11}$/)
    // Headings, and the words with which a person goes on behind a description, in any language.
    .filter((text) => !/^(?:name|user|computer|source|date|time|x+|none|we|so|any)$/i.test(text))
    .filter((text) => !beginsProse(text, '', true));
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  const event = fc.record({
    host: fc.option(word.map((text) => text.toLowerCase())),
    channel: fc.option(word),
    provider: fc.option(words),
    eventId: fc.integer({ min: 0, max: 65_535 }),
    level: fc.option(fc.constantFrom(...levels)),
    category: fc.option(words),
    user: fc.option(word),
    timeMs: fc.option(
      fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2100, 0) }).map((ms) => epochMs(Math.floor(ms / 1000) * 1000)),
    ),
    message: fc
      .array(
        fc.oneof(
          words.map((text) => `Error ${text} 0x80070005.`),
          fc.constant(''),
          words.map((text) => `\t${text}: 7`),
        ),
        { maxLength: 5 },
      )
      .map((lines) => lines.join('\n').trim() || null),
    data: fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 })),
  });

  test('whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 4 }), (parts) => {
        const events = parts.map((part): EventRecord => ({ ...EVENT, ...part }));
        const { events: read, problems } = readBack(write(events));
        expect(problems).toEqual([]);
        expect(read.map(content)).toEqual(events.map(content));
        expect(read.map(timeOf)).toEqual(events.map(({ timeMs }) => timeMs));
        if (generation === 'nt') expect(read.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
        else expect(read.map(({ channel }) => channel)).toEqual(events.map(({ channel }) => channel));
      }),
      { numRuns: 400 },
    );
  });
});
