import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatRuleProblem, loadRules, type RuleDefinition } from '../../src/core/knowledge/rules/load.ts';
import { compareText } from '../../src/core/model/order.ts';
import { builtinRules } from './builtin-rules.ts';
import { errorsPage } from './errors-page.ts';
import type { Output } from './output.ts';
import { reportPage } from './report-page.ts';
import { resultSchemas } from './result-schemas.ts';
import { rulePages } from './rule-pages.ts';
import { ruleJsonSchema } from './rule-schema.ts';

/** Everything the build writes; a new file is one line here. */
export const outputs: readonly Output[] = [
  ...[builtinRules, ruleJsonSchema, ...resultSchemas],
  ...[errorsPage, reportPage, rulePages],
];

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Generated {
  /** Files that changed, from the root of the project. */
  readonly written: readonly string[];
  readonly ruleCount: number;
}

/** Reads rules/ and writes what depends on it. @throws with all mistakes of all rules, before anything is written. */
export function generate(root = ROOT): Generated {
  const rules = readRules(root);
  const files = outputs.flatMap((output) => output.files(rules));
  const written = files.filter(({ path, content }) => writeIfChanged(join(root, path), content));
  return { written: written.map(({ path }) => path), ruleCount: rules.length };
}

function readRules(root: string): readonly RuleDefinition[] {
  const paths = readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' });
  const ids = paths.filter((path) => /(?<!\.tests)\.yaml$/.test(path)).map((path) => path.slice(0, -'.yaml'.length));
  const texts = ids
    .map((id) => id.replaceAll('\\', '/'))
    .sort(compareText)
    .map((expectedId) => {
      const file = `rules/${expectedId}.yaml`;
      return { file, expectedId, text: readFileSync(join(root, file), 'utf8') };
    });
  const { rules, problems } = loadRules(texts);
  if (problems.length > 0) throw new Error(['rules that do not load:', ...problems.map(formatRuleProblem)].join('\n'));
  // Their ids are their paths, so they are in order.
  return rules.map(({ tests: _, ...definition }) => definition);
}

/** Leaves an equal file alone, so that builds which look at dates have nothing to do. */
function writeIfChanged(path: string, content: string): boolean {
  if (readIfThere(path) === content) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return true;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
