const OTHER = 0;
const LETTER = 1;
const HEX_LETTER = 2;
const DIGIT = 3;

/** By ASCII letter. */
const CLASS = new Uint8Array(0x80);
for (const unit of 'ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ') CLASS[unit.charCodeAt(0)] = LETTER;
for (const unit of 'abcdefABCDEF') CLASS[unit.charCodeAt(0)] = HEX_LETTER;
for (const unit of '0123456789') CLASS[unit.charCodeAt(0)] = DIGIT;

const MINUS = 0x2d;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const ZERO = 0x30;
const LOWER_X = 0x78;
const BARE_HEX_DIGITS = 8;
const BARE_DECIMAL_DIGITS = 10;

/**
 * May `findCodes` find a code in this UTF-16 text? Sorts out the words that are none by their length and letters and by what stands beside them, as in dates, GUIDs, SIDs
 * and versions; it says yes too often, never no where one stands.
 * @param view all units lie in it, and all are ASCII
 */
export function mayCodeStandIn(view: DataView, at: number, units: number): boolean {
  let start = 0;
  let hexDigits = 0;
  let digits = 0;
  for (let index = 0; index <= units; index += 1) {
    const kind = index === units ? OTHER : (CLASS[view.getUint16(at + index * 2, true)] ?? OTHER);
    if (kind !== OTHER) {
      if (kind !== LETTER) hexDigits += 1;
      if (kind === DIGIT) digits += 1;
      continue;
    }
    if (digits + hexDigits > 0 && mayBeCode(view, at, start, index, units, hexDigits, digits)) return true;
    start = index + 1;
    hexDigits = 0;
    digits = 0;
  }
  return false;
}

function mayBeCode(
  view: DataView,
  at: number,
  start: number,
  end: number,
  units: number,
  hexDigits: number,
  digits: number,
): boolean {
  const width = end - start;
  if (width < 3 || (end < units && view.getUint16(at + end * 2, true) === MINUS)) return false;
  const before = start === 0 ? 0 : view.getUint16(at + start * 2 - 2, true);
  if (before === MINUS) {
    const open = start < 2 ? 0 : view.getUint16(at + start * 2 - 4, true);
    return digits === width && isOpen(open);
  }
  if (!isOpen(before)) return false;
  return (
    (width === BARE_HEX_DIGITS && hexDigits === width) ||
    (width === BARE_DECIMAL_DIGITS && digits === width) ||
    (view.getUint16(at + start * 2, true) === ZERO && (view.getUint16(at + start * 2 + 2, true) | 0x20) === LOWER_X)
  );
}

/** May a code begin behind this unit, which is no letter or digit of its word? */
const isOpen = (unit: number): boolean =>
  unit !== DOT && unit !== UNDERSCORE && unit !== MINUS && (CLASS[unit] ?? OTHER) === OTHER;
