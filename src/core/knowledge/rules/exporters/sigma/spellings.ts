import { namesOf } from '../../../codes/index.ts';

/** Codes that the spelling without 0x counts for (docs/rule-language.md, section 2.1). */
const BARE_HEX = /^(?=.*[a-f])[8c]/;
const FIRST_UNSIGNED = 0x8000_0000;

/** Every way a log may print a code; Sigma compares without case. Positive decimals do not count: they are sizes and process ids. */
export function codeSpellings(code: number): readonly string[] {
  const unsigned = code >>> 0;
  const hex = unsigned.toString(16);
  return [
    ...new Set([
      ...(code < 0 ? [String(code)] : []),
      ...(unsigned >= FIRST_UNSIGNED ? [String(unsigned)] : []),
      `0x${hex}`,
      `0x${hex.padStart(8, '0')}`,
      ...(BARE_HEX.test(hex) ? [hex] : []),
      ...namesOf(code),
    ]),
  ];
}
