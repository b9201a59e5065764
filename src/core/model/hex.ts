const LOWER: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UPPER: readonly string[] = LOWER.map((digits) => digits.toUpperCase());

const joined = (bytes: Uint8Array, digits: readonly string[]): string => {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
};

/** Lower case without separators. */
export const hexOf = (bytes: Uint8Array): string => joined(bytes, LOWER);
/** Upper case without separators, as Windows writes binary values. */
export const upperHexOf = (bytes: Uint8Array): string => joined(bytes, UPPER);
/** Two digits in upper case. */
export const upperHexOfByte = (byte: number): string => UPPER[byte & 0xff] ?? '';
