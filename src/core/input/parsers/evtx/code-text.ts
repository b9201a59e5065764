import { TYPE } from './layout.ts';
import type { DataPlan } from './payload-plan.ts';
import { arrayTexts } from './value-text.ts';
import type { Values } from './values.ts';

/** Shorter ones are no code: `0x5`. */
const MIN_UNITS = 3;
const FIRST_DECIMAL_CODE = 0x8000_0000;
/** More bytes than this give a run of hex digits that is longer than any code. */
const MAX_BINARY_BYTES = 5;
/** Types whose texts never hold a code: small positive numbers, GUIDs, SIDs, times. @see docs/rule-language.md, section 2.1 */
const NO_CODES: ReadonlySet<number> = new Set([0x00, 0x04, 0x06, 0x0d, 0x0f, 0x11, 0x12, 0x13]);

/**
 * What of an event is looked through for codes before it is read: the texts that `textOf` would give for it, without those that cannot hold any.
 * @returns null when it has to be read as elements.
 */
export function codeTextOf(plans: readonly DataPlan[], values: Values): string | null {
  let text = '';
  for (const { isBinary, index, text: literal } of plans) {
    if (isBinary) continue;
    if (index === null) text += `${literal}\n`;
    else if (values.type(index) === TYPE.binXml) return null;
    else if (mayHoldCode(values, index)) text += `${textAt(values, index)}\n`;
  }
  return text;
}

const textAt = (values: Values, index: number): string =>
  values.type(index) < TYPE.array
    ? values.text(index)
    : arrayTexts(values.block, values.type(index), values.offset(index), values.size(index)).join('\n');

/** May a code stand in the text of this value? Tells by type and size alone. */
export function mayHoldCode(values: Values, index: number): boolean {
  const type = values.type(index);
  const size = values.size(index);
  if (type === TYPE.string) return size >= MIN_UNITS * 2;
  if (type === TYPE.uint32) return values.block.u32(values.offset(index)) >= FIRST_DECIMAL_CODE;
  if (type === TYPE.binary) return size <= MAX_BINARY_BYTES;
  return !NO_CODES.has(type);
}
