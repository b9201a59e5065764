/** The rules of the rule language on codes, one expression each: slow and plain, to compare the scanner with. */

const SPACELESS = ['Han', 'Hira', 'Kana', 'Bopo', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map(
  (script) => `\\p{scx=${script}}`,
);
const JOINS = `(?!${SPACELESS.join('|')})[\\p{L}\\p{Nd}]`;
const MINUS = '[-\\u2010-\\u2013\\u2212\\uff0d]';
const OPEN = `(?<!${JOINS}|${MINUS}|[._])`;
const CLOSED = `(?!${JOINS}|${MINUS})`;
const BLANKS = '[ \\t\\u00a0]{0,8}';
const HEX8 = '([0-9a-fA-F]{8})';

const matches = (text: string, pattern: string, flags = 'gu'): string[] =>
  [...text.matchAll(new RegExp(pattern, flags))].map(([, value]) => value ?? '');

export function scanByExpressions(text: string, names: ReadonlyMap<string, number>): number[] {
  const codes = new Set<number>();
  const add = (value: bigint) => codes.add(Number(BigInt.asIntN(32, value)));

  for (const digits of matches(text, `${OPEN}${MINUS}(\\d{3,10})${CLOSED}`)) {
    if (BigInt(digits) <= 2147483648n) add(-BigInt(digits));
  }
  for (const digits of matches(text, `${OPEN}0[xX]([0-9a-fA-F]{1,16})${CLOSED}`)) {
    const value = BigInt(`0x${digits}`);
    const isWide = digits.length > 8;
    if (!isWide || value >> 32n === 0n || value >> 32n === 0xffffffffn) add(value);
  }
  for (const digits of matches(text, `${OPEN}(\\d{10})${CLOSED}`)) {
    const value = BigInt(digits);
    if (value >= 2147483648n && value <= 4294967295n) add(value);
  }
  for (const digits of matches(text, `${OPEN}${HEX8}${CLOSED}`)) {
    if (/^[8c]/i.test(digits) && /[a-f]/i.test(digits)) add(BigInt(`0x${digits}`));
  }
  const word = `(?<!${JOINS}|_)`;
  for (const introduction of [
    `${word}[hH][rR][eE][sS][uU][lL][tT]${BLANKS}[:=]?${BLANKS}`,
    `${word}[hH][rR]${BLANKS}=${BLANKS}`,
  ]) {
    for (const digits of matches(text, `(?<=${introduction})${OPEN}${HEX8}${CLOSED}`)) add(BigInt(`0x${digits}`));
  }
  for (const [name, code] of names) {
    if (matches(text, `(?<!${JOINS}|_)(${name})(?!${JOINS}|_)`, 'giu').length > 0) codes.add(code);
  }
  return [...codes].sort((a, b) => a - b);
}
