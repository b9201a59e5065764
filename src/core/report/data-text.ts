/** Fewer readable characters are chance. */
const MIN_CHARACTERS = 4;
const PRINTABLE = /^[\x20-\x7e]+$/;

const trimEnd = (text: string): string => text.replace(/[\0\s]+$/, '');

/** The Data section as text where it is one, in ASCII or UTF-16 (`Backup in progress.`); null where it is not. */
export function dataText(data: Uint8Array): string | null {
  const narrow = trimEnd(String.fromCharCode(...data.subarray(0, 2048)));
  const wide = trimEnd(new TextDecoder('utf-16le').decode(data.subarray(0, 4096), { stream: true }));
  const text = [narrow, wide].find((one) => one.length >= MIN_CHARACTERS && PRINTABLE.test(one));
  return text ?? null;
}
