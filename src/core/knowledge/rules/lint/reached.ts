import { listOf } from '../../../model/list-of.ts';
import { familyOf, isFindingClass } from '../classes.ts';
import type { RuleFile } from '../schema.ts';
import { basesOf, classNamesOf } from '../semantics/view.ts';
import { stepOf } from '../steps.ts';

interface Reached {
  /** Classes and patterns. */
  readonly names: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

/** All that these names and flags stand on, and they themselves. */
export function reachedFrom(
  rule: Pick<RuleFile, 'events' | 'find' | 'state'>,
  from: Iterable<string>,
  fromFlags: Iterable<string> = [],
): Reached {
  const [names, flags, pending] = [new Set<string>(), new Set<string>(), [...from]];
  const addFlag = (flag: string): void => {
    if (flags.has(flag)) return;
    flags.add(flag);
    const state = rule.state?.[flag];
    pending.push(...listOf(state?.set), ...listOf(state?.clear));
  };
  for (const flag of fromFlags) addFlag(flag);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    const pattern = Object.hasOwn(rule.find, name) ? rule.find[name] : undefined;
    if (pattern !== undefined) {
      pending.push(...classNamesOf(pattern), ...basesOf(pattern).map(([, base]) => base));
      if ('seq' in pattern)
        for (const flag of pattern.seq.flatMap((step) => Object.keys(stepOf(step).when ?? {}))) addFlag(flag);
    }
    const definition = Object.hasOwn(rule.events, name) ? rule.events[name] : undefined;
    if (definition !== undefined && !isFindingClass(definition)) pending.push(...familyOf(rule.events, name));
  }
  return { names, flags };
}
