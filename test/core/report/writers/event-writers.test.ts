import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../../src/core/model/event.ts';
import { eventWriters } from '../../../../src/core/report/writers/index.ts';
import type { EventWriter } from '../../../../src/core/report/writers/writer.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { eventRecord } from '../../../support/sample-events.ts';

const writeAll = ({ head, separator, foot, write }: EventWriter, events: readonly EventRecord[]): string =>
  `${head}${events.map((event) => write(event)).join(separator)}${foot}`;

describe('jsonl', () => {
  test('has the keys of the documented object, in their order', () => {
    const written = writeAll(eventWriters.jsonl, [eventRecord({ ticks: 1234 })]);
    expect(written).toBe(
      [
        '{"time":"2006-03-02T01:00:01.0001234Z","timeBasis":"assumed-local","host":"ex1","channel":"Application",',
        '"provider":"MSExchangeIS","eventId":9607,"qualifiers":null,"level":"error","category":"Exchange VSS Writer",',
        '"user":null,"recordId":null,"strings":[],"fields":{},"message":"Error code 0x50d when preparing for backup.",',
        '"data":"4261636b","codes":[1293],"at":{"source":"paste.txt","position":29,"recordId":null},"places":[],',
        '"providerAlias":null,"recovered":false,"system":{"version":null,"task":null,"opcode":null,"keywords":null,',
        '"processId":null,"threadId":null,"activityId":null,"relatedActivityId":null,"providerGuid":null,"userId":null}}\n',
      ].join(''),
    );
  });
  test('has no time where there is none', () => {
    const written = writeAll(eventWriters.jsonl, [eventRecord({ timeMs: null, timeBasis: 'none' })]);
    expect(written.startsWith('{"time":null,"timeBasis":"none",')).toBe(true);
  });
  test('keeps a field whatever it is called', () => {
    const fields = new Map([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    const read = JSON.parse(writeAll(eventWriters.jsonl, [eventRecord({ fields })]));
    expect(Object.entries(read.fields)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
  test('nothing is written for no events', () => {
    expect(writeAll(eventWriters.jsonl, [])).toBe('');
  });
});

describe('json', () => {
  test.each([0, 1, 2])('is an array of %i events', (count) => {
    const read = JSON.parse(
      writeAll(
        eventWriters.json,
        Array.from({ length: count }, () => eventRecord()),
      ),
    );
    expect(read).toHaveLength(count);
  });
});

describe('csv', () => {
  test('has a head and a row an event', () => {
    expect(writeAll(eventWriters.csv, [eventRecord({ strings: ['a', 'b'], codes: [-1032] })])).toBe(
      [
        'time,timeBasis,host,channel,provider,eventId,level,category,user,recordId,message,strings,codes,source,position\r\n',
        '2006-03-02T01:00:01.000Z,assumed-local,ex1,Application,MSExchangeIS,9607,error,Exchange VSS Writer,,,',
        'Error code 0x50d when preparing for backup.,"[""a"",""b""]",[-1032],paste.txt,29\r\n',
      ].join(''),
    );
  });
});

describe.each(Object.entries(eventWriters))('%s', (_format, writer) => {
  test.each(Object.entries(hostileTexts))('lets nothing through that acts: %s', (_name, text) => {
    const event = eventRecord({
      host: text,
      provider: text,
      message: text,
      strings: [text],
      category: text,
      user: text,
      source: text,
    });
    expect(writeAll(writer, [event])).not.toMatch(/[^\P{Cc}\r\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
  });
});
