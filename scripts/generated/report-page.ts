import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Output } from './output.ts';

const PATH = 'src/core/report/html/assets.ts';
const folder = fileURLToPath(new URL('../../src/report-page/', import.meta.url));

function bundle(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${folder}${file}`],
    bundle: true,
    minify: true,
    // A style or script in a page ends at the first end tag, wherever it stands.
    supported: { 'inline-script': false, 'inline-style': false },
    charset: 'ascii',
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    write: false,
  });
  return (outputFiles[0]?.text ?? '').trim();
}

/** What a Content-Security-Policy knows the text of an element by (CSP Level 3, section 2.3.1). */
const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

const constants = (name: string, text: string): readonly string[] => [
  `export const ${name} =\n  ${JSON.stringify(text)};`,
  `export const ${name}_HASH = '${hashOf(text)}';`,
];

/** Style and script of HTML reports, small and with their hashes: the core cannot compute them while it writes a page. */
export const reportPage: Output = {
  path: PATH,
  isCommitted: false,
  files: () => {
    const content = [
      '// Written by scripts/generate.ts from src/report-page/.',
      ...constants('STYLE', bundle('style.css')),
      ...constants('SCRIPT', bundle('script.ts')),
      '',
    ].join('\n');
    return [{ path: PATH, content }];
  },
};
