import { ByteBlock } from '../../binary/byte-block.ts';
import { isSame } from '../../binary/is-same.ts';
import type { Payload } from '../../event-schema/payload.ts';
import { DESCRIPTOR_BYTES } from './layout.ts';
import type { DataPlans } from './payload-plan.ts';
import { type PlainData, readPlainData } from './quick-payload.ts';
import type { Values } from './values.ts';

/** Of which a number made of the bytes chooses one: the last payload with it is remembered. */
const ENTRIES = 8192;
/** Longer payloads hardly ever repeat. */
const MAX_BYTES = 768;
/** So many words of a payload are looked at to choose its entry. */
const WORDS = 16;

/** The bytes that a payload is made of: descriptors and values of its elements, which lie side by side. */
interface Extent {
  readonly tableAt: number;
  readonly tableBytes: number;
  readonly at: number;
  readonly bytes: number;
}

/**
 * Payloads that were read before. They depend on nothing but their plan and bytes, so that all sources share them, and what comes of one payload twice
 * (a disk that fails says the same a thousand times) is known by its identity from here on.
 */
class PayloadMemo {
  readonly #bytes = new Uint8Array(ENTRIES * MAX_BYTES);
  readonly #block = new ByteBlock(this.#bytes);
  readonly #sizes = new Int32Array(ENTRIES);
  readonly #plans: (DataPlans | null)[] = new Array(ENTRIES).fill(null);
  readonly #payloads: (Payload | null)[] = new Array(ENTRIES).fill(null);

  payload(data: PlainData): Payload | null {
    const { plan, values } = data;
    const extent = extentOf(plan, values);
    if (extent === null) return readPlainData(data);
    const entry = entryOf(values.block, extent);
    if (this.#plans[entry] === plan && this.#holds(entry, values.block, extent)) return this.#payloads[entry] ?? null;
    const payload = readPlainData(data);
    if (payload !== null) this.#remember(entry, plan, values.block, extent, payload);
    return payload;
  }

  #holds(entry: number, block: ByteBlock, { tableAt, tableBytes, at, bytes }: Extent): boolean {
    const start = entry * MAX_BYTES;
    return (
      this.#sizes[entry] === bytes &&
      isSame(this.#block, start, block, tableAt, tableBytes) &&
      isSame(this.#block, start + tableBytes, block, at, bytes)
    );
  }

  #remember(entry: number, plan: DataPlans, { bytes: all }: ByteBlock, extent: Extent, payload: Payload): void {
    const { tableAt, tableBytes, at, bytes } = extent;
    const start = entry * MAX_BYTES;
    this.#bytes.set(all.subarray(tableAt, tableAt + tableBytes), start);
    this.#bytes.set(all.subarray(at, at + bytes), start + tableBytes);
    this.#sizes[entry] = bytes;
    this.#plans[entry] = plan;
    this.#payloads[entry] = payload;
  }
}

/** @returns null for a payload without values, or one that is too long or not whole. */
function extentOf({ first, last }: DataPlans, values: Values): Extent | null {
  if (last < first || last >= values.count) return null;
  const tableBytes = (last - first + 1) * DESCRIPTOR_BYTES;
  const at = values.offset(first);
  const bytes = values.offset(last) + values.size(last) - at;
  if (tableBytes + bytes > MAX_BYTES || at + bytes > values.block.length) return null;
  return { tableAt: values.descriptorAt(first), tableBytes, at, bytes };
}

function entryOf(block: ByteBlock, { at, bytes }: Extent): number {
  const step = Math.max(4, Math.floor(bytes / WORDS));
  let mixed = bytes;
  for (let offset = 0; offset + 4 <= bytes; offset += step)
    mixed = Math.imul(mixed, 31) + Math.imul(block.i32(at + offset), 0x9e3779b1);
  return (mixed ^ (mixed >>> 16)) & (ENTRIES - 1);
}

let memo: PayloadMemo | null = null;

/** The payload of plain EventData, one object for all that are equal. @returns null when its elements grow too large. */
export function payloadOf(data: PlainData): Payload | null {
  memo ??= new PayloadMemo();
  return memo.payload(data);
}
