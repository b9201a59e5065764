import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readInput } from '../../support/read-input.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url));

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
  const { events } = await readInput(text);
  return events.map(({ eventId }) => eventId);
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
