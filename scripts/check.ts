import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { generate, outputs } from './generated/generate.ts';

/** `npm run check`: all that has to hold before a commit, in order of cost; stops at the first that does not. */
interface Step {
  readonly name: string;
  /** What there is to say; throws when it does not hold. */
  readonly run: () => string | Promise<string>;
}

const steps: readonly Step[] = [
  { name: 'format and lint', run: () => quietly('biome', 'check', '--error-on-warnings', '.') },
  { name: 'generated files', run: checkGenerated },
  { name: 'types', run: () => quietly('tsc', '-b') },
  { name: 'unused code', run: () => quietly('knip') },
  { name: 'tests', run: () => aloud('vitest', 'run') },
  { name: 'browser bundle', run: bundleForBrowser },
];

// npm puts node_modules/.bin on the path; on Windows the tools there are .cmd files, which take a shell.
const start = (stdio: 'inherit' | 'pipe', command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio, encoding: 'utf8', shell: process.platform === 'win32' });

/** Shows what the tool says only if it fails. */
function quietly(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = start('pipe', command, args);
  if (status !== 0) throw new Error([error?.message, stdout, stderr].filter(Boolean).join('\n'));
  return '';
}

function aloud(command: string, ...args: readonly string[]): string {
  const { status, error } = start('inherit', command, args);
  if (status !== 0) throw new Error(error?.message ?? `${command} failed`);
  return '';
}

/** The build writes them, so a change that is not in git yet means that somebody edited one by hand or forgot to commit it. */
function checkGenerated(): string {
  generate();
  const committed = outputs.filter(({ isCommitted }) => isCommitted).map(({ path }) => path);
  const { status, stdout, error } = start('pipe', 'git', ['diff', '--exit-code', '--stat', '--', ...committed]);
  if (error !== undefined || (status !== 0 && status !== 1)) return 'not compared: this is no git checkout';
  if (status === 1) throw new Error(`${stdout}Look at these changes and commit them.`);
  return '';
}

/** What the page gets: fails on anything that only Node has. */
async function bundleForBrowser(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/core/index.ts'],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'bundle',
    write: false,
    logLevel: 'silent',
  });
  const sizes = outputFiles.map(({ contents }) => contents.length);
  const entry = outputFiles.find(({ path }) => path.endsWith('index.js'))?.contents.length ?? 0;
  return `${inKilobytes(entry)} at start, ${inKilobytes(sizes.reduce((sum, size) => sum + size, 0))} in all`;
}

const inKilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

for (const { name, run } of steps) {
  const startMs = performance.now();
  const told = await Promise.resolve()
    .then(run)
    .then((said) => ({ said, failed: false }))
    .catch((error: unknown) => ({ said: error instanceof Error ? error.message : String(error), failed: true }));
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (told.failed) {
    console.error(`✗ ${name} (${seconds} s)\n${told.said}`);
    process.exitCode = 1;
    break;
  }
  console.log(`✓ ${name} (${seconds} s)${told.said === '' ? '' : `: ${told.said}`}`);
}
