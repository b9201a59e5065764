import { describe, expect, test } from 'vitest';
import { type OpenedInput, openInput } from '../../../src/core/input/open-input.ts';
import { fixtureText } from '../../support/fixtures.ts';
import { ALL } from '../../support/interests.ts';
import { openAll, type ReadInput, readToEnd } from '../../support/read-input.ts';
import { FOUR_EVENTS, PIECE_SIZES, sourceOf, TEXT_AND_XML, toBytes } from '../../support/sources.ts';
import { utf16 } from './text/pieces.ts';

type Chunks = Parameters<typeof openInput>[0];
const inPieces = (content: string | Uint8Array, size?: number): Chunks => sourceOf('-', content, size).chunks();

async function readAll(input: OpenedInput): Promise<ReadInput & { readonly ids: readonly (number | null)[] }> {
  const read = await readToEnd(input);
  return { ...read, ids: read.events.map(({ eventId }) => eventId) };
}

const PASTE = fixtureText('cases/backup-refused/paste.txt');

describe('the format', () => {
  test.each([
    ['a log saved by the Event Viewer', fixtureText('formats/event-xml/viewer-saveas.xml'), 'event-xml', true],
    ['one of evtx_dump', fixtureText('formats/event-xml/evtx-dump-security.xml'), 'event-xml', true],
    ['one of evtxexport', fixtureText('formats/event-xml/evtxexport-system.xml'), 'event-xml', true],
    ['bare events', FOUR_EVENTS, 'event-xml', true],
    ['copied text', PASTE, 'text', false],
    ['copied text with its XML', TEXT_AND_XML, 'text', false],
    ['words and then XML', `Look at this:\n${FOUR_EVENTS}`, 'text', false],
    ['words', 'The backup failed.', 'text', false],
  ])('%s', async (_name, content, format, isExport) => {
    expect(await openAll(inPieces(content))).toMatchObject({ format, isExport, canBeEmpty: false });
  });

  test.each(['<Events/>', '<?xml version="1.0"?>\n<Events>\n</Events>\n'])(
    '%j is a log without events',
    async (content) => {
      expect(await openAll(inPieces(content))).toMatchObject({ format: 'event-xml', isExport: true, canBeEmpty: true });
    },
  );

  test('is the one that was asked for, whatever the bytes are', async () => {
    const input = await openAll(inPieces(`Look at this:\n${FOUR_EVENTS}`), { ...ALL, inputFormat: 'event-xml' });
    expect(input.format).toBe('event-xml');
    expect((await readAll(input)).ids).toEqual([9604, 9607, 9608, 1]);
  });
});

describe('what is no log', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty', { code: 'input/empty', detail: null }],
    ['blanks', toBytes(' \r\n\t\r\n'), 'empty', { code: 'input/empty', detail: 'nothing but blanks' }],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture', { code: 'input/picture', detail: 'a JPEG picture' }],
    ['a PDF', toBytes('%PDF-1.4\n'), 'document', { code: 'input/document', detail: 'a PDF document' }],
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4), 'archive', { code: 'input/archive', detail: 'a ZIP archive' }],
  ])('%s is refused with one problem, in pieces of any size', async (_name, bytes, format, refused) => {
    for (const size of PIECE_SIZES)
      expect(await openInput(inPieces(bytes, size), ALL)).toEqual({
        refused: { ...refused, position: null },
        format,
      });
  });
});

describe('pieces', () => {
  test('of any size, empty ones among them, from any iterable give the same', async () => {
    const bytes = toBytes(FOUR_EVENTS);
    const expected = await readAll(await openAll([bytes]));
    expect(expected.ids).toEqual([9604, 9607, 9608, 1]);
    const later = async function* (size: number) {
      yield new Uint8Array();
      for (const piece of inPieces(bytes, size) as Iterable<Uint8Array>) {
        yield piece;
        yield new Uint8Array();
      }
    };
    for (const size of PIECE_SIZES) {
      expect(await readAll(await openAll(inPieces(bytes, size)))).toEqual(expected);
      expect(await readAll(await openAll(later(size)))).toEqual(expected);
    }
  });

  test('no more than the first 64 KiB are asked for before the format is known', async () => {
    let asked = 0;
    const chunks = function* () {
      for (; asked < 100; asked += 1) yield toBytes(FOUR_EVENTS.padEnd(16_384)); // as large as four make up the head
    };
    const input = await openAll(chunks());
    // A generator stands at its last yield, so this one has given one more than it counted.
    expect(asked).toBe(3);
    expect((await readAll(input)).ids).toHaveLength(400);
  });

  test('a large one is read in parts, so that batches stay small', async () => {
    const input = await openAll([toBytes(FOUR_EVENTS.repeat(3000))]);
    const sizes: number[] = [];
    for await (const { events } of input.batches()) sizes.push(events.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(12_000);
    expect(Math.max(...sizes)).toBeLessThan(3000);
  });

  test('what they throw comes out, at the beginning and behind it', async () => {
    const failing = function* (before: number) {
      for (let count = 0; count < before; count += 1) yield toBytes(FOUR_EVENTS.padEnd(65_536));
      throw new Error('the disk is gone');
    };
    await expect(openInput(failing(0), ALL)).rejects.toThrow('the disk is gone');
    const input = await openAll(failing(3));
    await expect(readAll(input)).rejects.toThrow('the disk is gone');
  });
});

describe('the encoding', () => {
  const declared = `<?xml version="1.0" encoding="utf-8"?>\n<Events>${FOUR_EVENTS}</Events>`;
  test.each([
    ['UTF-8', toBytes(declared), 'utf-8'],
    ['UTF-16 that says it is UTF-8', utf16(`\ufeff${declared}`), 'utf-16le'],
    ['UTF-16 without a mark', utf16(declared), 'utf-16le'],
    ['big-endian UTF-16', utf16(`\ufeff${declared}`, 'be'), 'utf-16be'],
    ['UTF-8 that says it is UTF-16', toBytes(declared.replace('utf-8', 'utf-16')), 'utf-8'],
  ])('%s is told by its bytes', async (_name, bytes, encoding) => {
    for (const size of PIECE_SIZES) {
      const input = await openAll(inPieces(bytes, size));
      expect((await readAll(input)).ids).toEqual([9604, 9607, 9608, 1]);
      expect(input.encoding()).toBe(encoding);
    }
  });

  test('bytes behind the head that contradict it are a problem of the input, told at the end', async () => {
    const head = toBytes(`<!-- Größe -->${FOUR_EVENTS.repeat(60)}`);
    const late = new Uint8Array([...head, 0xe4, 0xf6, ...toBytes(FOUR_EVENTS)]);
    const { ids, problems } = await readAll(await openAll([late]));
    expect(ids).toHaveLength(244);
    expect(problems.map(({ code }) => code)).toEqual(['text/encoding']);
  });
});
