import type { Detacher } from '../input/normalise/detached.ts';
import type { EventKind } from '../model/interest.ts';

/** A hostile source has any number of kinds. */
const MAX_KINDS = 10_000;

/** Kinds of events that wait for the end of their source, each made once, with names of its own. */
export class EventKinds {
  readonly #detacher: Detacher;
  readonly #kindByKey = new Map<string, EventKind>();

  constructor(detacher: Detacher) {
    this.#detacher = detacher;
  }

  of({ host, channel, provider, eventId, level }: EventKind): EventKind {
    const key = `${host}\n${channel}\n${provider}\n${eventId}\n${level}`;
    const known = this.#kindByKey.get(key);
    if (known !== undefined) return known;
    const name = (text: string | null): string | null => this.#detacher.nameOf(text);
    const kind = { host: name(host), channel: name(channel), provider: name(provider), eventId, level };
    if (this.#kindByKey.size < MAX_KINDS) this.#kindByKey.set(key, kind);
    return kind;
  }
}
