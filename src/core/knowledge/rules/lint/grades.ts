import { isFindingClass } from '../classes.ts';
import { parseExpression } from '../expression.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import { anchorOf } from '../semantics/view.ts';
import { impliedBy, impossible, spread } from './implied.ts';
import { canHold, nameKeys } from './satisfy.ts';
import type { LintView } from './view.ts';

/** A grade that no log can give: its condition is never true, or an earlier one always is where it holds. */
export function* lintGrades(view: LintView): Generator<Complaint> {
  const { rule } = view;
  const anchor = anchorOf(view);
  if (anchor === undefined) return;
  const entries = (rule.grade ?? []).flatMap((entry, index) =>
    Object.entries(entry).map(([word, text]) => ({
      word,
      path: ['grade', index, word],
      condition: parseExpression(text),
    })),
  );
  const implied = impliedBy(view, anchor);
  const never = spread(view, (name) => impossible(view, name) !== null);
  const unverified = spread(view, (name) => isUnverified(view, name));
  for (const [index, { word, path, condition }] of entries.entries()) {
    const earlier = entries.slice(0, index);
    if (canHold(condition, [], { implied, never }) === false) {
      const culprit = nameKeys(condition).find((name) => never.has(name));
      const why = culprit === undefined ? null : reasonFor(view, culprit);
      yield onKey(
        path,
        `the grade ${quote(word)} can never be reached: its condition is never true`,
        why ?? FIX_CONDITION,
      );
      continue;
    }
    const before = earlier.map((one) => one.condition);
    if (canHold(condition, before, { implied, never }) === false) {
      const shadow = earlier.find((one) => canHold(condition, [one.condition], { implied, never }) === false);
      const by = shadow === undefined ? 'the grades before it' : `the grade ${quote(shadow.word)} before it`;
      yield onKey(
        path,
        `the grade ${quote(word)} can never be reached: wherever it holds, ${by} holds too`,
        'leave it out, or put the stricter condition first',
      );
    } else if (word !== 'possible' && canHold(condition, [], { implied: [], never: unverified }) === false) {
      const culprit = nameKeys(condition).find((name) => unverified.has(name)) ?? anchor;
      yield onKey(
        path,
        `the grade ${quote(word)} can never be reached: ${quote(culprit)} rests on a class of "source: unverified", which caps it at possible`,
        'write "possible", or name a source that has the event',
      );
    }
  }
}

const FIX_CONDITION = 'it contradicts itself or what every match of the anchor makes true; correct it or leave it out';

function isUnverified({ rule }: LintView, name: string): boolean {
  const definition = rule.events[name];
  return definition !== undefined && !isFindingClass(definition) && definition.source === 'unverified';
}

function reasonFor(view: LintView, name: string): string | null {
  const own = impossible(view, name);
  if (own !== null) return own;
  const cause = view.names.classes.map((one) => impossible(view, one)).find((reason) => reason !== null);
  return cause ?? null;
}
