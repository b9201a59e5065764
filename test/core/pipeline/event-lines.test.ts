import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMs } from '../../../src/core/model/brand.ts';
import { eventLines } from '../../../src/core/pipeline/event-lines.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import type { EventsOptions, Input } from '../../../src/core/pipeline/options.ts';
import { eventJsonText } from '../../../src/core/report/event-json-text.ts';
import { fixtureBytes } from '../../support/fixtures.ts';
import { samples } from '../../support/samples.ts';
import { FOUR_EVENTS, joined, PIECE_SIZES, sourceOf, TEXT_AND_XML } from '../../support/sources.ts';
import {
  addEvent,
  binary,
  binXml,
  bytesAs,
  ChunkBytes,
  element,
  fileOf,
  hex64,
  none,
  string,
  text,
  uint32,
  type Value,
} from '../input/parsers/evtx/build.ts';

const options = (problems: unknown[], over: EventsOptions): EventsOptions => ({
  ...over,
  onProblem: (source, problem) => void problems.push([source, problem]),
});
async function linesOf(inputs: Iterable<Input>, over: EventsOptions = {}) {
  const problems: unknown[] = [];
  const decoder = new TextDecoder();
  let [lines, count] = ['', 0];
  for await (const { bytes, events: written } of eventLines(inputs, options(problems, over))) {
    lines += decoder.decode(bytes, { stream: true });
    count += written;
  }
  return { lines, count, problems };
}
/** The same from events that were made first. */
async function oracle(inputs: Iterable<Input>, over: EventsOptions = {}) {
  const problems: unknown[] = [];
  const lines: string[] = [];
  for await (const batch of events(inputs, options(problems, over)))
    for (const event of batch) lines.push(`${eventJsonText(event)}\n`);
  return { lines: lines.join(''), count: lines.length, problems };
}
const expectSame = async (inputs: readonly Input[], over: EventsOptions = {}) =>
  expect(await linesOf(inputs, over)).toEqual(await oracle(inputs, over));

const CAPI2 = fixtureBytes('formats/evtx/Microsoft-Windows-CAPI2_Operational_EventID70.evtx');
const SECURITY = fixtureBytes('formats/evtx/Security_1_record.evtx');

describe('JSON lines are letter by letter those of the events', () => {
  test.each([
    ['EVTX', [CAPI2, SECURITY]],
    ['EVT', [fixtureBytes('formats/evt/SysEvent-head.Evt')]],
    ['XML and text', [FOUR_EVENTS, TEXT_AND_XML]],
  ])('of %s', async (_, inputs) => {
    const { count } = await linesOf(inputs);
    expect(count).toBeGreaterThan(0);
    await expectSame(inputs);
  });

  test('for pieces of any size', async () => {
    const expected = await oracle([sourceOf('-', SECURITY)]);
    for (const size of PIECE_SIZES) expect(await linesOf([sourceOf('-', SECURITY, size)])).toEqual(expected);
  });

  const log = () => {
    const chunk = new ChunkBytes();
    for (let recordId = 1; recordId <= 6; recordId += 1)
      addEvent(chunk, {
        recordId,
        eventId: 1000 + recordId,
        level: recordId % 2 === 0 ? 2 : 4,
        // Every third is read as elements.
        inserts: [recordId % 3 === 0 ? binXml(element('E', {}, text('x'))) : string(`event ${recordId}`)],
      });
    return fileOf(chunk.finish());
  };
  test('in the order of the log, whichever way they are read', async () => {
    const { lines } = await linesOf([log()]);
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).recordId),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    await expectSame([log()]);
  });
  test.each<[string, EventsOptions]>([
    ['ids', { ids: [1002, 1003] }],
    ['levels', { levels: ['error'] }],
    ['providers', { providers: ['nobody'] }],
    ['a clock that was ahead', { clocks: [{ host: 'pc1', offsetMs: 90_000 }] }],
    ['a period', { since: epochMs(0), until: epochMs(1) }],
    ['hosts', { hosts: ['other'] }],
  ])('with %s', async (_, over) => {
    await expectSame([log()], over);
  });

  test('with pseudonyms', async () => {
    const { lines } = await linesOf([FOUR_EVENTS], { redact: { map: null } });
    expect(lines).not.toContain('ex1');
    await expectSame([FOUR_EVENTS], { redact: { map: null } });
  });

  const bytes = (max: number) => fc.uint8Array({ maxLength: max }).map((all) => [...all]);
  const insert: fc.Arbitrary<Value> = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0xX18cfA-–._{} \\"\t\r\n\u0000é日\u200e%'), maxLength: 40 }).map(string),
    fc.string({ unit: 'binary', maxLength: 20 }).map(string),
    fc
      .tuple(fc.constantFrom(0x02, 0x03, 0x05, 0x07, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0f, 0x10), bytes(16))
      .map((of) => bytesAs(...of)),
    fc
      .tuple(fc.constantFrom(0x11, 0x12, 0x13, 0x14, 0x15, 0x81, 0x88, 0x8e, 0x95), bytes(24))
      .map((of) => bytesAs(...of)),
    fc.nat(0xffff_ffff).map(uint32),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(hex64),
    bytes(8).map((all) => binary(...all)),
    fc.constant(none),
  );
  test('whatever the inserts are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(insert, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (all) => {
        const chunk = new ChunkBytes();
        for (const [index, inserts] of all.entries()) addEvent(chunk, { recordId: index + 1, inserts });
        await expectSame([fileOf(chunk.finish())]);
      }),
      { numRuns: 400 },
    );
  });

  test('of logs with flipped bits and cut ends', async () => {
    const whole = joined(CAPI2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(7)), { minLength: 1, maxLength: 12 }),
        fc.nat(whole.length),
        async (flips, end) => {
          const damaged = joined(whole);
          for (const [at, bit] of flips) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
          await expectSame([damaged.subarray(0, Math.max(end, 4096))]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(samples('JSON lines as bytes'))('of $path', async ({ path, bytes: content }) => {
    await expectSame([sourceOf(path, content())]);
  });
});
