import { ByteBlock } from '../../binary/byte-block.ts';
import { isSame } from '../../binary/is-same.ts';
import type { Chunk } from './chunk.ts';
import { type NameReference, readFragment } from './fragment-reader.ts';
import { DEFINITION_HEADER_BYTES } from './layout.ts';
import { isNameAt, nameBytes } from './names.ts';
import { type PayloadPlan, payloadPlanOf } from './payload-plan.ts';
import type { ContentPlan, Fragment } from './plan.ts';
import { type SystemPlan, systemPlanOf } from './system-plan.ts';

const GUID_OFFSET = 4;
const OFFSET_BYTES = 4;

/** A template definition, read once for all chunks and sources that hold the same. */
export class TemplateDefinition {
  readonly fragment: Fragment;
  /** Nothing in it points into the chunk it was read from. */
  readonly isPortable: boolean;
  /** Of an event laid out as Windows lays them out; null: only the general reader can read it. */
  readonly systemPlan: SystemPlan | null;
  /** Of such an event, and of a template that is a payload; null: it has to be read as elements. */
  readonly eventPayload: PayloadPlan | null;
  readonly payload: PayloadPlan | null;
  readonly #definition: ByteBlock;
  readonly #references: readonly Reference[];

  get bytes(): number {
    return this.#definition.length;
  }

  /** @param at where the definition begins in the chunk, @param size its bytes behind the header; both lie inside. */
  constructor(chunk: Chunk, at: number, size: number) {
    const references: NameReference[] = [];
    const start = at + DEFINITION_HEADER_BYTES;
    this.fragment = readFragment(chunk, start, start + size, { isTemplate: true, references });
    this.systemPlan = systemPlanOf(this.fragment);
    this.eventPayload = this.systemPlan === null ? null : payloadPlanOf(this.systemPlan.payload);
    this.payload = payloadPlanOf(this.fragment.content);
    this.isPortable = !this.fragment.content.some(hasInstance);
    this.#definition = new ByteBlock(chunk.block.copy(at, DEFINITION_HEADER_BYTES + size));
    this.#references = references.map(({ at: place, target }) => ({
      place: place - at,
      name: target === place + OFFSET_BYTES ? null : new ByteBlock(nameBytes(chunk.block, target)),
    }));
  }

  /**
   * Does the chunk hold the same definition at `at`? Chunks name names at other offsets, so these are compared by what they point to; everything
   * else byte by byte: damaged or made-up definitions must not pass for one another.
   */
  isAt(chunk: Chunk, at: number, size: number): boolean {
    if (DEFINITION_HEADER_BYTES + size !== this.#definition.length) return false;
    let from = GUID_OFFSET;
    for (const { place, name } of this.#references) {
      if (!isSame(this.#definition, from, chunk.block, at + from, place - from)) return false;
      const target = chunk.target(at + place);
      if ((target === at + place + OFFSET_BYTES) !== (name === null)) return false;
      if (name !== null && !isNameAt(name, chunk.block, target)) return false;
      // The name record begins with the offset of another name.
      from = place + (name === null ? 2 * OFFSET_BYTES : OFFSET_BYTES);
    }
    return isSame(this.#definition, from, chunk.block, at + from, this.#definition.length - from);
  }
}

/** A name in the definition: where it is named, and its bytes if it does not stand right there. */
interface Reference {
  readonly place: number;
  readonly name: ByteBlock | null;
}

const hasInstance = (plan: ContentPlan): boolean =>
  typeof plan !== 'string' && (plan.kind === 'instance' || (plan.kind === 'element' && plan.content.some(hasInstance)));
