import type { Detacher } from '../input/normalise/detached.ts';
import { ownText } from '../input/text/copy-text.ts';
import { isSampled, type LocalTimeText } from '../model/event.ts';
import type { EventKind, SeenEvent } from '../model/interest.ts';
import { EventKinds } from './event-kinds.ts';

/** Of all samples together, in characters: statistics show one for each kind. */
const MAX_SAMPLES = 1_000_000;

interface Undecided {
  readonly kind: EventKind;
  readonly position: number;
  readonly recordId: number | null;
  readonly time: LocalTimeText;
  readonly sample: string | null;
}

/** Dropped events that may lie in the period that was asked for or not: that shows when the local times of their source are settled. */
export class UndecidedDrops {
  readonly #kinds: EventKinds;
  readonly #events: Undecided[] = [];
  #sampled = 0;

  constructor(detacher: Detacher) {
    this.#kinds = new EventKinds(detacher);
  }

  get length(): number {
    return this.#events.length;
  }

  add(event: SeenEvent, time: LocalTimeText, sample: (() => string | null) | undefined): void {
    const { position, recordId } = event;
    this.#events.push({ kind: this.#kinds.of(event), position, recordId, time, sample: this.#sampleOf(event, sample) });
  }

  /** What the sample is rendered from is gone at the end. */
  #sampleOf({ level }: SeenEvent, sample: (() => string | null) | undefined): string | null {
    const text = isSampled(level) && this.#sampled < MAX_SAMPLES ? (sample?.() ?? null) : null;
    this.#sampled += text?.length ?? 0;
    return text === null ? null : ownText(text);
  }

  /** Hands over all of them once, as they came, and lets them go. */
  release(visit: (event: SeenEvent, time: LocalTimeText, sample: () => string | null) => void): void {
    for (const { kind, position, recordId, time, sample } of this.#events.splice(0))
      visit({ ...kind, position, recordId, time }, time, () => sample);
  }
}
