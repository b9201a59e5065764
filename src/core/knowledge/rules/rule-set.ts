import { isFindingClass } from './classes.ts';
import { DEFAULT_BY } from './defaults.ts';
import { nearest } from './nearest.ts';
import { alternatives, type Complaint, onKey, onValue, quote } from './problem.ts';
import type { RuleDefinition } from './schema.ts';
import { holds, usesOf } from './semantics/keys.ts';

/**
 * What only the rules together can tell: ids stand once, findings name rules that exist, in no circle, with the fields they are joined on.
 * @param failed ids of rules that did not load: naming one is no mistake of this rule, its finding is just unknown.
 * @returns complaints by index of the rule.
 */
export function checkRuleSet(
  rules: readonly RuleDefinition[],
  failed: readonly string[] = [],
): ReadonlyMap<number, readonly Complaint[]> {
  const ruleById = new Map([...rules].reverse().map((rule) => [rule.id, rule]));
  const check = (rule: RuleDefinition): readonly Complaint[] => [
    ...(ruleById.get(rule.id) === rule
      ? []
      : [onValue(['id'], `there is a rule ${quote(rule.id)} already`, 'an id stands once')]),
    ...checkFindings(rule, ruleById, new Set(failed)),
  ];
  return new Map(rules.map((rule, index) => [index, check(rule)]));
}

type RuleById = ReadonlyMap<string, RuleDefinition>;

function* checkFindings(rule: RuleDefinition, ruleById: RuleById, failed: ReadonlySet<string>): Generator<Complaint> {
  for (const [name, definition] of Object.entries(rule.events)) {
    if (!isFindingClass(definition) || failed.has(definition.finding)) continue;
    const path = ['events', name, 'finding'];
    const other = ruleById.get(definition.finding);
    if (other === undefined) {
      const near = nearest(definition.finding, ruleById.keys());
      const hint = near === null ? '"evdx rules list" shows the ids' : `write "${near}"`;
      yield onValue(path, `there is no rule ${quote(definition.finding)}`, hint);
    } else if (leadsTo(other, rule.id, ruleById)) {
      yield onValue(path, `${quote(other.id)} rests on findings of this rule`, 'break the circle');
    } else {
      yield* checkFields(rule, name, definition.by, other);
    }
  }
}

/** A finding is joined on the fields of its rule's key. */
function* checkFields(
  rule: RuleDefinition,
  name: string,
  by: readonly string[] | undefined,
  other: RuleDefinition,
): Generator<Complaint> {
  const given = other.by ?? DEFAULT_BY;
  const uses = [...usesOf(rule)].filter(({ className }) => className === name);
  const wanted = new Set(by ?? uses.flatMap((use) => use.by));
  const lacking = [...wanted].find((field) => !holds(given, field));
  if (lacking === undefined) return;
  const shared = [...wanted].filter((field) => holds(given, field));
  yield onKey(
    ['events', name, ...(by === undefined ? [] : ['by'])],
    `findings of ${quote(other.id)} have no field ${quote(lacking)}, only ${alternatives(given, 'and')}`,
    `write "by: [${shared.join(', ')}]"`,
  );
}

function leadsTo(from: RuleDefinition, id: string, ruleById: RuleById): boolean {
  const pending = [from];
  const seen = new Set<RuleDefinition>();
  for (let rule = pending.pop(); rule !== undefined; rule = pending.pop()) {
    if (rule.id === id) return true;
    if (seen.has(rule)) continue;
    seen.add(rule);
    for (const definition of Object.values(rule.events)) {
      const next = isFindingClass(definition) ? ruleById.get(definition.finding) : undefined;
      if (next !== undefined) pending.push(next);
    }
  }
  return false;
}
