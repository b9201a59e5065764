import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SniffKind, sniffBytes } from '../../../../src/core/input/sniff/sniff-bytes.ts';
import { PROBLEMS } from '../../../../src/core/model/problems.ts';
import { joined } from '../../../support/sources.ts';
import { encode, latin1, utf8, utf16 } from '../text/pieces.ts';

const hex = (bytes: string): Uint8Array => Uint8Array.from(bytes.split(' '), (byte) => Number.parseInt(byte, 16));
/** Looks random and is the same each time. */
function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}
const uint32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);

function evtxHeader(): Uint8Array {
  const header = new Uint8Array(4096);
  header.set(latin1('ElfFile\0'));
  header.set(uint32(128), 32);
  header.set(hex('01 00 03 00 00 10 02 00'), 36);
  header.set(noise(4), 124);
  return header;
}
const evtx = joined(evtxHeader(), latin1('ElfChnk\0'), noise(60_000));
const evt = joined(uint32(0x30), latin1('LfLe'), uint32(1), uint32(1), noise(3000));
/** As a program that takes bytes for UTF-8 writes them. */
const throughUtf8 = (bytes: Uint8Array): Uint8Array => utf8(new TextDecoder().decode(bytes));
const withoutNuls = (bytes: Uint8Array): Uint8Array => bytes.filter((byte) => byte !== 0);
const withCarriageReturns = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])));

function evtxRecord(size: number): Uint8Array {
  return joined(latin1('**\0\0'), uint32(size), noise(size - 12), uint32(size));
}

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`;

const FILES: readonly (readonly [string, Uint8Array, SniffKind, keyof typeof PROBLEMS | null, string | null])[] = [
  ['an EVTX log', evtx, 'evtx', 'input/unsupported-binary', 'an EVTX log'],
  ['an EVTX log without any chunk yet', evtxHeader(), 'evtx', 'input/unsupported-binary', 'an EVTX log'],
  ['an EVT log', evt, 'evt', 'input/unsupported-binary', 'an EVT log'],
  [
    'an EVTX chunk',
    joined(latin1('ElfChnk\0'), noise(3000)),
    'evtx-fragments',
    'input/unsupported-binary',
    'pieces of an EVTX log',
  ],
  [
    'an EVTX chunk on a later sector',
    joined(new Uint8Array(1024), latin1('ElfChnk\0'), noise(500)),
    'evtx-fragments',
    'input/unsupported-binary',
    'pieces of an EVTX log',
  ],
  [
    'an EVTX record with the copy of its size',
    joined(noise(37), evtxRecord(600), noise(9)),
    'evtx-fragments',
    'input/unsupported-binary',
    'pieces of an EVTX log',
  ],
  ['EVTX read as UTF-8', throughUtf8(evtx), 'damaged-binary', 'input/damaged-binary', 'an EVTX log'],
  ['EVTX without its NULs', withoutNuls(evtx), 'damaged-binary', 'input/damaged-binary', 'an EVTX log'],
  [
    'EVTX with CR LF for LF',
    joined(withCarriageReturns(joined(evtxHeader(), hex('0a 0a'))), latin1('ElfChnk\0')),
    'damaged-binary',
    'input/damaged-binary',
    'an EVTX log',
  ],
  ['EVT read as UTF-8', throughUtf8(evt), 'damaged-binary', 'input/damaged-binary', 'an EVT log'],
  ['EVT without its NULs', withoutNuls(evt), 'damaged-binary', 'input/damaged-binary', 'an EVT log'],
  ['EVT with blanks for NULs', evt.map((byte) => byte || 0x20), 'damaged-binary', 'input/damaged-binary', 'an EVT log'],
  ['ZIP', joined(hex('50 4b 03 04 14 00 00 00 08 00'), noise(300)), 'archive', 'input/archive', 'a ZIP archive'],
  ['gzip', joined(hex('1f 8b 08 00'), noise(300)), 'archive', 'input/archive', 'a gzip archive'],
  ['7z', hex('37 7a bc af 27 1c 00 04'), 'archive', 'input/7z', null],
  ['a cabinet', joined(latin1('MSCF\0\0\0\0'), noise(300)), 'archive', 'input/cab', null],
  ['RAR', joined(latin1('Rar!\x1a\x07\x01\0'), noise(300)), 'archive', 'input/rar', null],
  [
    'tar of a text',
    joined(utf8('log.txt'), new Uint8Array(250), latin1('ustar\x0000'), utf8('Event ID: 1')),
    'archive',
    'input/archive',
    'a tar archive',
  ],
  [
    'a Word document of today',
    joined(hex('50 4b 03 04'), new Uint8Array(26), utf8('[Content_Types].xml'), noise(300)),
    'document',
    'input/document',
    'an Office document',
  ],
  [
    'a Word document of old',
    joined(hex('d0 cf 11 e0 a1 b1 1a e1'), noise(300)),
    'document',
    'input/document',
    'an Office document',
  ],
  ['PDF', utf8('%PDF-1.7\n1 0 obj'), 'document', 'input/document', 'a PDF document'],
  ['RTF', utf8('{\\rtf1\\ansi Event ID: 1}'), 'document', 'input/document', 'an RTF document'],
  ['PNG', hex('89 50 4e 47 0d 0a 1a 0a 00 00'), 'picture', 'input/picture', 'a PNG picture'],
  ['JPEG', hex('ff d8 ff e0 00 10 4a 46'), 'picture', 'input/picture', 'a JPEG picture'],
  ['GIF', utf8('GIF89a,'), 'picture', 'input/picture', 'a GIF picture'],
  ['BMP', joined(latin1('BM'), uint32(99_999), uint32(0), noise(90)), 'picture', 'input/picture', 'a BMP picture'],
  ['WebP', latin1('RIFF\x01\x02\x03\x04WEBPVP8 '), 'picture', 'input/picture', 'a WebP picture'],
  ['TIFF', latin1('II*\0\x08\0\0\0'), 'picture', 'input/picture', 'a TIFF picture'],
  ['a photo whose beginning is lost', noise(60_000), 'other-binary', 'input/unrecognised', 'a binary file'],
  [
    'a program',
    joined(latin1('MZ\x90\0\x03\0\0\0\x04'), noise(5000)),
    'other-binary',
    'input/unrecognised',
    'a Windows program',
  ],
  [
    'a memory dump, whose head is filled with letters',
    joined(latin1('PAGEDU64'), uint32(15), uint32(19_041), noise(64), latin1('PAGE'.repeat(2000))),
    'other-binary',
    'input/unrecognised',
    'a memory dump',
  ],
  [
    'a minidump',
    joined(latin1('MDMP'), hex('93 a7 b1 a1'), uint32(16), latin1('C:\\app.exe\0'.repeat(300))),
    'other-binary',
    'input/unrecognised',
    'a minidump',
  ],
  [
    'an ESE database',
    joined(uint32(7), hex('ef cd ab 89'), noise(500)),
    'other-binary',
    'input/unrecognised',
    'an ESE database',
  ],
  [
    'a table of small numbers',
    Uint8Array.from({ length: 4000 }, (_, at) => (at % 4 === 0 ? (at / 4) % 200 : 0)),
    'other-binary',
    'input/unrecognised',
    'a binary file',
  ],
  ['sound after FF FE', joined(hex('ff fe'), noise(4000)), 'other-binary', 'input/unrecognised', 'a binary file'],
  ['a pointer of Git LFS', utf8(LFS_POINTER), 'lfs-pointer', 'input/lfs-pointer', null],
  [
    'one that was checked out on Windows',
    utf8(LFS_POINTER.replaceAll('\n', '\r\n')),
    'lfs-pointer',
    'input/lfs-pointer',
    null,
  ],
  [
    'an event trace',
    joined(new Uint8Array(72), hex('02 00 02 c0'), noise(300)),
    'other-binary',
    'input/unrecognised',
    'an event trace (ETL)',
  ],
  ['nothing', new Uint8Array(0), 'empty', 'input/empty', null],
  ['blanks', utf8(' \r\n\t\n'), 'empty', 'input/empty', 'nothing but blanks'],
  ['a byte order mark', hex('ef bb bf'), 'empty', 'input/empty', 'nothing but blanks'],
  ['NULs that a crash left', new Uint8Array(4096), 'empty', 'input/empty', 'nothing but zero bytes'],
];

describe('what is no text', () => {
  test.each(FILES)('%s', (_name, bytes, kind, problem, detail) => {
    expect(sniffBytes(bytes)).toEqual({ kind, problem, detail });
    if (problem !== null) expect(PROBLEMS[problem]).toMatch(/\.$/);
  });
});

describe('text', () => {
  const texts: readonly (readonly [string, Uint8Array])[] = [
    ['ASCII', utf8('Event ID: 9607')],
    ['UTF-8', utf8('Größe, Имя журнала, イベント ID\r\n')],
    ['UTF-8 with its mark', utf8('\ufeffGröße')],
    ['UTF-16 with its mark', utf16('\ufeffイベント ID: 9607')],
    ['UTF-16 without', utf16('Имя журнала: Application', 'be')],
    ['German in windows-1252', encode('Für die Größe', 'windows-1252')],
    ['Russian of a console', encode('Служба не ответила', 'ibm866')],
    ['Japanese in Shift JIS', encode('イベントの種類', 'shift_jis')],
    ['colours of a terminal', utf8('\x1b[31mE\x1b[0m\x1b[1mx\x1b[m')],
    ['the end mark of DOS', utf8('Event ID: 1\x1a')],
    ['one control in a short paste', utf8('Event ID: 9607 \x01 VSS')],
    ['a log that NULs fill up', joined(utf8('Event ID: 1\r\n'), new Uint8Array(4000))],
    ['UTF-16 after ASCII', joined(utf8('Event ID: 1\r\n'.repeat(9)), utf16('Имя журнала: Application\r\n'.repeat(50)))],
    ['letters that begin a bitmap, a program and a dump', utf8('BMP MZ MDMP')],
    ['a line about MZ', utf8('MZ is how a program begins')],
    ['a sentence about ElfFile', utf8('ElfFile is how EVTX begins, LfLe how EVT does')],
    ['a bullet list', utf8('** first\n** second\n')],
    ['a log behind a pointer of Git LFS', utf8(`${LFS_POINTER}Event ID: 9607`)],
    ['a line about Git LFS', utf8('version https://git-lfs.github.com/spec/v1\nis what I get')],
    ['a PKI name', utf8('PKI client')],
  ];
  test.each(texts)('%s', (_name, bytes) => {
    expect(sniffBytes(bytes)).toEqual({ kind: 'text', problem: null, detail: null });
  });
});

describe('hostile beginnings', () => {
  test('never throw', () => {
    const starts = fc.constantFrom(
      'ElfFile\0',
      'ElfChnk\0',
      '**\0\0',
      '0\0\0\0LfLe',
      '0LfLe',
      'PK\x03\x04',
      '\xff\xfe',
      'BM',
      'RIFF',
      '',
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expect(Object.keys(sniffBytes(joined(latin1(start), rest)))).toEqual(['kind', 'problem', 'detail']);
      }),
    );
  });

  test('random bytes are never text from 400 bytes on', () => {
    for (let seed = 1; seed <= 200; seed += 1)
      expect(sniffBytes(noise(400, seed)).kind, `seed ${seed}`).toBe('other-binary');
  });

  test('a head full of half magic is looked at once', () => {
    expect(sniffBytes(latin1('*'.repeat(65_536))).kind).toBe('text');
    expect(sniffBytes(latin1('ElfChn'.repeat(11_000))).kind).toBe('text');
  });

  test('cuts of an EVTX log anywhere are the log, or text damage, but never text', () => {
    for (let end = 8; end < 200; end += 1)
      expect(['evtx', 'damaged-binary']).toContain(sniffBytes(evtx.subarray(0, end)).kind);
  });
});
