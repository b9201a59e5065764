import { listOf } from '../../../model/list-of.ts';
import { flattenClass, isFindingClass } from '../classes.ts';
import { DEFAULT_BY } from '../defaults.ts';
import { nearest } from '../nearest.ts';
import { alternatives, type Complaint, onKey, onValue, type Path, quote } from '../problem.ts';
import type { RuleDefinition, RulePattern } from '../schema.ts';
import { stepOf } from '../steps.ts';
import { anchorOf, basesOf, classNamesOf, commonFields, ownBy, type RuleView } from './view.ts';

/** A class with the fields of `by` that a pattern or flag joins it on. */
interface Use {
  readonly className: string;
  readonly by: readonly string[];
}

/** Fields of `by` exist where they are needed (rule-language.md, section 4, Keys). */
export function* checkKeys(view: RuleView): Generator<Complaint> {
  if (!view.isWhole) return;
  const captured = new Set(Object.keys(view.rule.events).flatMap((name) => capturesOf(view, name)));
  yield* checkFieldsExist(view, captured);
  yield* checkUses(view, captured);
  yield* checkClassKeys(view);
  yield* checkDistinct(view);
  yield* checkAnchor(view);
}

const capturesOf = ({ rule }: RuleView, className: string): readonly string[] =>
  Object.keys(flattenClass(rule.events, className)?.capture ?? {});

const isGroup = (field: string): boolean => field === 'cluster' || field === 'site';
/** A host belongs to one cluster and one site, so who tells hosts apart tells those apart. */
export const holds = (by: readonly string[], field: string): boolean =>
  by.includes(field) || (isGroup(field) && by.includes('host'));

/** Every `by` with its path, but those of classes. */
function* joins({ rule }: RuleView): Generator<readonly [Path, readonly string[]]> {
  if (rule.by !== undefined) yield [['by'], rule.by];
  for (const [name, pattern] of Object.entries(rule.find)) yield [['find', name, 'by'], ownBy(pattern) ?? []];
  for (const [name, { by }] of Object.entries(rule.state ?? {})) yield [['state', name, 'by'], by ?? []];
}

function* checkFieldsExist(view: RuleView, captured: ReadonlySet<string>): Generator<Complaint> {
  // A finding brings the fields of another rule: only the rules together can tell (rule-set.ts).
  const isOpen = Object.values(view.rule.events).some((one) => isFindingClass(one) && one.by === undefined);
  if (isOpen) return;
  const known = [...commonFields, ...captured];
  for (const [path, by] of joins(view)) {
    for (const [index, field] of by.entries()) {
      if (known.includes(field)) continue;
      const near = nearest(field, known);
      const hint = near === null ? `capture it, or write ${alternatives(known)}` : `write "${near}"`;
      yield onValue([...path, index], `no class captures a field ${quote(field)}`, hint);
    }
  }
}

function* checkUses(view: RuleView, captured: ReadonlySet<string>): Generator<Complaint> {
  const told = new Set<string>();
  for (const { className, by } of usesOf(view.rule)) {
    const definition = Object.hasOwn(view.rule.events, className) ? view.rule.events[className] : undefined;
    if (definition === undefined || isFindingClass(definition) || definition.by !== undefined) continue;
    const own = [...commonFields, ...capturesOf(view, className)];
    for (const field of by) {
      if (own.includes(field) || !captured.has(field) || told.has(`${className} ${field}`)) continue;
      told.add(`${className} ${field}`);
      const hint = `capture "${field}", or give the class a coarser "by", such as "by: [${by.filter((other) => own.includes(other)).join(', ')}]"`;
      yield onKey(
        ['events', className],
        `class ${quote(className)} has no field ${quote(field)}, which "by" needs`,
        hint,
      );
    }
  }
}

/** Every use of a class by a pattern or flag. */
export function* usesOf(rule: RuleDefinition): Generator<Use> {
  const ruleBy = rule.by ?? DEFAULT_BY;
  for (const pattern of Object.values(rule.find)) {
    const by = ownBy(pattern) ?? ruleBy;
    for (const className of classNamesOf(pattern)) yield { className, by };
  }
  for (const state of Object.values(rule.state ?? {})) {
    for (const className of [...listOf(state.set), ...listOf(state.clear)]) yield { className, by: state.by ?? ruleBy };
  }
}

/** A class's own `by` is coarser than that of rule and patterns, and made of fields the class has. */
function* checkClassKeys(view: RuleView): Generator<Complaint> {
  const { rule } = view;
  const joined = [...new Set([...(rule.by ?? DEFAULT_BY), ...[...joins(view)].flatMap(([, by]) => by)])];
  for (const [name, definition] of Object.entries(rule.events)) {
    const own = isFindingClass(definition) ? null : [...commonFields, ...capturesOf(view, name)];
    for (const [index, field] of (definition.by ?? []).entries()) {
      const path = ['events', name, 'by', index];
      if (!holds(joined, field)) {
        yield onValue(
          path,
          `nothing is joined on ${quote(field)}`,
          `write fields of the rule's "by": ${alternatives(joined)}`,
        );
      } else if (own !== null && !own.includes(field)) {
        yield onValue(path, `class ${quote(name)} has no field ${quote(field)}`, 'capture it, or leave it out');
      }
    }
  }
}

function* checkDistinct(view: RuleView): Generator<Complaint> {
  for (const [name, pattern] of Object.entries(view.rule.find)) {
    if (!('count' in pattern) || pattern.count.distinct === undefined) continue;
    const { of, distinct } = pattern.count;
    const without = listOf(of).find((className) => {
      const flat = flattenClass(view.rule.events, className);
      return flat !== null && ![...commonFields, ...Object.keys(flat.capture ?? {})].includes(distinct);
    });
    if (without === undefined) continue;
    const near = nearest(distinct, capturesOf(view, without));
    yield onValue(
      ['find', name, 'count', 'distinct'],
      `class ${quote(without)} has no field ${quote(distinct)}`,
      near === null ? 'capture it there' : `write "${near}"`,
    );
  }
}

function* checkAnchor(view: RuleView): Generator<Complaint> {
  const { rule, names } = view;
  const anchor = anchorOf(view);
  if (anchor === undefined) {
    const message =
      names.patterns.length === 0 ? '"find" names no pattern and "anchor" is missing' : '"anchor" is missing';
    const options = names.patterns.length === 0 ? names.classes : names.patterns;
    yield onKey(['find'], message, `add "anchor: NAME" with ${alternatives(options) || 'a class'}`);
    return;
  }
  const by = rule.by ?? DEFAULT_BY;
  const lost = by.find((field) => !carries(view, anchor, field, new Set()));
  if (lost === undefined) return;
  yield onValue(
    rule.anchor === undefined ? ['find', anchor] : ['anchor'],
    `the anchor ${quote(anchor)} does not tell ${quote(lost)} apart, but the rule's "by" does`,
    `give the pattern "by: [${by.join(', ')}]" and classes that have it, or leave "${lost}" out of the rule's "by"`,
  );
}

/** Has each match of this pattern or class a value for a field of the rule's `by`? Unknown names are told elsewhere. */
function carries(view: RuleView, name: string, field: string, seen: Set<string>): boolean {
  const { find, events } = view.rule;
  const pattern = Object.hasOwn(find, name) ? find[name] : undefined;
  if (pattern === undefined) {
    const by = Object.hasOwn(events, name) ? events[name]?.by : undefined;
    return by === undefined || holds(by, field);
  }
  // All patterns on the way have to carry it, so one that was looked at need not be again.
  if (seen.has(name)) return true;
  seen.add(name);
  const by = ownBy(pattern);
  if (by !== undefined && !holds(by, field)) return false;
  return deciders(pattern).some((together) => together.every((other) => carries(view, other, field, seen)));
}

/** Groups of names of which one group, whole, has to carry a field: one event that has it gives it to a chain or a set. */
function deciders(pattern: RulePattern): readonly (readonly string[])[] {
  if ('one' in pattern) return [listOf(pattern.one)];
  if ('count' in pattern) return [listOf(pattern.count.of)];
  if ('seq' in pattern) return pattern.seq.map(stepOf).flatMap((step) => (step.optional ? [] : [listOf(step.event)]));
  if ('all' in pattern) return pattern.all.map((entry) => listOf(entry));
  return [basesOf(pattern).map(([, name]) => name)];
}
