import { toolProvider } from '../../model/companion.ts';
import type { RuleClass, RulePart } from './schema.ts';

export type FindingClass = Extract<RuleClass, { finding: string }>;
export type EventClass = Exclude<RuleClass, FindingClass>;
export type Classes = Readonly<Record<string, RuleClass>>;

export const isFindingClass = (definition: RuleClass): definition is FindingClass => 'finding' in definition;

const classNamed = (events: Classes, name: string): RuleClass | undefined =>
  Object.hasOwn(events, name) ? events[name] : undefined;

/** This class and all it extends, nearest first; a circle ends where it closes. */
export function familyOf(events: Classes, name: string): ReadonlySet<string> {
  const family = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined && !family.has(next)) {
    family.add(next);
    const definition = classNamed(events, next);
    next = definition === undefined || isFindingClass(definition) ? undefined : definition.extends;
  }
  return family;
}

/** The class with all keys of those it extends; a key given again replaces it whole. null: a finding, or no such class. */
export function flattenClass(events: Classes, name: string): EventClass | null {
  const definition = classNamed(events, name);
  if (definition === undefined || isFindingClass(definition)) return null;
  const members = [...familyOf(events, name)].map((member) => classNamed(events, member) ?? {});
  const flat: EventClass = Object.assign({}, ...members.filter((member) => !('finding' in member)).reverse());
  return {
    ...withProvider(flat),
    ...(flat.any === undefined ? {} : { any: flat.any.map(withProvider) }),
    ...(flat.not === undefined ? {} : { not: [flat.not].flat().map(withProvider) }),
  };
}

/** What outputs of a tool say goes to the classes under a provider of its own. */
function withProvider<Part extends RulePart>(part: Part): Part {
  const { tool, ...rest } = part;
  return tool === undefined ? part : { ...part, ...rest, tool: undefined, provider: [tool].flat().map(toolProvider) };
}
