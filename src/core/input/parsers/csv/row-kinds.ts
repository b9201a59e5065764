import type { RawEvent } from '../../../model/event.ts';
import type { PlacedCell } from '../../../model/interest.ts';
import type { ParserContext } from '../../../model/parser.ts';
import { placedCellOf } from '../../event-schema/event-kind.ts';
import { isAskedFor, mayNameCodes } from '../../event-schema/wanted.ts';
import { copyText, ownText } from '../../text/copy-text.ts';
import type { CellPlaces } from './cell-places.ts';

const MAX_KINDS = 4096;

/** Cells side by side. */
interface CellRun {
  readonly first: number;
  readonly last: number;
}

/** All rows that agree in the cells that decide over them, decided and looked up once. */
export interface RowKind {
  /** What stands in the runs of deciding cells. */
  readonly raws: readonly string[];
  readonly isAskedFor: boolean;
  readonly mayNameCodes: boolean;
  readonly counted: PlacedCell;
}

/** The kinds of rows of one table, found by their cells where they stand. */
export class RowKinds {
  readonly #context: ParserContext;
  readonly #runs: readonly CellRun[];
  readonly #idCell: number;
  /** By the hash of the id as it stands. */
  readonly #kinds = new Map<number, RowKind[]>();
  #count = 0;

  /** @param deciding indices of the cells that decide; @param idCell the one that tells most kinds apart */
  constructor(deciding: readonly number[], idCell: number, context: ParserContext) {
    [this.#runs, this.#idCell, this.#context] = [runsOf(deciding), idCell, context];
  }

  find(places: CellPlaces): RowKind | null {
    const kinds = this.#kinds.get(this.#hashOf(places));
    if (kinds === undefined) return null;
    for (let at = 0; at < kinds.length; at += 1) {
      const kind = kinds[at];
      if (kind === undefined || !this.#agrees(kind, places)) continue;
      const before = kinds[at - 1];
      if (before !== undefined) {
        // The frequent ones come first.
        kinds[at - 1] = kind;
        kinds[at] = before;
      }
      return kind;
    }
    return null;
  }

  add(places: CellPlaces, event: RawEvent): RowKind {
    const { host, channel, provider, eventId, level } = event;
    const own = (text: string | null): string | null => (text === null ? null : ownText(text));
    const kind: RowKind = {
      raws: this.#runs.map(({ first, last }) => copyText(places.rawOf(first, last))),
      isAskedFor: isAskedFor(this.#context.interest, event),
      mayNameCodes: mayNameCodes(event),
      counted: placedCellOf(this.#context, {
        host: own(host),
        channel: own(channel),
        provider: own(provider),
        eventId,
        level,
      }),
    };
    if (this.#count >= MAX_KINDS) return kind;
    this.#count += 1;
    const hash = this.#hashOf(places);
    const known = this.#kinds.get(hash);
    if (known === undefined) this.#kinds.set(hash, [kind]);
    else known.push(kind);
    return kind;
  }

  #hashOf({ text, starts, ends }: CellPlaces): number {
    const end = ends[this.#idCell] ?? 0;
    let hash = 0;
    for (let at = starts[this.#idCell] ?? 0; at < end; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
    return hash;
  }

  #agrees({ raws }: RowKind, { text, starts, ends }: CellPlaces): boolean {
    for (let at = 0; at < raws.length; at += 1) {
      const [run, raw] = [this.#runs[at], raws[at]];
      if (run === undefined || raw === undefined) return false;
      const [start, end] = [starts[run.first] ?? 0, ends[run.last] ?? 0];
      // Cutting a piece out and comparing it is faster than comparing letters.
      if (end - start !== raw.length || text.slice(start, end) !== raw) return false;
    }
    return true;
  }
}

function runsOf(cells: readonly number[]): readonly CellRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const cell of [...new Set(cells)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.last === cell - 1) last.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs;
}
