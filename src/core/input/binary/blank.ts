import type { ByteBlock } from './byte-block.ts';

/** Are these bytes all zero? Half of a real log is space that was never written. */
export function isBlank(block: ByteBlock, from: number, to: number): boolean {
  let at = from;
  for (; at + 4 <= to; at += 4) if (block.u32(at) !== 0) return false;
  for (; at < to; at++) if (block.u8(at) !== 0) return false;
  return true;
}

/** Are these bytes all zero or this one? */
export function isFiller(block: ByteBlock, from: number, to: number, filler: number): boolean {
  for (let at = from; at < to; at++) if (block.u8(at) !== 0 && block.u8(at) !== filler) return false;
  return true;
}
