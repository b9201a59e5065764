import type { ByteBlock } from './byte-block.ts';

/** Are these bytes of both blocks equal? */
export function isSame(a: ByteBlock, atA: number, b: ByteBlock, atB: number, size: number): boolean {
  const [viewA, viewB] = [a.view, b.view];
  const isInside = atA >= 0 && atB >= 0 && atA + size <= a.length && atB + size <= b.length;
  if (!isInside) return false;
  let offset = 0;
  for (; offset + 4 <= size; offset += 4)
    if (viewA.getInt32(atA + offset, true) !== viewB.getInt32(atB + offset, true)) return false;
  for (; offset < size; offset++) if (viewA.getInt8(atA + offset) !== viewB.getInt8(atB + offset)) return false;
  return true;
}
