import { describe, expect, test } from 'vitest';
import type { RawEvent } from '../../../../../src/core/model/event.ts';
import { asking } from '../../../../support/interests.ts';
import { parseEvtx, problemsOf } from '../../../../support/parse-bytes.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import {
  addEvent,
  binary,
  binXml,
  bytesAs,
  CHUNK_BYTES,
  ChunkBytes,
  cdata,
  characterReference,
  chunkOf,
  element,
  endOfFragment,
  entityReference,
  eventParts,
  FILE_HEADER_BYTES,
  fileOf,
  fragmentHeader,
  insert,
  instance,
  instruction,
  type LogEvent,
  none,
  type Part,
  string,
  systemElement,
  systemValues,
  text,
  uint32,
  value,
  WRITTEN,
  WRITTEN_MS,
  withDependencyIds,
} from './build.ts';

const EVENTS = 'http://schemas.microsoft.com/win/2004/08/events/event';
const template = { id: 0x2000 };
const FIRST = FILE_HEADER_BYTES + 512;

function only(bytes: Uint8Array): RawEvent & { readonly notes: readonly string[] } {
  const parsed = parseEvtx(bytes);
  const [event] = parsed.events;
  expect(parsed.events).toHaveLength(1);
  if (event === undefined) throw new Error('no event');
  return { ...event, notes: problemsOf(parsed) };
}
const read = (event: LogEvent) => only(fileOf(chunkOf(event).finish()));
const readPayload = (...payload: readonly Part[]) => read({ payload, template });
const data = (...content: readonly Part[]) =>
  element('EventData', {}, element('Data', { Name: text('a') }, ...content));

test('a classic event: every part of it', () => {
  const sid = bytesAs(0x13, [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0]);
  const values = systemValues({ recordId: 7, eventId: 439, level: 2 });
  values[7] = bytesAs(0x0f, [1, 0, 0, 0, 2, 0, 3, 0, 4, 5, 6, 7, 8, 9, 10, 11]);
  values[12] = sid;
  const payload = element(
    'EventData',
    {},
    element('Data', {}, value(13)),
    element('Data', {}, value(14, { optional: false })),
    element('Data', { Name: text('path') }, value(15)),
    element('Binary', {}, value(16)),
  );
  const event = element('Event', { xmlns: text(EVENTS) }, systemElement('ESE'), payload);
  const chunk = new ChunkBytes();
  const inserts = [string('lsass'), none, string('C:\\a.edb'), binary(0, 1, 0xfe)];
  chunk.record(7, WRITTEN, [fragmentHeader, instance(template, [event], [...values, ...inserts]), endOfFragment]);
  expect(only(fileOf(chunk.finish()))).toEqual({
    position: FIRST,
    recordId: 7,
    time: { kind: 'exact', basis: 'utc', timeMs: WRITTEN_MS, ticks: 9012, precisionMs: 0.0001 },
    host: 'EX1.corp.example',
    channel: 'Application',
    provider: 'ESE',
    providerAlias: null,
    eventId: 439,
    qualifiers: 0xc000,
    level: 'error',
    category: null,
    user: 'S-1-5-18',
    strings: ['lsass', '', 'C:\\a.edb'],
    fields: new Map([['path', 'C:\\a.edb']]),
    message: null,
    data: Uint8Array.of(0, 1, 0xfe),
    recovered: false,
    system: {
      version: 0,
      task: 3,
      opcode: 0,
      keywords: '0x80000000000000',
      processId: 4,
      threadId: 8,
      activityId: '{00000001-0002-0003-0405-060708090A0B}',
      relatedActivityId: null,
      providerGuid: null,
      userId: 'S-1-5-18',
    },
    payload: {
      name: 'EventData',
      attributes: [],
      children: [
        { name: 'Data', attributes: [], children: ['lsass'] },
        { name: 'Data', attributes: [], children: [] },
        { name: 'Data', attributes: [['Name', 'path']], children: ['C:\\a.edb'] },
        { name: 'Binary', attributes: [], children: ['0001FE'] },
      ],
    },
    otherForms: [],
    notes: [],
  });
});

describe('text', () => {
  test('of all its tokens is one text', () => {
    const parts = [text('a '), cdata('<b>'), characterReference(0xe9), entityReference('amp'), entityReference('lt')];
    const more = [entityReference('gt'), entityReference('quot'), entityReference('apos'), value(4), text(' z')];
    expect(readPayload(data(...parts, ...more)).strings).toEqual([`a <b>é&<>"'49152 z`]);
  });

  test('an instruction stands beside it and says nothing', () => {
    const { strings, notes } = readPayload(data(text('a'), instruction('xml', 'b="c"'), text('d')));
    expect({ strings, notes }).toEqual({ strings: ['ad'], notes: [] });
  });

  test('of an attribute may hold values too', () => {
    const list = bytesAs(0x84, [1, 2]);
    const payload = element(
      'UserData',
      {},
      element('E', { a: [text('x'), insert(0), characterReference(33)], b: insert(1) }),
    );
    const { payload: read } = readInserts([payload], uint32(5), list);
    expect(read?.children).toEqual([
      {
        name: 'E',
        attributes: [
          ['a', 'x5!'],
          ['b', '1 2'],
        ],
        children: [],
      },
    ]);
  });

  test('an attribute whose optional value is null is not there', () => {
    const { payload } = readInserts([element('UserData', {}, element('E', { a: insert(0) }, text('x')))], none);
    expect(payload?.children).toEqual([{ name: 'E', attributes: [], children: ['x'] }]);
  });
});

const readInserts = (payload: readonly Part[], ...inserts: LogEvent['inserts'] & object) =>
  read({ payload, template, inserts });

describe('the payload', () => {
  test('of named and unnamed data: inserts by place, the first of equal names', () => {
    const item = (name: string | null, content: string) =>
      element('Data', name === null ? {} : { Name: text(name) }, text(content));
    const { strings, fields } = readPayload(
      element('EventData', {}, item(null, '1'), item('a', '2'), item('a', '3'), item(null, '4')),
    );
    expect({ strings, fields }).toEqual({ strings: ['1', '2', '3', '4'], fields: new Map([['a', '2']]) });
  });

  const disk = element(
    'Disk',
    { xmlns: text('urn:x') },
    element('Name', {}, text('C:')),
    element('Size', {}, insert(0)),
  );

  test('UserData in the template', () => {
    const { strings, fields } = readInserts([element('UserData', {}, disk)], uint32(9));
    expect({ strings, fields }).toEqual({
      strings: ['C:', '9'],
      fields: new Map([
        ['Name', 'C:'],
        ['Size', '9'],
      ]),
    });
  });

  const NESTED: readonly (readonly [what: string, content: readonly Part[]])[] = [
    ['elements, without fragment header', [element('D', { a: text('1') }, element('N', {}, text('x')))]],
    [
      'elements behind a fragment header',
      [fragmentHeader, element('D', {}, element('N', {}, text('x'))), endOfFragment],
    ],
    ['elements with dependency ids', [withDependencyIds(true, element('D', {}, element('N', {}, text('x'))))]],
    [
      'an instance of another template',
      [fragmentHeader, instance({ id: 0x3000 }, [element('D', {}, element('N', {}, value(0)))], [string('x')])],
    ],
    [
      'an instance without fragment header',
      [instance({ id: 0x3001 }, [element('D', {}, element('N', {}, value(0)))], [string('x')])],
    ],
    [
      'an instance that embeds another fragment',
      [instance({ id: 0x3002 }, [element('D', {}, value(0))], [binXml(element('N', {}, text('x')))])],
    ],
  ];
  test.each(NESTED)('UserData as binary XML inside: %s', (_, content) => {
    const { strings, fields, notes } = readInserts([element('UserData', {}, insert(0))], binXml(...content));
    expect({ strings, fields, notes }).toEqual({ strings: ['x'], fields: new Map([['N', 'x']]), notes: [] });
  });
  test.each(NESTED)('the whole payload as one value: %s', (_, content) => {
    const { strings, payload, notes } = readInserts([insert(0)], binXml(...content));
    expect({ strings, name: payload?.name, notes }).toEqual({ strings: ['x'], name: 'D', notes: [] });
  });

  test('EventData as binary XML inside has inserts and bytes as any other', () => {
    const inner = [
      element('Data', { Name: text('a') }, value(0)),
      element('Data', {}, value(1)),
      element('Binary', {}, value(2)),
    ];
    const nested = instance(
      { id: 0x3003 },
      [element('EventData', {}, ...inner)],
      [string('x'), uint32(2), binary(1, 2)],
    );
    const { strings, fields, data: bytes } = readInserts([insert(0)], binXml(fragmentHeader, nested));
    expect({ strings, fields, bytes }).toEqual({
      ...{ strings: ['x', '2'], fields: new Map([['a', 'x']]), bytes: Uint8Array.of(1, 2) },
    });
  });

  test('BinaryEventData is bytes', () => {
    const { strings, data: bytes } = readInserts([element('BinaryEventData', {}, insert(0))], binary(0xde, 0xad));
    expect({ strings, bytes }).toEqual({ strings: [], bytes: Uint8Array.of(0xde, 0xad) });
  });

  test('ProcessingErrorData says that Windows failed to write the payload', () => {
    const { strings, fields, notes } = readPayload(
      element(
        'ProcessingErrorData',
        {},
        element('ErrorCode', {}, text('15005')),
        element('DataItemName', {}, text('a')),
        element('EventPayload', {}, text('0102')),
      ),
    );
    expect({ strings, fields, notes }).toEqual({
      strings: [],
      fields: new Map([
        ['ErrorCode', '15005'],
        ['DataItemName', 'a'],
        ['EventPayload', '0102'],
      ]),
      notes: [`xml/no-payload@${FIRST} 15005`],
    });
  });

  test('RenderingInfo of a forwarded event is its message', () => {
    const rendering = element(
      'RenderingInfo',
      {},
      element('Message', {}, text('It broke.')),
      element('Task', {}, text('Backup')),
    );
    const { message, category, strings } = readPayload(data(text('x')), rendering);
    expect({ message, category, strings }).toEqual({ message: 'It broke.', category: 'Backup', strings: ['x'] });
  });
});

/** An event whose elements hold their texts themselves. */
const plainEvent = element(
  'Event',
  { xmlns: text(EVENTS) },
  element(
    'System',
    {},
    element('Provider', { Name: text('MSExchange CmdletLogs') }),
    element('EventID', { Qualifiers: text('16384') }, text('1')),
    element('Level', {}, text('4')),
    element('TimeCreated', { SystemTime: text('2026-01-02T03:04:05.6789012Z') }),
    element('EventRecordID', {}, text('5')),
    element('Channel', {}, text('MSExchange Management')),
    element('Computer', {}, text('EX1')),
  ),
  data(text('x')),
);
const PLAIN = {
  ...{ recordId: 5, eventId: 1, qualifiers: 16_384, provider: 'MSExchange CmdletLogs', level: 'information' },
  ...{ channel: 'MSExchange Management', host: 'EX1', strings: ['x'], notes: [] },
  time: { kind: 'exact', basis: 'utc', timeMs: WRITTEN_MS, ticks: 9012, precisionMs: 0.0001 },
};

describe('a record without a template', () => {
  const readRecord = (...parts: readonly Part[]) => {
    const chunk = new ChunkBytes();
    chunk.record(9, WRITTEN, parts);
    return only(fileOf(chunk.finish()));
  };
  test('is its elements', () => {
    expect(readRecord(fragmentHeader, plainEvent, endOfFragment)).toMatchObject(PLAIN);
  });
  test('may lack fragment header and end', () => {
    expect(readRecord(plainEvent)).toMatchObject(PLAIN);
  });
  test('may have dependency ids', () => {
    expect(readRecord(fragmentHeader, withDependencyIds(true, plainEvent), endOfFragment)).toMatchObject(PLAIN);
  });
  test('gives number and time of its header where it says none itself', () => {
    const event = element('Event', {}, element('System', {}, element('EventID', {}, text('1'))));
    const { recordId, time } = readRecord(fragmentHeader, event, endOfFragment);
    expect({ recordId, time }).toEqual({ recordId: 9, time: PLAIN.time });
  });
  test('an id that is no number is reported, and nothing is kept', () => {
    const chunk = new ChunkBytes();
    chunk.record(9, WRITTEN, [element('Event', {}, element('System', {}, element('EventID', {}, text('x'))))]);
    const parsed = parseEvtx(fileOf(chunk.finish()));
    expect([parsed.events, problemsOf(parsed)]).toEqual([[], [`event/bad-id@${FIRST} x`]]);
  });
});

test('a template whose elements have no dependency ids', () => {
  const parts = [fragmentHeader, instance(template, [withDependencyIds(false, plainEvent)], []), endOfFragment];
  const chunk = new ChunkBytes();
  chunk.record(5, WRITTEN, parts);
  expect(only(fileOf(chunk.finish()))).toMatchObject(PLAIN);
});

describe('what NetApp filers write', () => {
  /** States a length of its own. */
  const lying = (content: string, stated: number): Part => {
    return (chunk) => {
      chunk.u8(0x05, 1);
      chunk.u16(stated);
      chunk.units(content);
    };
  };
  test.each([
    ['one character too few', 2, 'ab'],
    ['one character too many', 4, 'abc'],
  ])('a length of %s', (_, stated, expected) => {
    const { strings, notes } = readPayload(
      element('EventData', {}, element('Data', {}, lying('abc', stated)), element('Data', {}, text('next'))),
    );
    expect(strings[1]).toBe('next');
    expect(strings[0]?.startsWith(expected)).toBe(true);
    expect(notes).toEqual([]);
  });
  test('token 0x48 is a character reference', () => {
    expect(readPayload(data(text('a'), characterReference(0x41, 0x48), text('b'))).strings).toEqual(['aAb']);
  });
  test('a version that is no whole number does not keep the event from being read', () => {
    const system = element('System', {}, element('EventID', {}, text('4663')), element('Version', {}, text('101.1')));
    const chunk = new ChunkBytes();
    chunk.record(1, WRITTEN, [fragmentHeader, element('Event', {}, system, data(text('x'))), endOfFragment]);
    expect(only(fileOf(chunk.finish()))).toMatchObject({ eventId: 4663, strings: ['x'], notes: [] });
  });
});

describe('names', () => {
  test('stand in line where they are used first, and are pointed to from then on', () => {
    const chunk = chunkOf({ recordId: 1, inserts: [string('a')] }, { recordId: 2, inserts: [string('b')] });
    expect(chunk.nameOffsets.size).toBeGreaterThan(10);
    const { events } = parseEvtx(fileOf(chunk.finish()));
    expect(events.map(({ recordId, strings }) => [recordId, ...strings])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });
  test('a name that points to itself in a bucket is read once', () => {
    const chunk = chunkOf({ inserts: [string('a')] });
    const at = chunk.nameOffsets.get('Data') ?? 0;
    chunk.view.setUint32(at, at, true);
    expect(only(fileOf(chunk.finish())).strings).toEqual(['a']);
  });
  test('an overwritten name of a Data leaves its text', () => {
    const chunk = chunkOf({ inserts: [string('a')] });
    chunk.bytes.fill(0xff, (chunk.nameOffsets.get('Data') ?? 0) + 8, (chunk.nameOffsets.get('Data') ?? 0) + 16);
    expect(only(fileOf(chunk.finish()))).toMatchObject({ eventId: 1000, strings: ['a'] });
  });
  test.each([0xffff_ffff, 0x8000_0000, CHUNK_BYTES, CHUNK_BYTES - 1])('an offset of %i leads nowhere', (offset) => {
    const chunk = chunkOf({ inserts: [string('a')] });
    const bytes = fileOf(chunk.finish());
    const at = (chunk.nameOffsets.get('EventData') ?? 0) - 4;
    new DataView(bytes.buffer).setUint32(FILE_HEADER_BYTES + at, offset, true);
    const { events } = parseEvtx(bytes);
    expect(events.length).toBeLessThanOrEqual(1);
  });
});

describe('templates', () => {
  test('one that stands elsewhere in the chunk is found by its table when the offset is wrong', () => {
    const chunk = chunkOf({ recordId: 1, inserts: [string('a')] });
    const at = addEvent(chunk, { recordId: 2, inserts: [string('b')] });
    const place = chunk.templateOffsets.get(0x1001) ?? 0;
    chunk.view.setUint32(384, place, true);
    chunk.view.setUint32(at + 28 + 6, 5000, true);
    const { events, problems } = parseEvtx(fileOf(chunk.finish()));
    expect(events.map(({ strings }) => strings)).toEqual([['a'], ['b']]);
    expect(problems).toEqual([]);
  });

  test('one read in another chunk serves a record whose own chunk has none', () => {
    const first = chunkOf({ recordId: 1, inserts: [string('a')] });
    const second = new ChunkBytes();
    const lost = { id: 0x1001, isInline: false };
    addEvent(second, { recordId: 2, inserts: [string('b')], template: lost });
    const { events, problems } = parseEvtx(fileOf(first.finish(), second.finish()));
    expect(events.map(({ strings }) => strings)).toEqual([['a'], ['b']]);
    expect(problems).toEqual([]);
  });

  test('of a template that is nowhere the values still are the event, if they stand where Windows puts them', () => {
    const chunk = new ChunkBytes();
    const payload = binXml(
      fragmentHeader,
      instance({ id: 0x4000 }, [element('EventData', {}, element('Data', {}, value(0)))], [string('x')]),
    );
    const inserts = [none, string('Disk'), none, string('System'), payload];
    const values = [...systemValues({ recordId: 3, eventId: 51, level: 3 }), ...inserts];
    chunk.record(3, WRITTEN, [fragmentHeader, instance({ id: 0x4001, isInline: false }, [], values), endOfFragment]);
    expect(only(fileOf(chunk.finish()))).toMatchObject({
      ...{ recordId: 3, eventId: 51, level: 'warning', provider: 'Disk', channel: 'System', strings: ['x'] },
      notes: [`evtx/damaged-record@${FIRST}`],
    });
  });

  test('a record of which nothing can be told is reported', () => {
    const chunk = new ChunkBytes();
    chunk.record(3, WRITTEN, [fragmentHeader, instance({ id: 0x4001, isInline: false }, [], [string('x')])]);
    addEvent(chunk, { recordId: 4 });
    const parsed = parseEvtx(fileOf(chunk.finish()));
    expect(parsed.events.map(({ recordId }) => recordId)).toEqual([4]);
    expect(problemsOf(parsed)).toEqual([`evtx/unreadable-record@${FIRST}`]);
    expect(parsed.findings.records).toBe(2);
  });

  test('with the same id but other content are told apart', () => {
    const chunk = (name: string) =>
      chunkOf({
        template,
        payload: [element('EventData', {}, element('Data', { Name: text(name) }, text('x')))],
      }).finish();
    const { events } = parseEvtx(fileOf(chunk('a'), chunk('b')));
    expect(events.map(({ fields }) => [...fields.keys()])).toEqual([['a'], ['b']]);
  });

  test('with the same id but other content are told apart from source to source', () => {
    const names = ['a', 'b', 'a'].map((name) => {
      const payload = [element('EventData', {}, element('Data', { Name: text(name) }, text('x')))];
      return [...only(fileOf(chunkOf({ template, payload }).finish())).fields.keys()];
    });
    expect(names).toEqual([['a'], ['b'], ['a']]);
  });

  test('of another source serves no record whose own source has none', () => {
    const id = 0x5001;
    const whole = chunkOf({ recordId: 1, inserts: [string('a')], template: { id } });
    expect(parseEvtx(fileOf(whole.finish())).events.map(({ recordId }) => recordId)).toEqual([1]);
    const lost = new ChunkBytes();
    lost.record(2, WRITTEN, [fragmentHeader, instance({ id, isInline: false }, [], [string('b')])]);
    expect(problemsOf(parseEvtx(fileOf(lost.finish())))).toEqual([`evtx/unreadable-record@${FIRST}`]);
  });
});

test('elements nested beyond any real depth are given up, and the records behind are read', () => {
  const nest = (depth: number): Part => element('E', {}, ...(depth === 0 ? [text('x')] : [nest(depth - 1)]));
  const chunk = chunkOf({ recordId: 1, template, payload: [element('UserData', {}, nest(200))] }, { recordId: 2 });
  const parsed = parseEvtx(fileOf(chunk.finish()));
  expect(parsed.events.at(-1)?.recordId).toBe(2);
  expect(problemsOf(parsed)[0]).toMatch(/^evtx\/(damaged|unreadable)-record@4608$/);
});

test('fragments nested in one another beyond any real depth are given up', () => {
  const nest = (depth: number): Part =>
    depth === 0 ? text('x') : instance({ id: 0x5000 + depth }, [element('E', {}, value(0))], [binXml(nest(depth - 1))]);
  const chunk = chunkOf({ recordId: 1, template, payload: [insert(0)], inserts: [binXml(nest(40))] }, { recordId: 2 });
  const parsed = parseEvtx(fileOf(chunk.finish()));
  expect(parsed.events.at(-1)?.recordId).toBe(2);
  expect(problemsOf(parsed)).toEqual([`evtx/damaged-record@${FIRST}`]);
});

test.each(PIECE_SIZES)('pieces of %i byte(s) give the same', (size) => {
  const chunk = chunkOf({ recordId: 1, inserts: [string('a')] });
  chunk.record(2, WRITTEN, [fragmentHeader, plainEvent, endOfFragment]);
  chunk.record(
    3,
    WRITTEN,
    eventParts({ recordId: 3, template, payload: [insert(0)], inserts: [binXml(data(text('y')))] }),
  );
  const bytes = fileOf(chunk.finish());
  expect(parseEvtx(bytes, {}, size)).toEqual(parseEvtx(bytes, {}, bytes.length));
  expect(parseEvtx(bytes).events.map(({ strings }) => strings)).toEqual([['a'], ['x'], ['y']]);
});

describe('structures (ComplexData)', () => {
  const structure = (name: string, ...content: readonly Part[]) =>
    element('ComplexData', { Name: text(name) }, ...content);
  const whole = element(
    'EventData',
    {},
    element('Data', { Name: text('Group') }, insert(0)),
    structure('IdleState', insert(1)),
    structure('PerfState', insert(2, { optional: false })),
  );
  const parts = element('EventData', {}, structure('d', element('Data', { Name: text('x') }, insert(0))));

  test.each([
    ['rendered as one value', whole, { Group: '0', IdleState: '01', PerfState: '' }],
    ['rendered as their parts', parts, { x: '0' }],
  ])('%s are values by their names, read whole or only as far as rules ask', (_name, payload, fields) => {
    const inserts = [string('0'), binary(1), none];
    const file = fileOf(chunkOf({ payload: [payload], template, inserts }).finish());
    const wanted = { strings: Object.values(fields), fields: new Map(Object.entries(fields)) };
    const interest = asking(() => true);
    for (const size of PIECE_SIZES) {
      expect(parseEvtx(file, {}, size).events).toMatchObject([wanted]);
      expect(parseEvtx(file, { interest }, size).events).toMatchObject([wanted]);
    }
  });
});
