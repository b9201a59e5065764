import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

/** Written under another name first: an input that was left half done is made again. */
export function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
  renameSync(unfinished, path);
}

export function* repeat(piece: Uint8Array, times: number): Generator<Uint8Array> {
  for (let time = 0; time < times; time++) yield piece;
}
