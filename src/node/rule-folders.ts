import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { CheckedRules, LoadedRules, RuleProblem, RuleText } from '../core/knowledge/rules/load.ts';
import type { RuleDefinition } from '../core/knowledge/rules/schema.ts';
import { compareText } from '../core/model/order.ts';

/** Tests in a file of their own stand beside the rule in NAME.tests.yaml. */
const isRuleFile = (path: string): boolean => /(?<!\.tests)\.ya?ml$/.test(path) && !basename(path).startsWith('.');
const withSlashes = (path: string): string => path.replaceAll(sep, '/');
const withoutEnding = (path: string): string => path.replace(/\.ya?ml$/, '');

/** The id of a rule is its path below the folder of rules: the nearest one called `rules`, if there is one, else the folder that was given. */
export const idOfFile = (path: string): string | null => {
  const [, id] = /(?:^|.*\/)rules\/(.+)$/.exec(withSlashes(path)) ?? [];
  return id === undefined ? null : withoutEnding(id);
};

const read = (path: string, file: string, id: string | null): RuleText => ({
  file: withSlashes(file),
  text: readFileSync(path, 'utf8'),
  ...(id === null ? {} : { expectedId: id }),
});

const readFolder = (folder: string, name: string): RuleText[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isRuleFile(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort(compareText)
    .map((path) => {
      const file = join(folder, path);
      return read(file, join(name, path), idOfFile(file) ?? withoutEnding(withSlashes(path)));
    });

const complaint = (file: string, message: string, hint: string): RuleProblem => ({
  file: withSlashes(file),
  line: 1,
  column: 1,
  message,
  hint,
});

export interface RuleFiles {
  readonly files: readonly RuleText[];
  /** Paths that hold no rule. */
  readonly problems: readonly RuleProblem[];
}

/** Rule files, and folders with everything below them. */
export function readRuleFiles(paths: readonly string[], cwd: string): RuleFiles {
  const files: RuleText[] = [];
  const problems: RuleProblem[] = [];
  for (const name of paths) {
    const path = resolve(cwd, name);
    try {
      const found = statSync(path).isDirectory() ? readFolder(path, name) : [read(path, name, idOfFile(path))];
      files.push(...found);
      if (found.length === 0) problems.push(complaint(name, 'there is no rule in this folder', 'rules end in .yaml'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(complaint(name, `it cannot be read (${reason})`, 'check the path'));
    }
  }
  return { files, problems };
}

/**
 * The rules of folders, checked together; YAML and zod are loaded only now.
 * @param beside the built-in rules, which theirs may name.
 */
export async function loadRuleFolders(
  folders: readonly string[],
  cwd: string,
  beside: readonly RuleDefinition[],
): Promise<LoadedRules> {
  const { files, problems } = readRuleFiles(folders, cwd);
  const { loadRules } = await import('../core/knowledge/rules/load.ts');
  const loaded = loadRules(files, beside);
  return { rules: loaded.rules, problems: [...problems, ...loaded.problems] };
}

/** The same, with what a rule hardly means. */
export async function checkRuleFolders(
  folders: readonly string[],
  cwd: string,
  beside: readonly RuleDefinition[],
): Promise<CheckedRules> {
  const { files, problems } = readRuleFiles(folders, cwd);
  const { checkRules } = await import('../core/knowledge/rules/load.ts');
  const checked = checkRules(files, beside);
  return { ...checked, problems: [...problems, ...checked.problems] };
}
