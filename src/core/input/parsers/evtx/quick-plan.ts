import type { ParserContext } from '../../../model/parser.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import { readUtf16 } from '../../binary/utf16.ts';
import { EventKind } from '../../event-schema/event-kind.ts';
import { cleanName, cleanToken, levelFrom } from '../../event-schema/values.ts';
import { TYPE } from './layout.ts';
import type { PayloadPlan } from './payload-plan.ts';
import { descriptorOf, NOWHERE, type QuickValues, sizeIn, typeIn } from './quick-values.ts';
import type { Slot, SystemPlan } from './system-plan.ts';
import type { TemplateDefinition } from './template-definition.ts';
import type { Values } from './values.ts';

const UINT8 = descriptorOf(TYPE.uint8, 1);
const UINT16 = descriptorOf(TYPE.uint16, 2);
const UINT64 = descriptorOf(TYPE.uint64, 8);
const FILETIME = descriptorOf(TYPE.filetime, 8);
const HEX64 = descriptorOf(TYPE.hex64, 8);

/** Bits 52 and 53 of the keywords, in their upper half: a failed and a successful audit. */
const AUDIT_SHIFT = 20;
const AUDIT_BITS = 3;
/** No value of the level, which takes a byte. */
const NO_LEVEL = 0x100;
const UNUSUAL = -1;
/** A hostile source has any number of kinds; the templates of real ones have a few each. */
const MAX_KINDS = 1024;

const NAME_PARTS = ['provider', 'providerAlias', 'channel', 'host'] as const;
type NamePart = (typeof NAME_PARTS)[number];

/** Tells the kind of a record by arithmetic on its descriptors; nothing is rendered. */
export class QuickPlan {
  readonly system: SystemPlan;
  readonly payload: PayloadPlan | null;
  /** So many values have to be loaded. */
  readonly needed: number;
  readonly #context: ParserContext;
  /** The numbers of all values in `System`. */
  readonly #places: readonly number[];
  readonly #eventId: number;
  readonly #level: number;
  readonly #keywords: number;
  readonly #time: number;
  readonly #recordId: number;
  /** Those of the names that are values. */
  readonly #names: readonly number[];
  /** The kind found last with this key; its `next` leads to the others. */
  readonly #kindByKey = new Map<number, EventKind>();
  #count = 0;

  /** @returns null for a template whose records only the general reader can read. */
  static of({ systemPlan: system, eventPayload }: TemplateDefinition, context: ParserContext): QuickPlan | null {
    if (system === null || typeof system.slots.eventId !== 'number') return null;
    const { level, keywords, time, recordId } = system.slots;
    if ([level, keywords, time, recordId].some((slot) => typeof slot === 'string')) return null;
    const plan = new QuickPlan(system, eventPayload, context);
    return plan.needed > NOWHERE ? null : plan;
  }

  private constructor(system: SystemPlan, payload: PayloadPlan | null, context: ParserContext) {
    const { slots } = system;
    this.system = system;
    this.payload = payload;
    this.#context = context;
    this.#places = Object.values(slots).filter((slot) => typeof slot === 'number');
    this.needed = Math.max(...this.#places) + 1;
    this.#eventId = placeOf(slots.eventId);
    this.#level = placeOf(slots.level);
    this.#keywords = placeOf(slots.keywords);
    this.#time = placeOf(slots.time);
    this.#recordId = placeOf(slots.recordId);
    this.#names = NAME_PARTS.map((part) => placeOf(slots[part])).filter((place) => place !== NOWHERE);
  }

  /** @returns null when a value has not the type that Windows gives it. */
  kindOf(block: ByteBlock, values: QuickValues): EventKind | null {
    if (values.descriptor(this.#eventId) !== UINT16) return null;
    const eventId = block.view.getUint16(values.offset(this.#eventId), true);
    const level = levelIn(this.#level, block, values);
    const audit = auditIn(this.#keywords, block, values);
    if (level === UNUSUAL || audit === UNUSUAL) return null;
    const key = (eventId << 11) | (level << 2) | audit;
    for (let kind = this.#kindByKey.get(key) ?? null; kind !== null; kind = kind.next)
      if (this.#isOf(kind, block, values)) return kind;
    return this.#add(key, { eventId, level, audit }, block, values);
  }

  /** Is every value one plain value? Arrays and embedded elements have to be read as elements. */
  isPlain(values: Values): boolean {
    for (const place of this.#places) if (values.type(place) >= TYPE.binXml) return false;
    return true;
  }

  /** Where the time of the record stands: in its values, or in its header. @returns -1 when it is not written as Windows does. */
  timeAt(values: QuickValues, headerAt: number): number {
    return placeIn(this.#time, FILETIME, values, headerAt);
  }
  recordIdAt(values: QuickValues, headerAt: number): number {
    return placeIn(this.#recordId, UINT64, values, headerAt);
  }

  #isOf(kind: EventKind, block: ByteBlock, values: QuickValues): boolean {
    for (let index = 0; index < this.#names.length; index++) {
      const place = this.#names[index] ?? NOWHERE;
      if (!kind.isNamed(index, block, values.offset(place), nameSize(values.descriptor(place)))) return false;
    }
    return true;
  }

  #add(key: number, { eventId, level, audit }: Deciding, block: ByteBlock, values: QuickValues): EventKind | null {
    const sizes = this.#names.map((place) => nameSize(values.descriptor(place)));
    if (sizes.includes(UNUSUAL)) return null;
    const name = (part: NamePart): string => textOf(this.system.slots[part], block, values);
    const seen = {
      provider: cleanName(name('provider')),
      providerAlias: cleanName(name('providerAlias')),
      channel: cleanName(name('channel')),
      host: cleanToken(name('host')),
      eventId,
      level: levelFrom(level === NO_LEVEL ? null : `${level}`, `0x00${audit}0000000000000`),
    };
    const names = this.#names.map((place, index) => block.copy(values.offset(place), sizes[index] ?? 0));
    const kind = new EventKind(seen, names, this.#context);
    if (this.#count < MAX_KINDS) {
      this.#count += 1;
      kind.next = this.#kindByKey.get(key) ?? null;
      this.#kindByKey.set(key, kind);
    }
    return kind;
  }
}

const placeOf = (slot: Slot): number => (typeof slot === 'number' ? slot : NOWHERE);

interface Deciding {
  readonly eventId: number;
  readonly level: number;
  readonly audit: number;
}

function levelIn(place: number, block: ByteBlock, values: QuickValues): number {
  const descriptor = values.descriptor(place);
  if (descriptor === UINT8) return block.view.getUint8(values.offset(place));
  return typeIn(descriptor) === TYPE.null ? NO_LEVEL : UNUSUAL;
}

function auditIn(place: number, block: ByteBlock, values: QuickValues): number {
  const descriptor = values.descriptor(place);
  if (descriptor === HEX64) return (block.view.getUint32(values.offset(place) + 4, true) >>> AUDIT_SHIFT) & AUDIT_BITS;
  return typeIn(descriptor) === TYPE.null ? 0 : UNUSUAL;
}

function placeIn(place: number, usual: number, values: QuickValues, otherwise: number): number {
  const descriptor = values.descriptor(place);
  if (descriptor === usual) return values.offset(place);
  return typeIn(descriptor) === TYPE.null ? otherwise : UNUSUAL;
}

/** Bytes of a name, which is a string or null. */
function nameSize(descriptor: number): number {
  const type = typeIn(descriptor);
  if (type === TYPE.string) return sizeIn(descriptor);
  return type === TYPE.null ? 0 : UNUSUAL;
}

function textOf(slot: Slot, block: ByteBlock, values: QuickValues): string {
  if (typeof slot !== 'number') return slot ?? '';
  return readUtf16(block, values.offset(slot), nameSize(values.descriptor(slot)) >> 1);
}
