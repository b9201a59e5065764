import { entryByName } from './index.ts';
import { hexValue, signed } from './numbers.ts';
import { findCodes, readCode } from './scan.ts';

/** A piece of a text that may be an error code, as somebody asks for its meaning. */
export interface CodeToken {
  /** As it stands. */
  readonly input: string;
  readonly code: number;
  readonly written: 'name' | 'hex' | 'decimal';
}
interface PlacedToken extends CodeToken {
  readonly at: number;
}

const MAX_TEXT = 16 * 1024;
const MAX_TOKENS = 32;

/**
 * One word in any notation, or the codes of a whole pasted line. Small positive decimals are codes if they are the word, follow
 * a word such as "error", or if the line holds nothing else.
 */
export function codeTokens(text: string): CodeToken[] {
  const line = text.slice(0, MAX_TEXT).trim();
  const word = withoutPunctuation(line);
  const tokens = /\s/.test(word) ? tokensOfLine(line) : tokensOfWord(word);
  return uniqueByCode(tokens).slice(0, MAX_TOKENS);
}

const PUNCTUATION = ' \t"\'`()[]{}<>,;:.!?';
function withoutPunctuation(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && PUNCTUATION.includes(text.charAt(start))) start += 1;
  while (end > start && PUNCTUATION.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Where a line gives a code as number and as name, the name leaves no doubt. */
function uniqueByCode(tokens: readonly CodeToken[]): CodeToken[] {
  const byCode = new Map<number, CodeToken>();
  for (const token of tokens) if (token.written === 'name' || !byCode.has(token.code)) byCode.set(token.code, token);
  return [...byCode.values()];
}

function tokensOfWord(word: string): CodeToken[] {
  const named = entryByName(word);
  if (named !== undefined) return [{ input: word, code: named.code, written: 'name' }];
  const tokens: CodeToken[] = [];
  const code = readCode(word);
  if (code !== null) tokens.push({ input: word, code, written: isHex(word) ? 'hex' : 'decimal' });
  // Hex that does not say so: 7E, and 80070005, which is no code as a decimal.
  const bare = /^(?=\d{8}$|\d*[a-f])([0-9a-f]{1,8})h?$/i.exec(word)?.[1];
  if (bare !== undefined) tokens.push({ input: word, code: signed(hexValue(bare, 0, bare.length)), written: 'hex' });
  return tokens.length > 0 ? tokens : tokensOfLine(word);
}

const isHex = (word: string): boolean => /^0x|[a-f]/i.test(word);

function tokensOfLine(line: string): CodeToken[] {
  const sure = [...numbersOf(line), ...namesOf(line)];
  const decimals = decimalsOf(line);
  const introduced = decimals.filter(({ at }) => ERROR_WORD.test(line.slice(Math.max(0, at - LONGEST_ERROR_WORD), at)));
  const found = sure.length + introduced.length > 0 ? [...sure, ...introduced] : decimals;
  return found.sort((a, b) => a.at - b.at);
}

function numbersOf(line: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  findCodes(line, null, (code, start, end) => {
    const input = line.slice(start, end);
    tokens.push({ input, code, written: isHex(input) ? 'hex' : 'decimal', at: start });
    return tokens.length >= MAX_TOKENS;
  });
  return tokens;
}

/** `ERROR_ACCESS_DENIED`, `WSAECONNRESET`, `ecBackupInProgress`, `hrFileNotFound`. */
const LOOKS_LIKE_NAME = /\b(?:[A-Z][A-Za-z0-9]{0,24}_\w{2,80}|WSA[A-Z_]{3,24}|(?:ec|hr)[A-Z]\w{2,40})\b/gi;
const MAX_LOOK_UPS = 100;

function namesOf(line: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let lookUps = 0;
  for (const { 0: input, index } of line.matchAll(LOOKS_LIKE_NAME)) {
    lookUps += 1;
    const entry = entryByName(input);
    if (entry !== undefined) tokens.push({ input, code: entry.code, written: 'name', at: index });
    if (lookUps === MAX_LOOK_UPS) break;
  }
  return tokens;
}

const DECIMAL = /(?<![\w.,:/\\-])\d{1,10}(?![\w:/\\-]|[.,]\d)/g;
/** "error", "code", "status" and the like in languages of the logs, right before a number. */
const ERROR_WORD =
  /(?:err|error|code|status|result|hr|rc|stop|bugcheck|fehler|fehlercode|kode|kod|kód|kódu|erreur|errore|código|codice|fout|foutcode|fejl|fel|felkod|virhe|hiba|błąd|chyba|hata|код|ошибка|ошибки|エラー|コード|错误|代码|錯誤|代碼|오류|코드)[\s:=#(["'%]{0,4}$/iu;
const LONGEST_ERROR_WORD = 16;

function decimalsOf(line: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  for (const { 0: input, index } of line.matchAll(DECIMAL)) {
    const code = readCode(input);
    if (code !== null) tokens.push({ input, code, written: 'decimal', at: index });
    if (tokens.length >= MAX_TOKENS) break;
  }
  return tokens;
}
