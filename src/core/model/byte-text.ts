/** Each byte as the character of its number: places in the text are places in the bytes. */
export const byteText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
