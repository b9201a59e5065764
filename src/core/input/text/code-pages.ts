import { textFromUnits } from './units.ts';

/**
 * The upper halves, 0x80 to 0xFF, of the console code pages that no TextDecoder has, and of 866, in which Node exchanges three controls.
 * Where a page leaves a byte undefined stands U+FFFD.
 * @see https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/ CP437.TXT, CP850.TXT, CP852.TXT, CP857.TXT, CP866.TXT
 */
const OEM_UPPER_HALVES = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ibm852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ibm857:
    'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffdÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\ufffd×ÚÛÙìÿ¯´\u00ad±\ufffd¾¶§÷¸°¨·¹³²■\u00a0',
  ibm866:
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0',
} as const;

/** In this order, since the first of equals wins: ANSI before console pages, windows-1252 before all. */
export const codePages = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
  'ibm850',
  'ibm852',
  'ibm437',
  'ibm866',
  'ibm857',
] as const;
/** A Windows code page by its WHATWG name, `ibm…` where that standard has none. */
export type CodePage = (typeof codePages)[number];
export type DoubleByteEncoding = Extract<CodePage, 'shift_jis' | 'gb18030' | 'euc-kr' | 'big5'>;
export type SingleByteEncoding = Exclude<CodePage, DoubleByteEncoding>;
type OemEncoding = keyof typeof OEM_UPPER_HALVES;
type PlatformEncoding = Exclude<SingleByteEncoding, OemEncoding>;

const doubleByteEncodings: ReadonlySet<string> = new Set<DoubleByteEncoding>([
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
]);
/** Characters beside ASCII take two bytes, in gb18030 also four. */
export const isDoubleByte = (encoding: string): encoding is DoubleByteEncoding => doubleByteEncodings.has(encoding);
const isOem = (encoding: SingleByteEncoding): encoding is OemEncoding => Object.hasOwn(OEM_UPPER_HALVES, encoding);

const UPPER_BYTES = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);

/** The 128 characters of 0x80 to 0xFF, U+FFFD or a control for a byte without one. */
export const upperHalfOf = (encoding: SingleByteEncoding): string =>
  isOem(encoding) ? OEM_UPPER_HALVES[encoding] : decodeWithPlatform(encoding, UPPER_BYTES);

/** Text of bytes under a single-byte code page. */
export const decodeSingleBytes = (encoding: SingleByteEncoding, bytes: Uint8Array): string =>
  isOem(encoding) ? decodeWithTable(tableOf(encoding), bytes) : decodeWithPlatform(encoding, bytes);

const decoders = new Map<PlatformEncoding, TextDecoder>();
function decodeWithPlatform(encoding: PlatformEncoding, bytes: Uint8Array): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  // Node 20 reads 0x80 to 0x9F of windows-1252 as controls unless it streams; single bytes leave no state behind.
  return decoder.decode(bytes, { stream: true });
}

const tables = new Map<OemEncoding, Uint16Array>();
function tableOf(encoding: OemEncoding): Uint16Array {
  const upper = OEM_UPPER_HALVES[encoding];
  const table =
    tables.get(encoding) ??
    Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
  tables.set(encoding, table);
  return table;
}

function decodeWithTable(table: Uint16Array, bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) units[at] = table[bytes[at] ?? 0] ?? 0;
  return textFromUnits(units);
}
