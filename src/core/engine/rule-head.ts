import { type EventClass, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import { type ClassHead, type Identity, isNamed, type RuleHead } from '../knowledge/rules/rule-head.ts';
import type { RuleSource } from '../knowledge/rules/rule-source.ts';
import type { RuleDefinition, RulePart } from '../knowledge/rules/schema.ts';
import { arePatterns, writtenWords } from '../knowledge/rules/words.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import { isSinceVista } from '../knowledge/words/since-vista.ts';
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
    anchorLogs: restsOnFindings ? null : joinedLogs(anchor.map((name) => logsNeeded(flattenClass(events, name) ?? {}))),
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
  const written = writtenWords(words);
  return arePatterns(words) ? { like: written } : { providers: written.map(canonicalProvider) };
}

const askOf = ({ level, log }: RulePart): readonly Pick<RulePart, 'level' | 'log'>[] =>
  level === undefined && log === undefined
    ? []
    : [{ ...(level === undefined ? {} : { level }), ...(log === undefined ? {} : { log }) }];

/** Does a class ask for nothing that a Windows before Vista could write? */
export const asksSinceVista = (definition: EventClass): boolean =>
  branchesOf(definition).every((branch) => {
    const names = writtenWords(branch.provider ?? definition.provider);
    return names.length > 0 && names.every(isSinceVista);
  });

/** The logs of a class; empty: every log. */
export const logsNeeded = (definition: EventClass): readonly string[] =>
  joinedLogs(branchesOf(definition).map((branch) => writtenWords(branch.log ?? definition.log)));

/** The logs of all lists, each once; empty, which stands for every log, where one of the lists is. */
export const joinedLogs = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.some((logs) => logs.length === 0) ? [] : [...new Set(lists.flat())];
