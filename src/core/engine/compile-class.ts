import type { EventClass } from '../knowledge/rules/classes.ts';
import type { RulePart } from '../knowledge/rules/schema.ts';
import type { EventContent } from '../model/event.ts';
import { listOf } from '../model/list-of.ts';
import type { ClassHit } from '../model/scan.ts';
import { compileCapture } from './captures.ts';
import { type Clause, type ClauseName, clauseNames, compileClauses } from './clauses.ts';

/** What a class says of an event: it takes it, or the clauses that refused it; `near` when it names an id, and provider and id were right. */
export type Verdict =
  | { readonly takes: true }
  | { readonly takes: false; readonly near: boolean; readonly failed: readonly string[] };
export type Judge = (event: EventContent) => Verdict;

const TAKES: Verdict = { takes: true };
const IDENTITY: ReadonlySet<ClauseName> = new Set(['provider', 'id']);
/** Missing text is not a miss: an unknown value passes these; of every other clause it fails. */
const PASSES_UNKNOWN: ReadonlySet<ClauseName> = new Set(['log', 'level', 'category', 'user']);

const passes = (clause: Clause, event: EventContent): boolean => clause.test(event) ?? PASSES_UNKNOWN.has(clause.name);

/** The parts an event may take: the class itself, or each branch of its `any` together with it. */
export const branchesOf = (definition: EventClass): readonly RulePart[] => definition.any ?? [{}];

interface Part {
  readonly identity: readonly Clause[];
  readonly others: readonly Clause[];
}
const toPart = (part: RulePart): Part => {
  const all = compileClauses(part);
  return {
    identity: all.filter(({ name }) => IDENTITY.has(name)),
    others: all.filter(({ name }) => !IDENTITY.has(name)),
  };
};

/** The names of clauses as bits: which of them refused an event is asked for every one that comes near. */
const NAMES = [...clauseNames, 'not'] as const;
const bitOf = (name: (typeof NAMES)[number]): number => 1 << NAMES.indexOf(name);
const NOT = bitOf('not');
function failedOf(clauses: readonly Clause[], event: EventContent): number {
  let failed = 0;
  for (const clause of clauses) if (!passes(clause, event)) failed |= bitOf(clause.name);
  return failed;
}

/** The same few refusals come again and again. */
const refusals = new Map<number, Verdict>();
function refusalOf(failed: number, near: boolean): Verdict {
  const key = failed * 2 + Number(near);
  const known = refusals.get(key);
  if (known !== undefined) return known;
  const names = NAMES.filter((name) => (failed & bitOf(name)) !== 0).sort();
  const refusal = { takes: false, near, failed: names } as const;
  refusals.set(key, refusal);
  return refusal;
}

/**
 * Provider and id first: hundreds of classes share an id, and a log has few names. What they decide is decided once a name; the judge that comes of it
 * asks the other clauses only.
 */
export function compileJudge(definition: EventClass): (named: EventContent) => Judge {
  const own = toPart(definition);
  const branches = branchesOf(definition).map(toPart);
  const excluded = listOf(definition.not).map(compileClauses);
  const isExcluded = (event: EventContent): boolean =>
    excluded.some((clauses) => clauses.every((clause) => clause.test(event) === true));
  return (named) => {
    const isOf = ({ identity }: Part): boolean => identity.every((clause) => passes(clause, named));
    if (!isOf(own)) return (event) => refusalOf(failedOf([...own.identity, ...own.others], event), false);
    const called = branches.filter(isOf).map(({ identity, others }) => ({
      namesId: [...own.identity, ...identity].some(({ name }) => name === 'id'),
      others,
    }));
    const isNear = called.some(({ namesId }) => namesId);
    return (event) => {
      let failed = failedOf(own.others, event) | (isExcluded(event) ? NOT : 0);
      const mayTake = failed === 0;
      for (const { others, namesId } of called) {
        const failedHere = failedOf(others, event);
        if (mayTake && failedHere === 0) return TAKES;
        if (namesId) failed |= failedHere;
      }
      return refusalOf(failed, isNear);
    };
  };
}

/** What an event that the class takes is kept with. A capture without a value is left out: whether the event can do without is decided by the key. */
export function compileHit(definition: EventClass, classIndex: number): (event: EventContent) => ClassHit {
  const captures = Object.entries(definition.capture ?? {}).map(
    ([name, sources]) => [name, compileCapture(sources)] as const,
  );
  // One serves all events of a class that captures nothing: tens of thousands are kept.
  const plain: ClassHit = { classIndex, captured: {} };
  if (captures.length === 0) return () => plain;
  return (event) => {
    const captured: Record<string, string> = {};
    for (const [name, read] of captures) {
      const value = read(event);
      if (value !== null) captured[name] = value;
    }
    return { classIndex, captured };
  };
}
