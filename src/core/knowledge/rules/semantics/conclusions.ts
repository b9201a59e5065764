import { grades } from '../../../model/report.ts';
import { flattenClass } from '../classes.ts';
import { nearest } from '../nearest.ts';
import { type Complaint, onKey, onValue, type Path, quote } from '../problem.ts';
import type { RuleView } from './view.ts';

const PLACEHOLDER = /\{\{(\s{0,8}[A-Za-z_]\w{0,63}\s{0,8})\}\}/g;

/** Grades, causes, steps and references: what a rule says once it matched. */
export function* checkConclusions(view: RuleView): Generator<Complaint> {
  const { rule } = view;
  yield* checkGrades(view);
  yield* checkUnique('cause', 'causes', rule.causes);
  yield* checkUnique('resolution', 'resolution', rule.resolution);
  for (const [index, { id }] of rule.causes.entries()) {
    if (id === 'none') yield onValue(['causes', index, 'id'], '"none" means no cause in tests', 'choose another id');
  }
  for (const [index, reference] of rule.refs.entries()) {
    if (typeof reference === 'object' && !('kb' in reference || 'url' in reference || 'title' in reference)) {
      yield onValue(['refs', index], 'this reference leads nowhere', 'add "kb", "url" or "title"');
    }
  }
  if (view.isWhole) yield* checkPlaceholders(view);
}

function* checkGrades({ rule }: RuleView): Generator<Complaint> {
  const order: readonly string[] = grades;
  let highest = -1;
  for (const [index, entry] of (rule.grade ?? []).entries()) {
    const [grade = ''] = Object.keys(entry);
    const rank = order.indexOf(grade);
    if (rank < highest) {
      yield onKey(
        ['grade', index, grade],
        `${quote(grade)} stands after ${quote(order[highest])}`,
        'the first true one wins: confirmed, likely, possible',
      );
    }
    highest = Math.max(highest, rank);
  }
}

function* checkUnique(word: string, key: string, entries: readonly { readonly id: string }[]): Generator<Complaint> {
  for (const [index, { id }] of entries.entries()) {
    if (entries.findIndex((other) => other.id === id) < index) {
      yield onValue([key, index, 'id'], `there is a ${word} ${quote(id)} already`, 'choose another id');
    }
  }
}

function* checkPlaceholders({ rule }: RuleView): Generator<Complaint> {
  const captured = Object.keys(rule.events).flatMap((name) =>
    Object.keys(flattenClass(rule.events, name)?.capture ?? {}),
  );
  const known = new Set(captured);
  for (const [index, { steps }] of rule.resolution.entries()) {
    for (const [place, step] of steps.entries()) {
      const path = ['resolution', index, 'steps', place];
      yield* checkText([...path, 'do'], step.do, known);
      if (step.run !== undefined) yield* checkText([...path, 'run', 'command'], step.run.command, known);
    }
  }
}

function* checkText(path: Path, text: string, known: ReadonlySet<string>): Generator<Complaint> {
  for (const { 0: written, 1: inner = '', index } of text.matchAll(PLACEHOLDER)) {
    if (known.has(inner)) continue;
    const near = nearest(inner.trim(), known);
    const hint = near === null ? 'capture it in a class' : `write "{{${near}}}"`;
    yield onValue(path, `no class captures ${quote(written)}`, hint, index);
  }
}
