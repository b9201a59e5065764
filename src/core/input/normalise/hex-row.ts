/** Bytes view: 8 bytes a row with their characters. Words view: 4 little-endian numbers of 32 bits, no characters. */
export interface View {
  readonly perRow: number;
  readonly bytesPerRow: number;
  readonly token: RegExp;
  /** The same over the end of a line: a mail may break a row. */
  readonly wrappedToken: RegExp;
  readonly showsCharacters: boolean;
}
export const BYTES: View = {
  perRow: 8,
  bytesPerRow: 8,
  token: /[ \t]{1,8}([0-9a-f]{2})(?![0-9a-z])/iy,
  wrappedToken: /\s{1,8}([0-9a-f]{2})(?![0-9a-z])/iy,
  showsCharacters: true,
};
export const WORDS: View = {
  perRow: 4,
  bytesPerRow: 16,
  token: /[ \t]{1,8}([0-9a-f]{8})(?![0-9a-z])/iy,
  wrappedToken: /\s{1,8}([0-9a-f]{8})(?![0-9a-z])/iy,
  showsCharacters: false,
};

export interface Row {
  readonly bytes: readonly number[];
  readonly bytesEnd: number;
  /** Behind the characters too. */
  readonly end: number;
}
interface Token {
  readonly value: number;
  readonly end: number;
}
const MAX_GAP = 40;

/** The row whose offset ends at `from`. */
export function readRow(text: string, from: number, view: View): Row {
  const tokens = tokensOf(text, from, view);
  if (!view.showsCharacters) return toRow(tokens.flatMap(littleEndian), tokens, from, 0);
  // The characters of a short row may look like more bytes, `66 66 20 ff`: there are as many bytes as characters behind them.
  for (let count = tokens.length; count > 0; count -= 1) {
    const head = tokens.slice(0, count);
    const taken = charactersAfter(text, head, count < tokens.length);
    if (taken > 0) return toRow(head.map(byteOf), head, from, taken);
  }
  return toRow(tokens.map(byteOf), tokens, from, alteredCharacters(text, tokens));
}

const toRow = (bytes: readonly number[], tokens: readonly Token[], from: number, characters: number): Row => {
  const bytesEnd = tokens.at(-1)?.end ?? from;
  return { bytes, bytesEnd, end: bytesEnd + characters };
};
const byteOf = ({ value }: Token): number => value;
const littleEndian = ({ value }: Token): readonly number[] => [
  value & 0xff,
  (value >>> 8) & 0xff,
  (value >>> 16) & 0xff,
  value >>> 24,
];

/** Digits on the next line count only where they make the row whole, or where their characters follow. */
function tokensOf(text: string, from: number, view: View): readonly Token[] {
  const onLine = collect(text, from, view.token, view.perRow);
  if (onLine.length === view.perRow) return onLine;
  const wrapped = collect(text, from, view.wrappedToken, view.perRow);
  const isWhole = wrapped.length === view.perRow;
  return isWhole || (view.showsCharacters && charactersAfter(text, wrapped, true) > 0) ? wrapped : onLine;
}

function collect(text: string, from: number, pattern: RegExp, limit: number): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = from;
  while (tokens.length < limit) {
    const match = pattern.exec(text);
    if (match === null) break;
    tokens.push({ value: Number.parseInt(match[1] ?? '', 16), end: pattern.lastIndex });
  }
  return tokens;
}

/**
 * How far the characters of these bytes reach behind them; 0 where something else stands there.
 * @param isDoubtful only a word of its own that shows at least one byte is believed.
 */
function charactersAfter(text: string, tokens: readonly Token[], isDoubtful: boolean): number {
  const end = tokens.at(-1)?.end ?? text.length;
  let from = end;
  while (from - end < MAX_GAP && (text[from] === ' ' || text[from] === '\t')) from += 1;
  if (from === end) return 0;
  let at = from;
  let shown = 0;
  for (const { value } of tokens) {
    const character = text[at] ?? '\n';
    const isPrintable = value > 0x20 && value < 0x7f;
    // Blanks at the end of a line, and doubled ones, get lost.
    if (value === 0x20 && character !== ' ') continue;
    if (character === '\n' || (isPrintable && character.charCodeAt(0) !== value)) return 0;
    if (!isPrintable && value !== 0x20 && character === ' ') return 0;
    at += 1;
    if (isPrintable) shown += 1;
  }
  const endsWord = (text[at] ?? ' ').trim() === '';
  const isBelieved = isDoubtful ? shown > 0 && endsWord : shown > 0 || endsWord;
  return isBelieved ? at - end : 0;
}

/** Characters that a web page altered: the rest of the line in one word, no longer than the row can have been. */
function alteredCharacters(text: string, tokens: readonly Token[]): number {
  const end = tokens.at(-1)?.end ?? text.length;
  const rest = text.slice(end, end + MAX_GAP).split('\n', 1)[0] ?? '';
  const word = rest.trim();
  return rest.length < MAX_GAP && word.length <= tokens.length && !/\s/.test(word) ? rest.trimEnd().length : 0;
}
