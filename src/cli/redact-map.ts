import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EvdxError } from '../core/model/errors.ts';
import { isPlainMap } from '../core/model/plain-map.ts';
import type { MappedName, PseudonymMap } from '../core/report/redact/pseudonyms.ts';
import type { MapKeeper } from '../core/report/redact/redaction.ts';
import { codeOf, systemReason } from '../node/system-reason.ts';
import { optionError } from './option-error.ts';

const SCHEMA_VERSION = 1;
/** It tells who is who: nobody else on this machine reads it. */
const OWNER_ONLY = 0o600;

const invalid = (path: string, reason: string, cause?: unknown): EvdxError =>
  optionError('redact-map', path, reason, { code: 'EVDX_REDACT_MAP_INVALID', cause });

const isMappedName = (value: unknown): value is MappedName =>
  isPlainMap(value) &&
  typeof value.pseudonym === 'string' &&
  /^[A-Z]+-[1-9]\d{0,8}(?:\.[a-z\d]{1,5})?$/.test(value.pseudonym) &&
  typeof value.name === 'string' &&
  typeof value.isWord === 'boolean';

function parseMap(path: string, text: string): PseudonymMap {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(path, 'it is no JSON', cause);
  }
  if (!isPlainMap(value) || value.schemaVersion !== SCHEMA_VERSION || typeof value.id !== 'string')
    throw invalid(path, 'it is not a pseudonym map of this version');
  const names: unknown = value.names;
  if (!/^[0-9a-f]{16}$/.test(value.id) || !Array.isArray(names) || !names.every(isMappedName))
    throw invalid(path, 'its id or one of its names is damaged');
  const [pseudonyms, originals] = [names.map((one) => one.pseudonym), names.map(({ name }) => name.toLowerCase())];
  if (new Set(pseudonyms).size < names.length || new Set(originals).size < names.length)
    throw invalid(path, 'a name or a pseudonym is in it twice');
  return { id: value.id, names };
}

async function readMap(path: string, cwd: string): Promise<PseudonymMap> {
  try {
    return parseMap(path, await readFile(resolve(cwd, path), 'utf8'));
  } catch (error) {
    if (error instanceof EvdxError) throw error;
    if (codeOf(error) === 'ENOENT')
      // A name for the map that says nothing about what is in it.
      return { id: randomBytes(8).toString('hex'), names: [] };
    throw invalid(path, `it cannot be read: ${systemReason(error)}`, error);
  }
}

/** Whole or not at all: a map that was cut would give the next run other pseudonyms. */
async function writeMap(path: string, cwd: string, map: PseudonymMap): Promise<void> {
  const whole = resolve(cwd, path);
  const begun = `${whole}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const { id, names } = map;
    const text = `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, id, names }, null, 2)}\n`;
    await writeFile(begun, text, { mode: OWNER_ONLY, flag: 'wx' });
    await chmod(begun, OWNER_ONLY);
    await rename(begun, whole);
  } catch (cause) {
    throw invalid(path, `it cannot be written: ${systemReason(cause)}`, cause);
  }
}

export interface RedactFlags {
  readonly redact?: boolean;
  readonly redactMap?: string;
}

/** Who keeps the pseudonyms of this run; a map that is named means redaction. null: nothing is hidden. */
export async function openRedaction({ redact, redactMap }: RedactFlags, cwd: string): Promise<MapKeeper | null> {
  if (redactMap === undefined) return redact === true ? { map: null } : null;
  return { map: await readMap(redactMap, cwd), keep: (map) => writeMap(redactMap, cwd, map) };
}
