import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createEvtxParser } from '../../../../../src/core/input/parsers/evtx/parser.ts';
import { expectSame } from '../binary-interest.ts';
import {
  addEvent,
  binary,
  binXml,
  bytesAs,
  ChunkBytes,
  element,
  endOfFragment,
  fileOf,
  filetime,
  fragmentHeader,
  hex64,
  insert,
  instance,
  none,
  type Part,
  string,
  systemElement,
  systemValues,
  text,
  uint16,
  uint32,
  uint64,
  type Value,
  value,
  WRITTEN,
} from './build.ts';

const event = (...content: readonly Part[]): Part => element('Event', {}, ...content);
const system = (...content: readonly Part[]): Part => element('System', {}, ...content);
const eventData = element('EventData', {}, element('Data', {}, insert(0)));
const hint = string('failed with 0x80070005');

/** One value of `System` that is not as Windows writes it. */
const withValue = (index: number, replaced: Value, level = 2): readonly Value[] => [
  ...systemValues({ level }).map((usual, place) => (place === index ? replaced : usual)),
  hint,
];
const usual = event(systemElement('ESE'), eventData);

const TRAPS: readonly (readonly [what: string, content: readonly Part[], values: readonly Value[]])[] = [
  ['as Windows writes it', [usual], [...systemValues({}), hint]],
  ['an id that is text', [usual], withValue(3, string('1000'))],
  ['an id of 32 bits', [usual], withValue(3, uint32(0x9000_03e8))],
  ['an id that is an array', [usual], withValue(3, bytesAs(0x86, [1, 0, 2, 0]))],
  ['no id', [usual], withValue(3, none)],
  ['an id of 65535', [usual], withValue(3, uint16(65_535))],
  ['an id of one byte', [usual], withValue(3, bytesAs(0x06, [1]))],
  ['a level that is text', [usual], withValue(0, string('4'))],
  ['no level', [usual], withValue(0, none)],
  ['a level nobody knows', [usual], withValue(0, bytesAs(0x04, [17]))],
  ['a failed audit', [usual], withValue(5, hex64(0x8010000000000000n), 0)],
  ['a successful audit', [usual], withValue(5, hex64(0x8020000000000000n), 0)],
  ['keywords that are text', [usual], withValue(5, string('0x8010000000000000'), 0)],
  ['keywords in a number', [usual], withValue(5, uint64(0x8010000000000000n), 0)],
  ['no time', [usual], withValue(6, none)],
  ['time 0', [usual], withValue(6, filetime(0n))],
  ['a time after the year 9999', [usual], withValue(6, filetime(2n ** 63n))],
  ['a time that is text', [usual], withValue(6, string('2026-01-02T03:04:05Z'))],
  ['a time that is no time', [usual], withValue(6, string('yesterday'))],
  ['no record number', [usual], withValue(10, none)],
  ['a record number above 2^53', [usual], withValue(10, uint64(2n ** 60n))],
  ['a record number of 32 bits', [usual], withValue(10, uint32(7))],
  ['an insert that is null', [usual], [...systemValues({}), none]],
  ['an insert that is an array', [usual], [...systemValues({}), bytesAs(0x81, [0x61, 0, 0, 0, 0x62, 0, 0, 0])]],
  ['an insert that is a negative number of 16 bits', [usual], [...systemValues({}), bytesAs(0x05, [0xf8, 0xfb])]],
  ['an insert that is bytes', [usual], [...systemValues({}), binary(0x80, 7, 0, 5)]],
  ['an insert that is elements', [usual], [...systemValues({}), binXml(element('E', {}, text('0x80070005')))]],
  ['fewer values than the template names', [usual], systemValues({}).slice(0, 5)],
  ['no values', [usual], []],
  [
    'two System',
    [event(systemElement('ESE'), system(element('EventID', {}, text('9'))), eventData)],
    [...systemValues({}), hint],
  ],
  [
    'two ids',
    [event(system(element('EventID', {}, text('9')), element('EventID', {}, value(3))), eventData)],
    [...systemValues({}), hint],
  ],
  [
    'an id of two parts',
    [event(system(element('EventID', {}, text('1'), value(3))), eventData)],
    [...systemValues({}), hint],
  ],
  ['an id in the template', [event(system(element('EventID', {}, text('9'))), eventData)], [...systemValues({}), hint]],
  [
    'a level in the template',
    [event(system(element('EventID', {}, value(3)), element('Level', {}, text('4'))), eventData)],
    [...systemValues({}), hint],
  ],
  [
    'a prefix',
    [event(element('e:System', {}, element('e:EventID', {}, value(3)))), eventData],
    [...systemValues({}), hint],
  ],
  ['System behind the payload', [event(eventData, systemElement('ESE'))], [...systemValues({}), hint]],
  [
    'System out of a value',
    [event(insert(0))],
    [...systemValues({}), binXml(system(element('EventID', {}, text('9'))))],
  ],
  [
    'a second System out of a value',
    [event(systemElement('ESE'), insert(0))],
    [...systemValues({}), binXml(system(element('EventID', {}, text('9'))))],
  ],
  ['no System', [event(eventData)], [...systemValues({}), hint]],
  ['another root', [element('Other', {}, systemElement('ESE'), eventData)], [...systemValues({}), hint]],
  [
    'a provider with blanks',
    [event(systemElement('  Service  Control\nManager '), eventData)],
    [...systemValues({}), hint],
  ],
  [
    'a provider that is a value',
    [event(system(element('Provider', { Name: insert(0) }), element('EventID', {}, value(3))))],
    [...systemValues({}), string(' A \n B ')],
  ],
  [
    'an optional value beside an attribute',
    [event(system(element('Provider', { Name: text('A') }, insert(0)), element('EventID', {}, value(3))), eventData)],
    [...systemValues({}), none],
  ],
  [
    'rendered text',
    [event(systemElement('ESE'), eventData, element('RenderingInfo', {}, element('Message', {}, insert(0))))],
    [...systemValues({}), hint],
  ],
  [
    'user data',
    [event(systemElement('ESE'), element('UserData', {}, element('X', {}, element('Y', {}, insert(0)))))],
    [...systemValues({}), hint],
  ],
  [
    'a processing error',
    [event(systemElement('ESE'), element('ProcessingErrorData', {}, element('ErrorCode', {}, insert(0))))],
    [...systemValues({}), hint],
  ],
  [
    'data with children',
    [event(systemElement('ESE'), element('EventData', {}, element('Data', {}, element('X', {}, insert(0)))))],
    [...systemValues({}), hint],
  ],
  [
    'two binaries',
    [
      event(
        systemElement('ESE'),
        element('EventData', {}, element('Binary', {}, text('00')), element('Binary', {}, text('01'))),
      ),
    ],
    systemValues({}),
  ],
  [
    'a binary that is text',
    [event(systemElement('ESE'), element('EventData', {}, element('Binary', {}, insert(0))))],
    [...systemValues({}), string('00ff')],
  ],
];

const chunkOfTrap = (content: readonly Part[], values: readonly Value[]): ChunkBytes => {
  const chunk = new ChunkBytes();
  for (const id of [1, 2])
    chunk.record(id, WRITTEN, [fragmentHeader, instance({ id: 0x2000 }, content, values), endOfFragment]);
  addEvent(chunk, { recordId: 3, inserts: [hint] });
  return chunk;
};

describe('read early or filtered late', () => {
  test.each(TRAPS)('%s', (_, content, values) => {
    const bytes = fileOf(chunkOfTrap(content, values).finish());
    for (const size of [4099, 65_536]) expectSame(createEvtxParser, bytes, size);
  });

  test('many templates in one chunk do not change each other', () => {
    const chunk = new ChunkBytes();
    for (const [index, [, content, values]] of TRAPS.slice(0, 40).entries())
      chunk.record(index, WRITTEN, [fragmentHeader, instance({ id: 0x2000 + index }, content, values), endOfFragment]);
    const bytes = fileOf(chunk.finish());
    expectSame(createEvtxParser, bytes);
  });

  test('whatever bits are flipped', () => {
    const chunk = new ChunkBytes();
    for (const [index, [, content, values]] of TRAPS.slice(0, 12).entries())
      chunk.record(index, WRITTEN, [
        ...[fragmentHeader, instance({ id: 0x2000 + (index % 3) }, content, values), endOfFragment],
      ]);
    const { at } = chunk;
    // Only the part in use: what is blank takes its time and shows nothing.
    const original = chunk.finish().slice(0, at);
    const flips = fc.array(fc.tuple(fc.integer({ min: 512, max: at - 1 }), fc.nat(7)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, (places) => {
        const bytes = original.slice();
        for (const [place, bit] of places) bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        expectSame(createEvtxParser, bytes);
      }),
      { numRuns: 200 },
    );
  });
});
