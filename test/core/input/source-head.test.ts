import { describe, expect, test } from 'vitest';
import { openInput } from '../../../src/core/input/open-input.ts';
import { fixtureBytes, fixtureText } from '../../support/fixtures.ts';
import { ALL } from '../../support/interests.ts';
import { openAll, readToEnd } from '../../support/read-input.ts';
import { joined, sourceOf, toBytes } from '../../support/sources.ts';

const RECORD = fixtureBytes('formats/evtx/Security_1_record.evtx');
const PASTE = toBytes(fixtureText('cases/backup-refused/paste.txt'));
/** More than a head, and no whole sector. */
const ZEROS = new Uint8Array(70_001);
const SIZES = [7, 65_536, 1 << 20];

describe('zeros in front, as memory and a crash leave them for what is missing', () => {
  test.each(SIZES)('a log behind them is read, in pieces of %i bytes', async (size) => {
    const input = await openAll(sourceOf('-', joined(ZEROS, RECORD), size).chunks());
    expect(input.format).toBe('evtx-fragments');
    const { events } = await readToEnd(input);
    expect(events).toHaveLength(78);
    expect(events.filter(({ recovered }) => !recovered)).toMatchObject([{ eventId: 1102, channel: 'Security' }]);
  });

  test.each(SIZES)('so is a text, in pieces of %i bytes', async (size) => {
    const input = await openAll(sourceOf('-', joined(ZEROS, PASTE), size).chunks());
    expect(input.format).toBe('text');
    expect((await readToEnd(input)).events.map(({ eventId }) => eventId)).toEqual([9604, 9614, 9607]);
  });

  test.each(SIZES)('with nothing behind them it is empty, in pieces of %i bytes', async (size) => {
    expect(await openInput(sourceOf('-', new Uint8Array(200_000), size).chunks(), ALL)).toEqual({
      refused: { code: 'input/empty', position: null, detail: 'nothing but zero bytes' },
      format: 'empty',
    });
  });

  test('a picture behind them is one', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4);
    expect(await openInput(sourceOf('-', joined(ZEROS, png)).chunks(), ALL)).toMatchObject({
      refused: { code: 'input/unrecognised' },
    });
  });
});
