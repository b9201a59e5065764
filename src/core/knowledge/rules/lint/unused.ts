import { listOf } from '../../../model/list-of.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import { conditionReferences } from '../semantics/conditions.ts';
import { anchorOf } from '../semantics/view.ts';
import { reachedFrom } from './reached.ts';
import type { LintView } from './view.ts';

/** A class, pattern, flag or context probe that no grade, rule-out, cause, impact, step or anchor leads to. */
export function* lintUnused(view: LintView): Generator<Complaint> {
  const used = usedNames(view);
  const { names } = view;
  const kinds = [
    ['events', 'class', names.classes, used.names],
    ['find', 'pattern', names.patterns, used.names],
    ['state', 'flag', names.flags, used.flags],
    ['context', 'context probe', names.contexts, used.contexts],
  ] as const;
  for (const [key, kind, given, known] of kinds) {
    for (const name of given) {
      if (known.has(name)) continue;
      yield onKey(
        [key, name],
        `${kind} ${quote(name)} decides nothing: nothing that counts uses it`,
        'use it in a grade, cause, rule_out or impact, or leave it out',
      );
    }
  }
}

interface Used {
  /** Classes and patterns. */
  readonly names: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  readonly contexts: ReadonlySet<string>;
}

function usedNames(view: LintView): Used {
  const { rule } = view;
  const contexts = new Set<string>();
  const pending: string[] = [];
  const flags: string[] = [];
  for (const reference of conditionReferences(view)) {
    if ('message' in reference) continue;
    if (reference.kind === 'context') contexts.add(reference.name);
    else pending.push(reference.name);
  }
  const anchor = anchorOf(view);
  if (anchor !== undefined) pending.push(anchor);
  for (const { steps } of rule.resolution) {
    for (const { expect, show } of steps) {
      if (expect !== undefined && 'event' in expect) pending.push(expect.event);
      if (show !== undefined && 'events' in show) pending.push(...listOf(show.events));
      if (show !== undefined && 'flag' in show) flags.push(show.flag);
    }
  }
  return { ...reachedFrom(rule, pending, flags), contexts };
}
