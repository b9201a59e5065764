import { findCodes } from '../../../knowledge/codes/scan.ts';
import { insertNames } from '../../../knowledge/words/insert-names.ts';
import type { InsertTaker, PlacedInserts } from '../../../model/placed-inserts.ts';
import type { Seen } from '../../event-schema/event-kind.ts';
import { mayHoldCode } from './code-text.ts';
import { mayCodeStandIn } from './code-units.ts';
import { TYPE } from './layout.ts';
import type { DataPlan } from './payload-plan.ts';
import { bytesOf, MAX_BYTES, type PlainData } from './quick-payload.ts';
import { arrayTexts } from './value-text.ts';
import type { Values } from './values.ts';

/** The payload of a record where it stands: gives what `readPlainData` makes of it. One object serves all records in turn. */
export class PlacedData implements PlacedInserts {
  #data: PlainData | null = null;

  /** @returns null when its elements have to be read. */
  of(data: PlainData, { provider, eventId }: Seen): PlacedData | null {
    const { plan, values } = data;
    let [bytes, hasNames] = [0, false];
    for (const { name, index } of plan.data) {
      if (name !== null) hasNames = true;
      if (index === null) continue;
      bytes += values.size(index);
      if (values.type(index) === TYPE.binXml || bytes > MAX_BYTES) return null;
    }
    // Names that its inserts have by their place are given to texts.
    if (!hasNames && insertNames(provider, eventId, plan.data.length) !== null) return null;
    this.#data = data;
    return this;
  }

  giveTo(taker: InsertTaker): void {
    if (this.#data === null) return;
    const { plan, values } = this.#data;
    const noteCode = (code: number): boolean => {
      taker.code(code);
      return false;
    };
    let hasBinary = false;
    for (const one of plan.data) {
      const { index, isOptional, isBinary } = one;
      if (index !== null && isOptional && values.isNull(index)) continue;
      if (!isBinary) give(one, values, taker, noteCode);
      else if (!hasBinary) {
        hasBinary = true;
        const bytes = bytesOf(one, values);
        if (bytes !== null) taker.data(bytes);
      }
    }
  }
}

type NoteCode = (code: number) => boolean;

function give({ name, index, text }: DataPlan, values: Values, taker: InsertTaker, noteCode: NoteCode): void {
  if (index === null) giveText(name, text, taker, noteCode);
  else if (values.type(index) === TYPE.string) giveUnits(name, index, values, taker, noteCode);
  else if (values.type(index) >= TYPE.array)
    for (const one of arrayTexts(values.block, values.type(index), values.offset(index), values.size(index)))
      giveText(name, one, taker, noteCode);
  else {
    const one = values.text(index);
    taker.text(name, one);
    if (!mayHoldCode(values, index)) return;
    const code = codeIn(values, index);
    if (code === null) findCodes(one, null, noteCode);
    else if (!Number.isNaN(code)) taker.code(code);
  }
}

const HEX32 = 0x14;
const HEX_TYPES: ReadonlySet<number> = new Set([0x10, HEX32, TYPE.hex64]);

/** The code that `findCodes` finds in the text of a number; NaN: it is none; null: only the text tells. */
function codeIn(values: Values, index: number): number | null {
  const { block } = values;
  const type = values.type(index);
  const size = values.size(index);
  const at = values.offset(index);
  if (type === TYPE.uint32) return block.i32(at);
  if (!HEX_TYPES.has(type) || size < 4) return null;
  if (type === HEX32 || size < 8) return type === TYPE.hex64 ? Number.NaN : block.i32(at);
  const high = block.i32(at + 4);
  return high === 0 || high === -1 ? block.i32(at) : Number.NaN;
}

function giveText(name: string | null, text: string, taker: InsertTaker, noteCode: NoteCode): void {
  taker.text(name, text);
  findCodes(text, null, noteCode);
}

function giveUnits(name: string | null, index: number, values: Values, taker: InsertTaker, noteCode: NoteCode): void {
  const { block } = values;
  const at = values.offset(index);
  let units = values.size(index) >> 1;
  while (units > 0 && block.u16(at + units * 2 - 2) === 0) units -= 1;
  if (!taker.utf16(name, block.view, at, units)) giveText(name, values.text(index), taker, noteCode);
  else if (mayCodeStandIn(block.view, at, units)) findCodes(values.text(index), null, noteCode);
}
