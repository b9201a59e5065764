import { type EventClass, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import { type ClassHead, type Identity, isNamed, type RuleHead } from '../knowledge/rules/rule-head.ts';
import type { RuleSource } from '../knowledge/rules/rule-source.ts';
import type { RuleDefinition, RulePart } from '../knowledge/rules/schema.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import { isSinceVista } from '../knowledge/words/since-vista.ts';
import { listOf } from '../model/list-of.ts';
import { anchorClasses } from './anchor-classes.ts';
import { codesOf } from './clauses.ts';
import { branchesOf } from './compile-class.ts';

export const sourceOf = (definition: RuleDefinition): RuleSource => ({ head: headOf(definition), definition });

export function headOf(definition: RuleDefinition): RuleHead {
  const { id, status, events } = definition;
  const findings = Object.entries(events).flatMap(([name, one]) =>
    isFindingClass(one) ? [[name, one.finding] as const] : [],
  );
  const classes = Object.keys(events).flatMap((name) => {
    const flat = flattenClass(events, name);
    return flat === null ? [] : [classHeadOf(name, flat)];
  });
  const anchor = anchorClasses(definition);
  const restsOnFindings = findings.some(([name]) => anchor.includes(name));
  return {
    id,
    isDeprecated: status === 'deprecated',
    classes,
    findings,
    anchorLogs: restsOnFindings ? null : anyOf(anchor.map((name) => logsNeeded(flattenClass(events, name) ?? {}))),
  };
}

function classHeadOf(name: string, definition: EventClass): ClassHead {
  const identities = identitiesOf(definition);
  if (identities.every(isNamed)) return { name, identities };
  return { name, identities, codes: [definition, ...branchesOf(definition)].flatMap(({ code }) => codesOf(code)) };
}

/** What a class asks of provider and id, per branch. */
const identitiesOf = (definition: EventClass): readonly Identity[] =>
  branchesOf(definition).map((branch) => {
    const id = branch.id ?? definition.id;
    const asks = [definition, branch].flatMap(askOf);
    return {
      ...(id === undefined ? {} : { ids: typeof id === 'number' ? [id] : id }),
      ...namesOf(branch.provider ?? definition.provider),
      ...(id === undefined && asks.length > 0 ? { asks } : {}),
    };
  });

function namesOf(words: EventClass['provider']): Pick<Identity, 'providers' | 'like'> {
  if (words === undefined) return {};
  if (typeof words === 'object' && 'like' in words) return { like: listOf(words.like) };
  return { providers: listOf(words).map(canonicalProvider) };
}

const askOf = ({ level, log }: RulePart): readonly Pick<RulePart, 'level' | 'log'>[] =>
  level === undefined && log === undefined
    ? []
    : [{ ...(level === undefined ? {} : { level }), ...(log === undefined ? {} : { log }) }];

/** Does a class ask for nothing that a Windows before Vista could write? */
export const asksSinceVista = (definition: EventClass): boolean =>
  branchesOf(definition).every((branch) => {
    const words = branch.provider ?? definition.provider ?? [];
    const names = typeof words === 'object' && 'like' in words ? listOf(words.like) : listOf(words);
    return names.length > 0 && names.every(isSinceVista);
  });

/** The logs of a class; empty: every log. */
export function logsNeeded(definition: EventClass): readonly string[] {
  const logs = branchesOf(definition).map((branch) => logWords(branch.log ?? definition.log));
  return logs.some((words) => words.length === 0) ? [] : [...new Set(logs.flat())];
}

function logWords(log: EventClass['log']): readonly string[] {
  if (log === undefined) return [];
  return typeof log === 'object' && !Array.isArray(log) ? listOf(log.like) : listOf(log);
}

/** One log of some class is enough; empty: any. */
const anyOf = (needs: readonly (readonly string[])[]): readonly string[] =>
  needs.some((logs) => logs.length === 0) ? [] : [...new Set(needs.flat())];
