import { type CodePage, isDoubleByte } from './code-pages.ts';
import { isWide, type TextEncodingName } from './decode-block.ts';
import { languageLetters } from './letters.ts';

/**
 * How much likelier a character makes the encoding than chance does, in bits: that of a random byte to be this very character of a
 * page is one in 128. Estimates; what matters is that one impossible character outweighs a few lucky ones.
 */
const BITS = {
  undefinedByte: -12,
  otherLetter: -3,
  otherIdeograph: -1,
  usualMark: 1,
  otherSign: -3,
  strayLetter: -2,
  markInsideWord: -5,
  capitalInsideWord: -6,
  accentAfterAccent: -2,
  mixedScripts: -6,
  sameThrice: -4,
} as const;

/** Event Viewer saves in the ANSI page, a console in its own; most of what is undecided is western. */
const PRIOR_BITS = { western: 2, ansi: 0, console: -2 } as const;

type Kind = 'undefined' | 'small' | 'capital' | 'caseless' | 'ideograph' | 'joint' | 'mark' | 'box' | 'sign' | 'blank';
interface CharacterTraits {
  readonly kind: Kind;
  readonly latin: boolean;
  /** A Latin letter that is not ASCII. */
  readonly accented: boolean;
}

/** The first pattern that fits decides. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['blank', /\s/],
  ['undefined', /[\u0080-\u009f\ufffd\ue000-\uf8ff\p{Cn}]/u],
  ['ideograph', /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff10-\uff5a]/],
  ['joint', /[’·‐‑–—\u00ad\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]/],
  ['mark', /[„“”«»‹›‘‚…•°§©®™€£µ²³±×÷½¼¾¿¡ªº№]/],
  ['box', /[\u2500-\u259f]/],
  // Halfwidth katakana is what any 8-bit text looks like in Japanese.
  ['sign', /[\uff61-\uff9f]/],
  ['capital', /\p{Lu}/u],
  ['small', /\p{Ll}/u],
  ['caseless', /[\p{L}\p{M}]/u],
  ['sign', /./su],
];
const LATIN = /\p{Script=Latin}/u;

const traitsByCharacter = new Map<string, CharacterTraits>();
function traitsOf(character: string): CharacterTraits {
  const known = traitsByCharacter.get(character);
  if (known !== undefined) return known;
  const kind = KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'sign';
  const latin = LATIN.test(character);
  const traits = { kind, latin, accented: latin && character > '\x7f' };
  traitsByCharacter.set(character, traits);
  return traits;
}
const BLANK = traitsOf(' ');
const isAlphabetic = ({ kind }: CharacterTraits): boolean =>
  kind === 'small' || kind === 'capital' || kind === 'caseless';

/** Bits from the neighbours of a character. */
function placeBits(traits: CharacterTraits, before: CharacterTraits, after: CharacterTraits): number {
  const sides = Number(isAlphabetic(before)) + Number(isAlphabetic(after));
  switch (traits.kind) {
    case 'undefined':
      return BITS.undefinedByte;
    case 'blank':
      return sides === 2 ? 0 : BITS.usualMark;
    case 'joint':
      return BITS.usualMark;
    case 'mark':
    case 'box':
      return sides === 2 ? BITS.markInsideWord : BITS.usualMark;
    case 'sign':
      return BITS.otherSign;
    case 'ideograph':
      return sides === 2 ? BITS.mixedScripts : 0;
    default:
      return letterPlaceBits(traits, before, after, sides);
  }
}

function letterPlaceBits(
  traits: CharacterTraits,
  before: CharacterTraits,
  after: CharacterTraits,
  sides: number,
): number {
  const isMixed = [before, after].some((side) => isAlphabetic(side) && side.latin !== traits.latin);
  const isCapitalInside = traits.kind === 'capital' && before.kind === 'small';
  const isStray = sides === 0 && (before.kind !== 'blank' || after.kind !== 'blank');
  return (
    (isMixed ? BITS.mixedScripts : 0) +
    (isCapitalInside ? BITS.capitalInsideWord : 0) +
    (traits.accented && before.accented ? BITS.accentAfterAccent : 0) +
    (isStray ? BITS.strayLetter : 0)
  );
}

type LetterBits = ReadonlyMap<string, number>;

/** From the rank of each letter: frequencies fall evenly. @param choices characters a chance hit chooses from, @param share of the listed ones in a text */
function compileLetters(letters: string, choices: number, share: number): LetterBits {
  const size = letters.length;
  return new Map(
    [...letters].flatMap((letter, rank) => {
      const frequency = (share * 2 * (size - rank - 0.5)) / (size * size);
      const bits = Math.log2(frequency * choices);
      return [[letter.toUpperCase(), bits] as const, [letter, bits] as const];
    }),
  );
}

const SINGLE = { choices: 128, share: 0.97 };
/** Some 24 000 pairs of bytes; a list of two hundred characters makes up more than half of a text. */
const DOUBLE = { choices: 24_000, share: 0.6 };

const languagesByEncoding = new Map<TextEncodingName, readonly LetterBits[]>();
function languagesOf(encoding: TextEncodingName): readonly LetterBits[] {
  const known = languagesByEncoding.get(encoding);
  if (known !== undefined) return known;
  // UTF-16 is only asked for where it holds nothing but ideographs.
  const isAsked = (page: CodePage): boolean => (isWide(encoding) ? isDoubleByte(page) : page === encoding);
  const { choices, share } = isWide(encoding) || isDoubleByte(encoding) ? DOUBLE : SINGLE;
  const languages = languageLetters
    .filter(({ encodings }) => encodings.some(isAsked))
    .map(({ letters }) => compileLetters(letters, choices, share));
  languagesByEncoding.set(encoding, languages);
  return languages;
}

/** How much likelier than chance it is that `text`, decoded from `encoding`, is what was written, in bits. */
export function plausibility(text: string, encoding: TextEncodingName): number {
  const countByLetter = new Map<string, number>();
  let bits = priorOf(encoding);
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    const character = text.charAt(at);
    const traits = traitsOf(character);
    const before = at === 0 ? BLANK : traitsOf(text.charAt(at - 1));
    const after = at + 1 === text.length ? BLANK : traitsOf(text.charAt(at + 1));
    bits += placeBits(traits, before, after);
    if (!isAlphabetic(traits) && traits.kind !== 'ideograph') continue;
    // A line drawn with letters, not a word of them.
    if (character === text.charAt(at - 1) && character === text.charAt(at - 2)) bits += BITS.sameThrice;
    else countByLetter.set(character, (countByLetter.get(character) ?? 0) + 1);
  }
  return bits + Math.max(...languagesOf(encoding).map((letters) => bitsOfLetters(countByLetter, letters)));
}

function priorOf(encoding: TextEncodingName): number {
  if (encoding === 'windows-1252') return PRIOR_BITS.western;
  return encoding.startsWith('ibm') ? PRIOR_BITS.console : PRIOR_BITS.ansi;
}

function bitsOfLetters(countByLetter: ReadonlyMap<string, number>, letters: LetterBits): number {
  let bits = 0;
  for (const [letter, count] of countByLetter) {
    const other = traitsOf(letter).kind === 'ideograph' ? BITS.otherIdeograph : BITS.otherLetter;
    bits += count * (letters.get(letter) ?? other);
  }
  return bits;
}
