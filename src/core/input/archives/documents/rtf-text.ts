/** Destinations that hold no text of the document. @see Rich Text Format (RTF) Specification 1.9.1 */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'header', 'headerl', 'headerr', 'headerf'],
  ...['footer', 'footerl', 'footerr', 'footerf', 'footnote', 'fldinst', 'listtable', 'themedata', 'datastore'],
]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[['par', '\n'] as const, ['line', '\n'] as const, ['sect', '\n'] as const, ['page', '\n'] as const],
  ...[['tab', '\t'] as const, ['cell', '\t'] as const, ['nestcell', '\t'] as const],
  ...[['row', '\n'] as const, ['nestrow', '\n'] as const],
  ...[['emdash', '—'] as const, ['endash', '–'] as const, ['bullet', '•'] as const],
  ...[['lquote', '‘'] as const, ['rquote', '’'] as const, ['ldblquote', '“'] as const, ['rdblquote', '”'] as const],
]);

/** A control word with its number, a byte in hex, an escaped sign, a brace, a line end, or text. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|\r?\n|[^\\{}\r\n]+/gi;

/** How a group is read; the one around it goes on as before behind it. */
interface Group {
  readonly isSkipped: boolean;
  /** Signs that stand behind a character of Unicode for readers that know none. */
  readonly fallback: number;
}

/** @param text the bytes of the file as Latin-1; @param decode of bytes in the code page of the document */
export function rtfText(text: string, decode: (bytes: readonly number[], codePage: number) => string): string {
  const codePage = Number(/\\ansicpg(\d{3,5})/.exec(text)?.[1] ?? 1252);
  const groups: Group[] = [];
  let group: Group = { isSkipped: false, fallback: 1 };
  let isFirstInGroup = false;
  let out = '';
  let bytes: number[] = [];
  let left = 0;
  const flush = (): void => {
    if (bytes.length > 0) out += decode(bytes, codePage);
    bytes = [];
  };
  const add = (piece: string): void => {
    flush();
    if (!group.isSkipped) out += piece;
  };
  for (const [whole, word, number, hex, escaped, brace] of text.matchAll(TOKEN)) {
    const wasFirst: boolean = isFirstInGroup;
    isFirstInGroup = brace === '{' || (wasFirst && escaped === '*');
    if (brace === '{') {
      flush();
      groups.push(group);
    } else if (brace === '}') {
      flush();
      group = groups.pop() ?? group;
    } else if (word !== undefined) {
      if (wasFirst && NO_TEXT.has(word)) group = { ...group, isSkipped: true };
      else if (word === 'uc') group = { ...group, fallback: Number(number ?? 1) };
      else if (word === 'u') {
        add(String.fromCharCode((Number(number) + 0x10000) % 0x10000));
        left = group.fallback;
      } else if (word === 'bin') left = Math.max(0, Number(number ?? 0));
      else if (SIGNS.has(word)) add(SIGNS.get(word) ?? '');
    } else if (hex !== undefined) {
      if (left > 0) left -= 1;
      else if (!group.isSkipped) bytes.push(Number.parseInt(hex, 16));
    } else if (escaped !== undefined) {
      if (escaped === '*') group = { ...group, isSkipped: true };
      else if (escaped === '~') add('\u00a0');
      else if (escaped === '_') add('-');
      else if (escaped === '\n' || escaped === '\r') add('\n');
      else if ('\\{}'.includes(escaped)) add(escaped);
    } else if (!/^[\r\n]/.test(whole)) {
      const skipped = Math.min(left, whole.length);
      left -= skipped;
      add(whole.slice(skipped));
    }
  }
  flush();
  return out;
}
