import { readFileSync, writeFileSync } from 'node:fs';
import { main } from '../src/cli/main.ts';
import { fakeCalls } from '../test/support/fake-calls.ts';
import { createFakeIo } from '../test/support/fake-io.ts';

/** Writes the help of each command that docs/cli.md shows anew; `npm run help` after an option has changed. */
const PAGE = 'docs/cli.md';
const BLOCK = /```text\nUsage: evdx ?([a-z ]*?) ?(?:\[[\s\S]*?|<[\s\S]*?)\n```/g;

async function helpOf(command: string): Promise<string> {
  const io = createFakeIo();
  await main([...command.split(' ').filter((word) => word !== ''), '--help'], io, fakeCalls());
  const help = io.stdout.text.trimEnd();
  // A command that fails to load must not empty its block.
  if (help === '') throw new Error(`no help of "evdx ${command}": ${io.stderr.text}`);
  return help;
}

const page = readFileSync(PAGE, 'utf8');
let updated = page;
for (const [block, command = ''] of page.matchAll(BLOCK))
  updated = updated.replace(block, () => `\`\`\`text\n{{${command}}}\n\`\`\``);
for (const [mark, command = ''] of updated.matchAll(/\{\{([a-z ]*)\}\}/g)) {
  const help = await helpOf(command);
  updated = updated.replace(mark, () => help);
}
writeFileSync(PAGE, updated);
