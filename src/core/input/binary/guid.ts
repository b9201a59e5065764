import { upperHexOfByte } from '../../model/hex.ts';
import type { ByteBlock } from './byte-block.ts';

/** The bytes of a GUID in the order its text shows them: three little-endian numbers, then eight bytes. */
const GUID_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const DASHED: ReadonlySet<number> = new Set([5, 7, 8, 10]);

/** `{8-4-4-4-12}`, upper case. */
export function guidText(block: ByteBlock, at: number): string {
  let text = '{';
  for (const index of GUID_ORDER) {
    if (DASHED.has(index)) text += '-';
    text += upperHexOfByte(block.u8(at + index));
  }
  return `${text}}`;
}
