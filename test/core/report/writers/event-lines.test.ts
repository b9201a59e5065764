import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMs } from '../../../../src/core/model/brand.ts';
import type { PlacedInserts } from '../../../../src/core/model/placed-inserts.ts';
import { eventJsonText } from '../../../../src/core/report/event-json-text.ts';
import { jsonText } from '../../../../src/core/report/json-text.ts';
import { EventLines } from '../../../../src/core/report/writers/event-lines.ts';
import { JsonBytes } from '../../../../src/core/report/writers/json-bytes.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { eventRecord } from '../../../support/sample-events.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
function written(write: (out: JsonBytes) => void): string {
  const out = new JsonBytes();
  write(out);
  return decode(out.take());
}
function unitsOf(text: string): DataView {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return view;
}
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(hostileTexts).filter(({ length }) => length < 1000)),
);

describe('JSON as bytes', () => {
  test('has texts, numbers and times as JSON has them', () => {
    fc.assert(
      fc.property(anyText, fc.maxSafeInteger(), fc.nat(4_102_444_800_000), fc.nat(9999), (text, number, ms, ticks) => {
        const time = { timeMs: epochMs(ms), ticks };
        expect(written((out) => out.text(text))).toBe(jsonText(text));
        expect(written((out) => out.json(jsonText(text)))).toBe(jsonText(text));
        expect(written((out) => out.number(number))).toBe(`${number}`);
        expect(`{"time":${written((out) => out.time(time))},`).toBe(
          eventJsonText(eventRecord(time)).slice(0, ticks === 0 ? 35 : 39),
        );
      }),
      { numRuns: 3000 },
    );
  });
  test.each([999_999_999_999, 1_000_000_000_000, 0, 9, 10, -1, 0.5])('writes %d', (number) => {
    expect(written((out) => out.number(number))).toBe(`${number}`);
  });
  test('takes UTF-16 as the same string, or leaves it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const isPlain = /^[\t\n\r -~]*$/.test(text);
        const out = new JsonBytes();
        expect(out.utf16(unitsOf(text), 0, text.length)).toBe(isPlain);
        expect(decode(out.take())).toBe(isPlain ? jsonText(text) : '');
      }),
      { numRuns: 3000 },
    );
  });
  test('grows with what is written', () => {
    const long = 'é'.repeat(500_000);
    expect(written((out) => [1, 2, 3].map(() => out.text(long)))).toBe(`"${long}"`.repeat(3));
  });
});

interface Insert {
  readonly name: string | null;
  readonly text: string;
}
/** Gives UTF-16 where that is taken, as a parser does. */
const placed = (inserts: readonly Insert[], codes: readonly number[], data: Uint8Array | null): PlacedInserts => ({
  giveTo: (taker) => {
    for (const { name, text } of inserts) if (!taker.utf16(name, unitsOf(text), 0, text.length)) taker.text(name, text);
    for (const code of codes) taker.code(code);
    if (data !== null) taker.data(data);
  },
});

test('a line of inserts that are still bytes is the line of the event that holds them', () => {
  const insert = fc.record({ name: fc.option(fc.constantFrom('a', 'b', 'Größe', '"')), text: anyText });
  const lines = new EventLines();
  fc.assert(
    fc.property(
      fc.array(insert, { maxLength: 6 }),
      fc.array(fc.integer({ min: -5, max: 5 })),
      fc.option(fc.uint8Array()),
      fc.record({
        host: fc.option(anyText),
        user: fc.option(anyText),
        eventId: fc.constantFrom(1, 2, null),
        position: fc.nat(),
      }),
      (inserts, codes, data, over) => {
        const head = eventRecord({ ...over, strings: [], fields: new Map(), message: null, data: null, codes: [] });
        const fields = new Map<string, string>();
        for (const { name, text } of inserts) if (name !== null && !fields.has(name)) fields.set(name, text);
        lines.writePlaced(head, placed(inserts, codes, data));
        expect(decode(lines.take())).toBe(
          `${eventJsonText({ ...head, strings: inserts.map(({ text }) => text), fields, data, codes: [...new Set(codes)].sort((a, b) => a - b) })}\n`,
        );
      },
    ),
    { numRuns: 3000 },
  );
});
