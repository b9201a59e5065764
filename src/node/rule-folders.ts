import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join, posix, relative, resolve, sep } from 'node:path';
import type { CheckedRules, LoadedRules, RuleFile, RuleProblem, RuleText } from '../core/knowledge/rules/load.ts';
import type { RuleDefinition } from '../core/knowledge/rules/schema.ts';
import { compareText } from '../core/model/order.ts';
import { ruleIdPattern } from '../core/model/rule-id.ts';
import { withSlashes } from './file-path.ts';
import { systemReason } from './system-reason.ts';

/** Tests in a file of their own stand beside the rule in NAME.tests.yaml. */
const isRuleFile = (path: string): boolean => /(?<!\.tests)\.ya?ml$/.test(path) && !basename(path).startsWith('.');
const withoutEnding = (path: string): string => path.replace(/\.ya?ml$/, '');

/** The id of a rule is its path below the folder of rules: the nearest one called `rules`, if there is one, else the folder that was given. */
export const idOfFile = (path: string): string | null => {
  const [, id] = /(?:^|.*\/)rules\/(.+)$/.exec(withSlashes(path)) ?? [];
  return id === undefined ? null : withoutEnding(id);
};

/** The id for a new file: the folder of rules may be one of any name, and most have an area and a name below it. */
export const idForNewFile = (path: string): string =>
  idOfFile(path) ?? withoutEnding(withSlashes(path)).split('/').slice(-2).join('/');

/** More than the 256 KiB that a rule may have: what is larger is refused by what was read of it. */
const MAX_BYTES = 256 * 1024 + 4;

function textOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(MAX_BYTES);
    let length = 0;
    // A pipe gives its bytes in pieces.
    for (let count = -1; count !== 0 && length < MAX_BYTES; length += count)
      count = readSync(file, bytes, length, MAX_BYTES - length, null);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

const read = (path: string, file: string, id: string | null): RuleText => ({
  file: withSlashes(file),
  text: textOf(path),
  ...(id === null ? {} : { expectedId: id }),
});

interface Found {
  readonly path: string;
  readonly name: string;
  readonly id: string | null;
}
const filesIn = (folder: string, name: string): readonly Found[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isRuleFile(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort(compareText)
    .map((below) => {
      const path = join(folder, below);
      return { path, name: join(name, below), id: idOfFile(path) ?? idBelow(below, path) };
    });

/**
 * In a folder of any name. A file that lies in it with no folder between has that folder for its area, as a new file has; where a name
 * cannot be part of an id, any id will do.
 */
function idBelow(below: string, path: string): string | null {
  const id = below.includes(sep) ? withoutEnding(withSlashes(below)) : idForNewFile(path);
  return ruleIdPattern.test(id) ? id : null;
}

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
  /** One that cannot be read costs itself only. */
  const guard = (name: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      problems.push(complaint(name, `it cannot be read (${systemReason(error)})`, 'check the path'));
    }
  };
  for (const name of paths)
    guard(name, () => {
      const path = resolve(cwd, name);
      const found = statSync(path).isDirectory() ? filesIn(path, name) : [{ path, name, id: idOfFile(path) }];
      if (found.length === 0) problems.push(complaint(name, 'there is no rule in this folder', 'rules end in .yaml'));
      for (const file of found) guard(file.name, () => files.push(read(file.path, file.name, file.id)));
    });
  return { files, problems };
}

/** The file that holds the tests of a rule: the rule itself, or the one its `tests` names, which stands beside it. */
export function textOfTests({ tests }: RuleFile, rule: RuleText, cwd: string): RuleFiles & { readonly text: RuleText } {
  if (typeof tests !== 'string') return { text: rule, files: [], problems: [] };
  const read = readRuleFiles([posix.join(posix.dirname(rule.file), tests)], cwd);
  return { ...read, text: read.files[0] ?? { file: tests, text: '' } };
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
  const { checkRules, loadRule, loadTests } = await import('../core/knowledge/rules/load.ts');
  const checked = checkRules(files, beside);
  const haveFiles = checked.rules.some(({ tests }) => typeof tests === 'string');
  const ofTests = (haveFiles ? files : []).flatMap((file) => {
    const { rule } = loadRule(file.text, file);
    if (typeof rule?.tests !== 'string') return [];
    const { text, problems: unread } = textOfTests(rule, file, cwd);
    return unread.length > 0 ? unread : loadTests(rule, text).problems;
  });
  return { ...checked, problems: [...problems, ...checked.problems, ...ofTests] };
}
