import { isFindingClass } from '../classes.ts';
import { type Expression, parseExpression } from '../expression.ts';
import { type Complaint, onKey, type Path, quote } from '../problem.ts';
import { anchorOf } from '../semantics/view.ts';
import { impliedBy, impossible, spread } from './implied.ts';
import { canHold, nameKeys, type World } from './satisfy.ts';
import type { LintView } from './view.ts';

interface Entry {
  readonly word: string;
  readonly path: Path;
  readonly condition: Expression;
}
/** What is known of the names in conditions. */
interface Known extends World {
  readonly view: LintView;
  readonly anchor: string;
  readonly unverified: ReadonlySet<string>;
}

/** A grade that no log can give: its condition is never true, or an earlier one always is where it holds. */
export function* lintGrades(view: LintView): Generator<Complaint> {
  const { rule } = view;
  const anchor = anchorOf(view);
  if (anchor === undefined) return;
  const entries: readonly Entry[] = (rule.grade ?? []).flatMap((entry, index) =>
    Object.entries(entry).map(([word, text]) => ({
      word,
      path: ['grade', index, word],
      condition: parseExpression(text),
    })),
  );
  const known: Known = {
    view,
    anchor,
    implied: impliedBy(view, anchor),
    never: spread(view, (name) => impossible(view, name) !== null),
    unverified: spread(view, (name) => isUnverified(view, name)),
  };
  for (const [index, entry] of entries.entries()) {
    const found =
      neverTrue(entry, known) ?? shadowed(entry, entries.slice(0, index), known) ?? neverVerified(entry, known);
    if (found !== null) yield found;
  }
}

const unreached = ({ word, path }: Pick<Entry, 'word' | 'path'>, why: string, fix: string): Complaint =>
  onKey(path, `the grade ${quote(word)} can never be reached: ${why}`, fix);

function neverTrue(entry: Entry, known: Known): Complaint | null {
  if (canHold(entry.condition, [], known) !== false) return null;
  const culprit = nameKeys(entry.condition).find((name) => known.never.has(name));
  const why = culprit === undefined ? null : reasonFor(known.view, culprit);
  return unreached(entry, 'its condition is never true', why ?? FIX_CONDITION);
}

function shadowed({ condition, ...entry }: Entry, earlier: readonly Entry[], known: Known): Complaint | null {
  const canHoldWithout = (others: readonly Entry[]): boolean =>
    canHold(
      condition,
      others.map((one) => one.condition),
      known,
    ) !== false;
  if (canHoldWithout(earlier)) return null;
  const shadow = earlier.find((one) => !canHoldWithout([one]));
  const by = shadow === undefined ? 'the grades before it' : `the grade ${quote(shadow.word)} before it`;
  return unreached(entry, `wherever it holds, ${by} holds too`, 'leave it out, or put the stricter condition first');
}

/** A class that nobody has seen caps the grade. */
function neverVerified(entry: Entry, { anchor, unverified }: Known): Complaint | null {
  if (entry.word === 'possible' || canHold(entry.condition, [], { implied: [], never: unverified }) !== false)
    return null;
  const culprit = nameKeys(entry.condition).find((name) => unverified.has(name)) ?? anchor;
  return unreached(
    entry,
    `${quote(culprit)} rests on a class of "source: unverified", which caps it at possible`,
    'write "possible", or name a source that has the event',
  );
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
