import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { ReportCause } from '../model/report.ts';
import { describeReservation } from './describe.ts';
import type { Incident, Reservation } from './incident.ts';
import { canBeSettled, type Lack, type OpenPoint } from './lack.ts';
import type { PatternMatch } from './patterns/match.ts';
import { holds, UNKNOWN } from './truth.ts';

const WEIGHTS = { strong: 3, moderate: 2, weak: 1 } as const;
/** A cause is named only with this score and this lead: the numbers are ranks, never probabilities. */
const NAMED_SCORE = 2;
const NAMED_LEAD = 1;

export interface RankedCauses {
  readonly causes: readonly ReportCause[];
  readonly wouldName: readonly Lack[];
  readonly open: readonly OpenPoint[];
  /** Matches behind the evidence for and against. */
  readonly matches: readonly PatternMatch[];
  /** Matches behind the evidence for the named cause. */
  readonly namedBy: readonly PatternMatch[];
}
interface Scored extends ReportCause {
  readonly open: readonly Reservation[];
  readonly matches: readonly PatternMatch[];
  readonly matchesFor: readonly PatternMatch[];
}

function score(incident: Incident, { id, title, evidence }: RuleDefinition['causes'][number]): Scored {
  const [forIt, against]: [string[], string[]] = [[], []];
  const open: Reservation[] = [];
  const matches: PatternMatch[] = [];
  const matchesFor: PatternMatch[] = [];
  let total = 0;
  for (const item of evidence) {
    const outcome = incident.evaluate(item.if);
    if (outcome.value === UNKNOWN) open.push(...outcome.reservations);
    if (!holds(outcome.value)) continue;
    matches.push(...outcome.matches);
    if ('for' in item) {
      total += WEIGHTS[item.for];
      forIt.push(item.because);
      matchesFor.push(...outcome.matches);
    } else {
      total -= WEIGHTS[item.against];
      against.push(item.because);
    }
  }
  return { id, title, score: total, named: false, for: forIt, against, open, matches, matchesFor };
}

/** Causes by score, in the order of the rule where equal; the first is named only with a lead. */
export function rankCauses(incident: Incident, rule: RuleDefinition): RankedCauses {
  const scored = rule.causes.map((cause) => score(incident, cause)).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  const isNamed =
    first !== undefined &&
    first.score >= NAMED_SCORE &&
    first.score - (second?.score ?? Number.NEGATIVE_INFINITY) >= NAMED_LEAD;
  const leading =
    isNamed || first === undefined ? [] : scored.filter((cause) => cause.score === first.score || cause === second);
  return {
    causes: scored.map(({ id, title, score: total, for: forIt, against }, index) => ({
      id,
      title,
      score: total,
      named: isNamed && index === 0,
      for: forIt,
      against,
    })),
    wouldName: leading.flatMap((cause) =>
      cheapest(cause).map((one) => ({ decides: `for “${cause.title}”`, lacking: describeReservation(rule, one) })),
    ),
    open: scored.flatMap((cause) => cause.open.map((reservation) => ({ decides: cause.id, reservation }))),
    matches: scored.flatMap((cause) => cause.matches),
    namedBy: isNamed ? (first?.matchesFor ?? []) : [],
  };
}

/** A question is cheaper to settle than a log that covers more. */
const cheapest = ({ open }: Scored): readonly Reservation[] => {
  const one = open.find(({ kind }) => kind === 'context') ?? open.find(canBeSettled);
  return one === undefined ? [] : [one];
};
