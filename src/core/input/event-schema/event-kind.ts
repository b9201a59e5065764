import { epochMs } from '../../model/brand.ts';
import type { EventKind as CountedKind, PlacedCell, TallyCell } from '../../model/interest.ts';
import type { ParserContext } from '../../model/parser.ts';
import { ByteBlock } from '../binary/byte-block.ts';
import { isSame } from '../binary/is-same.ts';
import { isAskedFor, mayNameCodes } from './wanted.ts';

/** What records must agree in to share one decision. */
export interface Seen extends CountedKind {
  readonly providerAlias: string | null;
}

/** All records that agree in what decides over them, decided and looked up once. */
export class EventKind {
  readonly seen: Seen;
  /** Some rule asks for them. */
  readonly isAskedFor: boolean;
  /** They are kept if their text names a code that some rule looks for. */
  readonly mayNameCodes: boolean;
  readonly #names: readonly ByteBlock[];
  readonly #context: ParserContext;
  /** The next kind with the same key. */
  next: EventKind | null = null;
  #cell: TallyCell | null = null;

  /** @param names the bytes of the values that the names of `seen` were read from. */
  constructor(seen: Seen, names: readonly Uint8Array[], context: ParserContext) {
    this.seen = seen;
    this.isAskedFor = isAskedFor(context.interest, seen);
    this.mayNameCodes = mayNameCodes(seen);
    this.#names = names.map((bytes) => new ByteBlock(bytes));
    this.#context = context;
  }

  /** Are these the bytes of name number `index`? They lie inside the block. */
  isNamed(index: number, block: ByteBlock, at: number, size: number): boolean {
    const name = this.#names[index];
    return name !== undefined && name.length === size && isSame(name, 0, block, at, size);
  }

  /** Do the bytes at `at` begin with name number 0? */
  isAt(block: ByteBlock, at: number): boolean {
    const name = this.#names[0];
    return name !== undefined && isSame(name, 0, block, at, name.length);
  }

  get cell(): TallyCell {
    this.#cell ??= cellOf(this.#context, this.seen);
    return this.#cell;
  }
}

/** The tally's own cell, or one that goes through `count`. */
export function cellOf({ tally }: ParserContext, kind: CountedKind): TallyCell {
  if (tally.cell !== undefined) return tally.cell(kind);
  const time = (timeMs: number | null) =>
    timeMs === null
      ? null
      : ({ kind: 'exact', basis: 'utc', timeMs: epochMs(timeMs), ticks: 0, precisionMs: 1 } as const);
  return {
    add: (timeMs, recordId, sample) => tally.count({ ...kind, position: 0, recordId, time: time(timeMs) }, sample),
  };
}

/** The same for times that may be local. */
export const placedCellOf = ({ tally }: ParserContext, kind: CountedKind): PlacedCell =>
  tally.placedCell?.(kind) ?? {
    count: (position, recordId, time, sample) => tally.count({ ...kind, position, recordId, time }, sample),
  };
