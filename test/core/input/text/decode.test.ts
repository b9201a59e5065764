import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePages } from '../../../../src/core/input/text/code-pages.ts';
import { createTextDecoder } from '../../../../src/core/input/text/decode.ts';
import type { TextEncodingName } from '../../../../src/core/input/text/decode-block.ts';
import { HEAD_BYTES } from '../../../../src/core/input/text/encoding.ts';
import { joined, PIECE_SIZES } from '../../../support/sources.ts';
import { encode, latin1, noHeadings, readInPieces, utf8, utf16 } from './pieces.ts';

const BOM = '\ufeff';
const GERMAN = 'Für die Überprüfung der Größe wäre ein Schlüssel nötig.\r\n';
const JAPANESE = 'サービスは時間内に開始要求に応答しませんでした。エラーが発生しました。\r\n';
const RUSSIAN = 'Служба не ответила на запрос своевременно. Ошибка при запуске.\r\n';
/** More than two blocks, so that blocks end inside characters. */
const long = (line: string): string => line.repeat(Math.ceil((2.2 * HEAD_BYTES) / line.length));
const cleaned = (text: string): string => text.replaceAll('\r\n', '\n');

const LANGUAGES: readonly (readonly [TextEncodingName, string, (text: string) => Uint8Array])[] = [
  ['utf-8', `x${GERMAN}${JAPANESE}\u{1f600}`, utf8],
  ['utf-16le', `${GERMAN}${JAPANESE}\u{1f600}x`, utf16],
  ['utf-16be', `${GERMAN}${RUSSIAN}\u{1f600}x`, (text) => utf16(text, 'be')],
  ['windows-1252', `${GERMAN}x`, (text) => encode(text, 'windows-1252')],
  ['ibm850', GERMAN, (text) => encode(text, 'ibm850')],
  ['windows-1251', RUSSIAN, (text) => encode(text, 'windows-1251')],
  ['ibm866', RUSSIAN, (text) => encode(text, 'ibm866')],
  ['shift_jis', `x${JAPANESE}`, (text) => encode(text, 'shift_jis')],
  ['gb18030', '服务没有及时响应启动或控制请求，系统找不到指定的文件', (text) => encode(text, 'gb18030')],
  ['euc-kr', '서비스가 시작 또는 제어 요청에 응답하지 않았습니다.', (text) => encode(text, 'euc-kr')],
  ['big5', '服務沒有即時回應啟動或控制要求。系統找不到指定的檔案。\r\n', (text) => encode(text, 'big5')],
];

describe.each(LANGUAGES)('%s over several blocks', (encoding, line, toBytes) => {
  const text = long(line);
  const bytes = toBytes(text);
  test.each(PIECE_SIZES)('reads the same text in pieces of %i', (size) => {
    const { text: read, decoding } = readInPieces(bytes, size);
    expect(read === cleaned(text)).toBe(true);
    expect(decoding.encoding).toBe(encoding);
    expect(decoding.problems()).toEqual([]);
  });
});

test('every code page reads ASCII as ASCII', () => {
  const ascii = Uint8Array.from({ length: 0x5f }, (_, index) => 0x20 + index);
  for (const encoding of codePages) {
    const decoding = createTextDecoder({ encoding, decided: true, repairs: [] }, noHeadings);
    // Beside a byte that is not ASCII, which takes the way past the short cut for ASCII.
    const text = decoding.push(joined(ascii, Uint8Array.of(0x0a, 0xb0, 0xb0, 0x0a))) + decoding.end();
    expect(text.slice(0, 0x60)).toBe(`${String.fromCharCode(...ascii)}\n`);
  }
});

test('an empty input is an empty text', () => {
  const { text, decoding } = readInPieces(new Uint8Array(0), 1);
  expect([text, decoding.encoding, decoding.problems()]).toEqual(['', 'utf-8', []]);
});

describe('ASCII for longer than the head', () => {
  const filler = utf8('Event ID: 9607\n'.repeat(8000));
  test.each(PIECE_SIZES)('leaves the choice to the first other byte, in pieces of %i', (size) => {
    const { text, decoding } = readInPieces(joined(filler, encode(RUSSIAN, 'windows-1251')), size);
    expect(text.slice(filler.length)).toBe(cleaned(RUSSIAN));
    expect(decoding.encoding).toBe('windows-1251');
    expect(decoding.problems()).toEqual([]);
  });

  test('is UTF-8 in the report', () => {
    expect(readInPieces(filler, 65_536).decoding.encoding).toBe('utf-8');
  });
});

describe('bytes that contradict the head', () => {
  const head = utf8(long(GERMAN));

  test.each(PIECE_SIZES)(
    'wrong UTF-8 becomes windows-1252, byte by byte, and is reported once, in pieces of %i',
    (size) => {
      const bytes = joined(head, latin1('caf\xe9 \x80\n'), utf8('Größe\n'), latin1('\xff\n'));
      const { text, decoding } = readInPieces(bytes, size);
      expect(text.slice(cleaned(long(GERMAN)).length)).toBe('café €\nGröße\nÿ\n');
      expect(decoding.problems()).toEqual([
        { code: 'text/encoding', position: head.length + 3, detail: 'bytes that utf-8 does not have: 3' },
      ]);
    },
  );

  test('UTF-8 that ends inside a character keeps what is there', () => {
    const { text, decoding } = readInPieces(joined(utf8('Größe '), utf8('€').subarray(0, 2)), 1);
    expect(text).toBe('Größe â‚');
    expect(decoding.problems()).toMatchObject([{ code: 'text/encoding', position: 8 }]);
  });

  test('neither overlong forms nor surrogates are UTF-8', () => {
    const { text } = readInPieces(joined(utf8('ÄÖÜäöüß'.repeat(9)), latin1('\xc0\x80 \xed\xa0\x80 \xf5')), 3);
    expect(text.slice(63)).toBe('À€ í\u00a0€ õ');
  });

  test('a byte that windows-1252 lacks is reported with its place', () => {
    const german = encode(long(GERMAN), 'windows-1252');
    const { decoding } = readInPieces(joined(german, latin1('\x81\x8d')), 7);
    expect(decoding.problems()).toEqual([
      { code: 'text/encoding', position: german.length, detail: 'bytes that windows-1252 does not have: 2' },
    ]);
  });

  test('a pair that Shift JIS lacks is reported with its place', () => {
    const japanese = encode(long(JAPANESE), 'shift_jis');
    const { decoding } = readInPieces(joined(japanese, latin1('\xfd x')), 7);
    expect(decoding.problems()).toMatchObject([{ code: 'text/encoding', position: japanese.length }]);
  });

  test('an odd byte at the end of UTF-16 is left out and reported', () => {
    const { text, decoding } = readInPieces(joined(utf16(`${BOM}abc`), latin1('d')), 1);
    expect(text).toBe('abc');
    expect(decoding.problems()).toEqual([
      { code: 'text/encoding', position: 8, detail: 'bytes that utf-16le does not have: 1' },
    ]);
  });

  test('a lone surrogate is U+FFFD and reported; U+FFFD that was there is not', () => {
    const { text, decoding } = readInPieces(utf16(`${BOM}a\ufffdb\ud800c\udc00`), 1);
    expect(text).toBe('a\ufffdb\ufffdc\ufffd');
    expect(decoding.problems()).toEqual([
      { code: 'text/encoding', position: 8, detail: 'bytes that utf-16le does not have: 2' },
    ]);
  });
});

describe('joined files', () => {
  const parts: readonly (readonly [string, readonly Uint8Array[], string, TextEncodingName, readonly string[]])[] = [
    ['two UTF-8 files with marks', [utf8(BOM + GERMAN), utf8(BOM + GERMAN)], GERMAN + GERMAN, 'utf-8', []],
    ['two UTF-16 files with marks', [utf16(BOM + GERMAN), utf16(BOM + RUSSIAN)], GERMAN + RUSSIAN, 'utf-16le', []],
    [
      'UTF-16 with a mark after UTF-8',
      [utf8(GERMAN), utf16(BOM + JAPANESE + GERMAN)],
      GERMAN + JAPANESE + GERMAN,
      'utf-8',
      ['utf-16le'],
    ],
    ['UTF-16 without a mark after UTF-8', [utf8(GERMAN), utf16(GERMAN)], GERMAN + GERMAN, 'utf-8', ['utf-16le']],
    [
      'UTF-16 that begins with Cyrillic after ASCII',
      [utf8('Event log\r\n'.repeat(9)), utf16(RUSSIAN)],
      'Event log\r\n'.repeat(9) + RUSSIAN,
      'utf-16le',
      ['utf-16le'],
    ],
    [
      'UTF-8 after UTF-16',
      [utf16(BOM + RUSSIAN), utf8(`${'Event log '.repeat(6)}\r\n${GERMAN}`)],
      `${RUSSIAN}${'Event log '.repeat(6)}\r\n${GERMAN}`,
      'utf-16le',
      ['utf-8'],
    ],
    [
      'UTF-8 with a mark after UTF-16',
      [utf16(BOM + RUSSIAN), utf8(`${BOM}${'Event log '.repeat(6)}`)],
      `${RUSSIAN}${'Event log '.repeat(6)}`,
      'utf-16le',
      ['utf-8'],
    ],
    [
      'a code page after UTF-8',
      [utf8(GERMAN), encode(RUSSIAN, 'windows-1251')],
      GERMAN + RUSSIAN,
      'utf-8',
      ['windows-1251'],
    ],
    [
      'UTF-8 after a code page',
      [encode(GERMAN.repeat(3), 'windows-1252'), utf8(RUSSIAN)],
      GERMAN.repeat(3) + RUSSIAN,
      'windows-1252',
      ['utf-8'],
    ],
    [
      'three encodings',
      [utf16(BOM + GERMAN), utf8('Event log\r\n'.repeat(9)), utf16(BOM + RUSSIAN)],
      `${GERMAN}${'Event log\r\n'.repeat(9)}${RUSSIAN}`,
      'utf-16le',
      ['utf-8', 'utf-16le'],
    ],
  ];
  describe.each(parts)('%s', (_name, bytes, text, encoding, later) => {
    test.each(PIECE_SIZES)('in pieces of %i', (size) => {
      const { text: read, decoding } = readInPieces(joined(...bytes), size);
      expect(read).toBe(cleaned(text));
      expect(decoding.encoding).toBe(encoding);
      expect(decoding.problems().map(({ code, detail }) => [code, detail])).toEqual(
        later.map((name) => ['text/encoding', `from here on ${name}`]),
      );
    });
  });

  test.each(PIECE_SIZES)('the seam may be in any block, in pieces of %i', (size) => {
    const [first, second] = [long(GERMAN), long(RUSSIAN)];
    const { text, decoding } = readInPieces(joined(utf8(first), utf16(BOM + second)), size);
    expect(text === cleaned(first + second)).toBe(true);
    expect(decoding.problems()).toEqual([
      { code: 'text/encoding', position: utf8(first).length, detail: 'from here on utf-16le' },
    ]);
  });

  test('a log that two shells took turns to write changes its encoding 255 times and no more', () => {
    const turn = joined(utf16(`${BOM}${'wide text '.repeat(6)}\r\n`), utf8(`${'byte text '.repeat(6)}\r\n`));
    const { text, decoding } = readInPieces(joined(...Array.from({ length: 200 }, () => turn)), 65_536);
    const readable = `${'wide text '.repeat(6)}\n${'byte text '.repeat(6)}\n`;
    expect(text.startsWith(readable.repeat(128))).toBe(true);
    // Later UTF-16 only loses its NULs.
    expect(text.match(/wide text/g)).toHaveLength(1200);
    expect(decoding.problems().filter(({ detail }) => detail?.startsWith('from here on'))).toHaveLength(255);
  });
});

describe('what is cleaned', () => {
  test('mojibake is repaired over the whole input and reported once', () => {
    const spoilt = 'FÃ¼r die GrÃ¶ÃŸe\n';
    const { text, decoding } = readInPieces(utf8(spoilt.repeat(10_000)), 7);
    expect(text === 'Für die Größe\n'.repeat(10_000)).toBe(true);
    expect(decoding.problems()).toEqual([
      { code: 'text/mojibake', position: 0, detail: 'UTF-8 had been read as windows-1252' },
    ]);
  });

  test('the mark that a repair brings out vanishes', () => {
    expect(readInPieces(utf8('ï»¿Event ID: 1'), 1).text).toBe('Event ID: 1');
  });

  test('controls are removed and counted', () => {
    const { text, decoding } = readInPieces(utf8('a\0b\x07c \x1b[31mred\x1b[0m\u200e'), 1);
    expect(text).toBe('abc red');
    expect(decoding.problems()).toEqual([{ code: 'text/controls', position: null, detail: 'characters removed: 2' }]);
  });

  test('NULs that fill the end of a file vanish', () => {
    const { text, decoding } = readInPieces(joined(utf8('Event ID: 1\r\n'), new Uint8Array(100_000)), 65_536);
    expect(text).toBe('Event ID: 1\n');
    expect(decoding.problems()).toEqual([
      { code: 'text/controls', position: null, detail: 'characters removed: 100000' },
    ]);
  });
});

describe('hostile bytes', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          0x00,
          0x0a,
          0x0d,
          0x1b,
          0x5b,
          0x41,
          0x6d,
          0x80,
          0x9f,
          0xbb,
          0xbf,
          0xc3,
          0xe2,
          0xef,
          0xf0,
          0xfe,
          0xff,
        ),
        { maxLength: 400 },
      )
      .map((bytes) => Uint8Array.from(bytes)),
  );

  test('never throw, and how they are cut changes nothing', () => {
    fc.assert(
      fc.property(anyBytes, fc.integer({ min: 1, max: 11 }), (bytes, size) => {
        const [inPieces, whole] = [readInPieces(bytes, size), readInPieces(bytes, bytes.length + 1)];
        expect(inPieces.text).toBe(whole.text);
        expect(inPieces.decoding.problems()).toEqual(whole.decoding.problems());
        expect(inPieces.text).not.toMatch(/[\r\u200e\ufeff]/);
      }),
      { numRuns: 300 },
    );
  });

  test('a flipped bit in any byte of a text costs a few characters at most', () => {
    const bytes = utf8(GERMAN + RUSSIAN);
    const right = readInPieces(bytes, 65_536).text;
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x80;
      const { text } = readInPieces(flipped, 65_536);
      expect(text.startsWith(right.slice(0, Math.max(0, Math.floor(at / 2) - 3))), `byte ${at}`).toBe(true);
      expect(Math.abs(text.length - right.length)).toBeLessThan(8);
    }
  });

  test('a cut after any byte never throws and keeps what stands before', () => {
    const bytes = utf16(BOM + GERMAN);
    for (let end = 2; end <= bytes.length; end += 1) {
      const { text } = readInPieces(bytes.subarray(0, end), 65_536);
      expect(cleaned(GERMAN).startsWith(text.replace(/\n$/, ''))).toBe(true);
    }
  });
});

test('after the head nothing is compared any more: a megabyte costs as many looks for headings as its head', () => {
  let looks = 0;
  const score = (): number => {
    looks += 1;
    return 0;
  };
  const bytes = encode(RUSSIAN.repeat(Math.ceil(2 ** 20 / RUSSIAN.length)), 'windows-1251');
  expect(readInPieces(bytes, 65_536, score).decoding.encoding).toBe('windows-1251');
  expect(looks).toBeLessThanOrEqual(codePages.length);
});

test('the text handed out so far is all but the last block', () => {
  const decoding = createTextDecoder({ encoding: 'utf-8', decided: true, repairs: [] }, noHeadings);
  let handedOut = 0;
  for (let block = 1; block <= 20; block += 1) {
    handedOut += decoding.push(new Uint8Array(HEAD_BYTES).fill(0x78)).length;
    expect(handedOut).toBe(block * HEAD_BYTES);
  }
});
