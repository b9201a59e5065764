import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from '../../src/core/input/binary/crc32.ts';
import { readSample, samplesEndingIn } from './samples.ts';
import { writePieces } from './write-file.ts';

const HEADER_BYTES = 4096;
const CHUNK_BYTES = 65_536;
const CHUNK_HEADER_BYTES = 512;
/** 524 MB, as in the figures of the design. */
const CHUNKS = 8000;
const SMALL_FILES = 2000;
/** The smallest size Windows gives a log: a header and one chunk. */
const SMALL_BYTES = HEADER_BYTES + CHUNK_BYTES;
/** What is at least this full holds hardly anything but records. */
const FULL_BYTES = 60_000;

/** A chunk that is full and whole: the chain of its records leads to where its header says. */
function isFull(chunk: Buffer): boolean {
  const end = chunk.readUInt32LE(48);
  if (chunk.toString('latin1', 0, 8) !== 'ElfChnk\0' || end < FULL_BYTES || end > CHUNK_BYTES) return false;
  let at = CHUNK_HEADER_BYTES;
  while (at + 8 <= end && chunk.toString('latin1', at, at + 4) === '**\0\0')
    at += Math.max(8, chunk.readUInt32LE(at + 4));
  return at === end;
}

const fullChunks = (): readonly Buffer[] =>
  samplesEndingIn('.evtx')
    .map(readSample)
    .flatMap((log) =>
      Array.from({ length: Math.floor((log.length - HEADER_BYTES) / CHUNK_BYTES) }, (_, index) =>
        log.subarray(HEADER_BYTES + index * CHUNK_BYTES, HEADER_BYTES + (index + 1) * CHUNK_BYTES),
      ),
    )
    .filter(isFull);

/** That of a clean log of so many chunks: readers that trust it must read all of them. */
function headerFor(chunks: number): Buffer {
  const header = Buffer.from(readSample('python-evtx/tests/data/system.evtx').subarray(0, HEADER_BYTES));
  header.writeBigUInt64LE(0n, 8);
  header.writeBigUInt64LE(BigInt(chunks - 1), 16);
  header.writeUInt16LE(chunks, 42);
  header.writeUInt32LE(0, 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}

function* bigLog(): Generator<Uint8Array> {
  const chunks = fullChunks();
  yield headerFor(CHUNKS);
  for (let index = 0; index < CHUNKS; index++) yield chunks[index % chunks.length] ?? new Uint8Array();
}

/** One log of 8 000 full chunks. */
export const makeBigEvtx = (path: string): void => writePieces(path, bigLog());

/** 2 000 logs of one chunk each. */
export function makeSmallEvtx(folder: string): void {
  const logs = samplesEndingIn('.evtx')
    .map(readSample)
    .filter(({ length }) => length === SMALL_BYTES);
  const unfinished = `${folder}.part`;
  mkdirSync(unfinished, { recursive: true });
  for (let index = 0; index < SMALL_FILES; index++) {
    const name = `${String(index).padStart(4, '0')}.evtx`;
    writeFileSync(join(unfinished, name), logs[index % logs.length] ?? new Uint8Array());
  }
  renameSync(unfinished, folder);
}
