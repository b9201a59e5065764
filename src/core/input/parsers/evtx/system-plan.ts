import { SYSTEM_PLACES, type SystemPart } from '../../event-schema/system.ts';
import type { ContentPlan, ElementPlan, Fragment } from './plan.ts';

/** Where a template has one part of `System`: as its own text, in value number n, or nowhere. */
export type Slot = string | number | null;

/** A template laid out as Windows lays out events: each part of `System` in one place. */
export interface SystemPlan {
  readonly slots: Readonly<Record<SystemPart, Slot>>;
  /** What stands beside `System`. */
  readonly payload: readonly ContentPlan[];
}

/** @returns null for any other template: the general reader takes its records. */
export function systemPlanOf({ content, isDamaged }: Fragment): SystemPlan | null {
  const [event] = content;
  if (isDamaged || content.length !== 1 || !isElement(event) || event.name !== 'Event') return null;
  const [system, ...others] = event.content.filter(isElement).filter(({ name }) => name === 'System');
  if (system === undefined || others.length > 0 || !system.content.every(isElement)) return null;
  const elements = system.content.filter(isElement);
  const slots: Partial<Record<SystemPart, Slot>> = {};
  for (const part of SYSTEM_PARTS) {
    const [element, attribute] = SYSTEM_PLACES[part];
    const slot = slotOf(elements, element, attribute);
    if (slot === undefined) return null;
    slots[part] = slot;
  }
  // The loop has set every part.
  return { slots: slots as Record<SystemPart, Slot>, payload: event.content.filter((plan) => plan !== system) };
}

// Object.keys gives strings, whatever the object.
const SYSTEM_PARTS = Object.keys(SYSTEM_PLACES) as SystemPart[];

const isElement = (plan: ContentPlan | undefined): plan is ElementPlan =>
  typeof plan === 'object' && plan.kind === 'element';

/** Elsewhere content beside attributes may be an optional value, which takes the whole element with it. */
const HAS_BOTH: ReadonlySet<string> = new Set(['EventID']);

/** undefined: it is put together from several parts. */
function slotOf(system: readonly ElementPlan[], elementName: string, attributeName: string | null): Slot | undefined {
  const [element, ...others] = system.filter(({ name }) => name === elementName);
  if (others.length > 0) return undefined;
  if (element === undefined) return null;
  if (attributeName === null) return slotOfParts(element.content);
  const [attribute, ...doubles] = element.attributes.filter(({ name }) => name === attributeName);
  if (doubles.length > 0 || (element.content.length > 0 && !HAS_BOTH.has(elementName))) return undefined;
  return attribute === undefined ? null : slotOfParts(attribute.parts);
}

function slotOfParts(parts: readonly ContentPlan[]): Slot | undefined {
  const [part, ...others] = parts;
  if (part === undefined) return null;
  if (others.length > 0) return undefined;
  if (typeof part === 'string') return part;
  return part.kind === 'value' ? part.index : undefined;
}
