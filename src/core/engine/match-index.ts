import { groupBy } from '../model/group-by.ts';
import { listAt } from '../model/map-at.ts';
import { upperBound } from '../model/sorted.ts';
import type { HistoryEvent, TimeClass } from './history-event.ts';
import { type Key, keyIdOf } from './keys.ts';
import { firstMsOf, lastMsOf, type PatternMatch } from './patterns/match.ts';
import { and, FALSE, LENIENT, or, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** What the matches of a pattern come to for an anchor match: the best value, and matches that have it. */
export interface Counted {
  readonly value: Truth;
  readonly matches: readonly PatternMatch[];
}
/** So many matches in the scope of one anchor match are handed on; they serve as evidence, and twenty events of them are shown. */
const MAX_COUNTED = 200;

/** Matches whose keys have the same fields in common with the anchor's, by the values of these. */
interface Table {
  readonly fields: readonly string[];
  readonly shelves: Map<string, Shelf>;
}

function tableFor(own: readonly string[], anchorFields: readonly string[], tables: Map<string, Table>): Table {
  const fields = own.filter((field) => anchorFields.includes(field));
  const table = tables.get(fields.join()) ?? { fields, shelves: new Map<string, Shelf>() };
  tables.set(fields.join(), table);
  return table;
}

/** Matches of one pattern, found by event or by time among those whose key agrees with that of an anchor match. */
export class MatchIndex {
  readonly #tables: readonly Table[];

  constructor(matches: readonly PatternMatch[], anchorFields: readonly string[]) {
    const tables = new Map<string, Table>();
    // All keys of a pattern share one list of fields, or a few.
    const tableByFields = new Map<readonly string[], Table>();
    for (const match of matches) {
      const table = tableByFields.get(match.key.fields) ?? tableFor(match.key.fields, anchorFields, tables);
      tableByFields.set(match.key.fields, table);
      const id = keyIdOf(match.key, table.fields);
      const shelf = table.shelves.get(id) ?? new Shelf();
      table.shelves.set(id, shelf);
      shelf.add(match);
    }
    this.#tables = [...tables.values()];
  }

  #shelves(key: Key): readonly Shelf[] {
    return this.#tables.flatMap(({ fields, shelves }) => shelves.get(keyIdOf(key, fields)) ?? []);
  }

  /** Those that hold an event of the anchor match. */
  holding(anchor: PatternMatch): Counted {
    const held = new Set<PatternMatch>();
    for (const shelf of this.#shelves(anchor.key))
      for (const { event } of anchor.events) for (const match of shelf.holding(event)) held.add(match);
    return bestOf([...held].map((match) => ({ value: match.value, matches: [match] })));
  }

  /** Those whose time touches that of the anchor match, so long before and after it. */
  touching(anchor: PatternMatch, beforeMs: number, afterMs: number): Counted {
    const [firstMs, lastMs] = [firstMsOf(anchor), lastMsOf(anchor)];
    const span = firstMs === null || lastMs === null ? null : { fromMs: firstMs - beforeMs, toMs: lastMs + afterMs };
    const clock = anchor.events[0]?.event.timeClass ?? null;
    return bestOf(this.#shelves(anchor.key).flatMap((shelf) => shelf.touching(clock, span)));
  }
}

const bestOf = (counted: readonly Counted[]): Counted => {
  const value = counted.reduce<Truth>((best, one) => or(best, one.value), FALSE);
  return { value, matches: counted.filter((one) => one.value === value).flatMap(({ matches }) => matches) };
};

/** Matches of one key. */
class Shelf {
  readonly #matches: PatternMatch[] = [];
  #byEvent: ReadonlyMap<HistoryEvent, readonly PatternMatch[]> | null = null;
  #rows: readonly Row[] | null = null;

  add(match: PatternMatch): void {
    this.#matches.push(match);
  }

  holding(event: HistoryEvent): readonly PatternMatch[] {
    this.#byEvent ??= byEvent(this.#matches);
    return this.#byEvent.get(event) ?? [];
  }

  touching(
    clock: TimeClass | null,
    span: { readonly fromMs: number; readonly toMs: number } | null,
  ): readonly Counted[] {
    this.#rows ??= rowsOf(this.#matches);
    return this.#rows.flatMap((row) => {
      const matches =
        clock === row.clock && clock !== null && span !== null
          ? row.spans.touching(span.fromMs, span.toMs)
          : row.spans.some();
      // Whether it lies in the scope cannot be measured without a time or across clocks.
      const surely =
        clock === null || row.clock === null || span === null ? LENIENT : clock === row.clock ? TRUE : UNKNOWN;
      return matches.length === 0 ? [] : [{ value: and(row.value, surely), matches }];
    });
  }
}

/** Matches of one value on one clock. */
interface Row {
  readonly value: Truth;
  readonly clock: TimeClass | null;
  readonly spans: SpanTree;
}

function rowsOf(matches: readonly PatternMatch[]): readonly Row[] {
  const byKind = groupBy(matches, (match) => `${match.value} ${clockOfMatch(match)}`);
  return [...byKind.values()].map((list) => ({
    value: list[0].value,
    clock: clockOfMatch(list[0]),
    spans: new SpanTree(list),
  }));
}

const clockOfMatch = (match: PatternMatch): TimeClass | null =>
  firstMsOf(match) === null ? null : (match.events[0]?.event.timeClass ?? null);

function byEvent(matches: readonly PatternMatch[]): ReadonlyMap<HistoryEvent, readonly PatternMatch[]> {
  const map = new Map<HistoryEvent, PatternMatch[]>();
  for (const match of matches) for (const { event } of match.events) listAt(map, event).push(match);
  return map;
}

/** Matches by start, with the latest end of every stretch of them: finds those that touch a time without looking at the others. */
class SpanTree {
  readonly #matches: readonly PatternMatch[];
  readonly #starts: readonly number[];
  /** A binary tree in an array: the ends are the leaves, from `#size` on. */
  readonly #latest: readonly number[];
  readonly #size: number;

  constructor(matches: readonly PatternMatch[]) {
    const spans = matches.map((match) => ({ match, startMs: firstMsOf(match) ?? 0, endMs: lastMsOf(match) ?? 0 }));
    spans.sort((a, b) => a.startMs - b.startMs);
    this.#matches = spans.map(({ match }) => match);
    this.#starts = spans.map(({ startMs }) => startMs);
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, spans.length)));
    const latest = new Array<number>(2 * this.#size).fill(Number.NEGATIVE_INFINITY);
    for (const [index, { endMs }] of spans.entries()) latest[this.#size + index] = endMs;
    for (let node = this.#size - 1; node > 0; node--)
      latest[node] = Math.max(latest[2 * node] ?? 0, latest[2 * node + 1] ?? 0);
    this.#latest = latest;
  }

  some(): readonly PatternMatch[] {
    return this.#matches.slice(-MAX_COUNTED);
  }

  /** The latest of them, by start. */
  touching(fromMs: number, toMs: number): readonly PatternMatch[] {
    const found: PatternMatch[] = [];
    for (let end = upperBound(this.#starts, toMs, (startMs) => startMs); found.length < MAX_COUNTED; ) {
      const index = this.#lastReaching(1, 0, this.#size, end, fromMs);
      const match = index === null ? undefined : this.#matches[index];
      if (index === null || match === undefined) break;
      found.push(match);
      end = index;
    }
    return found.reverse();
  }

  /** The last leaf of this node before `end` that reaches to `fromMs`. */
  #lastReaching(node: number, low: number, high: number, end: number, fromMs: number): number | null {
    if (low >= end || (this.#latest[node] ?? 0) < fromMs) return null;
    if (high - low === 1) return low;
    const middle = (low + high) >> 1;
    return (
      this.#lastReaching(2 * node + 1, middle, high, end, fromMs) ??
      this.#lastReaching(2 * node, low, middle, end, fromMs)
    );
  }
}
