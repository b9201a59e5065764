import type { Entry } from '../entry.ts';
import { clockOf } from '../relations.ts';

interface Counted {
  readonly entry: Entry;
  readonly value: string;
  readonly place: number;
}
interface Queue<Item> {
  items: Item[];
  head: number;
}

/** A sliding window over events by time that knows how many different values stand in it; each clock moves on by itself. */
export class ValueWindow<Item extends Counted> {
  readonly #reaches: (oldest: Item, newest: Item) => boolean;
  readonly #queues = new Map<string | null, Queue<Item>>();
  readonly #counts = new Map<string, number>();

  /** @param reaches whether the window may begin at one event and end at another. */
  constructor(reaches: (oldest: Item, newest: Item) => boolean) {
    this.#reaches = reaches;
  }

  get distinct(): number {
    return this.#counts.size;
  }

  /** The window ends at this event now: what it does not reach any more falls out. */
  add(one: Item): void {
    const clock = clockOf(one.entry.event);
    const queue = this.#queues.get(clock) ?? { items: [], head: 0 };
    this.#queues.set(clock, queue);
    queue.items.push(one);
    this.#counts.set(one.value, (this.#counts.get(one.value) ?? 0) + 1);
    for (const each of this.#queues.values()) this.#trim(each, one);
  }

  keepOnly(one: Item): void {
    this.#queues.clear();
    this.#counts.clear();
    this.add(one);
  }

  /** The newest events that together hold `min` different values. */
  newest(min: number): readonly Item[] {
    const values = new Set<string>();
    const items: Item[] = [];
    for (const one of this.#newestFirst()) {
      items.push(one);
      values.add(one.value);
      if (values.size >= min) break;
    }
    return items.reverse();
  }

  *#newestFirst(): Generator<Item> {
    const queues = [...this.#queues.values()].map(({ items, head }) => ({ items, head, at: items.length - 1 }));
    for (;;) {
      let next: (typeof queues)[number] | null = null;
      for (const queue of queues)
        if (queue.at >= queue.head && (next === null || placeAt(queue) > placeAt(next))) next = queue;
      const item = next?.items[next.at];
      if (next === null || item === undefined) return;
      next.at -= 1;
      yield item;
    }
  }

  #trim(queue: Queue<Item>, newest: Item): void {
    for (
      let oldest = queue.items[queue.head];
      oldest !== undefined && oldest !== newest && !this.#reaches(oldest, newest);
      oldest = queue.items[queue.head]
    ) {
      const left = (this.#counts.get(oldest.value) ?? 1) - 1;
      if (left === 0) this.#counts.delete(oldest.value);
      else this.#counts.set(oldest.value, left);
      queue.head += 1;
    }
    if (queue.head > 1024 && queue.head * 2 > queue.items.length)
      [queue.items, queue.head] = [queue.items.slice(queue.head), 0];
  }
}

const placeAt = ({ items, at }: { readonly items: readonly Counted[]; readonly at: number }): number =>
  items[at]?.place ?? -1;
