/**
 * Tells in one pass over raw bytes whether one of some codes may stand in them, in any notation that `findCodes` knows and as a number of 32 bits.
 * Bytes of zero are skipped, so that UTF-16 and single bytes are looked through alike. It may say yes where no code stands, never no where one does.
 * @see https://doi.org/10.1145/360825.360855 Aho and Corasick, Efficient string matching
 */
export class CodeBytes {
  /** A code of nothing but zero bytes is sought. */
  readonly #isAnywhere: boolean;
  /** Column of each byte in the table; 0: in no needle. */
  readonly #columnByByte: Uint8Array;
  readonly #columns: number;
  /** By state and column: the next state; -1: a needle is found. */
  readonly #next: Int32Array;

  constructor(codes: ReadonlySet<number>, names: ReadonlyMap<string, number>) {
    const needles = [...needlesOf(codes), ...namesOf(codes, names)];
    this.#isAnywhere = needles.some(({ length }) => length === 0);
    this.#columnByByte = columnsOf(needles);
    this.#columns = Math.max(...this.#columnByByte) + 1;
    this.#next = tableOf(needles, this.#columnByByte, this.#columns);
  }

  mayStandIn(bytes: Uint8Array, from: number, to: number): boolean {
    const columns = this.#columns;
    const columnByByte = this.#columnByByte;
    const next = this.#next;
    if (this.#isAnywhere) return true;
    let state = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0) continue;
      state = next[state * columns + (columnByByte[byte] ?? 0)] ?? 0;
      if (state < 0) return true;
    }
    return false;
  }
}

const ascii = (text: string): readonly number[] =>
  Array.from(text.toLowerCase(), (character) => character.charCodeAt(0));
const withoutZeros = (bytes: readonly number[]): readonly number[] => bytes.filter((byte) => byte !== 0).map(folded);
const folded = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

/** A shorter run of hex digits stands everywhere: it needs the prefix or the zeros before it. */
const MIN_HEX_DIGITS = 4;

function* needlesOf(codes: ReadonlySet<number>): Generator<readonly number[]> {
  for (const code of codes) {
    const unsigned = code >>> 0;
    const hex = unsigned.toString(16);
    if (hex.length >= MIN_HEX_DIGITS) yield ascii(hex);
    else for (const start of ['0x', 'x0', '00']) yield ascii(`${start}${hex}`);
    if (code < 0) {
      yield ascii(`${unsigned}`);
      yield ascii(`${-code}`.padStart(3, '0'));
    }
    const littleEndian = [0, 8, 16, 24].map((shift) => (unsigned >>> shift) & 0xff);
    yield withoutZeros(littleEndian);
    yield withoutZeros([...littleEndian].reverse());
  }
}

function* namesOf(codes: ReadonlySet<number>, names: ReadonlyMap<string, number>): Generator<readonly number[]> {
  for (const [name, code] of names) if (codes.has(code)) yield ascii(name);
}

function columnsOf(needles: readonly (readonly number[])[]): Uint8Array {
  const columnByByte = new Uint8Array(256);
  let columns = 0;
  for (const needle of needles)
    for (const byte of needle) if (columnByByte[byte] === 0 && columns < 255) columnByByte[byte] = ++columns;
  for (let byte = 0x41; byte <= 0x5a; byte++) columnByByte[byte] = columnByByte[byte | 0x20] ?? 0;
  return columnByByte;
}

const FOUND = -1;

interface Node {
  readonly children: Map<number, Node>;
  isEnd: boolean;
  readonly state: number;
}

function tableOf(needles: readonly (readonly number[])[], columnByByte: Uint8Array, columns: number): Int32Array {
  const root: Node = { children: new Map(), isEnd: false, state: 0 };
  let states = 1;
  for (const needle of needles) {
    let node = root;
    for (const byte of needle) {
      const column = columnByByte[byte] ?? 0;
      const child = node.children.get(column) ?? { children: new Map(), isEnd: false, state: states++ };
      node.children.set(column, child);
      node = child;
    }
    node.isEnd = true;
  }
  const next = new Int32Array(states * columns);
  // Breadth first, so that the row of the state to fall back to is complete.
  const queue: { readonly node: Node; readonly fallback: number }[] = [{ node: root, fallback: 0 }];
  for (const { node, fallback } of queue) {
    const row = node.state * columns;
    for (let column = 0; column < columns; column++) {
      const behind = node === root ? 0 : (next[fallback * columns + column] ?? 0);
      const child = node.children.get(column);
      next[row + column] = child === undefined ? behind : child.isEnd || behind === FOUND ? FOUND : child.state;
      if (child !== undefined && !child.isEnd && behind !== FOUND) queue.push({ node: child, fallback: behind });
    }
  }
  return next;
}
