import type { ProblemCode } from '../../model/problems.ts';

export type SignatureKind = 'archive' | 'document' | 'picture' | 'other-binary';
/** Archives, and documents with text, that are unpacked. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar' | 'document' | 'rtf';

interface Signature {
  readonly kind: SignatureKind;
  /** As a sentence names it. */
  readonly name: string;
  /** Bytes in hex, `??` for any. */
  readonly hex: string;
  readonly offset?: number;
  /** Of what is unpacked. */
  readonly unpackedAs?: ArchiveKind;
  /** Of an archive that is never unpacked: it says how to do it. */
  readonly problem?: ProblemCode;
}

/** No text begins like these. @see https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly Signature[] = [
  { kind: 'archive', name: 'a ZIP archive', hex: '50 4b 03 04', unpackedAs: 'zip' },
  { kind: 'archive', name: 'a ZIP archive', hex: '50 4b 05 06', unpackedAs: 'zip' },
  { kind: 'archive', name: 'a ZIP archive', hex: '50 4b 07 08', unpackedAs: 'zip' },
  { kind: 'archive', name: 'a gzip archive', hex: '1f 8b 08', unpackedAs: 'gzip' },
  { kind: 'archive', name: 'a 7z archive', hex: '37 7a bc af 27 1c', problem: 'input/7z' },
  { kind: 'archive', name: 'a cabinet file', hex: '4d 53 43 46 00 00 00 00', problem: 'input/cab' },
  { kind: 'archive', name: 'a RAR archive', hex: '52 61 72 21 1a 07', problem: 'input/rar' },
  { kind: 'archive', name: 'a tar archive', hex: '75 73 74 61 72', offset: 257, unpackedAs: 'tar' },
  { kind: 'archive', name: 'a bzip2 archive', hex: '42 5a 68 ?? 31 41 59 26 53 59', problem: 'input/bzip2' },
  { kind: 'archive', name: 'an xz archive', hex: 'fd 37 7a 58 5a 00', problem: 'input/xz' },
  { kind: 'archive', name: 'a zstd archive', hex: '28 b5 2f fd', problem: 'input/zstd' },
  { kind: 'document', name: 'an Office document', hex: 'd0 cf 11 e0 a1 b1 1a e1' },
  { kind: 'document', name: 'a PDF document', hex: '25 50 44 46 2d' },
  { kind: 'document', name: 'an RTF document', hex: '7b 5c 72 74 66', unpackedAs: 'rtf' },
  { kind: 'picture', name: 'a PNG picture', hex: '89 50 4e 47 0d 0a 1a 0a' },
  { kind: 'picture', name: 'a JPEG picture', hex: 'ff d8 ff' },
  { kind: 'picture', name: 'a GIF picture', hex: '47 49 46 38 37 61' },
  { kind: 'picture', name: 'a GIF picture', hex: '47 49 46 38 39 61' },
  { kind: 'picture', name: 'a WebP picture', hex: '52 49 46 46 ?? ?? ?? ?? 57 45 42 50' },
  { kind: 'picture', name: 'a TIFF picture', hex: '49 49 2a 00' },
  { kind: 'picture', name: 'a TIFF picture', hex: '4d 4d 00 2a' },
  { kind: 'picture', name: 'a BMP picture', hex: '42 4d ?? ?? ?? ?? 00 00 00 00' },
  { kind: 'picture', name: 'a HEIC picture', hex: '00 00 00 ?? 66 74 79 70 68 65 69' },
  { kind: 'picture', name: 'an AVIF picture', hex: '00 00 00 ?? 66 74 79 70 61 76 69 66' },
  { kind: 'other-binary', name: 'a video', hex: '00 00 00 ?? 66 74 79 70' },
  { kind: 'other-binary', name: 'a SQLite database', hex: '53 51 4c 69 74 65 20 66 6f 72 6d 61 74 20 33 00' },
  { kind: 'other-binary', name: 'an ESE database', hex: 'ef cd ab 89', offset: 4 },
  { kind: 'other-binary', name: 'a packet capture', hex: 'd4 c3 b2 a1' },
  { kind: 'other-binary', name: 'a packet capture', hex: '0a 0d 0d 0a ?? ?? 00 00' },
  // Their heads are full of the letters «PAGE».
  { kind: 'other-binary', name: 'a memory dump', hex: '50 41 47 45 44 55 36 34' },
  { kind: 'other-binary', name: 'a memory dump', hex: '50 41 47 45 44 55 4d 50' },
  { kind: 'other-binary', name: 'a minidump', hex: '4d 44 4d 50 93 a7' },
  { kind: 'other-binary', name: 'a shortcut', hex: '4c 00 00 00 01 14 02 00' },
];

/** Letters that a text may begin with too: they only name what is known not to be text. */
const NAMES_OF_BINARIES: readonly Signature[] = [
  { kind: 'other-binary', name: 'a Windows program', hex: '4d 5a' },
  { kind: 'other-binary', name: 'a registry hive', hex: '72 65 67 66' },
  // Behind the 72 bytes of WMI_BUFFER_HEADER the marker of SYSTEM_TRACE_HEADER, of 32 and 64 bits. @see ntwmi.h of phnt
  { kind: 'other-binary', name: 'an event trace (ETL)', hex: '01 c0', offset: 0x4a },
  { kind: 'other-binary', name: 'an event trace (ETL)', hex: '02 c0', offset: 0x4a },
  { kind: 'other-binary', name: 'an NTBackup file', hex: '54 41 50 45' },
  { kind: 'picture', name: 'a BMP picture', hex: '42 4d' },
];

type KnownFile = Pick<Signature, 'kind' | 'name' | 'unpackedAs' | 'problem'>;

/** What the bytes are by their beginning; undefined for text and for what has no known beginning. */
export function knownFileOf(head: Uint8Array): KnownFile | undefined {
  const known = SIGNATURES.find((signature) => fits(signature, head));
  return known?.kind === 'archive' && isDocumentPackage(head)
    ? { kind: 'document', name: 'an Office document', unpackedAs: 'document' }
    : known;
}

/** Names what is not text. */
export const knownBinaryOf = (head: Uint8Array): KnownFile =>
  NAMES_OF_BINARIES.find((signature) => fits(signature, head)) ?? { kind: 'other-binary', name: 'a binary file' };

function fits({ hex, offset = 0 }: Signature, head: Uint8Array): boolean {
  return hex.split(' ').every((pair, index) => pair === '??' || head[offset + index] === Number.parseInt(pair, 16));
}

/** The first entry of an Office Open XML package, whoever wrote it, and of an OpenDocument one has a name that begins so. */
const PACKAGE_ENTRIES = [
  ...['[Content_Types].xml', '_rels/.rels', 'docProps/', 'word/', 'xl/', 'customXml/'],
  'mimetypeapplication/vnd.oasis',
];
const ENTRY_NAME_OFFSET = 30; // ZIP local file header, APPNOTE 4.3.7

/** A document whose parts stand in a ZIP archive. */
function isDocumentPackage(head: Uint8Array): boolean {
  const entry = String.fromCharCode(...head.subarray(ENTRY_NAME_OFFSET, ENTRY_NAME_OFFSET + 64));
  return PACKAGE_ENTRIES.some((name) => entry.startsWith(name));
}
