import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * `npm run fuzz -- [minutes] [part of a path]`: runs the property tests with one seed after the other until the time is up or one fails. What is found
 * becomes an example of its test (docs/decisions/0014).
 */
const [minutes = '10', part = ''] = process.argv.slice(2);
const MINUTE_MS = 60_000;
const MAX_SEED = 2 ** 31;

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && path.includes(part))
  .filter((path) => readFileSync(path, 'utf8').includes("'fast-check'"))
  .sort();
const endMs = Date.now() + Number(minutes) * MINUTE_MS;
if (files.length === 0 || Number.isNaN(endMs)) throw new Error(`no minutes or no property tests: ${minutes} ${part}`);

let rounds = 0;
do {
  const seed = String(randomInt(MAX_SEED));
  rounds += 1;
  console.log(`round ${rounds}: ${files.length} files, seed ${seed}`);
  const { status } = spawnSync('vitest', ['run', '--reporter=dot', ...files], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, EVDX_SEED: seed },
  });
  if (status !== 0) {
    console.error(`✗ with EVDX_SEED=${seed}`);
    process.exitCode = 1;
    break;
  }
} while (Date.now() < endMs);
