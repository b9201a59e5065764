import { familyOf, isFindingClass } from '../classes.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import { conditionReferences } from '../semantics/conditions.ts';
import { anchorOf, basesOf, classNamesOf, listOf, stepObject } from '../semantics/view.ts';
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
  return { ...close(view, pending, flags), contexts };
}

/** All that these names and flags stand on. */
function close({ rule }: LintView, pending: string[], flags: string[]): Omit<Used, 'contexts'> {
  const [names, seenFlags] = [new Set<string>(), new Set<string>()];
  const addFlag = (flag: string): void => {
    if (seenFlags.has(flag)) return;
    seenFlags.add(flag);
    const state = rule.state?.[flag];
    pending.push(...listOf(state?.set), ...listOf(state?.clear));
  };
  for (const flag of flags) addFlag(flag);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    const pattern = Object.hasOwn(rule.find, name) ? rule.find[name] : undefined;
    if (pattern !== undefined) {
      pending.push(...classNamesOf(pattern), ...basesOf(pattern).map(([, base]) => base));
      if ('seq' in pattern)
        for (const flag of pattern.seq.flatMap((step) => Object.keys(stepObject(step).when ?? {}))) addFlag(flag);
    }
    const definition = Object.hasOwn(rule.events, name) ? rule.events[name] : undefined;
    if (definition !== undefined && !isFindingClass(definition)) pending.push(...familyOf(rule.events, name));
  }
  return { names, flags: seenFlags };
}
