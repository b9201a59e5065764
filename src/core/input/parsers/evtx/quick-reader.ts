import type { PayloadElement } from '../../../model/event.ts';
import type { Interest, TallyCell } from '../../../model/interest.ts';
import { childOf } from '../../event-schema/elements.ts';
import type { EventKind } from '../../event-schema/event-kind.ts';
import { type EventNote, type Parts, partsIn, type ReadEvent, toRawEvent } from '../../event-schema/raw-event.ts';
import type { Chunk } from './chunk.ts';
import { codeTextOf } from './code-text.ts';
import { type Definitions, valuesAt } from './definitions.ts';
import { timeMsAt } from './exact-time.ts';
import { FRAGMENT_HEADER_BYTES, RECORD_HEADER_BYTES, TOKEN } from './layout.ts';
import { payloadOf } from './payload-memo.ts';
import { PlacedData } from './placed-data.ts';
import { PlannedSystem } from './planned-system.ts';
import { plainDataOf } from './quick-payload.ts';
import { QuickValues } from './quick-values.ts';
import { endOf, HeaderOrigin, headerIdAt, type RecordPlace, writtenAt } from './record.ts';
import { Renderer } from './renderer.ts';
import { DAMAGED, withNote } from './tree-reader.ts';

/** Of an event whose inserts are given out where they stand. */
const NO_PAYLOAD: Parts = {
  payload: { element: null, strings: [], fields: new Map(), data: null, decodingError: null },
  rendering: null,
};

/** Token, version 1.1, no flags. */
const FRAGMENT_HEADER = 0x0001_010f;
const INSTANCE_OFFSET = RECORD_HEADER_BYTES + FRAGMENT_HEADER_BYTES;

/** Decides over a record by arithmetic on the descriptors of its template, and renders what is kept along the plan of that. */
export class QuickReader {
  readonly #definitions: Definitions;
  readonly #values = new QuickValues();
  readonly #placed = new PlacedData();
  /** Where the record asked about last has its time and number. */
  #timeAt = 0;
  #recordIdAt = 0;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** @returns null for a record that the general reader has to read. */
  kindOf(chunk: Chunk, at: number, size: number): EventKind | null {
    const { block } = chunk;
    const instance = at + INSTANCE_OFFSET;
    if (
      block.i32(instance - FRAGMENT_HEADER_BYTES) !== FRAGMENT_HEADER ||
      block.u8(instance) !== TOKEN.templateInstance
    )
      return null;
    const template = this.#definitions.templateOf(chunk, instance);
    if (template === null || template.quickPlan === null) return null;
    const plan = template.quickPlan;
    this.#values.load(block, valuesAt(chunk, instance), endOf(at, size), plan.needed);
    this.#timeAt = plan.timeAt(this.#values, writtenAt(at));
    this.#recordIdAt = plan.recordIdAt(this.#values, headerIdAt(at));
    return this.#timeAt < 0 || this.#recordIdAt < 0 ? null : plan.kindOf(block, this.#values);
  }

  /** Counts the record asked about last. @returns the number that its event says. */
  count({ block }: Chunk, at: number, cell: TallyCell, sample: () => string | null): number | null {
    let timeMs = timeMsAt(block, this.#timeAt);
    if (Number.isNaN(timeMs)) timeMs = timeMsAt(block, writtenAt(at));
    const recordId = block.u64(this.#recordIdAt) ?? block.u64(headerIdAt(at));
    cell.add(Number.isNaN(timeMs) ? null : timeMs, recordId, sample);
    return recordId;
  }

  /** What codes are looked for in. @returns null when the payload has to be read as elements. */
  codeText(chunk: Chunk, at: number, size: number): string | null {
    const instance = this.#definitions.instanceAt(chunk, at + INSTANCE_OFFSET, endOf(at, size));
    const plan = instance?.template.quickPlan ?? null;
    if (instance === null || plan === null || !plan.isPlain(instance.values)) return null;
    const data = plainDataOf(chunk, this.#definitions, plan.payload, instance.values);
    return data === null ? null : codeTextOf(data.plan.data, data.values);
  }

  /** @returns null when the general reader has to read it after all. */
  read(
    place: RecordPlace,
    kind: EventKind,
    { everything, withoutElements = !everything }: Pick<Interest, 'everything' | 'withoutElements'>,
    isPlaced: boolean,
  ): ReadEvent | EventNote | null {
    const { chunk, at, end } = place;
    const instance = this.#definitions.instanceAt(chunk, at + INSTANCE_OFFSET, end);
    const plan = instance?.template.quickPlan ?? null;
    if (instance === null || plan === null || !plan.isPlain(instance.values)) return null;
    const { values } = instance;
    const system = new PlannedSystem(plan.system, values, kind.seen);
    const data = withoutElements ? plainDataOf(chunk, this.#definitions, plan.payload, values) : null;
    const inserts = data === null || !isPlaced ? null : this.#placed.of(data, kind.seen);
    if (inserts !== null) {
      const read = toRawEvent(system, NO_PAYLOAD, new HeaderOrigin(place), everything);
      if ('event' in read && read.event.time !== null) return { event: read.event, notes: read.notes, inserts };
    }
    const payload = data === null ? null : payloadOf(data);
    if (payload !== null) return toRawEvent(system, { payload, rendering: null }, new HeaderOrigin(place), everything);
    const renderer = new Renderer(chunk, this.#definitions, end - at);
    const root: PayloadElement = {
      name: 'Event',
      attributes: [],
      children: renderer.render(plan.system.payload, values, end),
    };
    // Another one may come out of a value; the general reader takes the first.
    if (childOf(root, 'System') !== null) return null;
    const read = toRawEvent(system, partsIn(root), new HeaderOrigin(place), everything);
    return renderer.isDamaged || values.isDamaged ? withNote(read, DAMAGED) : read;
  }
}
