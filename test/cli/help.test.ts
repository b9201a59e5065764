import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo } from '../support/fake-io.ts';

const helps = [
  '',
  'diagnose',
  'events',
  'explain',
  'decode',
  'diff',
  'rules',
  'rules list',
  'rules show',
  'rules check',
  'rules test',
];
const helpOf = async (command: string): Promise<string> => {
  const io = createFakeIo();
  await main([...command.split(' ').filter((word) => word !== ''), '--help'], io, fakeCalls());
  return io.stdout.text.trimEnd();
};
const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');

describe('docs/cli.md', () => {
  test.each(helps)('has the help of "evdx %s" word for word', async (command) => {
    expect(page).toContain(`\n\`\`\`text\n${await helpOf(command)}\n\`\`\`\n`);
  });
  test('names every key of the configuration', async () => {
    const { configSchema } = await import('../../src/cli/config-schema.ts');
    const missing = Object.keys(configSchema.shape).filter(
      (key) => !page.includes(`\`${key}\``) && !page.includes(`--${key} `),
    );
    expect(missing).toEqual([]);
  });
});

describe('help', () => {
  test.each(helps)('of "evdx %s" fits on 80 columns', async (command) => {
    expect((await helpOf(command)).split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
  test('says nothing of commands that are not there yet', async () => {
    expect(await helpOf('')).not.toMatch(/sweep|cluster|web/);
    expect(await helpOf('rules')).not.toMatch(/\bnew\b|export/);
  });
});
