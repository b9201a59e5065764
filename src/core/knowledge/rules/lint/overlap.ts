import { listAt } from '../../../model/map-at.ts';
import { flattenClass, isFindingClass } from '../classes.ts';
import { anchorOf } from '../defaults.ts';
import { type Complaint, onKey, onValue, quote } from '../problem.ts';
import type { RuleDefinition } from '../schema.ts';
import { basesOf, classNamesOf } from '../semantics/view.ts';

/** Keys of a class that say nothing about which events it takes. */
const BESIDE_THE_EVENT = new Set(['capture', 'extends', 'by', 'source', 'expect']);

/** The classes an anchor is made of, as text that is equal where the classes are. */
function anchorClasses(rule: RuleDefinition): string {
  const classes = new Set<string>();
  const seen = new Set<string>();
  const pending = [anchorOf(rule)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const pattern = Object.hasOwn(rule.find, name) ? rule.find[name] : undefined;
    if (pattern === undefined) classes.add(classText(rule, name));
    else pending.push(...classNamesOf(pattern), ...basesOf(pattern).map(([, base]) => base));
  }
  return [...classes].sort().join('\n');
}

function classText(rule: RuleDefinition, name: string): string {
  const definition = rule.events[name];
  if (definition === undefined || isFindingClass(definition)) return JSON.stringify(definition ?? name);
  const flat = Object.entries(flattenClass(rule.events, name) ?? {}).filter(
    ([key, value]) => value !== undefined && !BESIDE_THE_EVENT.has(key),
  );
  return JSON.stringify(
    flat.map(([key, value]) => [key, sorted(value)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Names compare without case, and lists as sets. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]));
}

const restsOn = (rule: RuleDefinition, id: string): boolean =>
  Object.values(rule.events).some((definition) => isFindingClass(definition) && definition.finding === id);

/**
 * Rules whose anchors are made of the same events: they find the same thing twice, unless one says that the other explains it.
 * @returns complaints by index of the rule; of two it is the later one.
 */
export function lintOverlap(rules: readonly RuleDefinition[]): ReadonlyMap<number, readonly Complaint[]> {
  const earlier = new Map<string, RuleDefinition[]>();
  const found = new Map<number, readonly Complaint[]>();
  for (const [index, rule] of rules.entries()) {
    if (rule.status === 'deprecated') continue;
    const classes = anchorClasses(rule);
    const same = listAt(earlier, classes);
    const other = same.find((one) => !restsOn(rule, one.id) && !restsOn(one, rule.id));
    same.push(rule);
    if (other === undefined) continue;
    const message = `the anchor is made of the same events as that of ${quote(other.id)}: a log that shows them is told twice`;
    const hint = 'join the rules, make one more specific, or let one take the findings of the other';
    found.set(index, [
      rule.anchor === undefined ? onKey(['find', anchorOf(rule)], message, hint) : onValue(['anchor'], message, hint),
    ]);
  }
  return found;
}
