/** Four digits, three bytes; blanks and line ends may stand between. null: it is none, or nothing. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const digits = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (digits === '' || digits.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(digits)) return null;
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
}
