import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { EvdxError } from '../core/model/errors.ts';
import { systemReason } from '../node/system-reason.ts';
import type { Config } from './config-schema.ts';
import type { CliIo } from './io.ts';

const FILE_NAME = 'evdx.config.yaml';

/** The nearest configuration in this folder or one above it. */
function findConfig(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, FILE_NAME);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}

/** The first mistake, in the words that rule files are corrected with. */
async function parseConfig(name: string, text: string): Promise<Config> {
  const [{ parseYaml }, { configSchema }, { complaintsOf, messageOf }, { nearest }] = await Promise.all([
    import('./yaml-file.ts'),
    import('./config-schema.ts'),
    import('../core/knowledge/rules/schema-problems.ts'),
    import('../core/knowledge/rules/nearest.ts'),
  ]);
  const file = await parseYaml(name, text, 'EVDX_CONFIG_INVALID');
  const value = file.value ?? {};
  const { success, data, error } = configSchema.safeParse(value, { error: messageOf });
  if (success) return data;
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = nearest(key, Object.keys(configSchema.shape));
    throw file.mistake(
      [...issue.path.map(String), key],
      `there is no key ${key}${near === null ? '' : `; write ${near}`}`,
    );
  }
  const [complaint] = complaintsOf(error.issues, value);
  if (complaint === undefined || complaint.path.length === 0)
    throw file.mistake([], 'it holds no options; write one "key: value" a line');
  const { path, message, hint } = complaint;
  throw file.mistake(path, `${path.length > 1 ? `${path.join('.')}: ` : ''}${message}; ${hint}`);
}

/** Paths in a configuration are meant from where it stands. */
const fromFolder = (config: Config, folder: string): Config => ({
  ...config,
  ...(config.rules === undefined ? {} : { rules: config.rules.map((path) => resolve(folder, path)) }),
  ...(config.facts === undefined ? {} : { facts: resolve(folder, config.facts) }),
  ...(config['redact-map'] === undefined ? {} : { 'redact-map': resolve(folder, config['redact-map']) }),
  ...(config.output === undefined ? {} : { output: resolve(folder, config.output) }),
});

/** The file, and the options that took a value of it. */
export interface AppliedConfig {
  readonly name: string | null;
  readonly applied: ReadonlySet<string>;
}

export const NO_CONFIG: AppliedConfig = { name: null, applied: new Set() };

/** A configuration, the name of its file as messages show it, and its path; null where there is none. */
export interface LoadedConfig {
  readonly name: string | null;
  readonly path: string | null;
  readonly config: Config;
}

/**
 * The configuration of this run; zod and yaml are loaded only where there is one.
 * @param given --config.
 * @throws EvdxError EVDX_CONFIG_INVALID with file, line and column.
 */
export async function loadConfig({ cwd }: CliIo, given: string | undefined): Promise<LoadedConfig> {
  const path = given === undefined ? findConfig(cwd) : resolve(cwd, given);
  if (path === null) return { name: null, path, config: {} };
  const name = given ?? relative(cwd, path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new EvdxError('EVDX_CONFIG_INVALID', `${name}: the configuration cannot be read: ${systemReason(cause)}.`, {
      cause,
    });
  });
  return { name, path, config: fromFolder(await parseConfig(name, text), dirname(path)) };
}

/**
 * Options of this command that the command line left open take the value of the configuration.
 * @returns those that did, by their keys
 */
export function applyConfig(command: Command, config: Config): ReadonlySet<string> {
  const applied = new Set<string>();
  const values = new Map<string, unknown>(Object.entries(config));
  for (const option of command.options) {
    const name = option.attributeName();
    // `--no-progress` is the key `progress`.
    const key = option.long?.replace(option.negate ? /^--no-/ : /^--/, '') ?? '';
    const value = values.get(key);
    if (value === undefined || command.getOptionValueSource(name) === 'cli') continue;
    // A format that another command knows is no mistake here.
    if (option.argChoices !== undefined && !option.argChoices.includes(String(value))) continue;
    command.setOptionValueWithSource(name, value, 'config');
    applied.add(key);
  }
  return applied;
}

/** What is wrong with a value of the configuration is said of the file; the dashes are those of the command line. */
export const ofConfig = ({ message, option }: EvdxError, { name, applied }: AppliedConfig): string =>
  option !== null && applied.has(option) ? `${name}: ${message.replace(/^--/, '')}` : message;
