import { durationMs } from '../duration.ts';
import { type Complaint, onKey, onValue, type Path, quote } from '../problem.ts';
import type { RulePattern } from '../schema.ts';
import { stepOf } from '../steps.ts';
import { checkOverlap } from './overlap.ts';
import { basesOf, type RuleView } from './view.ts';

const MAX_STEPS = 32; // rule-language.md, section 3

type Sequence = Extract<RulePattern, { seq: unknown }>;
type Absence = Extract<RulePattern, { absent: unknown }>;

export function* checkPatterns(view: RuleView): Generator<Complaint> {
  const { find, events } = view.rule;
  for (const [name, pattern] of Object.entries(find)) {
    const path = ['find', name];
    if ('seq' in pattern && view.isWhole) yield* checkSequence([...path, 'seq'], pattern);
    if ('absent' in pattern) yield* checkAbsence([...path, 'absent'], pattern);
    if ('all' in pattern) yield* checkOverlap([...path, 'all'], pattern.all, events);
    if ('count' in pattern && pattern.count.min === 1) {
      yield onValue([...path, 'count', 'min'], 'one event is not a burst', 'write 2 or more, or use {one: NAME}');
    }
    yield* checkCircle(view, name, pattern);
  }
}

function* checkSequence(path: Path, { seq, within }: Sequence): Generator<Complaint> {
  const steps = seq.map(stepOf);
  for (const [index, step] of steps.entries()) {
    const isFirst = index === 0;
    const isEdge = isFirst || index === steps.length - 1;
    for (const key of ['gap', 'forbid'] as const) {
      if (isFirst && step[key] !== undefined && (step.times ?? 1) === 1) {
        yield onKey([...path, index, key], `${quote(key)} has no effect on the first step`, 'give it to a later step');
      }
    }
    if (isEdge && step.optional === true) {
      yield onKey([...path, index, 'optional'], 'the first and the last step cannot be optional', 'leave the step out');
    }
    if (step.optional === true && step.forbid !== undefined) {
      yield onKey(
        [...path, index, 'forbid'],
        '"forbid" has no effect on an optional step',
        'give it to the step after',
      );
    }
    if (step.gap !== undefined && durationMs(step.gap) > durationMs(within)) {
      yield onValue(
        [...path, index, 'gap'],
        `"gap" is longer than "within" (${within})`,
        'make it shorter, or leave it out',
      );
    }
  }
  const count = steps.reduce((sum, { times = 1 }) => sum + times, 0);
  if (count > MAX_STEPS) yield onKey(path, `${count} steps with all "times"`, `use at most ${MAX_STEPS}, or "count"`);
}

function* checkAbsence(path: Path, { absent }: Absence): Generator<Complaint> {
  const count = Number(absent.after !== undefined) + Number(absent.before !== undefined);
  if (count === 0) yield onKey(path, '"after" or "before" is missing', 'say where the absence begins: "after: NAME"');
  if (count === 2) yield onKey([...path, 'before'], '"after" and "before" exclude each other', 'keep one of them');
  if (durationMs(absent.for) === 0)
    yield onValue([...path, 'for'], 'a time of zero holds no event', 'write a longer time');
}

function* checkCircle({ rule }: RuleView, start: string, pattern: RulePattern): Generator<Complaint> {
  const seen = new Set<string>();
  const pending = basesOf(pattern).map(([, name]) => name);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === start) {
      yield onKey(['find', start], `pattern ${quote(start)} refers to itself`, 'break the circle');
      return;
    }
    const base = Object.hasOwn(rule.find, name) ? rule.find[name] : undefined;
    if (base === undefined || seen.has(name)) continue;
    seen.add(name);
    pending.push(...basesOf(base).map(([, next]) => next));
  }
}
