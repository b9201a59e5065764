import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { cleanName, cleanToken } from '../../../../src/core/input/event-schema/values.ts';
import { createEventXmlParser } from '../../../../src/core/input/parsers/event-xml/parser.ts';
import { isRemoved } from '../../../../src/core/input/text/clean.ts';
import { loadXmlParser } from '../../../../src/core/input/xml/tree.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import { type EventRecord, levels, type PayloadElement, type RawEvent } from '../../../../src/core/model/event.ts';
import { eventsToXml, eventXml } from '../../../../src/core/report/writers/event-xml.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { parseText } from '../../../support/parse-text.ts';
import { eventRecord } from '../../../support/sample-events.ts';

await loadXmlParser();

function readBack(events: readonly EventRecord[]): readonly RawEvent[] {
  const xml = eventsToXml(events);
  expect(XMLValidator.validate(xml)).toBe(true);
  const read = parseText(createEventXmlParser, xml);
  expect(read.problems).toEqual([]);
  return read.events;
}

const full = eventRecord({
  recordId: 183,
  timeMs: epochMs(Date.UTC(2025, 1, 19, 13, 25, 2, 656)),
  ticks: 439,
  timeBasis: 'utc',
  precisionMs: 0.0001,
  host: 'host01.example.com',
  channel: 'DNS Server',
  provider: 'Microsoft-Windows-DNS-Server-Service',
  providerAlias: 'DNS',
  eventId: 4013,
  qualifiers: 16_384,
  level: 'warning',
  category: 'Startup',
  user: 'S-1-5-18',
  strings: ['a', '', 'b & <c>'],
  fields: new Map([['name', 'b & <c>']]),
  message: 'Wait.\nMore.',
  data: Uint8Array.of(0, 10, 255),
  system: {
    version: 0,
    task: 2,
    opcode: 12,
    keywords: '0x8000000000020000',
    processId: 2868,
    threadId: 3112,
    activityId: '{A}',
    relatedActivityId: null,
    providerGuid: '{71a551f5}',
    userId: 'S-1-5-18',
  },
});

describe('the form', () => {
  test('is that of wevtutil with the rendered text', () => {
    expect(eventXml.write(full)).toBe(
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>" +
        "<Provider Name='Microsoft-Windows-DNS-Server-Service' Guid='{71a551f5}' EventSourceName='DNS'/>" +
        "<EventID Qualifiers='16384'>4013</EventID><Version>0</Version><Level>3</Level><Task>2</Task><Opcode>12</Opcode>" +
        "<Keywords>0x8000000000020000</Keywords><TimeCreated SystemTime='2025-02-19T13:25:02.6560439Z'/>" +
        "<EventRecordID>183</EventRecordID><Correlation ActivityID='{A}'/><Execution ProcessID='2868' ThreadID='3112'/>" +
        "<Channel>DNS Server</Channel><Computer>host01.example.com</Computer><Security UserID='S-1-5-18'/></System>" +
        "<EventData><Data>a</Data><Data></Data><Data Name='name'>b &amp; &lt;c&gt;</Data><Binary>000AFF</Binary></EventData>" +
        "<RenderingInfo Culture=''><Message>Wait.\nMore.</Message><Task>Startup</Task></RenderingInfo></Event>",
    );
  });

  test('leaves out what the event does not know', () => {
    const nothing = eventRecord({
      timeMs: null,
      timeBasis: 'none',
      ...{
        host: null,
        channel: null,
        provider: null,
        eventId: null,
        level: null,
        category: null,
        message: null,
        data: null,
      },
    });
    expect(eventXml.write(nothing)).toBe(
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System></System></Event>",
    );
  });

  test('has one root', () => {
    expect(eventsToXml([])).toBe('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n\n</Events>\n');
    expect(readBack([full, full, full])).toHaveLength(3);
  });

  test.each([
    ['60000', 60_000, 0, 0, '2025-02-19T13:25:00Z'],
    ['1000', 1000, 2000, 0, '2025-02-19T13:25:02Z'],
    ['1', 1, 2000, 0, '2025-02-19T13:25:02.000Z'],
    ['0.001', 0.001, 2656, 430, '2025-02-19T13:25:02.656043Z'],
    ['0.0001', 0.0001, 2000, 0, '2025-02-19T13:25:02.0000000Z'],
    ['1000, though there is more', 1000, 2656, 439, '2025-02-19T13:25:02.6560439Z'],
  ])('times have the digits of their precision: %s ms', (_name, precisionMs, pastMinute, ticks, text) => {
    const timeMs = epochMs(Date.UTC(2025, 1, 19, 13, 25) + pastMinute);
    expect(eventXml.write(eventRecord({ timeMs, ticks, precisionMs }))).toContain(`SystemTime='${text}'`);
  });

  test('a payload that is known stands as it stood', () => {
    const payload: PayloadElement = {
      name: 'UserData',
      attributes: [],
      children: [
        {
          name: 'v:EventXML',
          attributes: [
            ['xmlns:v', 'Vendor_NS'],
            ['v:a', '1'],
            ['gone:b', '2'],
            ['xml:space', 'preserve'],
          ],
          children: [
            { name: 'v:Name', attributes: [], children: ['x'] },
            { name: 'gone:Name', attributes: [], children: [] },
            { name: 'not a name', attributes: [['<', '1']], children: [] },
          ],
        },
      ],
    };
    expect(eventXml.write(eventRecord({ payload, strings: ['other'], message: null, category: null }))).toContain(
      "<UserData><v:EventXML xmlns:v='Vendor_NS' v:a='1' b='2' xml:space='preserve'><v:Name>x</v:Name><Name/><Data/></v:EventXML></UserData></Event>",
    );
  });
});

/** What reading leaves of a text that XML can only hold in part. */
const readable = (text: string): string =>
  [...text]
    .map((character) => {
      if (/^\p{Surrogate}$/u.test(character)) return '\ufffd';
      return isRemoved(character) || /^[\v\ufffe\uffff]$/.test(character) ? '' : character;
    })
    .join('');

const hostile = fc.oneof(
  fc.constantFrom(...Object.values(hostileTexts).filter(({ length }) => length < 1000)),
  fc.constantFrom(
    ']]>',
    '<![CDATA[x]]>',
    '</Event>',
    '"\'',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\n \n',
    '\u0000 ',
    '\u00a0',
    '&#0;',
    '&amp;lt;',
    '😀',
    '-->',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);

const records: fc.Arbitrary<EventRecord> = fc
  .record({
    recordId: orNull(fc.nat()),
    timeMs: fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 11, 31) }).map(epochMs),
    ticks: fc.nat(9999),
    precisionMs: fc.constant(0.0001),
    timeBasis: fc.constant('utc' as const),
    host: orNull(hostile),
    channel: orNull(hostile),
    provider: orNull(hostile),
    providerAlias: orNull(hostile),
    eventId: orNull(fc.nat(0xffff)),
    qualifiers: orNull(fc.nat(0xffff)),
    level: orNull(fc.constantFrom(...levels)),
    category: orNull(hostile),
    user: orNull(hostile),
    strings: fc.array(hostile, { maxLength: 6 }),
    message: orNull(hostile),
    data: orNull(fc.uint8Array({ minLength: 1, maxLength: 20 })),
  })
  .map(eventRecord);

describe('read back', () => {
  test('every text comes back as far as XML can hold it', () => {
    fc.assert(
      fc.property(records, (record) => {
        const name = (text: string | null): string | null => cleanName(readable(text ?? ''));
        expect(readBack([record])).toEqual([
          {
            position: 3,
            recordId: record.recordId,
            time: { kind: 'exact', basis: 'utc', timeMs: record.timeMs, ticks: record.ticks, precisionMs: 0.0001 },
            host: cleanToken(readable(record.host ?? '')),
            channel: name(record.channel),
            provider: name(record.provider),
            providerAlias: name(record.providerAlias),
            eventId: record.eventId,
            qualifiers: record.qualifiers,
            level: record.level,
            category: name(record.category),
            user: name(record.user),
            strings: record.strings.map(readable),
            fields: new Map(),
            message: readable(record.message ?? '') || null,
            data: record.data,
            recovered: false,
            system: expect.anything(),
            payload: record.strings.length === 0 && record.data === null ? null : expect.anything(),
            otherForms: [],
          },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  test('named values keep their places and names', () => {
    const values = fc.array(
      fc.tuple(orNull(fc.constantFrom('a', 'b', '__proto__', 'name with blank', 'ä<&"')), hostile),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(values, (pairs) => {
        const fields = new Map(
          pairs.flatMap(([name, text]) => (name === null ? [] : [[name, text] as const])).toReversed(),
        );
        const [read] = readBack([eventRecord({ strings: pairs.map(([, text]) => text), fields })]);
        expect(read?.strings).toEqual(pairs.map(([, text]) => readable(text)));
        expect(read?.fields).toEqual(new Map([...fields].map(([name, text]) => [name, readable(text)])));
      }),
      { numRuns: 300 },
    );
  });

  test('a payload tree comes back as it was', () => {
    const name = fc.constantFrom('Data', 'EventXML', 'Name', 'ns:Value', 'Größe', 'toString');
    const attribute = fc.tuple(fc.constantFrom('Name', 'b', 'ns:c'), hostile.map(readable));
    const { tree } = fc.letrec<{ tree: PayloadElement }>((tie) => ({
      tree: fc.record({
        name,
        attributes: fc.uniqueArray(attribute, { maxLength: 3, selector: ([key]) => key }),
        children: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          hostile.map((text) => (readable(text) === '' ? [] : [readable(text)])),
          fc.array(tie('tree'), { maxLength: 3 }),
        ),
      }),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (children) => {
        const payload: PayloadElement = { name: 'UserData', attributes: [['xmlns:ns', 'Vendor']], children };
        expect(readBack([eventRecord({ payload })])[0]?.payload).toEqual(payload);
      }),
      { numRuns: 300 },
    );
  });
});

test('a time whose zone nobody told comes back as one, with its digits, and as nothing else', () => {
  const local = eventRecord({ timeMs: epochMs(Date.UTC(2024, 4, 1, 3, 0, 7)), timeBasis: 'assumed-local' });
  expect(readBack([{ ...local, precisionMs: 1000, ticks: 0 }]).map(({ time }) => time)).toEqual([
    {
      ...{ kind: 'local', date: [2024, 5, 1], orders: ['ymd'], timeOfDayMs: (3 * 3600 + 7) * 1000, ticks: 0 },
      precisionMs: 1000,
    },
  ]);
  expect(readBack([{ ...local, timeBasis: 'given' }]).map(({ time }) => time?.kind)).toEqual(['exact']);
});
