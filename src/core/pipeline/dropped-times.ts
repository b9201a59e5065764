import type { RawTime } from '../model/event.ts';

interface Placed {
  readonly position: number;
  readonly time: RawTime | null;
}

/** Times of events that a parser dropped since its last batch, with their places: numbers and references, nothing is made for each. */
export class DroppedTimes {
  readonly #positions: number[] = [];
  readonly #times: (RawTime | null)[] = [];
  #isAscending = true;

  add(position: number, time: RawTime | null): void {
    if (position < (this.#positions[this.#positions.length - 1] ?? position)) this.#isAscending = false;
    this.#positions.push(position);
    this.#times.push(time);
  }

  /** Visits these times and those of the events that were handed over, in order of their places, and forgets these. */
  visitWith(handed: readonly Placed[], visit: (time: RawTime | null) => void): void {
    if (this.#isAscending && isAscending(handed)) this.#merge(handed, visit);
    else for (const { time } of [...this.#all(), ...handed].sort((a, b) => a.position - b.position)) visit(time);
    this.#positions.length = 0;
    this.#times.length = 0;
    this.#isAscending = true;
  }

  #merge(handed: readonly Placed[], visit: (time: RawTime | null) => void): void {
    let next = 0;
    for (let index = 0; index < this.#positions.length; index += 1) {
      const position = this.#positions[index] ?? 0;
      for (; (handed[next]?.position ?? position) < position; next += 1) visit(handed[next]?.time ?? null);
      visit(this.#times[index] ?? null);
    }
    for (const { time } of handed.slice(next)) visit(time);
  }

  #all(): readonly Placed[] {
    return this.#positions.map((position, index) => ({ position, time: this.#times[index] ?? null }));
  }
}

const isAscending = (events: readonly Placed[]): boolean =>
  events.every(({ position }, index) => position >= (events[index - 1]?.position ?? position));
