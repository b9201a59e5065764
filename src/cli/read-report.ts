import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ComparedReport } from '../core/model/diff.ts';
import { isPlainMap } from '../core/model/plain-map.ts';
import { codeOf, systemReason } from '../node/system-reason.ts';
import { type CliIo, STANDARD_INPUT } from './io.ts';

const EXPECTED = 'give what "evdx -f json" wrote';

/** A report, or one sentence about why there is none. */
export type ReadReport = { readonly report: ComparedReport } | { readonly problem: string };

async function readBytes({ stdin, cwd }: CliIo, path: string): Promise<Uint8Array> {
  if (path !== STANDARD_INPUT) return readFile(resolve(cwd, path));
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** `>` of Windows PowerShell 5 writes UTF-16. A BOM is taken off by the decoder. */
const decode = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);

const reasonOf = (error: unknown): string =>
  codeOf(error) === 'ENOENT' ? 'there is no such file' : `it cannot be read: ${systemReason(error)}`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an object is that is no report of this version. */
function strangerOf(value: unknown): string | null {
  if (!isPlainMap(value)) return `this is not a report; ${EXPECTED}`;
  if ('by' in value && 'counts' in value) return `this is a comparison, not a report; ${EXPECTED}`;
  const version = value.schemaVersion;
  if (typeof version === 'number' && version > 1)
    return `this report was written by a newer evdx (schemaVersion ${version}); update this one`;
  return version === undefined ? `this is not a report; ${EXPECTED}` : null;
}

async function toReport(value: unknown): Promise<ReadReport> {
  const stranger = strangerOf(value);
  if (stranger !== null) return { problem: stranger };
  const { comparedSchema } = await import('../core/report/schemas/compared.ts');
  const { success, data, error } = comparedSchema.safeParse(value);
  if (success) return { report: data };
  const [issue] = error.issues;
  return { problem: `this report is damaged (${issue?.path.join('.')}: ${issue?.message}); ${EXPECTED}` };
}

/** Reads a report again. Whatever stands there, nothing is thrown. @param path `-` is standard input. */
export async function readReport(io: CliIo, path: string): Promise<ReadReport> {
  const name = path === STANDARD_INPUT ? 'standard input' : path;
  const named = (read: ReadReport): ReadReport => ('problem' in read ? { problem: `${name}: ${read.problem}` } : read);
  try {
    const text = decode(await readBytes(io, path));
    if (text.trim() === '') return named({ problem: `it is empty; ${EXPECTED}` });
    const value = parseJson(text);
    return named(
      value === undefined ? { problem: `this is not JSON, or not all of it; ${EXPECTED}` } : await toReport(value),
    );
  } catch (error) {
    return named({ problem: reasonOf(error) });
  }
}
