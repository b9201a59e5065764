import type { EventRecord } from '../../model/event.ts';
import { systemOf } from '../event-json-text.ts';

type Part = 'head' | 'source' | 'kind' | 'owners';

/** What the text of a part is made of. */
const IS_SAME: Readonly<Record<Part, (a: EventRecord, b: EventRecord) => boolean>> = {
  head: (a, b) =>
    a.provider === b.provider &&
    a.user === b.user &&
    a.channel === b.channel &&
    a.host === b.host &&
    a.level === b.level &&
    a.qualifiers === b.qualifiers &&
    a.category === b.category &&
    a.timeBasis === b.timeBasis,
  source: (a, b) => a.source === b.source,
  kind: (a, b) => {
    const [one, other] = [systemOf(a), systemOf(b)];
    return (
      one.keywords === other.keywords &&
      one.task === other.task &&
      one.opcode === other.opcode &&
      one.version === other.version &&
      a.providerAlias === b.providerAlias &&
      a.recovered === b.recovered &&
      a.places.length + b.places.length === 0
    );
  },
  owners: (a, b) => {
    const [one, other] = [systemOf(a), systemOf(b)];
    return one.providerGuid === other.providerGuid && one.userId === other.userId;
  },
};

interface Known {
  readonly event: EventRecord;
  readonly bytes: Uint8Array;
}
/** Real logs have some hundred ids; a hostile one has all that fit into 16 bits. */
const MAX_IDS = 4096;
const encoder = new TextEncoder();

/** Parts of a line that the last event with the same id had too. */
export class KnownParts {
  readonly #known: Readonly<Record<Part, Map<number | null, Known>>> = {
    head: new Map(),
    source: new Map(),
    kind: new Map(),
    owners: new Map(),
  };

  of(part: Part, event: EventRecord, write: (event: EventRecord) => string): Uint8Array {
    const byId = this.#known[part];
    const known = byId.get(event.eventId);
    if (known !== undefined && IS_SAME[part](known.event, event)) return known.bytes;
    const bytes = encoder.encode(write(event));
    if (byId.size >= MAX_IDS) byId.clear();
    byId.set(event.eventId, { event, bytes });
    return bytes;
  }
}
