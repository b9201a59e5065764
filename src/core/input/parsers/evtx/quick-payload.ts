import { type Payload, parseBytes } from '../../event-schema/payload.ts';
import type { Chunk } from './chunk.ts';
import type { Definitions } from './definitions.ts';
import { FRAGMENT_HEADER_BYTES, TOKEN, TYPE } from './layout.ts';
import type { DataPlan, DataPlans, PayloadPlan } from './payload-plan.ts';
import { arrayTexts } from './value-text.ts';
import type { Values } from './values.ts';

/** Windows embeds the payload once. */
const MAX_EMBEDDED = 2;
/** A template that names one value again and again is left to the general reader, which counts what it makes of it. */
export const MAX_BYTES = 1 << 17;

/** Elements of EventData and the values that fill them. */
export interface PlainData {
  readonly plan: DataPlans;
  readonly values: Values;
}

/** @returns null when the payload of the record is no plain EventData. */
export function plainDataOf(
  chunk: Chunk,
  definitions: Definitions,
  plan: PayloadPlan | null,
  values: Values,
  depth = 0,
): PlainData | null {
  if (plan === null || values.isDamaged) return null;
  if (plan.kind === 'data') return { plan, values };
  const { index } = plan;
  if (depth === MAX_EMBEDDED || values.type(index) !== TYPE.binXml || values.size(index) === 0) return null;
  const at = values.offset(index);
  const start = chunk.block.u8(at) === TOKEN.fragmentHeader ? at + FRAGMENT_HEADER_BYTES : at;
  if (chunk.block.u8(start) !== TOKEN.templateInstance) return null;
  const instance = definitions.instanceAt(chunk, start, at + values.size(index));
  if (instance === null || instance.template.definition.fragment.isDamaged) return null;
  return plainDataOf(chunk, definitions, instance.template.definition.payload, instance.values, depth + 1);
}

/** The payload straight from the values: what `readPayload` makes of its elements. @returns null when these grow too large. */
export function readPlainData({ plan: { data: plans }, values }: PlainData): Payload | null {
  const strings: string[] = [];
  const fields = new Map<string, string>();
  let [bytes, hasBinary] = [0, false];
  let data: Uint8Array | null = null;
  for (const plan of plans) {
    const { index } = plan;
    if (index !== null) {
      bytes += values.size(index);
      if (values.type(index) === TYPE.binXml || bytes > MAX_BYTES) return null;
      if (plan.isOptional && values.isNull(index)) continue;
    }
    if (plan.isBinary) {
      if (!hasBinary) data = bytesOf(plan, values);
      hasBinary = true;
    } else if (index !== null && values.type(index) >= TYPE.array) {
      for (const text of arrayTexts(values.block, values.type(index), values.offset(index), values.size(index)))
        add(plan.name, text, strings, fields);
    } else add(plan.name, index === null ? plan.text : values.text(index), strings, fields);
  }
  return { element: null, strings, fields, data, decodingError: null };
}

function add(name: string | null, text: string, strings: string[], fields: Map<string, string>): void {
  strings.push(text);
  if (name !== null && !fields.has(name)) fields.set(name, text);
}

export function bytesOf({ index, text }: DataPlan, values: Values): Uint8Array | null {
  if (index === null) return parseBytes(text);
  const type = values.type(index);
  if (type === TYPE.binary)
    return values.size(index) === 0 ? null : values.block.copy(values.offset(index), values.size(index));
  return parseBytes(
    type >= TYPE.array
      ? (arrayTexts(values.block, type, values.offset(index), values.size(index))[0] ?? '')
      : values.text(index),
  );
}
