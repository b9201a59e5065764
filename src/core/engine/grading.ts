import { isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition, RuleExpression } from '../knowledge/rules/schema.ts';
import { type Grade, grades } from '../model/report.ts';
import { describeReservation } from './describe.ts';
import { eventsOf } from './events-of.ts';
import type { Incident, Outcome } from './incident.ts';
import { canBeSettled, type Lack, type OpenPoint } from './lack.ts';
import type { PatternMatch } from './patterns/match.ts';
import { holds, LENIENT, TRUE, UNKNOWN } from './truth.ts';

export interface Graded {
  readonly grade: Grade;
  readonly outcome: Outcome;
  readonly wouldRaise: readonly Lack[];
  readonly notes: readonly string[];
  /** What was unknown or held with a reservation in the grades above, with the grade that asked. */
  readonly open: readonly OpenPoint[];
}
type GradeCondition = NonNullable<RuleDefinition['grade']>[number];

/** The schema allows one key, a grade. */
const conditionOf = (written: GradeCondition): readonly [Grade, RuleExpression] => {
  const valueByWord = new Map(Object.entries(written));
  const grade = grades.find((word) => valueByWord.has(word)) ?? 'possible';
  return [grade, valueByWord.get(grade) ?? false];
};
const gradeConditions = (rule: RuleDefinition, anchor: string): readonly (readonly [Grade, RuleExpression])[] =>
  rule.grade === undefined ? [['confirmed', anchor]] : rule.grade.map(conditionOf);

const lower = (a: Grade, b: Grade): Grade => (grades.indexOf(a) > grades.indexOf(b) ? a : b);
export const isBetter = (a: Grade, b: Grade): boolean => grades.indexOf(a) < grades.indexOf(b);

/** The first true grade, capped by reservations and by classes nobody has seen; null: no finding. */
export function gradeOf(incident: Incident, rule: RuleDefinition, anchor: string): Graded | null {
  const open: OpenPoint[] = [];
  for (const [grade, expression] of gradeConditions(rule, anchor)) {
    const outcome = incident.evaluateGrade(expression);
    if (outcome.value !== TRUE)
      for (const reservation of outcome.reservations)
        if (outcome.value >= UNKNOWN) open.push({ decides: grade, reservation });
    if (!holds(outcome.value)) continue;
    const { cap, notes } = sourcesOf(outcome, rule);
    const capped = lower(outcome.value === LENIENT ? lower(grade, 'likely') : grade, cap);
    const above = open.filter(({ decides }) => grades.some((word) => word === decides && isBetter(word, capped)));
    return {
      grade: capped,
      outcome,
      wouldRaise: above
        .filter(({ reservation }) => canBeSettled(reservation))
        .map(({ decides, reservation }) => ({ decides, lacking: describeReservation(rule, reservation) })),
      notes: [...(outcome.value === LENIENT ? outcome.reservations.flatMap(({ reasons }) => reasons) : []), ...notes],
      open: above,
    };
  }
  return null;
}

/** One burst of a hundred thousand events may stand behind as many incidents. */
const rolesByMatch = new WeakMap<PatternMatch, readonly string[]>();
function rolesOf(match: PatternMatch): readonly string[] {
  const known = rolesByMatch.get(match) ?? [...new Set(match.events.map(({ role }) => role))];
  rolesByMatch.set(match, known);
  return known;
}

/** Classes the author knows from elsewhere are named; those nobody has seen yet cap the grade. */
function sourcesOf(
  { matches }: Outcome,
  rule: RuleDefinition,
): { readonly cap: Grade; readonly notes: readonly string[] } {
  const roles = [...new Set(matches.flatMap(rolesOf))];
  const bySource = (wanted: 'external' | 'unverified') =>
    roles.filter((role) => {
      const definition = rule.events[role];
      return definition !== undefined && !isFindingClass(definition) && definition.source === wanted;
    });
  const [external, unverified] = [bySource('external'), bySource('unverified')];
  const notes: string[] = [];
  const named = (classes: readonly string[]): string => eventsOf(rule, classes) || classes.join(', ');
  if (external.length > 0) notes.push(`known from elsewhere, not from the references: ${named(external)}`);
  if (unverified.length > 0) notes.push(`not confirmed by any source yet: ${named(unverified)}`);
  return { cap: unverified.length > 0 ? 'possible' : 'confirmed', notes };
}
