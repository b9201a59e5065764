/** The number that these digits are, or NaN where one of them is none. Exact up to 13 hex or 15 decimal digits. */
export function hexValue(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) value = value * 16 + unit - 0x30;
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66) value = value * 16 + (unit | 0x20) - 0x57;
    else return Number.NaN;
  }
  return value;
}

export function decimalValue(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x30 || unit > 0x39) return Number.NaN;
    value = value * 10 + unit - 0x30;
  }
  return value;
}

/** 1 to 8 hex digits as signed; 9 to 16 where the high half says nothing (0, or all ones of a 64-bit sign); else NaN. */
export function signedFromHex(text: string, from: number, to: number): number {
  const digits = to - from;
  if (digits < 1 || digits > 16) return Number.NaN;
  if (digits <= 8) return signed(hexValue(text, from, to));
  const high = hexValue(text, from, to - 8);
  return high === 0 || high === 0xffff_ffff ? signed(hexValue(text, to - 8, to)) : Number.NaN;
}

/** Folds to signed 32-bit, NaN stays NaN. */
export const signed = (value: number): number => (Number.isNaN(value) ? value : value | 0);
