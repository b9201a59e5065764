import { isFindingClass } from '../classes.ts';
import type { Complaint, Path } from '../problem.ts';
import type { RulePattern, RuleTest } from '../schema.ts';
import { basesOf, placed, type RuleView } from './view.ts';

export type NameKind = 'class' | 'pattern' | 'unknowable' | 'flag' | 'context' | 'cause';
/** A place where a rule uses a name; those inside conditions have an offset. */
export interface Reference {
  readonly path: Path;
  readonly name: string;
  readonly kind: NameKind;
  readonly on: Complaint['on'];
  readonly offset: number;
}

/** Every name a rule uses outside of conditions. */
export function* references({ rule }: RuleView): Generator<Reference> {
  for (const [name, definition] of Object.entries(rule.events)) {
    if (!isFindingClass(definition)) yield* refer('class', ['events', name, 'extends'], definition.extends);
  }
  for (const [name, { set, clear }] of Object.entries(rule.state ?? {})) {
    yield* refer('class', ['state', name, 'set'], set);
    yield* refer('class', ['state', name, 'clear'], clear);
  }
  for (const [name, pattern] of Object.entries(rule.find)) yield* patternReferences(['find', name], pattern);
  yield* refer('pattern', ['anchor'], rule.anchor);
  for (const [index, resolution] of rule.resolution.entries()) {
    const path = ['resolution', index];
    yield* refer('cause', [...path, 'for'], resolution.for);
    for (const [place, { expect, show }] of resolution.steps.entries()) {
      const step = [...path, 'steps', place];
      if (expect !== undefined && 'event' in expect) yield* refer('class', [...step, 'expect', 'event'], expect.event);
      if (show !== undefined && 'flag' in show) yield* refer('flag', [...step, 'show', 'flag'], show.flag);
      if (show !== undefined && 'events' in show) yield* refer('class', [...step, 'show', 'events'], show.events);
    }
  }
  if (typeof rule.tests === 'string') return;
  for (const [index, test] of rule.tests.entries()) yield* testReferences(['tests', index], test);
}

function* refer(kind: NameKind, path: Path, names: string | readonly string[] | undefined): Generator<Reference> {
  for (const [place, name] of placed(path, names)) yield { path: place, name, kind, on: 'value', offset: 0 };
}

function* patternReferences(path: Path, pattern: RulePattern): Generator<Reference> {
  for (const [below, name] of basesOf(pattern)) yield* refer('pattern', [...path, ...below], name);
  if ('one' in pattern) yield* refer('class', [...path, 'one'], pattern.one);
  if ('all' in pattern) {
    for (const [index, entry] of pattern.all.entries()) yield* refer('class', [...path, 'all', index], entry);
  }
  if ('count' in pattern) yield* refer('class', [...path, 'count', 'of'], pattern.count.of);
  if ('near' in pattern) yield* refer('class', [...path, 'near', 'of'], pattern.near.of);
  if ('absent' in pattern) {
    yield* refer('class', [...path, 'absent', 'of'], pattern.absent.of);
    yield* refer('class', [...path, 'absent', 'until'], pattern.absent.until);
  }
  if ('seq' in pattern) yield* stepReferences([...path, 'seq'], pattern.seq);
}

function* stepReferences(path: Path, steps: Extract<RulePattern, { seq: unknown }>['seq']): Generator<Reference> {
  for (const [index, step] of steps.entries()) {
    const place = [...path, index];
    if (typeof step === 'string') {
      yield* refer('class', place, step);
      continue;
    }
    yield* refer('class', [...place, 'event'], step.event);
    yield* refer('class', [...place, 'forbid'], step.forbid);
    for (const flag of Object.keys(step.when ?? {})) {
      yield { path: [...place, 'when', flag], name: flag, kind: 'flag', on: 'key', offset: 0 };
    }
  }
}

function* testReferences(path: Path, { expect, near_miss: miss, redundant }: RuleTest): Generator<Reference> {
  yield* refer('class', [...path, 'redundant'], redundant);
  if (typeof expect === 'object') {
    if (expect.cause !== 'none') yield* refer('cause', [...path, 'expect', 'cause'], expect.cause);
    yield* refer('unknowable', [...path, 'expect', 'unknown'], expect.unknown);
    yield* refer('class', [...path, 'expect', 'evidence'], expect.evidence);
  }
  if (miss === undefined) return;
  if ('event' in miss) yield* refer('class', [...path, 'near_miss', 'event'], miss.event);
  else {
    yield* refer('pattern', [...path, 'near_miss', 'pattern'], miss.pattern);
    yield* refer('class', [...path, 'near_miss', 'reached'], miss.reached);
    yield* refer('class', [...path, 'near_miss', 'missing'], miss.missing);
  }
}
