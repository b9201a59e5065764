import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBigEvt } from './inputs/evt.ts';
import { makeBigEvtx, makeSmallEvtx } from './inputs/evtx.ts';
import {
  makeBigCsv,
  makeBigEvtxexport,
  makeBigJsonLines,
  makeBigText,
  makeBigWevtutil,
  makeBigXml,
  makePaste,
} from './inputs/text.ts';

/** Inputs are kept between runs. */
const CACHE = join(tmpdir(), 'evdx-bench');

const makers = {
  'big.evtx': makeBigEvtx,
  'small-evtx': makeSmallEvtx,
  'big.evt': makeBigEvt,
  'big.xml': makeBigXml,
  'big.txt': (path: string) => makeBigText(path),
  'big.csv': (path: string) => makeBigCsv(path),
  'big.jsonl': (path: string) => makeBigJsonLines(path),
  'wevtutil.txt': makeBigWevtutil,
  'evtxexport.txt': makeBigEvtxexport,
  // What memory must not depend on.
  '50.txt': (path: string) => makeBigText(path, 50e6),
  '500.txt': (path: string) => makeBigText(path, 500e6),
  '50.csv': (path: string) => makeBigCsv(path, 50e6),
  '500.csv': (path: string) => makeBigCsv(path, 500e6),
  '50.jsonl': (path: string) => makeBigJsonLines(path, 50e6),
  '500.jsonl': (path: string) => makeBigJsonLines(path, 500e6),
  'paste.txt': makePaste,
} as const satisfies Record<string, (path: string) => void | Promise<void>>;

export type InputName = keyof typeof makers;
export interface BenchInput {
  readonly path: string;
  readonly bytes: number;
  /** The files of a folder; the file itself. */
  readonly files: readonly string[];
}

const sizeOf = (path: string): number => {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
};

/** Makes the input unless an earlier run has. */
export async function benchInput(name: InputName): Promise<BenchInput> {
  mkdirSync(CACHE, { recursive: true });
  const path = join(CACHE, name);
  if (!existsSync(path)) await makers[name](path);
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  return { path, bytes: sizeOf(path), files };
}
