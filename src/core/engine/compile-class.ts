import type { EventClass } from '../knowledge/rules/classes.ts';
import type { RulePart } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import { compileCapture } from './captures.ts';
import { type Clause, type ClauseName, compileClauses, listOf } from './clauses.ts';

/** What a class says of an event: it takes it, or the clauses that refused it; `near` when provider and id were right. */
export type Verdict =
  | { readonly takes: true }
  | { readonly takes: false; readonly near: boolean; readonly failed: readonly string[] };
export type Judge = (event: EventRecord) => Verdict;

const TAKES: Verdict = { takes: true };
const IDENTITY: ReadonlySet<ClauseName> = new Set(['provider', 'id']);
/** Missing text is not a miss: an unknown value passes these; of every other clause it fails. */
const PASSES_UNKNOWN: ReadonlySet<ClauseName> = new Set(['log', 'level', 'category', 'user']);

const passes = (clause: Clause, event: EventRecord): boolean => clause.test(event) ?? PASSES_UNKNOWN.has(clause.name);

/** The parts an event may take: the class itself, or each branch of its `any` together with it. */
export const branchesOf = (definition: EventClass): readonly RulePart[] => definition.any ?? [{}];

export function compileJudge(definition: EventClass): Judge {
  const own = compileClauses(definition);
  const branches = branchesOf(definition).map(compileClauses);
  const isNamed = branches.map((branch) => [...own, ...branch].some(({ name }) => IDENTITY.has(name)));
  const excluded = listOf(definition.not).map(compileClauses);
  const failedOf = (clauses: readonly Clause[], event: EventRecord) =>
    clauses.filter((clause) => !passes(clause, event)).map(({ name }) => name);
  return (event) => {
    const ownFailed = failedOf(own, event);
    if (ownFailed.some((name) => IDENTITY.has(name))) return { takes: false, near: false, failed: ownFailed };
    const branchFailed = branches.map((branch) => failedOf(branch, event));
    const excludedBy = excluded.some((clauses) => clauses.every((clause) => clause.test(event) === true));
    if (ownFailed.length === 0 && !excludedBy && branchFailed.some((failed) => failed.length === 0)) return TAKES;
    const nearest = branchFailed.filter(
      (failed, index) => isNamed[index] && !failed.some((name) => IDENTITY.has(name)),
    );
    const failed = [...ownFailed, ...nearest.flat(), ...(excludedBy ? ['not'] : [])];
    return { takes: false, near: nearest.length > 0, failed: [...new Set(failed)].sort() };
  };
}

/** Values by capture name; a name without a value is left out: whether the event can do without is decided by the key. */
export function compileCaptures(definition: EventClass): (event: EventRecord) => Readonly<Record<string, string>> {
  const captures = Object.entries(definition.capture ?? {}).map(
    ([name, sources]) => [name, compileCapture(sources)] as const,
  );
  if (captures.length === 0) return () => NOTHING;
  return (event) => {
    const values: Record<string, string> = {};
    for (const [name, read] of captures) {
      const value = read(event);
      if (value !== null) values[name] = value;
    }
    return values;
  };
}
const NOTHING: Readonly<Record<string, string>> = {};
