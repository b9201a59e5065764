import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkLayers } from './layers/check-layers.ts';
import { layers, PLANNED, registries } from './layers/law.ts';
import { importsOf, readSource } from './layers/source-text.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

function readSources(): ReadonlyMap<string, string> {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${SRC}${path}`, 'utf8')]));
}

test('nobody in src breaks the import law', () => {
  const sources = readSources();
  expect(sources.size).toBeGreaterThan(50);
  expect(checkLayers(sources)).toEqual([]);
});

test('the law speaks only of what there is, and of what is planned', () => {
  const files = [...readSources().keys()];
  const named = [
    ...layers.flatMap(({ path, mayImport, onDemand = [], never = [] }) => [path, ...mayImport, ...onDemand, ...never]),
    ...registries.flatMap(({ folder, index, shared = [], members = [] }) => [
      index,
      ...[...shared, ...members].map((name) => `${folder}/${name}`),
    ]),
  ];
  const isThere = (path: string): boolean => files.some((file) => file === path || file.startsWith(`${path}/`));
  expect(named.filter((path) => !isThere(path) && !PLANNED.includes(path))).toEqual([]);
  expect(PLANNED.filter(isThere)).toEqual([]);
});

const breaches = (path: string, text: string): readonly string[] => checkLayers(new Map([[path, text]]));

test.each([
  ['core/model/a.ts', "import { a } from '../engine/b.ts';", 'core/model/a.ts: may not import core/engine/b.ts'],
  ['core/model/a.ts', "import type { A } from '../engine/b.ts';", 'core/model/a.ts: may not import core/engine/b.ts'],
  ['core/model/a.ts', "export * from '../engine/b.ts';", 'core/model/a.ts: may not import core/engine/b.ts'],
  [
    'core/model/a.ts',
    "export {\n  a,\n  b,\n} from '../engine/b.ts';",
    'core/model/a.ts: may not import core/engine/b.ts',
  ],
  ['core/model/a.ts', "const a = await import('../engine/b.ts');", 'core/model/a.ts: may not import core/engine/b.ts'],
  ['core/model/a.ts', "type A = import('../engine/b.ts').A;", 'core/model/a.ts: may not import core/engine/b.ts'],
  ['core/model/a.ts', "import '../engine/b.ts';", 'core/model/a.ts: may not import core/engine/b.ts'],
  ['core/model/a.ts', `const a = import(\`./\${name}.ts\`);`, 'core/model/a.ts: imports something made up at run time'],
  ['core/model/a.ts', "import { a } from './b';", 'core/model/a.ts: ./b does not name a file'],
  [
    'core/input/a.ts',
    "import { a } from '../knowledge/rules/b.ts';",
    'core/input/a.ts: may not import core/knowledge/rules/b.ts',
  ],
  [
    'core/engine/a.ts',
    "import { a } from '../knowledge/rules/load.ts';",
    'core/engine/a.ts: may never import core/knowledge/rules/load.ts',
  ],
  ['core/engine/a.ts', "import { readFileSync } from 'node:fs';", 'core/engine/a.ts: may not import node:fs'],
  ['core/engine/a.ts', "import { readFileSync } from 'fs';", 'core/engine/a.ts: may not import fs'],
  ['core/report/a.ts', "import lodash from 'lodash/fp';", 'core/report/a.ts: may not import lodash/fp'],
  ['node/a.ts', "import { a } from '../core/report/b.ts';", 'node/a.ts: may import core/report/b.ts only on demand'],
  [
    'node/a.ts',
    "import { a } from '../core/knowledge/rules/load.ts';",
    'node/a.ts: may import core/knowledge/rules/load.ts only on demand',
  ],
  ['strange/a.ts', '', 'strange/a.ts: no layer of the law holds this file'],
  ['core/input/a.ts', 'const now = Date.now();', 'core/input/a.ts: "Date.now": the core has no clock'],
  ['core/input/a.ts', 'const now = new Date();', 'core/input/a.ts: "new Date()": the core has no clock'],
  [
    'core/input/a.ts',
    'const hour = date.getHours();',
    'core/input/a.ts: ".getHours(": the zone of the machine is never read',
  ],
  [
    'core/input/a.ts',
    'const x = Math.random();',
    'core/input/a.ts: "Math.random": the same input gives the same report',
  ],
  [
    'core/input/a.ts',
    'const ms = Date.parse(text);',
    'core/input/a.ts: "Date.parse(": it reads texts without zone in that of the machine',
  ],
  ['core/input/a.ts', 'console.log(1);', 'core/input/a.ts: "console.": the core has no surroundings'],
  ['core/input/a.ts', `const x = \`\${process.env.X}\`;`, 'core/input/a.ts: "process.": the core has no surroundings'],
  ['cli/a.ts', 'process.exit(1);', 'cli/a.ts: "process.exit(": only bin/evdx.js sets the exit code'],
])('%s with %j is a breach', (path, text, breach) => {
  expect(breaches(path, text)).toEqual([breach]);
});

test.each([
  ['core/model/a.ts', "import { a } from './b.ts';"],
  ['core/model/a.ts', "// import { a } from '../engine/b.ts';"],
  ['core/model/a.ts', 'const text = "import { a } from \'../engine/b.ts\'; process.exit(1)";'],
  ['core/model/a.ts', `const text = \`Date.now() \${a ? \`import '../engine/b.ts'\` : '}'} console.log\`;`],
  ['core/model/a.ts', 'const quote = /[\'"`]/.test(a) ? 1 : 2; // console.log'],
  ['core/model/a.ts', 'const time = new Date(ms).getUTCHours();'],
  ['core/model/a.ts', 'const last = window.at(-1); queue.process(last);'],
  ['core/engine/a.ts', "const { RE2JS } = await import('re2js');"],
  ['core/input/parsers/index.ts', "const prepare = async () => (await import('fast-xml-parser')).XMLParser;"],
  ['node/a.ts', "const load = () => import('../core/knowledge/rules/load.ts');"],
  ['node/a.ts', "import type { LoadedRule } from '../core/knowledge/rules/load.ts';"],
])('%s with %j is allowed', (path, text) => {
  expect(breaches(path, text)).toEqual([]);
});

test('a parser that waits for something is a breach, and so is one that knows its sibling', () => {
  const files = new Map([
    ['core/input/parsers/index.ts', "import { a } from './a.ts'; import { b } from './b/b.ts';"],
    ['core/input/parsers/a.ts', "import { b } from './b/b.ts';"],
    ['core/input/parsers/b/b.ts', "import { c } from './c.ts'; export const read = async () => await c();"],
    ['core/input/parsers/b/c.ts', "import { openInput } from '../../open-input.ts'; export const c = 1;"],
  ]);
  expect(checkLayers(files)).toEqual([
    'core/input/parsers/a.ts: may not import its sibling core/input/parsers/b/b.ts',
    'core/input/parsers/b/b.ts: "await": a parser is a state machine without I/O',
    'core/input/parsers/b/c.ts: may never import core/input/open-input.ts',
  ]);
});

test('a member without a line in its registry is a breach', () => {
  const files = new Map([
    ['core/report/reporters/index.ts', "import { csv } from './csv.ts'; export const reporters = { csv };"],
    ['core/report/reporters/csv.ts', "import type { Reporter } from './reporter.ts';"],
    ['core/report/reporters/reporter.ts', ''],
    ['core/report/reporters/html.ts', ''],
    ['core/input/parsers/evtx/evtx.ts', ''],
  ]);
  expect(checkLayers(files)).toEqual([
    'core/input/parsers/index.ts: the registry of core/input/parsers is missing',
    'core/report/reporters/index.ts: core/report/reporters/html.ts has no line in the registry',
  ]);
});

test('something heavy that is loaded at the start is a breach, however long the way', () => {
  const files = new Map([
    ['core/index.ts', "import { a } from './engine/a.ts'; import type { Rule } from './knowledge/rules/schema.ts';"],
    ['core/engine/a.ts', "import { RE2JS } from 're2js';"],
    ['core/knowledge/rules/schema.ts', "import * as z from 'zod';"],
  ]);
  expect(checkLayers(files)).toEqual(['core/index.ts: loads re2js at the start, by core/engine/a.ts']);
});

test('imports are found as what they are', () => {
  const text = [
    "import a, { type B } from './a.ts';",
    "import type { C } from './c.ts';",
    "export type { D } from './d.ts';",
    "const e = import('./e.ts');",
    'const f = import.meta.url;',
    "import type from './g.ts';",
  ].join('\n');
  expect(importsOf(readSource(text))).toEqual([
    { specifier: './a.ts', kind: 'static' },
    { specifier: './c.ts', kind: 'type' },
    { specifier: './d.ts', kind: 'type' },
    { specifier: './e.ts', kind: 'dynamic' },
    { specifier: './g.ts', kind: 'static' },
  ]);
});
