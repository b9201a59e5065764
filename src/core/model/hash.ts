const PRIME_LOW = 0x1b3; // FNV prime 2^40 + 0x1b3
const OFFSET = [0x2325, 0x8422, 0x9ce4, 0xcbf2] as const; // FNV offset basis, 16 bits each, lowest first

/**
 * FNV-1a, 64 bits, of the UTF-8 bytes of `text`, as 16 hex digits. Four limbs of 16 bits: BigInt is thirty times slower.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fnv1a64(text: string): string {
  let [a, b, c, d]: [number, number, number, number] = [...OFFSET];
  for (const byte of new TextEncoder().encode(text)) {
    a ^= byte;
    // hash · (2^40 + 0x1b3) mod 2^64; 2^40 moves a limb up by two and a half.
    const low = a * PRIME_LOW;
    const second = b * PRIME_LOW + (low >>> 16);
    const third = c * PRIME_LOW + (second >>> 16) + ((a & 0xff) << 8);
    const fourth = d * PRIME_LOW + (third >>> 16) + ((b & 0xff) << 8) + (a >>> 8);
    [a, b, c, d] = [low & 0xffff, second & 0xffff, third & 0xffff, fourth & 0xffff];
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}
