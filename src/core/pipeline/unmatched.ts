import { truthOfAnswer } from '../engine/context.ts';
import { UNKNOWN } from '../engine/truth.ts';
import { nearest } from '../knowledge/rules/nearest.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { Report } from '../model/report.ts';
import { type FactInput, type InputOptions, isZoneOf } from './options.ts';
import { isSameHost } from './period.ts';

interface Unmatched {
  readonly files: readonly string[];
  readonly clocks: readonly string[];
  /** All events that were read were left out: of another time or host. */
  readonly isEmpty: boolean;
}

const isOn = (statistics: Report['statistics'], wanted: string): boolean =>
  statistics.some(({ host }) => host !== null && isSameHost(wanted.toLowerCase(), host));

/** What names a file or a host that is in none of the inputs, as it was given: a slip of the pen there changes nothing, silently. */
export function unmatchedNames(
  { sources, statistics }: Pick<Report, 'sources' | 'statistics'>,
  { tz = [], clocks = [] }: Pick<InputOptions, 'tz' | 'clocks'>,
): Unmatched {
  const isHere = (wanted: string): boolean => isOn(statistics, wanted);
  return {
    files: tz.flatMap((choice) =>
      choice.file === null || sources.some(({ name }) => isZoneOf(choice, name)) ? [] : [choice.file],
    ),
    clocks: clocks.flatMap(({ host }) => (isHere(host) ? [] : [host])),
    isEmpty: statistics.length === 0 && sources.some(({ events }) => events > 0),
  };
}

/** Facts that no question asks for, because a value says more than yes or no. */
const hasValue = (name: string): boolean => /^(?:os|product)$|^(?:file|registry)\./i.test(name);

/** Names of facts that rules ask for, by lower case: that of a probe, and with the id of its rule in front. */
async function askedNames(added: readonly RuleDefinition[]): Promise<ReadonlyMap<string, string>> {
  const { builtinSources } = await import('../knowledge/builtin/sources.ts');
  const rules = [...builtinSources.map(({ definition }) => definition), ...added];
  const names = rules.flatMap(({ id, context }) =>
    Object.keys(context ?? {}).flatMap((name) => [name, `${id}.${name}`]),
  );
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** Why an answer can change nothing, in words; null: it can. */
export async function describeUnmatchedFacts(
  facts: readonly FactInput[],
  { statistics, facts: known }: Pick<Report, 'statistics' | 'facts'>,
  added: readonly RuleDefinition[] = [],
): Promise<readonly { readonly fact: FactInput; readonly because: string }[]> {
  const names = await askedNames(added);
  const isHere = (host: string): boolean =>
    isOn(statistics, host) ||
    known.some((fact) => fact.from !== 'option' && fact.host !== null && isSameHost(host.toLowerCase(), fact.host));
  const why = ({ host, name, value }: FactInput): string | null => {
    if (host !== null && !isHere(host)) return 'no log is from this host';
    if (hasValue(name)) return null;
    if (names.has(name.toLowerCase())) return truthOfAnswer(value) === UNKNOWN ? 'write yes or no' : null;
    const near = nearest(name, names.values());
    return near === null ? 'no rule asks for it' : `no rule asks for it; did you mean ${near}?`;
  };
  return facts.flatMap((fact) => {
    const because = why(fact);
    return because === null ? [] : [{ fact, because }];
  });
}
