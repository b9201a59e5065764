/** The architecture as data (docs/architecture.md): who may import whom, and who may not do what. Paths start below src/. */

export interface Layer {
  /** A folder or a file; of several that fit, the longest counts. */
  readonly path: string;
  /** Folders and files; the layer itself is always allowed. */
  readonly mayImport: readonly string[];
  /** Only by `import()` or as types: loaded when first needed. */
  readonly onDemand?: readonly string[];
  /** Exceptions to `mayImport`. */
  readonly never?: readonly string[];
  readonly packages?: readonly string[];
  readonly usesNode?: boolean;
}

const LOADER = 'core/knowledge/rules/load.ts';
const RULE_HELPERS = ['articles-of', 'defaults', 'duration', 'nearest', 'problem'].map(
  (name) => `core/knowledge/rules/${name}.ts`,
);
const NAMES_AND_CODES = ['core/knowledge/words', 'core/knowledge/codes'];

/** Folders that are still to come: their law stands already. */
export const PLANNED: readonly string[] = ['web', 'state', 'sweep', 'cluster'];

export const layers: readonly Layer[] = [
  { path: 'core/model', mayImport: [] },
  { path: 'core/version.ts', mayImport: [] },
  { path: 'core/knowledge', mayImport: ['core/model'] },
  {
    path: 'core/knowledge/rules',
    mayImport: ['core/model', ...NAMES_AND_CODES],
    packages: ['zod', 'yaml', 're2js'],
  },
  { path: 'core/input', mayImport: ['core/model', ...NAMES_AND_CODES] },
  { path: 'core/input/xml', mayImport: ['core/model', 'core/input'], packages: ['fast-xml-parser'] },
  { path: 'core/input/archives', mayImport: ['core/model', 'core/input'], packages: ['fflate'] },
  ...['core/input/parsers', 'core/input/companions'].map((path) => ({
    path,
    mayImport: ['core/model', ...NAMES_AND_CODES, 'core/input'],
    never: ['open-input.ts', 'formats.ts', 'sniff', 'mixture', 'archives'].map((name) => `core/input/${name}`),
    packages: ['fast-xml-parser'],
  })),
  { path: 'core/engine', mayImport: ['core/model', 'core/knowledge'], never: [LOADER], packages: ['re2js'] },
  { path: 'core/report', mayImport: ['core/model'] },
  // Drawings, loaded with the page that they stand in.
  { path: 'core/report/reporters/html', mayImport: ['core/model', 'core/report'], packages: ['d3-scale'] },
  // What evdx writes, as schemas: for the generator, the tests, and reports that are read again.
  { path: 'core/report/schemas', mayImport: ['core/model'], packages: ['zod'] },
  {
    path: 'core/pipeline',
    mayImport: [
      'core/model',
      'core/version.ts',
      'core/input',
      'core/engine',
      'core/knowledge',
      'core/report/assemble.ts',
      'core/report/expect.ts',
      'core/report/redact',
      // Derived rule tests write events in every format and read them back.
      'core/report/writers',
    ],
    never: [LOADER],
  },
  { path: 'core/index.ts', mayImport: ['core'], never: [LOADER] },
  // Runs in a report; the build puts it there as text.
  { path: 'report-page', mayImport: ['core/report/reporters/html/tick-label.ts', 'core/model/time-units.ts'] },
  // docs/decisions/0006-what-shells-may-import.md
  { path: 'node', mayImport: ['core/index.ts', 'core/model'], onDemand: ['core'], usesNode: true },
  { path: 'web', mayImport: ['core/index.ts'], onDemand: [LOADER] },
  { path: 'state', mayImport: ['core/index.ts'], usesNode: true },
  { path: 'sweep', mayImport: ['core/index.ts', 'node', 'state'], usesNode: true },
  { path: 'cluster', mayImport: ['core/index.ts', 'node', 'sweep'], usesNode: true, packages: ['bullmq'] },
  {
    path: 'cli',
    mayImport: [
      ...['core/index.ts', 'core/model', 'core/report', 'core/version.ts', ...RULE_HELPERS],
      ...['node', 'state', 'sweep'],
    ],
    onDemand: ['cluster', 'core'],
    usesNode: true,
    packages: ['commander', 'cli-table3', 'zod', 'yaml'],
  },
];

/** Folders whose members know nothing of each other and stand, each on a line, in a registry. */
export interface Registry {
  readonly folder: string;
  readonly index: string;
  /** Files that are no members: what all of them may use. */
  readonly shared?: readonly string[];
  /** Instead of `shared`, where helpers are many: the members, and all others are shared. */
  readonly members?: readonly string[];
}

export const registries: readonly Registry[] = [
  { folder: 'core/input/parsers', index: 'core/input/parsers/index.ts', shared: ['segment-format.ts'] },
  {
    folder: 'core/input/companions',
    index: 'core/input/companions/index.ts',
    shared: ['companion.ts', 'segment.ts', 'windows-version.ts'],
  },
  {
    folder: 'core/knowledge/codes',
    index: 'core/knowledge/codes/index.ts',
    shared: [
      'family.ts',
      'scan.ts',
      'characters.ts',
      'numbers.ts',
      'decode.ts',
      'facilities.ts',
      'meanings.ts',
      'tokens.ts',
      'wrappers.ts',
      'code-bytes.ts',
    ],
  },
  {
    folder: 'core/report/reporters',
    index: 'core/report/reporters/index.ts',
    shared: ['reporter.ts', 'escape-markdown.ts'],
  },
  {
    folder: 'core/report/diff-reporters',
    index: 'core/report/diff-reporters/index.ts',
    shared: ['diff-reporter.ts'],
  },
  {
    folder: 'core/engine/patterns',
    index: 'core/engine/patterns/index.ts',
    members: ['one.ts', 'seq.ts', 'all.ts', 'count.ts', 'absent.ts', 'near.ts', 'any.ts'],
  },
  {
    folder: 'core/report/writers',
    index: 'core/report/writers/index.ts',
    shared: [
      'writer.ts',
      'json-bytes.ts',
      'known-parts.ts',
      'event-lines.ts',
      'clipboard-fields.ts',
      'descriptions.ts',
      'iso-time.ts',
      'system-values.ts',
    ],
  },
  {
    folder: 'core/pipeline/derived-tests',
    index: 'core/pipeline/derived-tests/index.ts',
    shared: ['support'],
  },
  {
    folder: 'core/knowledge/rules/exporters',
    index: 'core/knowledge/rules/exporters/index.ts',
    shared: ['exporter.ts'],
  },
  { folder: 'cli/commands', index: 'cli/main.ts' },
];

/** What must not be loaded before it is needed, from where a program starts (`import type` and `import()` do not count). */
export const starts: readonly string[] = ['core/index.ts', 'cli/main.ts'];
export const heavy: readonly string[] = ['zod', 'yaml', 're2js', 'fast-xml-parser', 'fflate', 'cli-table3', 'd3-scale'];

export interface Ban {
  readonly path: string;
  readonly pattern: RegExp;
  readonly because: string;
}

// The compiler knows neither Node nor the page in src/core; what is left are the globals of a web worker.
const GLOBALS = /(?<![.\w])(process|console|globalThis|self|navigator|indexedDB|caches)\s*[.[]/;
const CALLS =
  /(?<![.\w])(fetch|require|setTimeout|setInterval|queueMicrotask|importScripts|postMessage|XMLHttpRequest|WebSocket|Worker)\s*\(/;

export const bans: readonly Ban[] = [
  { path: 'core', pattern: GLOBALS, because: 'the core has no surroundings' },
  { path: 'core', pattern: CALLS, because: 'the core has no surroundings' },
  {
    path: 'core',
    pattern: /\bDate\.now\b|\bnew Date(\(\s*\)|\b(?!\s*\())|(?<![.\w])performance\./,
    because: 'the core has no clock',
  },
  {
    path: 'core',
    pattern: /\bMath\.random\b|(?<![.\w])crypto\./,
    because: 'the same input gives the same report',
  },
  {
    path: 'core',
    pattern:
      /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(|\.toLocale\w*String\(/,
    because: 'the zone of the machine is never read',
  },
  ...['core/input', 'core/engine', 'core/knowledge', 'core/model'].map((path) => ({
    path,
    pattern: /\bDate\.parse\(/,
    because: 'it reads texts without zone in that of the machine',
  })),
  {
    path: 'core/input/parsers',
    // What is heavy may be loaded on demand, before the first piece.
    pattern: /\bawait\b(?!\s*(?:import\(|load[A-Z]))|\.then\(|\bnew Promise\b/,
    because: 'a parser is a state machine without I/O',
  },
  { path: '', pattern: /\bprocess\.exit\(/, because: 'only bin/evdx.js sets the exit code' },
];
