import { listOf } from '../../../model/list-of.ts';
import { type EventClass, familyOf, flattenClass, isFindingClass } from '../classes.ts';
import { type Complaint, onKey, onValue, type Path, quote } from '../problem.ts';
import type { RulePart } from '../schema.ts';
import { stepOf } from '../steps.ts';
import { arePatterns } from '../words.ts';
import { negatedNames } from './conditions.ts';
import { basesOf, classNamesOf, commonFields, placed, type RuleView } from './view.ts';

const LEVELS_OF_CODES: readonly string[] = ['critical', 'error', 'warning'];
const WORD_KEYS = ['log', 'provider', 'category', 'user'] as const;

export function* checkClasses(view: RuleView): Generator<Complaint> {
  const { rule } = view;
  for (const [name, definition] of Object.entries(rule.events)) {
    if (isFindingClass(definition)) continue;
    const path = ['events', name];
    yield* checkIdentity(view, name, definition);
    yield* checkExtends(view, name, definition);
    yield* checkPart(path, definition);
    for (const [index, branch] of (definition.any ?? []).entries()) yield* checkPart([...path, 'any', index], branch);
    for (const [place, part] of placed([...path, 'not'], definition.not)) yield* checkPart(place, part);
    yield* checkCapture([...path, 'capture'], definition.capture);
  }
  if (view.isWhole) yield* checkExpectations(view);
}

/** An event costs a look-up by provider or id; a code is looked for in warnings and worse only; anything else would cost every event. */
function* checkIdentity({ rule }: RuleView, name: string, own: EventClass): Generator<Complaint> {
  const flat = flattenClass(rule.events, name) ?? own;
  for (const [index, branch] of (flat.any ?? [{}]).entries()) {
    const part: RulePart = { ...flat, ...branch };
    if (part.id !== undefined || part.provider !== undefined) continue;
    const path = own.any === undefined ? ['events', name] : ['events', name, 'any', index];
    const subject = own.any === undefined ? `class ${quote(name)}` : `a branch of class ${quote(name)}`;
    const levels = listOf(part.level);
    if (part.code === undefined) {
      yield onKey(path, `${subject} names no id and no provider`, 'add one, here or in every branch of "any"');
    } else if (levels.length === 0) {
      yield onKey(
        path,
        `${subject} names a code alone`,
        'add "level: [critical, error, warning]", an id or a provider',
      );
    } else if (levels.some((level) => !LEVELS_OF_CODES.includes(level))) {
      yield onKey(
        path,
        `${subject} names a code alone, with a level below warning`,
        'write "level: [critical, error, warning]", or add an id or a provider',
      );
    }
  }
}

function* checkExtends({ rule }: RuleView, name: string, own: EventClass): Generator<Complaint> {
  if (own.extends === undefined) return;
  const path = ['events', name, 'extends'];
  const parent = Object.hasOwn(rule.events, own.extends) ? rule.events[own.extends] : undefined;
  if (parent === undefined) return;
  if (isFindingClass(parent)) {
    yield onValue(path, `${quote(own.extends)} stands for a finding`, 'extend a class of events');
  } else if (familyOf(rule.events, own.extends).has(name)) {
    yield onValue(path, `class ${quote(name)} extends itself`, 'leave one "extends" of the circle out');
  }
}

function* checkPart(path: Path, part: RulePart): Generator<Complaint> {
  const beside = (['log', 'provider', 'id', 'data'] as const).find((key) => part[key] !== undefined);
  if (part.tool !== undefined && beside !== undefined)
    yield onKey([...path, beside], `the output of a tool has no ${beside}`, 'leave it out, or leave "tool" out');
  for (const key of WORD_KEYS) {
    const words = part[key];
    if (words === undefined || !arePatterns(words)) continue;
    for (const [place, glob] of placed([...path, key, 'like'], words.like)) {
      if (/^\*+$/.test(glob))
        yield onValue(place, `${quote(glob)} fits everything`, `name a ${key}, or leave the key out`);
    }
  }
  const { id } = part;
  if (typeof id === 'object' && 'from' in id && id.from > id.to) {
    yield onValue([...path, 'id'], `"from" ${id.from} is larger than "to" ${id.to}`, 'write the smaller number first');
  }
}

function* checkCapture(path: Path, capture: EventClass['capture']): Generator<Complaint> {
  for (const [field, sources] of Object.entries(capture ?? {})) {
    if (commonFields.includes(field)) {
      yield onKey([...path, field], `every event has a field ${quote(field)}`, 'choose another name');
    }
    for (const [place, source] of placed([...path, field], sources).slice(0, -1)) {
      if (source.else !== undefined) {
        yield onKey([...place, 'else'], 'what follows an "else" is never tried', 'give it to the last source only');
      }
    }
  }
}

/** `expect` speaks about coverage, so it needs somebody who asks for that. */
function* checkExpectations(view: RuleView): Generator<Complaint> {
  const { events } = view.rule;
  const used = new Set([...coveredNames(view)].flatMap((name) => [...familyOf(events, name)]));
  for (const [name, definition] of Object.entries(events)) {
    if (!isFindingClass(definition) && definition.expect !== undefined && !used.has(name)) {
      yield onKey(
        ['events', name, 'expect'],
        `"expect" has no effect: nothing asks whether ${quote(name)} is absent`,
        'leave it out, or use the class in "absent", "near", "forbid", "state" or under "not"',
      );
    }
  }
}

/** Classes of which some pattern, flag or condition wants to know that they did not occur. */
function coveredNames(view: RuleView): ReadonlySet<string> {
  const { find, state } = view.rule;
  const names = new Set<string>();
  const addAll = (list: readonly string[]): void => {
    for (const name of list) names.add(name);
  };
  for (const { set, clear } of Object.values(state ?? {})) addAll([...listOf(set), ...listOf(clear)]);
  for (const pattern of Object.values(find)) {
    if ('absent' in pattern || 'near' in pattern) addAll(classNamesOf(pattern));
    if ('seq' in pattern) addAll(pattern.seq.flatMap((step) => listOf(stepOf(step).forbid)));
  }
  const pending = [...negatedNames(view)];
  for (let name = pending.pop(), seen = new Set<string>(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const pattern = Object.hasOwn(find, name) ? find[name] : undefined;
    if (pattern === undefined) names.add(name);
    else {
      addAll(classNamesOf(pattern));
      pending.push(...basesOf(pattern).map(([, base]) => base));
    }
  }
  return names;
}
