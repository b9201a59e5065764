const STRING = /^[bBuUrRf]{0,2}(['"])([\s\S]*)\1$/;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u\{?([\da-fA-F]{4,6})\}?|U([\da-fA-F]{8})|(\n)|([\s\S]))/g;
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };
const CALL = /^(?:datetime\.)?datetime\(([\s\S]*)\)$/;
/** Of an item in a list. */
const INDEX = /^\[\d+\]$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const WORDS: ReadonlyMap<string, string> = new Map([
  ...(['None', 'nil', 'null', 'undefined', 'NaN', 'nan'] as const).map((word) => [word, 'null'] as const),
  ...(['True', 'true'] as const).map((word) => [word, 'true'] as const),
  ...(['False', 'false'] as const).map((word) => [word, 'false'] as const),
]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[['(', '['] as const, [')', ']'] as const, ['=>', ':'] as const],
  ...['{', '}', '[', ']', ',', ':'].map((sign) => [sign, sign] as const),
]);

/** Writes the tokens of printed objects as JSON. */
export class LiteralWriter {
  /** Strings side by side are one: `pprint` breaks long ones. */
  #string: string | null = null;
  #blanks = '';

  /** What may be written now; a string waits for the token behind it. */
  write(token: string): string {
    if (this.#string !== null && token.trim() === '') {
      this.#blanks += token;
      return '';
    }
    const text = textOfLiteral(token);
    if (text === null) return this.end() + (token.trim() === '' ? token : plain(token));
    if (this.#string !== null) this.#blanks = '';
    this.#string = (this.#string ?? '') + text;
    return '';
  }

  /** The string that waits. */
  end(): string {
    const written = this.#string === null ? '' : JSON.stringify(this.#string) + this.#blanks;
    [this.#string, this.#blanks] = [null, ''];
    return written;
  }
}

/** The text that a string in quotes stands for; null: it is none. */
export function textOfLiteral(literal: string): string | null {
  const [, , inner] = STRING.exec(literal) ?? [];
  return inner === undefined ? null : unescaped(inner);
}

const unescaped = (inner: string): string =>
  inner.replace(ESCAPE, (_, byte?: string, unit?: string, point?: string, lineEnd?: string, name = '') => {
    const code = byte ?? unit ?? point;
    if (lineEnd !== undefined) return '';
    if (code === undefined) return CHARACTERS[name] ?? name;
    const value = Number.parseInt(code, 16);
    return value > 0x10ffff ? '' : String.fromCodePoint(value);
  });

function plain(token: string): string {
  if (INDEX.test(token)) return '';
  const [, call] = CALL.exec(token) ?? [];
  if (call !== undefined) return JSON.stringify(timeOf(call));
  return SIGNS.get(token) ?? WORDS.get(token) ?? (NUMBER.test(token) ? token : JSON.stringify(token.replace(/^:/, '')));
}

/** Year, month, day and what follows of the clock; the zone in what is left. */
const PARTS = /^\s*(\d+(?:\s*,\s*\d+){2,6})\s*(?:,([\s\S]*))?$/;
const OFFSET = /timedelta\((?:days=(-?\d+))?(?:,\s*)?(?:seconds=(\d+))?\)/;
const UTC = /\butc\b|tzutc\(\)|<UTC>/i;

/** `2023, 5, 1, 9, 59, 58, 123000, tzinfo=datetime.timezone.utc` as a time of ISO 8601. */
function timeOf(call: string): string {
  const [, numbers, rest = ''] = PARTS.exec(call) ?? [];
  if (numbers === undefined) return call;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, micro = 0] = numbers.split(',').map(Number);
  const clock = [hour, minute, second].map(two).join(':');
  const fraction = micro === 0 ? '' : `.${String(micro).padStart(6, '0')}`;
  return `${year}-${two(month)}-${two(day)}T${clock}${fraction}${zoneOf(rest)}`;
}

function zoneOf(text: string): string {
  const [offset, days, seconds] = OFFSET.exec(text) ?? [];
  if (offset === undefined) return UTC.test(text) ? 'Z' : '';
  const minutes = Math.round((Number(days ?? 0) * 86_400 + Number(seconds ?? 0)) / 60);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
