import { least, type Value } from './truth.ts';
import type { World, WorldEvent } from './world.ts';

const MINUTE_MS = 60_000;

/** Section 6.1 in its plainest form: what stands before what, and how far apart. */
export class Relations {
  readonly #world: World;
  readonly #hostBySource = new Map<string, string | null>();
  readonly #indexInList = new Map<number, number>();
  readonly #segment = new Map<number, number>();
  /** The latest time its list had shown when the event was written: a clock that jitters turns no order. */
  readonly #reached = new Map<number, bigint>();
  /** All events in one order, whatever may be undecided in it. */
  readonly merged: readonly WorldEvent[];

  constructor(world: World) {
    this.#world = world;
    for (const { source } of world.events) this.#hostBySource.set(source, onlyName(world, source));
    for (const list of this.#lists()) this.#number(list);
    this.merged = this.#merge();
  }

  hostOf(event: { readonly source: string; readonly host: string | null }): string {
    const name = event.host ?? this.#hostBySource.get(event.source) ?? null;
    return name ?? `nameless of ${event.source}`;
  }

  listOf(event: WorldEvent): string {
    const isShared = event.record !== null && event.log !== null;
    return `${this.hostOf(event)} ${event.log} ${isShared ? '' : `only ${event.source}`}`;
  }

  #lists(): readonly (readonly WorldEvent[])[] {
    const byList = new Map<string, WorldEvent[]>();
    for (const event of this.#world.events)
      byList.set(this.listOf(event), [...(byList.get(this.listOf(event)) ?? []), event]);
    return [...byList.values()].map((list) =>
      list.every(({ record }) => record !== null)
        ? asHappened([...list].sort((a, b) => (a.record ?? 0) - (b.record ?? 0)))
        : inSource(list),
    );
  }

  #number(list: readonly WorldEvent[]): void {
    let [highest, segment] = [Number.NEGATIVE_INFINITY, 0];
    let reached = 0n;
    for (const [index, event] of list.entries()) {
      if (event.timeMs !== null) {
        if (event.timeMs < highest - 10 * MINUTE_MS) [segment, highest] = [segment + 1, event.timeMs];
        highest = Math.max(highest, event.timeMs);
        if (ticksOf(event) > reached) reached = ticksOf(event);
      }
      this.#reached.set(event.uid, reached);
      this.#indexInList.set(event.uid, index);
      this.#segment.set(event.uid, segment);
    }
  }

  #merge(): readonly WorldEvent[] {
    const heads = this.#lists().map((list) => [...list]);
    const merged: WorldEvent[] = [];
    for (;;) {
      const open = heads.filter((list) => list.length > 0);
      if (open.length === 0) return merged;
      // A list whose next event has no time, or lies behind one already taken, goes on at once.
      const best = open.reduce((a, b) => (this.#compareHeads(a, b) <= 0 ? a : b));
      const taken = best.shift();
      if (taken !== undefined) merged.push(taken);
    }
  }

  #compareHeads([a]: readonly WorldEvent[], [b]: readonly WorldEvent[]): number {
    if (a === undefined || b === undefined) return 0;
    const time = (a.timeMs ?? Number.NEGATIVE_INFINITY) - (b.timeMs ?? Number.NEGATIVE_INFINITY);
    if (time !== 0 && !Number.isNaN(time)) return time;
    if (a.ticks !== b.ticks) return a.ticks - b.ticks;
    const names = (event: WorldEvent) => [this.hostOf(event), event.log ?? '', event.source].join(' ');
    return names(a) < names(b) ? -1 : 1;
  }

  #comparable(a: WorldEvent, b: WorldEvent): boolean {
    const isLocal = (event: WorldEvent) => event.basis === 'assumed-local';
    return isLocal(a) === isLocal(b) && (!isLocal(a) || this.hostOf(a) === this.hostOf(b));
  }

  /** a stands before b. */
  before(a: WorldEvent, b: WorldEvent): Value {
    if (a.uid === b.uid) return 'f';
    if (this.listOf(a) === this.listOf(b))
      return (this.#indexInList.get(a.uid) ?? 0) < (this.#indexInList.get(b.uid) ?? 0) ? 't' : 'f';
    if (a.timeMs === null || b.timeMs === null)
      return a.source === b.source && placeInSource(this.#world, a) > placeInSource(this.#world, b) ? 'f' : 'l';
    if (!this.#comparable(a, b)) return 'u';
    const [fromA, fromB] = [this.#reached.get(a.uid) ?? 0n, this.#reached.get(b.uid) ?? 0n];
    // A time of precision p is any moment from t to t + p: two that share one may be one and the same.
    if (fromA < fromB + stepOf(b) && fromB < fromA + stepOf(a)) return 'l';
    if (fromA < fromB) return 't';
    return this.hostOf(a) !== this.hostOf(b) && fromA - fromB <= BigInt(2 * MINUTE_MS) * 10_000n ? 'l' : 'f';
  }

  /** From a to b, a first, it is at most so long. */
  within(a: WorldEvent, b: WorldEvent, limitMs: number): Value {
    if (a.uid === b.uid) return 't';
    const can = this.measurable(a, b);
    if (can !== 't') return can;
    return ticksOf(b) - ticksOf(a) <= BigInt(limitMs) * 10_000n ? 't' : 'f';
  }

  /** Whichever comes first, they are at most so far apart. */
  near(a: WorldEvent, b: WorldEvent, limitMs: number): Value {
    return least([this.within(a, b, limitMs), this.within(b, a, limitMs)]);
  }

  measurable(a: WorldEvent, b: WorldEvent): Value {
    const have = this.haveTimes(a, b);
    return have === 't' && this.#isAcrossBorder(a, b) ? 'u' : have;
  }

  haveTimes(a: WorldEvent, b: WorldEvent): Value {
    if (a.timeMs === null || b.timeMs === null) return 'l';
    return this.#comparable(a, b) ? 't' : 'u';
  }

  #isAcrossBorder(a: WorldEvent, b: WorldEvent): boolean {
    return this.listOf(a) === this.listOf(b) && this.#segment.get(a.uid) !== this.#segment.get(b.uid);
  }

  /** From a to b it is at most so long: behind a border more time has passed than the clock shows, ahead of it none. */
  reaches(a: WorldEvent, b: WorldEvent, limitMs: number): Value {
    const have = this.haveTimes(a, b);
    if (have !== 't' || !this.#isAcrossBorder(a, b)) return this.within(a, b, limitMs);
    if (this.before(b, a) === 't') return 't';
    return ticksOf(b) - ticksOf(a) > BigInt(limitMs) * 10_000n ? 'f' : 'u';
  }

  /** Borders of clock segments: [earlier, later] time of each. */
  borders(): readonly {
    readonly host: string;
    readonly log: string | null;
    readonly fromMs: number;
    readonly toMs: number;
  }[] {
    return this.#lists().flatMap((list) => {
      let highest = Number.NEGATIVE_INFINITY;
      return list.flatMap((event) => {
        if (event.timeMs === null) return [];
        const was = highest;
        const isStep = event.timeMs < was - 10 * MINUTE_MS;
        highest = isStep ? event.timeMs : Math.max(was, event.timeMs);
        return isStep ? [{ host: this.hostOf(event), log: event.log, fromMs: event.timeMs, toMs: was }] : [];
      });
    });
  }
}

function onlyName(world: World, source: string): string | null {
  const names = new Set(
    [...world.events, ...world.coverage].flatMap((one) =>
      one.source === source && one.host !== null ? [one.host] : [],
    ),
  );
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

const ticksOf = ({ timeMs, ticks }: WorldEvent): bigint => BigInt(timeMs ?? 0) * 10_000n + BigInt(ticks);
const stepOf = ({ precisionMs }: WorldEvent): bigint => BigInt(Math.round(precisionMs * 10_000));

/** Without numbers: by time, then place; an event without a time stays behind its neighbour in the source. */
function inSource(events: readonly WorldEvent[]): readonly WorldEvent[] {
  const sorted: WorldEvent[] = events
    .filter(({ timeMs }) => timeMs !== null)
    .sort((a, b) => (ticksOf(a) < ticksOf(b) ? -1 : ticksOf(a) > ticksOf(b) ? 1 : a.uid - b.uid));
  for (const event of [...events].sort((a, b) => a.uid - b.uid)) {
    if (event.timeMs !== null) continue;
    const neighbours = events.filter(({ uid }) => uid < event.uid);
    const neighbour = neighbours.reduce<WorldEvent | null>(
      (last, one) => (last === null || one.uid > last.uid ? one : last),
      null,
    );
    sorted.splice(neighbour === null ? 0 : sorted.findIndex(({ uid }) => uid === neighbour.uid) + 1, 0, event);
  }
  return sorted;
}

const placeInSource = ({ events }: World, { uid, source }: WorldEvent): number =>
  inSource(events.filter((one) => one.source === source)).findIndex((one) => one.uid === uid);

/** What was written late stands where it happened: the first such records, and so on until there are none. */
function asHappened(list: readonly WorldEvent[]): readonly WorldEvent[] {
  let [ordered, from] = [list, 0];
  for (;;) {
    const late = firstLate(ordered, from);
    if (late === null) return ordered;
    const moved = ordered.slice(late.from, late.to);
    ordered = [
      ...ordered.slice(0, late.start),
      ...moved,
      ...ordered.slice(late.start, late.from),
      ...ordered.slice(late.to),
    ];
    from = late.to;
  }
}
function firstLate(list: readonly WorldEvent[], first: number) {
  for (let from = first; from < list.length; from += 1) {
    const reached = highestBefore(list, from);
    const lateMs = list[from]?.timeMs ?? null;
    if (lateMs === null || lateMs >= reached - 10 * MINUTE_MS) continue;
    const to = list.findIndex(
      ({ timeMs }, at) => at > from && timeMs !== null && Math.abs(timeMs - lateMs) > MINUTE_MS,
    );
    const next = list[to]?.timeMs ?? null;
    if (next === null || Math.abs(next - reached) > MINUTE_MS) continue;
    const dated = list.flatMap(({ timeMs }, at) => (timeMs === null || at >= from ? [] : [{ timeMs, at }]));
    const before = dated.findLastIndex(({ timeMs }) => timeMs < reached - MINUTE_MS);
    const start = dated[before + 1]?.at;
    if (start === undefined || (dated[before]?.timeMs ?? lateMs) > lateMs + 10 * MINUTE_MS) continue;
    return { start, from, to };
  }
  return null;
}
/** Since the clock stepped back last. */
function highestBefore(list: readonly WorldEvent[], end: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const { timeMs } of list.slice(0, end))
    if (timeMs !== null) highest = timeMs < highest - 10 * MINUTE_MS ? timeMs : Math.max(highest, timeMs);
  return highest;
}
