import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isPlainMap } from '../core/model/plain-map.ts';
import type { FactInput } from '../core/pipeline/options.ts';
import { systemReason } from '../node/system-reason.ts';
import { optionError } from './option-error.ts';
import { parseFactValue } from './options.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

const toFact = (file: YamlFile, host: string | null, path: readonly string[], value: unknown): FactInput => {
  const name = path.at(-1) ?? '';
  if (typeof value === 'boolean') return { host, name, value, from: 'option' };
  if (typeof value === 'string' || typeof value === 'number')
    return { host, name, value: parseFactValue(String(value)), from: 'option' };
  throw file.mistake(path, `${name} is neither text, number nor yes or no`);
};

/**
 * Answers in YAML or JSON: `name: value` for every host, `host: {name: value}` for one.
 * @throws EvdxError EVDX_FACTS_INVALID with file, line and column.
 */
export async function readFactsFile(path: string, cwd: string): Promise<FactInput[]> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((cause: unknown) => {
    throw optionError('facts', path, `the file cannot be read: ${systemReason(cause)}`, {
      code: 'EVDX_FACTS_INVALID',
      cause,
    });
  });
  const file = await parseYaml(path, text, 'EVDX_FACTS_INVALID');
  if (!isPlainMap(file.value)) throw file.mistake([], 'the file must hold names and values');
  return Object.entries(file.value).flatMap(([name, value]) =>
    isPlainMap(value)
      ? Object.entries(value).map(([inner, answer]) => toFact(file, name, [name, inner], answer))
      : [toFact(file, null, [name], value)],
  );
}
