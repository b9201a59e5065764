import { describe, expect, test } from 'vitest';
import { parseEvtx, problemsOf } from '../../../../support/parse-bytes.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { bytesAs, chunkOf, fileOf, latin, none, string, type Value } from './build.ts';

/** The inserts of one event with these values. */
const stringsOf = (...values: readonly Value[]): readonly string[] => {
  const { events, problems } = parseEvtx(fileOf(chunkOf({ inserts: values }).finish()));
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  return events[0]?.strings ?? [];
};
const textOf = (value: Value): string | undefined => stringsOf(value)[0];

/** `size` bytes of a little-endian number. */
const le = (number: bigint, size: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => Number((BigInt.asUintN(64, number) >> BigInt(index * 8)) & 0xffn));
const float = (number: number): Uint8Array => new Uint8Array(Float32Array.of(number).buffer);
const double = (number: number): Uint8Array => new Uint8Array(Float64Array.of(number).buffer);
const utf16 = (text: string): readonly number[] => [...text].flatMap((unit) => le(BigInt(unit.charCodeAt(0)), 2));
const GUID = [
  ...le(0x555908d1n, 4),
  ...le(0xa6d7n, 2),
  ...le(0x4695n, 2),
  0x8e,
  0x1e,
  0x26,
  0x93,
  0x1d,
  0x20,
  0x12,
  0xf4,
];
const sid = (authority: number, ...parts: readonly number[]): readonly number[] => [
  ...[1, parts.length, 0, 0, 0, 0, 0, authority],
  ...parts.flatMap((part) => le(BigInt(part), 4)),
];
const systemTime = (...parts: readonly number[]): readonly number[] => parts.flatMap((part) => le(BigInt(part), 2));
const MOMENT = le(BigInt(Date.UTC(2013, 2, 13, 20, 7, 7, 123) - Date.UTC(1601, 0, 1)) * 10_000n + 4567n, 8);

const SINGLE: readonly (readonly [what: string, type: number, bytes: Iterable<number>, text: string])[] = [
  ['string', 0x01, utf16('Grüße 漢'), 'Grüße 漢'],
  ['string with a NUL at its end', 0x01, utf16('abc\0'), 'abc'],
  ['string with half a surrogate pair', 0x01, [...utf16('a'), 0x00, 0xd8, ...utf16('b')], 'ab'],
  ['date with direction marks', 0x01, utf16('\u200e15\u200e.03.\u202c\ufeff2012'), '15.03.2012'],
  ['long string with them', 0x01, utf16(`${'x'.repeat(99)}\u200ey`), `${'x'.repeat(99)}y`],
  ['long string with a control', 0x01, utf16(`${'x'.repeat(99)}\u0001y`), `${'x'.repeat(99)}y`],
  ['string of an odd number of bytes', 0x01, [...utf16('ab'), 0x63], 'ab'],
  ['ANSI string', 0x02, latin('caf\xe9 \x80'), 'café €'],
  ['int8', 0x03, [0x80], '-128'],
  ['uint8', 0x04, [0xff], '255'],
  ['int16', 0x05, le(-32_768n, 2), '-32768'],
  ['uint16', 0x06, le(65_535n, 2), '65535'],
  ['int32', 0x07, le(-2_147_483_648n, 4), '-2147483648'],
  ['uint32', 0x08, le(4_294_967_295n, 4), '4294967295'],
  ['int64', 0x09, le(-(2n ** 63n), 8), '-9223372036854775808'],
  ['uint64', 0x0a, le(2n ** 64n - 1n, 8), '18446744073709551615'],
  ['float', 0x0b, float(0.5), '0.5'],
  ['float that is infinite', 0x0b, float(Number.NEGATIVE_INFINITY), '-1.#INF'],
  ['double', 0x0c, double(-1.25), '-1.25'],
  ['double that is no number', 0x0c, double(Number.NaN), '-1.#IND'],
  ['bool false', 0x0d, le(0n, 4), 'false'],
  ['bool true', 0x0d, le(1n, 4), 'true'],
  ['bool of another number', 0x0d, le(65_536n, 4), 'true'],
  ['binary', 0x0e, [0x00, 0xab, 0x0f], '00AB0F'],
  ['GUID', 0x0f, GUID, '{555908D1-A6D7-4695-8E1E-26931D2012F4}'],
  ['size of 4 bytes', 0x10, le(0xdeadn, 4), '0xdead'],
  ['size of 8 bytes', 0x10, le(0x1_0000_0000n, 8), '0x100000000'],
  ['FILETIME', 0x11, MOMENT, '2013-03-13T20:07:07.1234567Z'],
  ['FILETIME that is not set', 0x11, le(0n, 8), '1601-01-01T00:00:00.0000000Z'],
  ['FILETIME beyond 2^53', 0x11, le(134_117_966_456_789_013n, 8), '2026-01-02T03:04:05.6789013Z'],
  ['SYSTEMTIME', 0x12, systemTime(2013, 3, 3, 13, 20, 7, 7, 45), '2013-03-13T20:07:07.045Z'],
  ['SID', 0x13, sid(5, 18), 'S-1-5-18'],
  ['SID of 15 parts', 0x13, sid(5, ...Array(15).fill(4_294_967_295)), `S-1-5${'-4294967295'.repeat(15)}`],
  ['hex int 32', 0x14, le(0x50dn, 4), '0x50d'],
  ['hex int 64 above 2^53', 0x15, le(0x8020000000000000n, 8), '0x8020000000000000'],
  ['hex int 64', 0x15, le(0n, 8), '0x0'],
  ['event XML', 0x23, utf16('<a/>'), '<a/>'],
  ['a type nobody knows', 0x7f, [1, 2, 3], ''],
  ['an event handle', 0x20, le(1n, 8), ''],
];

describe('a value', () => {
  test.each(SINGLE)('%s', (_, type, bytes, text) => {
    expect(textOf(bytesAs(type, bytes))).toBe(text);
  });

  test('shorter than its type says is empty, and those behind it keep their places', () => {
    const cut = [0x05, 0x07, 0x09, 0x0b, 0x0c, 0x0d, 0x0f, 0x11, 0x12, 0x14, 0x15];
    const values = [...cut.map((type) => bytesAs(type, [1])), string('behind')];
    expect(stringsOf(...values)).toEqual([...cut.map(() => ''), 'behind']);
  });
});

const ARRAYS: readonly (readonly [what: string, type: number, bytes: Iterable<number>, texts: readonly string[]])[] = [
  ['strings', 0x01, utf16('one\0\0three\0'), ['one', '', 'three']],
  ['strings without the last NUL', 0x01, utf16('one\0two'), ['one', 'two']],
  ['ANSI strings', 0x02, latin('one\0\0two\0'), ['one', '', 'two']],
  ['int8', 0x03, [1, 0xff], ['1', '-1']],
  ['uint8', 0x04, [1, 0xff], ['1', '255']],
  ['int16', 0x05, [...le(1n, 2), ...le(-2n, 2)], ['1', '-2']],
  ['uint16', 0x06, [...le(1n, 2), ...le(65_534n, 2)], ['1', '65534']],
  ['int32', 0x07, [...le(1n, 4), ...le(-2n, 4)], ['1', '-2']],
  ['uint32', 0x08, [...le(1n, 4), ...le(4_294_967_294n, 4)], ['1', '4294967294']],
  ['int64', 0x09, [...le(1n, 8), ...le(-2n, 8)], ['1', '-2']],
  ['uint64', 0x0a, [...le(1n, 8), ...le(2n ** 63n, 8)], ['1', '9223372036854775808']],
  ['float', 0x0b, [...float(1.5), ...float(-2)], ['1.5', '-2']],
  ['double', 0x0c, [...double(1.5), ...double(-2)], ['1.5', '-2']],
  ['bool', 0x0d, [...le(1n, 4), ...le(0n, 4)], ['true', 'false']],
  ['GUID', 0x0f, [...GUID, ...GUID], Array(2).fill('{555908D1-A6D7-4695-8E1E-26931D2012F4}')],
  ['sizes', 0x10, [...le(1n, 4), ...le(255n, 4)], ['0x1', '0xff']],
  ['FILETIME', 0x11, [...MOMENT, ...MOMENT], Array(2).fill('2013-03-13T20:07:07.1234567Z')],
  ['SYSTEMTIME', 0x12, systemTime(2013, 3, 3, 13, 20, 7, 7, 45), ['2013-03-13T20:07:07.045Z']],
  ['SID', 0x13, [...sid(5, 18), ...sid(5, 21, 7)], ['S-1-5-18', 'S-1-5-21-7']],
  ['hex int 32', 0x14, [...le(1n, 4), ...le(0x80070005n, 4)], ['0x1', '0x80070005']],
  ['hex int 64', 0x15, [...le(1n, 8), ...le(0x80070005n, 8)], ['0x1', '0x80070005']],
];

describe('an array', () => {
  test.each(ARRAYS)('of %s repeats its element', (_, type, bytes, texts) => {
    expect(stringsOf(string('ahead'), bytesAs(0x80 | type, bytes), string('behind'))).toEqual([
      'ahead',
      ...texts,
      'behind',
    ]);
  });
  test.each(ARRAYS)('of %s without items leaves its optional element out', (_, type) => {
    expect(stringsOf(string('ahead'), bytesAs(0x80 | type, []), string('behind'))).toEqual(['ahead', 'behind']);
  });
  test('whose last item is cut holds the whole ones', () => {
    expect(stringsOf(bytesAs(0x88, [...le(7n, 4), 1, 2]))).toEqual(['7']);
  });
});

test('an optional value that is null takes its insert with it; an empty text does not move the others', () => {
  expect(stringsOf(string('a'), none, string('c'))).toEqual(['a', 'c']);
});

test.each(PIECE_SIZES)('every type reads the same in pieces of %i byte(s)', (size) => {
  const inserts = SINGLE.map(([, type, bytes]) => bytesAs(type, bytes));
  const bytes = fileOf(chunkOf({ inserts }).finish());
  const { events, problems } = parseEvtx(bytes, {}, size);
  expect(events.map(({ strings }) => strings)).toEqual([SINGLE.map(([, , , text]) => text)]);
  expect(problemsOf({ problems })).toEqual([]);
});
