import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../../../src/core/input/archives/budget.ts';
import { expandSource } from '../../../../src/core/input/archives/expand.ts';
import type { ByteSource } from '../../../../src/core/model/source.ts';
import { SourceError } from '../../../../src/core/model/source-error.ts';
import { gzipOf, tarOf, zipEnd, zipEntry, zipOf } from '../../../support/archives.ts';
import { brokenSource, joined, sourceOf, toBytes } from '../../../support/sources.ts';

/** What came out, in order: the text of each file, the code of what ended it, and the notes. */
async function unpacked(source: ByteSource, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<string[]> {
  const found: string[] = [];
  for await (const expanded of expandSource(source, limits)) {
    if ('note' in expanded) {
      const { name, problems, limits: acted } = expanded.note;
      found.push(`${name}: ${[...problems.map(({ code }) => code), ...acted.map(({ limit }) => limit)].join(' ')}`);
    } else found.push(`${expanded.source.name} = ${await textOf(expanded.source)}`);
  }
  return found;
}

async function textOf(source: ByteSource): Promise<string> {
  const decoder = new TextDecoder('latin1');
  let text = '';
  try {
    for await (const chunk of source.chunks()) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return `${text.length > 60 ? `${text.length} bytes` : text}!${error.code}`;
  }
  return text.length > 60 ? `${text.length} bytes` : text;
}

/** The same whatever the pieces. */
async function allOf(name: string, bytes: Uint8Array, limits?: ArchiveLimits): Promise<string[]> {
  const [first, ...others] = await Promise.all(
    [1, 7, 65_536].map((size) => unpacked(sourceOf(name, bytes, size), limits)),
  );
  for (const other of others) expect(other).toEqual(first);
  return first ?? [];
}

const FILES = {
  'a.txt': 'first',
  'sub/b.txt': 'second',
  'sub/': '',
  '__MACOSX/sub/._b.txt': 'x',
  'sub/.DS_Store': 'x',
};

test('what is no archive is itself', async () => {
  expect(await allOf('a.txt', toBytes('some text'))).toEqual(['a.txt = some text']);
  expect(await allOf('a.txt', new Uint8Array())).toEqual(['a.txt = ']);
  const broken = brokenSource('a.txt', new SourceError('input/unreadable', null), 'half');
  expect(await unpacked(broken)).toEqual(['a.txt = half!input/unreadable']);
  const missing: ByteSource = {
    ...broken,
    chunks: () => {
      throw new SourceError('input/missing', null);
    },
  };
  expect(await unpacked(missing)).toEqual(['a.txt = !input/missing']);
});

describe('the files of', () => {
  test.each([
    ['a zip', 'case.zip', zipOf(FILES), ['case.zip!/a.txt = first', 'case.zip!/sub/b.txt = second']],
    ['a tar', 'case.tar', tarOf(FILES), ['case.tar!/a.txt = first', 'case.tar!/sub/b.txt = second']],
    [
      'a tar.gz',
      'case.tar.gz',
      gzipOf(tarOf(FILES)),
      ['case.tar.gz!/a.txt = first', 'case.tar.gz!/sub/b.txt = second'],
    ],
    ['a gzip', 'x/a.txt.gz', gzipOf('first'), ['x/a.txt.gz!/a.txt = first']],
    ['a gzip without an ending', 'a', gzipOf('first'), ['a!/a = first']],
    ['two gzips in one', 'a.gz', joined(gzipOf('first '), gzipOf('second')), ['a.gz!/a = first second']],
    [
      'a zip in a tar.gz',
      'c.tgz',
      gzipOf(tarOf({ 'in/c.zip': zipOf(FILES), 'z.txt': 'last' })),
      ['c.tgz!/in/c.zip!/a.txt = first', 'c.tgz!/in/c.zip!/sub/b.txt = second', 'c.tgz!/z.txt = last'],
    ],
    ['a gzip in a zip', 'c.zip', zipOf({ 'a.txt.gz': gzipOf('first') }), ['c.zip!/a.txt.gz!/a.txt = first']],
    [
      'a long name in a tar',
      'c.tar',
      tarOf({ [`${'long/'.repeat(40)}a.txt`]: 'first' }),
      [`c.tar!/${'long/'.repeat(40)}a.txt = first`],
    ],
    [
      'names that climb',
      'c.zip',
      zipOf({ '../../etc/passwd': 'a', '/root/b': 'b', 'C:\\x\\c': 'c' }),
      ['c.zip!/../../etc/passwd = a', 'c.zip!//root/b = b', 'c.zip!/C:/x/c = c'],
    ],
    ['nothing but junk', 'c.zip', zipOf({ '__MACOSX/a': 'x', 'sub/': '' }), ['c.zip: input/empty']],
    ['an empty zip', 'c.zip', zipEnd(), ['c.zip: input/empty']],
  ])('%s', async (_name, name, bytes, expected) => {
    expect(await allOf(name, bytes)).toEqual(expected);
  });
  test('an Office document without a text are no logs', async () => {
    const bytes = zipOf({ '[Content_Types].xml': '<x/>' });
    expect(await unpacked(sourceOf('a.docx', bytes))).toEqual(['a.docx: input/document']);
  });
});

/** What stands behind a file whose header does not know its sizes. */
const descriptor = (...sizes: readonly number[]) =>
  joined(Uint8Array.of(0x50, 0x4b, 7, 8), new Uint8Array(4), ...sizes.map((bytes) => new Uint8Array(bytes).fill(1)));
/** As programs store what they do not know the size of. */
const stored = (bytes: Uint8Array, sizeBytes: number): Uint8Array => {
  const behind = descriptor(sizeBytes, sizeBytes);
  const view = new DataView(behind.buffer);
  for (const at of [8, 8 + sizeBytes]) {
    behind.fill(0, at, at + sizeBytes);
    view.setUint32(at, bytes.length, true);
  }
  return zipEntry({ name: 'a', packed: bytes, method: 0, flags: 8, size: 0, behind });
};

describe('a zip', () => {
  const packed = deflateSync(toBytes('first'));
  const next = zipEntry({ name: 'b', packed: toBytes('second'), method: 0 });
  const long = new Uint8Array(20);
  new DataView(long.buffer).setUint16(0, 1, true);
  new DataView(long.buffer).setUint16(2, 16, true);
  new DataView(long.buffer).setUint32(12, packed.length, true);
  test.each([
    [
      'with its sizes behind the file',
      zipEntry({ name: 'a', packed, flags: 8, size: 0, behind: descriptor(4, 4) }),
      'first',
    ],
    [
      'with long sizes behind the file',
      zipEntry({ name: 'a', packed, flags: 8, size: 0, behind: descriptor(8, 8) }),
      'first',
    ],
    [
      'with sizes behind without a mark',
      zipEntry({ name: 'a', packed, flags: 8, size: 0, behind: new Uint8Array(12).fill(2) }),
      'first',
    ],
    ['that is encrypted', zipEntry({ name: 'a', packed, flags: 1 }), '!input/encrypted'],
    [
      'that is encrypted, sizes behind',
      zipEntry({ name: 'a', packed, flags: 9, size: 0, behind: descriptor(4, 4) }),
      '!input/encrypted',
    ],
    ['packed by deflate64', zipEntry({ name: 'a', packed, method: 9 }), '!input/unsupported-method'],
    ['packed by what nobody knows', zipEntry({ name: 'a', packed, method: 77 }), '!input/unsupported-method'],
    ['stored with its size behind', stored(toBytes('first'), 4), 'first'],
    ['stored with its long size behind', stored(toBytes('first'), 8), 'first'],
    ['stored empty with its size behind', stored(new Uint8Array(), 4), ''],
    [
      'stored, that holds the signature of a descriptor',
      stored(joined(toBytes('fi'), descriptor(4, 4), toBytes('PK')), 4),
      'fiPK\x07\x08\0\0\0\0\x01\x01\x01\x01\x01\x01\x01\x01PK',
    ],
    [
      'that is no deflate stream',
      zipEntry({ name: 'a', packed: toBytes('\x07\x07\x07\x07\x07') }),
      '!input/damaged-archive',
    ],
    [
      'beyond 4 GiB (zip64)',
      zipEntry({ name: 'a', packed, size: 0xffff_ffff, extra: patched(long, packed.length) }),
      'first',
    ],
  ])('%s: the next file is read', async (_name, entry, expected) => {
    expect(await allOf('c.zip', joined(entry, next, zipEnd()))).toEqual([
      `c.zip!/a = ${expected}`,
      'c.zip!/b = second',
    ]);
  });
  test('stored with its size behind, larger than what is looked at in one step', async () => {
    for (const length of [65_535, 65_536, 65_537, 200_000]) {
      const entry = stored(new Uint8Array(length).fill(0x50), 4);
      const found = await unpacked(sourceOf('c.zip', joined(entry, next, zipEnd())));
      expect(found).toEqual([
        expect.stringMatching(`^c.zip!/a = (?:P{${length}}|${length} bytes)$`),
        'c.zip!/b = second',
      ]);
    }
  });
  test('with damage between its files', async () => {
    const damaged = joined(zipEntry({ name: 'a', packed }), toBytes('damage'), next, zipEnd());
    expect(await allOf('c.zip', damaged)).toEqual(['c.zip!/a = first', 'c.zip!/b = second']);
  });
});
/** The unpacked size is not asked for here, so the packed one comes first. */
function patched(extra: Uint8Array, size: number): Uint8Array {
  const copy = extra.slice();
  new DataView(copy.buffer).setUint32(4, size, true);
  return copy;
}

describe('an archive that was cut', () => {
  const big = Array.from({ length: 2000 }, (_, index) => `line ${index * 7919}\n`).join('');
  test.each([
    ['zip', 'c.zip', zipOf({ 'a.txt': 'first', 'b.txt': big })],
    ['tar.gz', 'c.tar.gz', gzipOf(tarOf({ 'a.txt': 'first', 'b.txt': big }))],
    ['tar', 'c.tar', tarOf({ 'a.txt': 'first', 'b.txt': big })],
  ])('%s gives what stands before the cut', async (_kind, name, bytes) => {
    const found = await unpacked(sourceOf(name, bytes.subarray(0, bytes.length / 2)));
    expect(found[0]).toBe(`${name}!/a.txt = first`);
    expect(found[1]).toMatch(/b\.txt = \d+ bytes!input\/cut-archive$/);
    expect(found.length).toBe(2);
  });
  test('anywhere, or changed anywhere, never throws', async () => {
    const streamed = joined(stored(toBytes('first'), 4), stored(toBytes('second'), 8), zipEnd());
    const archives = [zipOf(FILES), gzipOf(tarOf(FILES)), tarOf(FILES), streamed];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.nat(2000),
        fc.nat(2000),
        fc.nat(255),
        async (bytes, cut, at, value) => {
          const damaged = bytes.slice(0, bytes.length - (cut % bytes.length));
          damaged[at % Math.max(1, damaged.length)] = value;
          await unpacked(sourceOf('c', damaged));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('limits', () => {
  const zeros = new Uint8Array(1 << 20);
  const bomb = zipOf(
    Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`${index}.zip`, zipOf({ 'a.txt': zeros, 'b.txt': zeros })]),
    ),
  );
  test('a bomb is stopped, and says so', async () => {
    expect(bomb.length).toBeLessThan(50_000);
    const found = await unpacked(sourceOf('42.zip', bomb), { ...ARCHIVE_LIMITS, freeBytes: 1 << 19, ratio: 20 });
    expect(found.at(-1)).toBe('42.zip: archive-ratio');
    expect(found.at(-2)).toMatch(/^42\.zip!\/0\.zip!\/a\.txt = .*!input\/archive-limit$/);
    expect(found.length).toBe(2);
  });
  test.each([
    ['size', { unpackedBytes: 3 << 20 }, '42.zip: archive-size'],
    ['files', { entries: 3 }, '42.zip: archive-entries'],
  ])('on %s', async (_name, limit, expected) => {
    const found = await unpacked(sourceOf('42.zip', bomb), { ...ARCHIVE_LIMITS, ...limit });
    expect(found.at(-1)).toBe(expected);
    expect(found.filter((line) => line.includes(': archive-'))).toHaveLength(1);
  });
  test('a tar, which packs nothing, uses up none of the size; one that was packed does so once', async () => {
    const tar = tarOf({ 'a.txt': zeros });
    expect(await unpacked(sourceOf('x.tar', tar), { ...ARCHIVE_LIMITS, unpackedBytes: 1000 })).toEqual([
      'x.tar!/a.txt = 1048576 bytes',
    ]);
    const limits = { ...ARCHIVE_LIMITS, unpackedBytes: 1.5 * zeros.length, ratio: 1e6 };
    expect(await unpacked(sourceOf('x.tgz', gzipOf(tar)), limits)).toEqual(['x.tgz!/a.txt = 1048576 bytes']);
  });
  test('on depth: what is nested deeper is passed over', async () => {
    const nested = zipOf({ 'a.zip': zipOf({ 'b.zip': zipOf({ 'c.txt': 'deep' }) }), 'd.txt': 'flat' });
    expect(await unpacked(sourceOf('x.zip', nested), { ...ARCHIVE_LIMITS, depth: 2 })).toEqual([
      'x.zip!/a.zip!/b.zip: archive-depth',
      'x.zip!/d.txt = flat',
    ]);
  });
});
