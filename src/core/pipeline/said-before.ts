import type { Judgement } from '../engine/kept-events.ts';
import type { Detacher } from '../input/normalise/detached.ts';
import { toContent } from '../input/normalise/to-event.ts';
import type { EventContent, RawEvent } from '../model/event.ts';

/** What an event says, and what follows from that alone. */
export class Said {
  /** The first event that said it, with texts of its own. */
  readonly raw: RawEvent;
  readonly #names: ReadonlyMap<string, number>;
  #content: EventContent | null = null;
  judgement: Judgement | null = null;

  /** @param names the code names that some rule names, with their signed numbers. */
  constructor(raw: RawEvent, names: ReadonlyMap<string, number>) {
    this.raw = raw;
    this.#names = names;
  }
  get content(): EventContent {
    this.#content ??= toContent(this.raw, this.#names);
    return this.#content;
  }
}

/** Places for what was said last, of which a number made of its texts chooses one. */
const PLACES = 16_384;
/** Longer texts hardly ever repeat, and would be too much to remember. */
const MAX_CHARACTERS = 4096;

/**
 * What events of a source said before. A disk that fails, a service that stops and a job that is refused say the same a thousand times: what follows from the
 * words alone is worked out once, and the events that are kept share it.
 */
export class SaidBefore {
  readonly #detacher: Detacher;
  readonly #names: ReadonlyMap<string, number>;
  readonly #byPlace = new Map<number, Said>();

  /** @param names the code names that some rule names, with their signed numbers. */
  constructor(detacher: Detacher, names: ReadonlyMap<string, number>) {
    this.#detacher = detacher;
    this.#names = names;
  }

  /** @param hasOwnTexts else they are copied where they are new. */
  of(raw: RawEvent, hasOwnTexts: boolean): Said {
    const mixed = mixOf(raw);
    const known = mixed === null ? undefined : this.#byPlace.get(mixed & (PLACES - 1));
    if (known !== undefined && saysTheSame(known.raw, raw)) return known;
    const said = new Said(hasOwnTexts ? raw : this.#detacher.detach(raw), this.#names);
    if (mixed !== null) this.#byPlace.set(mixed & (PLACES - 1), said);
    return said;
  }

  /** The event with texts that it can be kept with, those of an equal one where there was any. */
  detached(raw: RawEvent): RawEvent {
    const { raw: own } = this.of(raw, false);
    const { position, recordId, time, recovered, otherForms } = raw;
    return { ...own, position, recordId, time, recovered, otherForms, host: this.#detacher.nameOf(raw.host) };
  }
}

const mix = (mixed: number, more: number): number => Math.imul(mixed ^ more, 0x9e3779b1) ^ (mixed >>> 15);

/** A number made of the id and some letters of each text; null: too long to be remembered. */
function mixOf({ eventId, message, strings, fields, data }: RawEvent): number | null {
  let mixed = mix(eventId ?? 0, data?.length ?? 0);
  let characters = (message?.length ?? 0) + (data?.length ?? 0);
  for (const text of strings) {
    characters += text.length;
    mixed = mix(mixed, lettersOf(text));
  }
  // Nearly always the inserts again.
  for (const value of fields.values()) characters += value.length;
  if (characters > MAX_CHARACTERS) return null;
  if (message !== null) mixed = mix(mixed, lettersOf(message));
  return mixed ^ (mixed >>> 16);
}

/** Names and numbers in a sentence stand anywhere. */
const LETTERS = 16;
function lettersOf(text: string): number {
  const { length } = text;
  let mixed = length;
  const step = Math.max(1, Math.floor(length / LETTERS));
  for (let at = 0; at < length; at += step) mixed = Math.imul(mixed, 31) + text.charCodeAt(at);
  return mixed;
}

const saysTheSame = (a: RawEvent, b: RawEvent): boolean =>
  a.eventId === b.eventId &&
  a.provider === b.provider &&
  a.providerAlias === b.providerAlias &&
  a.channel === b.channel &&
  a.level === b.level &&
  a.qualifiers === b.qualifiers &&
  a.category === b.category &&
  a.user === b.user &&
  a.message === b.message &&
  areSameTexts(a.strings, b.strings) &&
  areSameFields(a.fields, b.fields) &&
  areSameBytes(a.data, b.data);

const areSameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, index) => text === b[index]));

function areSameFields(a: RawEvent['fields'], b: RawEvent['fields']): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [name, value] of a) {
    const [otherName, otherValue] = others.next().value ?? [];
    if (name !== otherName || value !== otherValue) return false;
  }
  return true;
}

const areSameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((byte, index) => byte === b[index]));
