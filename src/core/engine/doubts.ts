import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { groupBy } from '../model/group-by.ts';
import type { Incident } from './incident.ts';
import { canBeSettled } from './lack.ts';
import type { RuleMatches } from './rule-matches.ts';
import { LENIENT, not, type Truth, UNKNOWN } from './truth.ts';

/** So many are told; they are in the order of the rule. */
const MAX_DOUBTS = 3;

/**
 * What would rule a finding out and could not be looked for, or is not sure, each with the reason: `it came back within the hour: the System log given
 * ends 3m after it`. Questions have a part of their own, and that another rule may speak is no doubt.
 */
export function doubtsOf(incident: Incident, rule: RuleDefinition, matches: RuleMatches): readonly string[] {
  const doubts = (rule.rule_out ?? []).flatMap(({ if: condition, because }) => {
    const { value, reservations } = incident.evaluateDoubt(condition);
    if (value !== UNKNOWN && value !== LENIENT) return [];
    // Below a `not` the value of a name is turned round.
    const decides = (one: Truth): boolean => one === value || one === not(value);
    const open = reservations.filter((one) => one.kind === 'name' && decides(one.value) && canBeSettled(one));
    const isOfLogs = open.length > 0 && open.every(({ name }) => !matches.asksForFindings(name));
    // One reason is enough: the others mostly say the same of another window.
    const [reason = ''] = open.flatMap(({ reasons }) => reasons);
    return isOfLogs ? [{ because, reason }] : [];
  });
  return [...groupBy(doubts.slice(0, MAX_DOUBTS), ({ reason }) => reason)].map(([reason, of]) => {
    const becauses = of.map(({ because }) => because).join('; or ');
    return reason === '' ? becauses : `${becauses}: ${reason}`;
  });
}
