import { fieldName } from '../../event-schema/payload.ts';
import type { ContentPlan, ElementPlan } from './plan.ts';

/** One element of EventData: its text, or the value that is its text. */
export interface DataPlan {
  readonly isBinary: boolean;
  /** As a field; null: it has its place alone. */
  readonly name: string | null;
  /** null: the text stands in the template. */
  readonly index: number | null;
  readonly isOptional: boolean;
  readonly text: string;
}
/** EventData of plain elements. */
export interface DataPlans {
  readonly kind: 'data';
  readonly data: readonly DataPlan[];
  /** The values that fill them lie between these numbers; `last` below `first`: there are none. */
  readonly first: number;
  readonly last: number;
}
/** EventData of plain elements, or the value that holds the fragment with the payload. */
export type PayloadPlan = DataPlans | { readonly kind: 'embedded'; readonly index: number };

/** @param content what stands beside `System`, or at the top of an embedded template. @returns null: it is read as a tree of elements. */
export function payloadPlanOf(content: readonly ContentPlan[]): PayloadPlan | null {
  const [only] = content;
  if (content.length !== 1 || only === undefined || typeof only === 'string') return null;
  if (only.kind === 'value') return { kind: 'embedded', index: only.index };
  if (only.kind !== 'element' || only.name !== 'EventData') return null;
  const data: DataPlan[] = [];
  for (const element of only.content) {
    const plan = typeof element === 'object' && element.kind === 'element' ? dataPlanOf(element) : null;
    if (plan === null) return null;
    data.push(plan);
  }
  const indices = data.flatMap(({ index }) => index ?? []);
  return { kind: 'data', data, first: Math.min(...indices), last: Math.max(...indices) };
}

function dataPlanOf({ name, attributes, content }: ElementPlan): DataPlan | null {
  const attribute = attributes.find((found) => found.name === 'Name');
  const [text = '', ...more] = attribute?.parts ?? [];
  const [part = '', ...others] = content;
  if (more.length > 0 || typeof text !== 'string' || others.length > 0 || name.includes(':')) return null;
  const common = { isBinary: name === 'Binary', name: fieldName(name, text) };
  if (typeof part === 'string') return { ...common, index: null, isOptional: false, text: part };
  return part.kind === 'value' ? { ...common, index: part.index, isOptional: part.isOptional, text: '' } : null;
}
