import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { asWritten } from '../model/as-written.ts';
import { UNKNOWN_VALUE } from '../model/unknown-value.ts';
import type { Key } from './keys.ts';
import type { RoleEvent } from './patterns/match.ts';
import type { RuleRun } from './rule-run.ts';

export const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** So many different values of one name stand in a text. */
const MAX_VALUES = 5;
/** In so many events it is looked up how a log writes a value: values that are compared without case are kept in lower case. */
const MAX_LOOKED_IN = 20;

/**
 * What a finding's texts may name, by field: the values of its key, and what its classes captured.
 * @param tiers the events to look in, those of the finding itself first: the first of these with a value tells
 */
export function capturedValues(
  run: RuleRun,
  key: Key,
  tiers: readonly (readonly RoleEvent[])[],
): Readonly<Record<string, string>> {
  const values = new Map<string, readonly string[]>(
    [...key.valueByField]
      .filter(([field, value]) => field !== 'host' && field !== 'log' && value !== UNKNOWN_VALUE)
      .map(([field, value]) => [field, [value]]),
  );
  for (const name of placeholdersIn(run.rule)) {
    if (values.has(name)) continue;
    const found = tiers.map((events) => valuesIn(run, name, events)).find(({ length }) => length > 0);
    if (found !== undefined) values.set(name, found);
  }
  const texts = tiers.flat().slice(0, MAX_LOOKED_IN).flatMap(textsOf);
  return Object.fromEntries(
    [...values].map(([name, found]) => [name, found.map((value) => asWritten(value, texts)).join(', ')]),
  );
}

const textsOf = ({ event: { event } }: RoleEvent): readonly string[] => [
  ...event.strings,
  ...event.fields.values(),
  ...(event.message === null ? [] : [event.message]),
];

/** The fields that steps of the rule name. */
function placeholdersIn({ resolution }: RuleDefinition): ReadonlySet<string> {
  const texts = resolution.flatMap(({ steps }) => steps.flatMap(({ do: text, run }) => [text, run?.command ?? '']));
  return new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)));
}

function valuesIn(run: RuleRun, name: string, events: readonly RoleEvent[]): readonly string[] {
  const values = new Set<string>();
  for (const { event } of events)
    for (const captured of run.capturesOf(event)) {
      const value = Object.hasOwn(captured, name) ? captured[name] : undefined;
      if (value !== undefined && value !== '' && value !== UNKNOWN_VALUE) values.add(value);
      if (values.size === MAX_VALUES) return [...values];
    }
  return [...values];
}
