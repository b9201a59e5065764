import type { ByteBlock } from './byte-block.ts';

/** Are these bytes all zero? Half of a real log is space that was never written, so sixteen bytes are looked at in one step. */
export function isBlank(block: ByteBlock, from: number, to: number): boolean {
  const { view } = block;
  const end = Math.min(to, block.length);
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const first = view.getInt32(at) | view.getInt32(at + 4);
    if ((first | view.getInt32(at + 8) | view.getInt32(at + 12)) !== 0) return false;
  }
  for (; at < end; at++) if (block.u8(at) !== 0) return false;
  return true;
}

/** Are these bytes all zero or this one? */
export function isFiller(block: ByteBlock, from: number, to: number, filler: number): boolean {
  for (let at = from; at < to; at++) if (block.u8(at) !== 0 && block.u8(at) !== filler) return false;
  return true;
}
