import type { PayloadElement } from '../../../model/event.ts';
import { childOf } from '../../event-schema/elements.ts';
import { type EventNote, partsIn, type ReadEvent, toRawEvent } from '../../event-schema/raw-event.ts';
import { SystemElement } from '../../event-schema/system.ts';
import { CompletedSystem } from './completed-system.ts';
import { type Definitions, valuesAt } from './definitions.ts';
import { readFragment } from './fragment-reader.ts';
import { FRAGMENT_HEADER_BYTES, RECORD_HEADER_BYTES, TOKEN } from './layout.ts';
import { PlannedSystem } from './planned-system.ts';
import { HeaderOrigin, type RecordPlace } from './record.ts';
import { Renderer } from './renderer.ts';
import type { SystemPlan } from './system-plan.ts';
import { usualPlan } from './usual-plan.ts';
import { Values } from './values.ts';

/** The general reader: any record, through the tree of its elements. */
export class TreeReader {
  readonly #definitions: Definitions;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** @returns a note alone when there is no event in it. */
  read(place: RecordPlace, everything: boolean): ReadEvent | EventNote {
    const renderer = this.#rendererOf(place);
    const root = renderer
      .fragment(place.at + RECORD_HEADER_BYTES, place.end, 0)
      .find((node) => typeof node !== 'string');
    const salvaged = root === undefined ? this.#salvage(place, everything) : null;
    const read = salvaged ?? this.#toEvent(root, renderer.isDamaged, place, everything);
    return place.state === 'torn' ? trusted(read, place, everything) : read;
  }

  /** The event without its payload, which a record without a template holds in front; null when it has one. */
  readHead(place: RecordPlace): ReadEvent | EventNote | null {
    const { chunk, at, end } = place;
    const start = at + RECORD_HEADER_BYTES;
    const token = start + (chunk.block.u8(start) === TOKEN.fragmentHeader ? FRAGMENT_HEADER_BYTES : 0);
    if (chunk.block.u8(token) === TOKEN.templateInstance) return null;
    const { content, isDamaged } = readFragment(chunk, token, end, { isTemplate: false, until: 'System' });
    const root = this.#rendererOf(place)
      .render(content, null, end)
      .find((node) => typeof node !== 'string');
    return this.#toEvent(root, isDamaged, place, false);
  }

  #toEvent(
    root: PayloadElement | undefined,
    isDamaged: boolean,
    place: RecordPlace,
    everything: boolean,
  ): ReadEvent | EventNote {
    const system = root === undefined ? null : childOf(root, 'System');
    if (root === undefined || system === null) return { code: 'evtx/unreadable-record', detail: null };
    const told = new SystemElement(system);
    // Names that were overwritten may still be names: then the elements are whole, but none is called EventID.
    const usual = isDamaged || told.token('eventId') === null ? this.#usualOf(place) : null;
    const source = usual === null ? told : new CompletedSystem(told, new PlannedSystem(usual.plan, usual.values, null));
    const read = toRawEvent(source, partsIn(root), new HeaderOrigin(place), everything);
    return isDamaged || usual !== null ? withNote(read, DAMAGED) : read;
  }

  /** An event whose template is lost. */
  #salvage(place: RecordPlace, everything: boolean): ReadEvent | EventNote | null {
    const usual = this.#usualOf(place);
    if (usual === null) return null;
    const { plan, values } = usual;
    const children = this.#rendererOf(place).render(plan.payload, values, place.end);
    const root = { name: 'Event', attributes: [], children };
    return withNote(
      toRawEvent(new PlannedSystem(plan, values, null), partsIn(root), new HeaderOrigin(place), everything),
      DAMAGED,
    );
  }

  /** Its values, where Windows laid them out as always. */
  #usualOf(place: RecordPlace): Usual | null {
    const { chunk, at, end } = place;
    const instance = at + RECORD_HEADER_BYTES + FRAGMENT_HEADER_BYTES;
    if (chunk.block.u8(instance) !== TOKEN.templateInstance) return null;
    const values = new Values(chunk.block, valuesAt(chunk, instance), end);
    const plan = usualPlan(values, new HeaderOrigin(place).recordId);
    return plan === null ? null : { plan, values };
  }

  #rendererOf({ chunk, at, end }: RecordPlace): Renderer {
    return new Renderer(chunk, this.#definitions, end - at);
  }
}

/** The values of a record beside the tree of its elements. */
interface Usual {
  readonly plan: SystemPlan;
  readonly values: Values;
}

export const DAMAGED: EventNote = { code: 'evtx/damaged-record', detail: null };

/** Of a torn record only what its header says, unless its values name provider, id and the same record number: then they are its own. */
function trusted(read: ReadEvent | EventNote, place: RecordPlace, everything: boolean): ReadEvent | EventNote {
  const origin = new HeaderOrigin(place);
  const { recordId, provider, eventId } = 'event' in read ? read.event : NOTHING;
  if (recordId === origin.recordId && provider !== null && eventId !== null) return withNote(read, DAMAGED);
  const nothing: PayloadElement = { name: 'Event', attributes: [], children: [] };
  return withNote(toRawEvent(new SystemElement(nothing), partsIn(nothing), origin, everything), DAMAGED);
}

const NOTHING = { recordId: null, provider: null, eventId: null };

/** An event that was read in part. */
export const withNote = (read: ReadEvent | EventNote, note: EventNote): ReadEvent | EventNote =>
  'event' in read && !read.notes.includes(note) ? { event: read.event, notes: [...read.notes, note] } : read;
