import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createFakeIo } from '../support/fake-io.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** Blocks that show a command and what it prints. */
const examples = [...readme.matchAll(/\n```console\n\$ (?:node bin\/evdx\.js|evdx) (.*)\n([\s\S]*?)\n```\n/g)].map(
  ([, args = '', output = '']) => ({ args, output }),
);

test('the README shows what evdx says', () => {
  expect(examples).toHaveLength(2);
});

test.each(examples)('$args', async ({ args, output }) => {
  const io = createFakeIo({ cwd: project });
  await main(args.split(' '), io);
  expect(io.stdout.text.trimEnd()).toBe(output);
});
