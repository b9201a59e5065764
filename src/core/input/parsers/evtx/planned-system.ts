import type { Level } from '../../../model/event.ts';
import type { Seen } from '../../event-schema/event-kind.ts';
import { readSystemTime, type SystemPart, type SystemSource, type SystemTime } from '../../event-schema/system.ts';
import { cleanName, cleanToken, levelFrom, parseWholeNumber } from '../../event-schema/values.ts';
import { exactTimeAt } from './exact-time.ts';
import { TYPE } from './layout.ts';
import type { SystemPlan } from './system-plan.ts';
import type { Values } from './values.ts';

const FILETIME_BYTES = 8;

/** The parts of `System` straight from the values of a record: names as its kind has them, numbers without their text. */
export class PlannedSystem implements SystemSource {
  readonly #plan: SystemPlan;
  readonly #values: Values;
  readonly #seen: Seen | null;

  /** @param seen what was read of it already. */
  constructor(plan: SystemPlan, values: Values, seen: Seen | null) {
    this.#plan = plan;
    this.#values = values;
    this.#seen = seen;
  }

  name(part: SystemPart): string | null {
    if (this.#seen !== null && isSeen(part)) return this.#seen[part];
    const text = this.#text(part);
    return this.#isWord(part) ? text || null : cleanName(text);
  }
  token(part: SystemPart): string | null {
    if (this.#seen !== null && isSeen(part)) return this.#seen[part];
    const text = this.#text(part);
    return this.#isWord(part) ? text || null : cleanToken(text);
  }

  number(part: SystemPart): number | null {
    if (part === 'eventId' && this.#seen !== null) return this.#seen.eventId;
    const slot = this.#plan.slots[part];
    if (typeof slot !== 'number') return parseWholeNumber(this.token(part));
    const { block } = this.#values;
    const at = this.#values.offset(slot);
    const size = this.#values.size(slot);
    switch (this.#values.type(slot)) {
      case TYPE.uint8:
        return size < 1 ? null : block.u8(at);
      case TYPE.uint16:
        return size < 2 ? null : block.u16(at);
      case TYPE.uint32:
        return size < 4 ? null : block.u32(at);
      case TYPE.uint64:
        return size < 8 ? null : block.u64(at);
      case TYPE.null:
        return null;
      default:
        return parseWholeNumber(this.token(part));
    }
  }

  time(): SystemTime {
    const slot = this.#plan.slots.time;
    if (
      typeof slot === 'number' &&
      this.#values.type(slot) === TYPE.filetime &&
      this.#values.size(slot) >= FILETIME_BYTES
    ) {
      const time = exactTimeAt(this.#values.block, this.#values.offset(slot));
      if (time !== null) return { time, unreadable: null };
    }
    return readSystemTime(this.name('time'));
  }

  level(): Level | null {
    return this.#seen === null ? levelFrom(this.token('level'), this.token('keywords')) : this.#seen.level;
  }

  #text(part: SystemPart): string {
    const slot = this.#plan.slots[part];
    return typeof slot === 'number' ? this.#values.text(slot) : (slot ?? '');
  }
  /** Only text holds blanks. */
  #isWord(part: SystemPart): boolean {
    const slot = this.#plan.slots[part];
    return typeof slot === 'number' && !WITH_BLANKS.has(this.#values.type(slot));
  }
}

type SeenPart = 'provider' | 'providerAlias' | 'channel' | 'host';
const isSeen = (part: SystemPart): part is SeenPart =>
  part === 'provider' || part === 'providerAlias' || part === 'channel' || part === 'host';
const WITH_BLANKS: ReadonlySet<number> = new Set([TYPE.string, TYPE.ansi]);
