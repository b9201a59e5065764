import { flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition, RulePart } from '../knowledge/rules/schema.ts';
import { writtenWords } from '../knowledge/rules/words.ts';
import { listOf } from '../model/list-of.ts';
import { branchesOf } from './compile-class.ts';

/** So many sources are named. */
const MAX_SOURCES = 3;

const sourceOf = ({ provider }: RulePart): string => {
  const [first = ''] = writtenWords(provider);
  return first.replaceAll('*', '');
};
const idsOf = ({ id }: RulePart): readonly string[] => {
  if (id === undefined) return [];
  return typeof id === 'object' && 'from' in id ? [`${id.from}–${id.to}`] : listOf(id).map(String);
};

/** Rules whose findings these classes take. */
const findingsOf = (rule: RuleDefinition, classes: readonly string[]): readonly string[] => [
  ...new Set(
    classes.flatMap((name) => {
      const definition = rule.events[name];
      return definition !== undefined && isFindingClass(definition) ? [definition.finding] : [];
    }),
  ),
];

/** `disk 7/11/51`: the events of classes. Who reads a report does not know what the rule calls them. */
export function eventsOf(rule: RuleDefinition, classes: readonly string[]): string {
  const idsBySource = new Map<string, Set<string>>();
  for (const name of classes) {
    const definition = flattenClass(rule.events, name);
    for (const branch of definition === null ? [] : branchesOf(definition)) {
      const part = { ...definition, ...branch };
      const ids = idsBySource.get(sourceOf(part)) ?? new Set();
      for (const id of idsOf(part)) ids.add(id);
      idsBySource.set(sourceOf(part), ids);
    }
  }
  const named = [...idsBySource].map(([source, ids]) => [source, [...ids].join('/')].filter((part) => part !== ''));
  const texts = [
    ...named.filter(({ length }) => length > 0).map((parts) => parts.join(' ')),
    ...findingsOf(rule, classes).map((id) => `finding of ${id}`),
  ];
  return `${texts.slice(0, MAX_SOURCES).join(', ')}${texts.length > MAX_SOURCES ? ', …' : ''}`;
}
