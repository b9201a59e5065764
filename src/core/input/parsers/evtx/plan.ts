import type { PayloadElement } from '../../../model/event.ts';

/**
 * An element as a template or a record without one has it: everything but the values. Read once, rendered as often as records use it.
 */
export interface ElementPlan {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly AttributePlan[];
  /** The same for all records; null where a value is in them. */
  readonly literalAttributes: PayloadElement['attributes'] | null;
  readonly content: readonly ContentPlan[];
}
export interface AttributePlan {
  readonly name: string;
  readonly parts: readonly TextPlan[];
}
/** Value number `index` of the instance. An optional one that is null takes its element or attribute with it. */
export interface ValuePlan {
  readonly kind: 'value';
  readonly index: number;
  readonly isOptional: boolean;
}
/** A template with values of its own, at this place of the chunk. */
export interface InstancePlan {
  readonly kind: 'instance';
  readonly at: number;
}
export type TextPlan = string | ValuePlan;
export type ContentPlan = TextPlan | ElementPlan | InstancePlan;

/** What one fragment of BinXML holds. */
export interface Fragment {
  readonly content: readonly ContentPlan[];
  /** It breaks off or holds what is no BinXML; `content` is what could be read. */
  readonly isDamaged: boolean;
}
