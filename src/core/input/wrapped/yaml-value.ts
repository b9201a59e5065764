import type { JsonValue } from '../parsers/json/value.ts';

const KEY = /^('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s'"#:-][^:]{0,200}?|-[^\s:][^:]{0,200}?):(?:\s+(.*))?$/;
const BLOCK = /^([|>])[+-]?\d?$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,17})?$/;
const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['', null],
  ['null', null],
  ['~', null],
  ['true', true],
  ['false', false],
  ['[]', []],
  ['{}', {}],
]);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', 0: '\0', e: '\x1b' };
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi;
const MAX_DEPTH = 32;
/** In quotes; each line is a reason to look for their end again. */
const MAX_LINES_OF_TEXT = 200;

export const indentOf = (line: string): number => line.search(/\S|$/);

/**
 * What programs that write YAML make of a record: maps and lists in blocks, texts with quotes or without, texts over lines. No anchors, no
 * tags, no flow.
 */
export function parseYamlBlock(lines: readonly string[]): JsonValue {
  return new BlockReader(lines).block(indentOf(lines.find((line) => line.trim() !== '') ?? ''), 0);
}

class BlockReader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  block(indent: number, depth: number): JsonValue {
    if (depth > MAX_DEPTH) return null;
    return /^\s*-(?:\s|$)/.test(this.#next() ?? '') ? this.#list(indent) : this.#map(indent, depth);
  }

  /** The line in hand, blank ones left out. */
  #next(): string | undefined {
    while (this.#lines[this.#at]?.trim() === '') this.#at += 1;
    return this.#lines[this.#at];
  }

  #map(indent: number, depth: number): JsonValue {
    const found: [string, JsonValue][] = [];
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const [, key, rest = ''] = indentOf(line) === indent ? (KEY.exec(line.trim()) ?? []) : [];
      if (key === undefined) break;
      this.#at += 1;
      found.push([String(scalar(key)), this.#value(rest.trim(), indent, depth)]);
    }
    return Object.fromEntries(found);
  }

  #list(indent: number): JsonValue {
    const items: JsonValue[] = [];
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const [, rest] = indentOf(line) === indent ? (/^\s*-(?:\s+(.*))?$/.exec(line) ?? []) : [];
      if (rest === undefined && !/^\s*-\s*$/.test(line)) break;
      if (indentOf(line) !== indent) break;
      this.#at += 1;
      items.push(this.#text((rest ?? '').trim(), indent));
    }
    return items;
  }

  #value(rest: string, indent: number, depth: number): JsonValue {
    if (rest !== '') return this.#text(rest, indent);
    const next = this.#next();
    if (next === undefined) return null;
    const inner = indentOf(next);
    const isOwnList = inner === indent && /^\s*-(?:\s|$)/.test(next);
    return inner > indent || isOwnList ? this.block(inner, depth + 1) : null;
  }

  #text(rest: string, indent: number): JsonValue {
    const [, style] = BLOCK.exec(rest) ?? [];
    if (style !== undefined) return this.#blockText(indent, style === '|' ? '\n' : ' ');
    let text = rest;
    const isClosed = (): boolean => {
      if (text.startsWith('"')) return /^"(?:[^"\\]|\\[\s\S])*"$/.test(text);
      return !text.startsWith("'") || /^'(?:[^']|'')*'$/.test(text);
    };
    // A line end in quotes is a blank; so it is in a text without, where the next line stands further in.
    const last = this.#at + MAX_LINES_OF_TEXT;
    for (
      let line = this.#lines[this.#at];
      line !== undefined && this.#at < last && !isClosed();
      line = this.#lines[this.#at]
    ) {
      text += ` ${line.trim()}`;
      this.#at += 1;
    }
    if (/^["']/.test(text)) return scalar(text);
    for (
      let line = this.#lines[this.#at];
      line !== undefined && indentOf(line) > indent && line.trim() !== '';
      line = this.#lines[this.#at]
    ) {
      if (KEY.test(line.trim())) break;
      text += ` ${line.trim()}`;
      this.#at += 1;
    }
    return scalar(text);
  }

  #blockText(indent: number, lineEnd: string): string {
    const own: string[] = [];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.trim() !== '' && indentOf(line) <= indent) break;
      own.push(line);
      this.#at += 1;
    }
    const inner = indentOf(own.find((line) => line.trim() !== '') ?? '');
    return own
      .map((line) => line.slice(inner))
      .join(lineEnd)
      .trimEnd();
  }
}

function scalar(text: string): JsonValue {
  if (text.startsWith("'")) return text.slice(1, text.endsWith("'") ? -1 : undefined).replaceAll("''", "'");
  if (text.startsWith('"')) return text.slice(1, text.endsWith('"') ? -1 : undefined).replace(ESCAPE, unescaped);
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return NUMBER.test(text) && Number.isSafeInteger(Math.trunc(Number(text))) ? Number(text) : text;
}

function unescaped(_: string, byte?: string, unit?: string, point?: string, sign = ''): string {
  const code = byte ?? unit ?? point;
  if (code === undefined) return ESCAPES[sign] ?? sign;
  const value = Number.parseInt(code, 16);
  return value > 0x10ffff ? '' : String.fromCodePoint(value);
}
