import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type OpenContext, openInput } from '../../../src/core/input/open-input.ts';
import { everything } from '../../support/parse-text.ts';
import { sourceOf } from '../../support/sources.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url));
const CONTEXT: OpenContext = { interest: everything, tally: { count: () => {} } };

/** One event at most of what was cut inside an element reads the rest as its own. */
const CUT = 'vista-clipboard-with-xml.txt';
const FOLDERS = [
  ...['agents', 'clipboard-text', 'csv', 'evtxexport', 'powershell-text', 'psloglist', 'reports', 'wevtutil-text'],
];
const texts = FOLDERS.flatMap((folder) =>
  readdirSync(`${FOLDER}${folder}`)
    .filter((name) => name !== 'README.md' && name !== CUT)
    .map((name) => [name, readFileSync(`${FOLDER}${folder}/${name}`, 'utf8').trimEnd()] as const),
);

async function idsIn(text: string): Promise<readonly (number | null)[]> {
  const input = await openInput(sourceOf('-', text).chunks(), CONTEXT);
  if ('refused' in input) throw new Error(input.refused.code);
  const ids: (number | null)[] = [];
  for await (const { events } of input.batches()) ids.push(...events.map(({ eventId }) => eventId));
  return ids;
}

test('of two formats in one text each gives its events', async () => {
  const alone = new Map<string, readonly (number | null)[]>();
  for (const [name, text] of texts) alone.set(name, await idsIn(text));
  const wrong: string[] = [];
  for (const [first, one] of texts)
    for (const [second, other] of texts) {
      const ids = await idsIn(`${one}\n\n${other}\n`);
      const expected = [...(alone.get(first) ?? []), ...(alone.get(second) ?? [])];
      if (`${ids}` !== `${expected}`) wrong.push(`${first} + ${second}: ${ids} instead of ${expected}`);
    }
  expect(wrong).toEqual([]);
});
