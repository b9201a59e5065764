import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** The command line as a few files instead of hundreds, packages included: reading modules was two thirds of the start (docs/decisions/0004). */
const OUTPUT = 'dist/bundle';

rmSync(OUTPUT, { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/cli/main.ts', io: 'src/cli/io.ts', 'scan-worker': 'src/node/scan-worker.ts' },
  outdir: OUTPUT,
  bundle: true,
  // Whatever is imported on demand stays in a file of its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  // Some packages are CommonJS and ask for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
