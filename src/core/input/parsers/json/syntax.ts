export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const LINE_END = 0x0a;
const BLANK = 0x20;

/** Where the next character that is no blank stands; the length of the text when none does. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= BLANK) at += 1;
  return at;
}

/** Strings that are longer are searched for their end by a call, which costs more than a few steps. */
const STEPS = 24;

/** Behind the string whose quote stands at `at`; -1 when the text ends before it. */
export function endOfString(text: string, at: number): number {
  let index = at + 1;
  for (const last = index + STEPS; index < last; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) return index + 1;
    if (unit === BACKSLASH) index += 1;
  }
  // The quote that was stepped over last may be escaped.
  for (let quote = text.indexOf('"', index); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (before >= index && text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((quote - 1 - before) % 2 === 0) return quote + 1;
  }
  return -1;
}

/** Behind the object or array that begins at `at`; -1 when the text ends before it. */
export function endOfContainer(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      index = endOfString(text, index) - 1;
      if (index < 0) return -1;
    } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) depth += 1;
    else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** Behind the value that begins at `at`; -1 when the text ends before it. */
export function endOfValue(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === QUOTE) return endOfString(text, at);
  if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) return endOfContainer(text, at);
  return endOfToken(text, at);
}

/** Behind a number or a word. */
export function endOfToken(text: string, at: number): number {
  for (let index = at; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= BLANK || unit === COMMA || unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) return index;
  }
  return -1;
}
