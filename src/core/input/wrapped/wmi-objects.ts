import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

const BEGINS = /^\s*instance of Win32_NTLogEvent\b/i;
const MAY_HOLD = /^[ \t]{0,64}instance of Win32_NTLogEvent\b/im;
const ENDS = /^\s*\};?\s*$/;
/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

const STRING = '"(?:[^"\\\\]|\\\\[\\s\\S])*"';
/** `Name = value;` where the value is a text, a list of them or of numbers, or a word. */
const PROPERTY = new RegExp(
  `(?<!\\w)(\\w{1,64})\\s{0,64}=\\s{0,64}(${STRING}|\\{(?:[^{}"]|${STRING})*\\}|[^;"{}=]{0,256});`,
  'g',
);
const ITEM = new RegExp(`${STRING}|[^,\\s]+`, 'g');
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const plain = (value: string): string =>
  value.startsWith('"')
    ? value.slice(1, -1).replace(/\\([\s\S])/g, (_, sign: string) => CHARACTERS[sign] ?? sign)
    : value.trim();

function literal(value: string): string | readonly (string | number)[] | null {
  if (value.trim().toUpperCase() === 'NULL') return null;
  if (!value.startsWith('{')) return plain(value);
  const items = value.slice(1, -1).match(ITEM) ?? [];
  // Bytes are numbers.
  return items.map((item) => (/^\d{1,3}$/.test(item) ? Number(item) : plain(item)));
}

/** The object as one line of JSON. */
const asJson = (text: string): string =>
  JSON.stringify(
    Object.fromEntries([...text.matchAll(PROPERTY)].map(([, name = '', value = '']) => [name, literal(value)])),
  );

class ObjectTaker implements LineTaker {
  readonly #out: Unwrapped;
  #object: string | null = null;
  #line = 1;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    if (BEGINS.test(text)) {
      this.end();
      [this.#object, this.#line] = ['', line];
    } else if (this.#object === null) this.#out.addLine(text, line);
    else {
      this.#object += `${text}\n`;
      if (ENDS.test(text) || this.#object.length > MAX_CHARACTERS) this.end();
    }
  }

  /** One that was cut has what it has. */
  end(): void {
    if (this.#object !== null) this.#out.addLine(asJson(this.#object), this.#line);
    this.#object = null;
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new ObjectTaker(out));

/**
 * Events as WMI prints its objects, in the Managed Object Format: of Sumo Logic, of `wmic /format:mof` and of scripts.
 * @see https://learn.microsoft.com/windows/win32/wmisdk/managed-object-format--mof-
 */
export const wmiObjectsFormat = wrappedFormat({
  name: 'wmi-objects',
  unwrapHead: (head) => (MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
