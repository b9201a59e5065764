import { isRemoved } from './clean.ts';

/** U+00A0 to U+00FF in order. @see HTML 4.01, 24.2.1 */
const LATIN_1_NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** @see HTML 4.01, 24.4.1, and the arrows and signs that articles use; `apos` is XML's */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Yuml: 'Ÿ',
  circ: 'ˆ',
  tilde: '˜',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '',
  rlm: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  dagger: '†',
  Dagger: '‡',
  bull: '•',
  hellip: '…',
  permil: '‰',
  lsaquo: '‹',
  rsaquo: '›',
  euro: '€',
  trade: '™',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
};

const characterByName = new Map([
  ...Object.entries(OTHER_NAMES),
  ...LATIN_1_NAMES.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
]);

/** U+0080 to U+009F by reference mean windows-1252. @see HTML standard, numeric character reference end state */
const WINDOWS_1252_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterByNumber(point: number): string {
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return '\ufffd';
  if (point >= 0x80 && point < 0xa0) return WINDOWS_1252_CONTROLS.charAt(point - 0x80);
  const character = String.fromCodePoint(point);
  return isRemoved(character) ? '' : character;
}

const REFERENCE = /&(?:#(\d{1,10})|#[xX]([\da-fA-F]{1,8})|([A-Za-z][A-Za-z\d]{1,7}));/g;

/**
 * Character references as the characters they stand for, once: `&amp;lt;` becomes `&lt;`. An unknown name stays as it is, a number
 * that is no character becomes U+FFFD, and controls and direction marks, which the text was freed of, vanish.
 */
export function decodeEntities(text: string): string {
  if (text.indexOf('&') < 0) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterByNumber(Number.parseInt(decimal, 10));
    if (hex !== undefined) return characterByNumber(Number.parseInt(hex, 16));
    return characterByName.get(name ?? '') ?? whole;
  });
}
