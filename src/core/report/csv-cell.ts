/** What a spreadsheet takes for the beginning of a formula, blanks and the wide forms of CJK keyboards included. */
const formulaStart = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
/** Line ends may stand inside quotes; other controls and bidirectional overrides may not pass. */
const unsafe = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** One cell of a CSV file (RFC 4180) that runs nothing in a spreadsheet. */
export function csvCell(text: string): string {
  const clean = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unsafe, '\ufffd');
  const inert = formulaStart.test(clean) && !plainNumber.test(clean) ? `'${clean}` : clean;
  return /[",;\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
export const csvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`;
