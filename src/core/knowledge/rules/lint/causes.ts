import { parseExpression } from '../expression.ts';
import { type Complaint, onKey, onValue, quote } from '../problem.ts';
import { anchorOf } from '../semantics/view.ts';
import { impliedBy, impossible, spread } from './implied.ts';
import { canHold } from './satisfy.ts';
import type { LintView } from './view.ts';

/** A cause that nothing speaks for, and conditions that are never true. */
export function* lintCauses(view: LintView): Generator<Complaint> {
  const { rule } = view;
  const anchor = anchorOf(view);
  const implied = anchor === undefined ? [] : impliedBy(view, anchor);
  const world = { implied, never: spread(view, (name) => impossible(view, name) !== null) };
  const isDead = (text: string | boolean): boolean => canHold(parseExpression(text), [], world) === false;
  for (const [index, { id, evidence }] of rule.causes.entries()) {
    const path = ['causes', index];
    if (evidence.every((one) => 'against' in one)) {
      yield onKey(
        [...path, 'evidence'],
        `nothing speaks for the cause ${quote(id)}, so it can never be named`,
        'add evidence with "for", or leave the cause out',
      );
    }
    for (const [place, one] of evidence.entries())
      if (isDead(one.if)) yield deadCondition([...path, 'evidence', place, 'if'], 'evidence');
  }
  for (const [index, one] of (rule.rule_out ?? []).entries())
    if (isDead(one.if)) yield deadCondition(['rule_out', index, 'if'], 'reason to rule it out');
  for (const [index, one] of (rule.impact ?? []).entries())
    if (isDead(one.if)) yield deadCondition(['impact', index, 'if'], 'impact');
}

const deadCondition = (path: Complaint['path'], what: string): Complaint =>
  onValue(
    path,
    `this ${what} can never count: its condition is never true`,
    'it contradicts itself or what every match of the anchor makes true; correct it or leave it out',
  );
