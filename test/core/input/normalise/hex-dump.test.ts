import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHexDump, parseHexDump } from '../../../../src/core/input/normalise/hex-dump.ts';
import { fixtureText } from '../../../support/fixtures.ts';

const latin1 = (bytes: Uint8Array | null | undefined) => bytes && String.fromCharCode(...bytes);
const read = (text: string) => {
  const dump = parseHexDump(text);
  return dump && { text: latin1(dump.bytes), rest: text.slice(dump.length) };
};

test('words and bytes of one record are the same bytes', () => {
  const [words = '', bytes = ''] = fixtureText('formats/clipboard-text/nt-data-words-and-bytes.txt').split('\n\n');
  const fromWords = parseHexDump(words);
  expect(fromWords?.bytes).toHaveLength(84);
  expect([...(fromWords?.bytes?.subarray(0, 8) ?? [])]).toEqual([0x00, 0x00, 0x2c, 0x00, 0x04, 0x00, 0x74, 0x00]);
  expect(parseHexDump(bytes)?.bytes).toEqual(fromWords?.bytes);
  expect(fromWords?.length).toBe(words.length);
});

describe('the characters behind the bytes', () => {
  test.each([
    ['with two blanks', '0000: 42 61 63 6b 75 70 20 69   Backup i\n0008: 6e 00                     n.', 'Backup in\0'],
    ['with one blank', '0000: 42 61 63 6b 75 70 20 69 Backup i\n0008: 6e 00 n.', 'Backup in\0'],
    ['missing', '0000: 42 61 63 6b 75 70 20 69\n0008: 6e 00', 'Backup in\0'],
    ['that look like bytes, in a short row', '0000: 62 65 20 61 64 be ad', 'be ad'],
    ['that look like bytes, behind a gap', '0000: 66 66 20                  ff ', 'ff '],
    ['that look like the next offset', '0000: 30 30 30 38 3a 20 30 30 0008: 00 0008: 41 41 AA', '0008: 00AA'],
    [
      'that a page changed',
      '0000: 30 00 31 00 5c 00 43 00 0.1..C.\n0008: a1 00 00 c0 ¡..À',
      '0\x001\x00\\\0C\0\xa1\0\0\xc0',
    ],
    ['whose last one was lost', '0000: 00 00 00 00 46 1f 00 80   ....F..\n0008: 41', '\0\0\0\0F\x1f\0\x80A'],
    [
      'in capitals and low letters',
      '0000: 9A 01 02 00 0E 00 07 80 ?......?\n0008: 54 47 TG',
      '\x9a\x01\x02\0\x0e\0\x07\x80TG',
    ],
  ])('%s', (_name, dump, text) => {
    expect(read(dump)?.text).toBe(text);
  });
});

describe('where a dump ends', () => {
  test.each([
    ['words in the same line', '0000: 73 73 2e 00 ss.. Note that this is prose', 'ss.\0', ' Note that this is prose'],
    ['words stuck to the characters', '0000: 72 65 64 2e 00 red..For more', 'red.\0', 'For more'],
    ['words on the next line that look like bytes', '0000: 73 73 2e 00\nbe it', 'ss.\0', '\nbe it'],
    ['one word of four bytes', '0000: c000005e \n\nEvent Type: Error', '^\0\0\xc0', ' \n\nEvent Type: Error'],
    ['a whole last row', '0000: 2d 20 43 6f 64 65 3a 20   - Code: \nnext', '- Code: ', '\nnext'],
  ])('%s', (_name, dump, text, rest) => {
    expect(read(dump)).toEqual({ text, rest });
  });

  test('flattened to one line, as articles print it', () => {
    const line = '0000: 41 62 6f 72 74 20 69 67 Abort ig 0008: 6e 6f 72 65 64 2e 00 nored..For more information';
    expect(read(line)).toEqual({ text: 'Abort ignored.\0', rest: 'For more information' });
  });

  test('a row that a mail broke', () => {
    expect(read('0000: 42 61 63 6b 75 70\n20 69   Backup i\n0008: 6e n')?.text).toBe('Backup in');
  });
});

describe('a damaged dump gives no bytes, and all its rows belong to it', () => {
  test.each([
    ['a row is missing', '0000: 42 61 63 6b 75 70 20 69 Backup i\n0010: 6e 6e nn\n0018: 41\nnext'],
    ['a row is short', '0000: 42 61 63 6b 75 70 Backup\n0008: 6e 6e nn\nnext'],
    ['a byte is none', '0000: 42 61 zz 6b 75 70 20 69 Backup i\n0008: 6e 6e nn\nnext'],
    ['no byte at all', '0000: <%status code%>\nnext'],
    ['an offset that never ends', '0000: 00000001 00000002 0010:\nnext'],
  ])('%s', (_name, dump) => {
    expect(read(dump)).toMatchObject({ text: null, rest: '\nnext' });
  });
});

test('finds where a dump begins', () => {
  expect(findHexDump('Data: 0000: 41')).toBe(6);
  expect(findHexDump('x\n0000: 41')).toBe(2);
  expect(findHexDump('00000000: 41')).toBe(0);
  expect(findHexDump('at 10:0000: or 0008: 41')).toBe(-1);
  expect(parseHexDump('no dump')).toBeNull();
});

describe('any bytes', () => {
  const rowsOf = (bytes: Uint8Array, gap: string, hasCharacters: boolean): string[] =>
    Array.from({ length: Math.ceil(bytes.length / 8) }, (_, row) => {
      const part = [...bytes.subarray(row * 8, row * 8 + 8)];
      const hex = part.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
      const shown = part
        .map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 0x20 ? ' ' : '.'))
        .join('');
      return `${(row * 8).toString(16).padStart(4, '0')}: ${hex}${hasCharacters ? gap + shown : ''}`;
    });

  test('a printed dump is read back, in rows or on one line', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.constantFrom('\n', ' ', '\n\n'),
        (bytes, between) => {
          const dump = rowsOf(bytes, '   ', true).join(between);
          expect(parseHexDump(dump)?.bytes).toEqual(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('text that is no dump, cut or changed, never throws', () => {
    const dump = rowsOf(
      Uint8Array.from({ length: 64 }, (_, index) => index + 40),
      ' ',
      true,
    ).join('\n');
    for (let end = 0; end <= dump.length; end += 1) parseHexDump(dump.slice(0, end));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(dump.length - 1), fc.constantFrom(':', ' ', '\n', '0', 'f', 'z', '')), {
          maxLength: 8,
        }),
        (changes) => {
          const characters = [...dump];
          for (const [index, character] of changes) characters[index] = character;
          const text = characters.join('');
          const read = parseHexDump(text);
          if (read !== null) expect(read.length).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
