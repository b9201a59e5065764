import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build, type Plugin } from 'esbuild';
import * as source from '../src/cli/entry.ts';
import type { ProcessLike } from '../src/cli/io.ts';
import { builtinTexts } from '../src/core/knowledge/builtin/texts.ts';
import { escaped } from './generated/escaped.ts';

/** The command line as one file instead of hundreds, packages included, and the code that V8 makes of it (docs/decisions/0004). */
const OUTPUT = 'dist/bundle';
const BUNDLE = `${OUTPUT}/evdx.cjs`;
const TEXTS = 'rule-texts.jsonl';
const CASE = readFileSync('fixtures/cases/backup-refused/paste.txt');
/** A message that stands in a table with what an event fills in. */
const MESSAGE = Buffer.from("The backup operation attempted at 'D:' has failed to start, error code '2155348129'.");

/** What `bin/evdx.js` loads it with. */
interface Loader {
  readonly CODE: string;
  compile(): { createCachedData(): Buffer };
  run(script: object): typeof source;
}

/** commander loads child_process, and with it half of Node's network, for a kind of command that evdx does not have. */
const noCommandsOfTheirOwn: Plugin = {
  name: 'no commands of their own',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'none' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export {};' }));
  },
};

/** The texts of the rules stand beside the bundle: of two megabytes a run needs a few lines, or none. */
const textsBeside: Plugin = {
  name: 'texts beside the bundle',
  setup: ({ onLoad }) =>
    onLoad({ filter: /builtin[\\/]texts\.ts$/ }, () => ({
      contents: `import { readFileSync } from 'node:fs';
export const builtinTexts = () => readFileSync(new URL('./${TEXTS}', import.meta.url), 'latin1');`,
    })),
};

rmSync(OUTPUT, { recursive: true, force: true });
await build({
  entryPoints: { evdx: 'src/cli/entry.ts' },
  outdir: OUTPUT,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  plugins: [textsBeside, noCommandsOfTheirOwn],
  define: { 'import.meta.url': 'IMPORT_META_URL' },
  banner: { js: "const IMPORT_META_URL = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
/** Tables of messages are such templates: an escape in one would be its letters. */
const withoutRaw = (code: string): string =>
  code.replace(/String\.raw`((?:[^`$\\]|\\[^`$])*)`/g, (_, raw: string) => JSON.stringify(raw));
// What is ASCII need not be decoded. esbuild escapes strings, but neither regular expressions nor the pieces of tagged templates.
writeFileSync(BUNDLE, escaped(withoutRaw(readFileSync(BUNDLE, 'utf8'))), 'latin1');
writeFileSync(`${OUTPUT}/${TEXTS}`, builtinTexts(), 'latin1');
writeFileSync(`${OUTPUT}/scan-worker.cjs`, "require('../../bin/load.cjs').load().runScanWorker();\n");

/** What a program prints of a case. */
async function outputOf(
  { main, createIo }: Pick<typeof source, 'main' | 'createIo'>,
  text: Uint8Array,
  ...args: readonly string[]
): Promise<string> {
  let printed = '';
  const output = {
    isTTY: false,
    columns: 80,
    write: (text: string, done: () => void) => {
      printed += text;
      done();
      return true;
    },
    on: () => null,
  };
  async function* paste(): AsyncGenerator<Uint8Array> {
    yield text;
  }
  const process: ProcessLike = {
    stdin: Object.assign(paste(), { isTTY: false }),
    stdout: output,
    stderr: output,
    env: {},
    platform: 'linux',
    cwd: () => '.',
  };
  await main(args, createIo(process));
  return printed;
}

/** V8 makes code of a function when it is called first, so the code is taken after an everyday run. */
const loader: Loader = createRequire(import.meta.url)('../bin/load.cjs');
const script = loader.compile();
const bundle = loader.run(script);
await outputOf(bundle, CASE);
writeFileSync(loader.CODE, script.createCachedData());

for (const text of [CASE, MESSAGE])
  for (const format of ['table', 'html'])
    if ((await outputOf(bundle, text, '-f', format)) !== (await outputOf(source, text, '-f', format)))
      throw new Error(`the bundle does not print what the source prints as ${format}`);
