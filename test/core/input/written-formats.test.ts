import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import { PIECE_SIZES, sourceOf } from '../../support/sources.ts';
import { EVENTS } from '../../support/writers/events.ts';
import { writtenFormats } from '../../support/writers/index.ts';
import { told, without } from '../../support/writers/losses.ts';

async function read(name: string, text: string, size: number) {
  const found: EventRecord[] = [];
  const problems: string[] = [];
  const onProblem = (
    _: string,
    { code, position }: { readonly code: string; readonly position: number | null },
  ): void => void problems.push(`${code}@${position}`);
  for await (const batch of events([sourceOf(name, text, size)], { onProblem })) found.push(...batch);
  return { found, problems };
}

describe.each(Object.entries(writtenFormats))('%s', (name, { write, loses }) => {
  test.each(PIECE_SIZES)('comes back equal, less what it loses, in pieces of %i', async (size) => {
    const { found, problems } = await read(name, write(EVENTS), size);
    expect(problems).toEqual([]);
    expect(found.map(told)).toEqual(EVENTS.flatMap((event) => without(told(event), loses) ?? []));
  });
  test.each(loses)('really loses %s', (loss) => {
    const others = loses.filter((other) => other !== loss);
    const kept = EVENTS.flatMap((event) => without(told(event), others) ?? []);
    expect(kept).not.toEqual(EVENTS.flatMap((event) => without(told(event), loses) ?? []));
  });
});
