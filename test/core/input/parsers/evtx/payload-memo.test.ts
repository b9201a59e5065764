import { expect, test } from 'vitest';
import { asking } from '../../../../support/interests.ts';
import { parseEvtx } from '../../../../support/parse-bytes.ts';
import { addEvent, ChunkBytes, fileOf, string, uint32, type Value } from './build.ts';

const wanted = { interest: asking(() => true) };
function payloadsOf(...all: readonly (readonly Value[])[]) {
  const chunk = new ChunkBytes();
  for (const [index, inserts] of all.entries()) addEvent(chunk, { recordId: index + 1, inserts });
  return parseEvtx(fileOf(chunk.finish()), wanted).events.map(({ strings, fields }) => ({ strings, fields }));
}

test('records whose payloads are equal share what was read of the first', () => {
  const [first, other, again] = payloadsOf([string('disk 0')], [string('disk 1')], [string('disk 0')]);
  expect([first?.strings, other?.strings]).toEqual([['disk 0'], ['disk 1']]);
  expect(again?.strings).toBe(first?.strings);
  expect(again?.fields).toBe(first?.fields);
});

test('the same bytes of another type read as that type', () => {
  const [text, number, again] = payloadsOf([string('ab')], [uint32(0x0062_0061)], [string('ab')]);
  expect([text?.strings, number?.strings, again?.strings]).toEqual([['ab'], ['6422625'], ['ab']]);
});

test('values that divide the same bytes elsewhere stay apart', () => {
  const [first, second] = payloadsOf([string('ab'), string('c')], [string('a'), string('bc')]);
  expect([first?.strings, second?.strings]).toEqual([
    ['ab', 'c'],
    ['a', 'bc'],
  ]);
});
