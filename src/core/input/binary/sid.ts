import type { ByteBlock } from './byte-block.ts';

const HEADER_BYTES = 8;
/** MS-DTYP 2.4.2 allows 15; real logs hold no more, but some readers stop at 10. */
const MAX_SUB_AUTHORITIES = 15;

/**
 * `S-1-5-18`; null when the bytes are no security identifier.
 * @see MS-DTYP 2.4.2.2 SID
 */
export function sidText(block: ByteBlock, at: number, size: number): string | null {
  const count = block.u8(at + 1);
  if (block.u8(at) !== 1 || count > MAX_SUB_AUTHORITIES || HEADER_BYTES + count * 4 > size) return null;
  // Six bytes, big-endian; from 2^32 on it is written in hex.
  const high = block.u8(at + 2) * 0x100 + block.u8(at + 3);
  const low = block.u8(at + 4) * 0x100_0000 + block.u8(at + 5) * 0x1_0000 + block.u8(at + 6) * 0x100 + block.u8(at + 7);
  let text = high === 0 ? `S-1-${low}` : `S-1-0x${(high * 0x1_0000_0000 + low).toString(16).padStart(12, '0')}`;
  for (let index = 0; index < count; index++) text += `-${block.u32(at + HEADER_BYTES + index * 4)}`;
  return text;
}

/** How many bytes the identifier that begins here takes. */
export const sidBytes = (block: ByteBlock, at: number): number => HEADER_BYTES + block.u8(at + 1) * 4;
