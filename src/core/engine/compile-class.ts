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

interface Part {
  readonly identity: readonly Clause[];
  readonly all: readonly Clause[];
}
const toPart = (part: RulePart): Part => {
  const all = compileClauses(part);
  return { all, identity: all.filter(({ name }) => IDENTITY.has(name)) };
};
const failedOf = ({ all }: Part, event: EventRecord): readonly ClauseName[] =>
  all.filter((clause) => !passes(clause, event)).map(({ name }) => name);
const isOf = ({ identity }: Part, event: EventRecord): boolean => identity.every((clause) => passes(clause, event));

/** Provider and id first: hundreds of classes share an id, and their other clauses cost far more. */
export function compileJudge(definition: EventClass): Judge {
  const own = toPart(definition);
  const branches = branchesOf(definition).map(toPart);
  const isNamed = branches.map((branch) => own.identity.length + branch.identity.length > 0);
  const excluded = listOf(definition.not).map(compileClauses);
  const isExcluded = (event: EventRecord): boolean =>
    excluded.some((clauses) => clauses.every((clause) => clause.test(event) === true));
  return (event) => {
    if (!isOf(own, event)) return new Stranger(own, event);
    const near = branches.filter((branch, index) => isNamed[index] && isOf(branch, event));
    const ownFailed = failedOf(own, event);
    const branchFailed = branches.map((branch) => (isOf(branch, event) ? failedOf(branch, event) : null));
    const excludedBy = isExcluded(event);
    if (ownFailed.length === 0 && !excludedBy && branchFailed.some((failed) => failed?.length === 0)) return TAKES;
    const nearest = branchFailed.flatMap((failed, index) => (isNamed[index] ? (failed ?? []) : []));
    const failed = [...ownFailed, ...nearest, ...(excludedBy ? ['not'] : [])];
    return { takes: false, near: near.length > 0, failed: [...new Set(failed)].sort() };
  };
}

/** An event of another provider or id; what else is wrong with it is worked out where somebody asks. */
class Stranger {
  readonly takes = false;
  readonly near = false;
  readonly #part: Part;
  readonly #event: EventRecord;

  constructor(part: Part, event: EventRecord) {
    this.#part = part;
    this.#event = event;
  }
  get failed(): readonly string[] {
    return failedOf(this.#part, this.#event);
  }
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
