import { readCode } from '../knowledge/codes/scan.ts';
import type { RuleDataTest, RulePart, RuleTextTest, RuleValueTest } from '../knowledge/rules/schema.ts';
import { arePatterns, type RuleWords, writtenWords } from '../knowledge/rules/words.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import { serviceName } from '../knowledge/words/service-name.ts';
import { toldReason } from '../knowledge/words/told-reason.ts';
import type { EventContent } from '../model/event.ts';
import { listOf } from '../model/list-of.ts';
import { matchesData } from './data-test.ts';
import { fieldReader } from './field-reader.ts';
import { compileGlob } from './glob.ts';
import { ofLastEvent } from './of-last-event.ts';
import { containsAny, eventHolds, matchesAny, type TextSearch, textHolds } from './text-search.ts';

/** In the order they are asked: provider and id first, the others tell near misses. `tool` has become a provider. */
export const clauseNames = [
  ...(['provider', 'id', 'log', 'level', 'category', 'user'] as const),
  ...(['code', 'text', 'strings', 'fields', 'data'] as const),
] as const satisfies readonly (keyof RulePart)[];
export type ClauseName = (typeof clauseNames)[number];
/** One condition of a class; null: the event does not carry the field. */
export interface Clause {
  readonly name: ClauseName;
  test(event: EventContent): boolean | null;
}
type TextPredicate = (text: string) => boolean;

/** The loader has turned names into numbers; unsigned spellings fold to the signed one. */
const foldCode = (code: number | string): number => Number(code) | 0;
export const codesOf = (codes: RulePart['code']): readonly number[] => listOf(codes).map(foldCode);

/** Names compare without case, through `canonical`. */
export function compileWords(
  words: RuleWords,
  canonical = (text: string): string => text.toLowerCase(),
): TextPredicate {
  const written = writtenWords(words);
  if (arePatterns(words)) {
    const globs = written.map(compileGlob);
    return (text) => globs.some((glob) => glob(text));
  }
  const wanted = new Set(written.map(canonical));
  return (text) => wanted.has(canonical(text));
}

function compileTextTest(test: RuleTextTest): (event: EventContent) => boolean {
  if ('any' in test) {
    const parts = test.any.map(compileTextTest);
    return (event) => parts.some((part) => part(event));
  }
  if ('all' in test) {
    const parts = test.all.map(compileTextTest);
    return (event) => parts.every((part) => part(event));
  }
  const search = 'contains' in test ? containsAny(listOf(test.contains)) : matchesAny(listOf(test.regex));
  return (event) => eventHolds(event, search);
}

const searched =
  (search: TextSearch): TextPredicate =>
  (text) =>
    textHolds(text, search);

/** The reason that a message tells in words of Windows, where a source that carries inserts has `%%1053`. */
const reasonOf = ofLastEvent(toldReason);
const serviceNameOf = ofLastEvent(serviceName);

/** The name of the service that an insert shows by what it is called in the language of Windows. */
function serviceOf(event: EventContent, insert: number): string | null {
  const service = serviceNameOf(event);
  return service?.insert === insert ? service.name : null;
}

interface ValueTest {
  ofValue(value: string): boolean;
  /** The source carries no values: the message is searched, and a plain value means *contains*. */
  ofMessage(event: EventContent, message: string): boolean;
}
const alike = (test: TextPredicate): ValueTest => ({ ofValue: test, ofMessage: (_, message) => test(message) });

function compileValueTest(test: RuleValueTest): ValueTest {
  if (typeof test === 'object' && !Array.isArray(test)) {
    if ('contains' in test) return alike(searched(containsAny(listOf(test.contains))));
    if ('regex' in test) return alike(searched(matchesAny(listOf(test.regex))));
    const wanted = new Set<number | null>(listOf(test.code).map(foldCode));
    const isWanted = (value: string): boolean => wanted.has(readCode(value));
    return {
      ofValue: isWanted,
      ofMessage: (event, message) =>
        event.codes.some((code) => wanted.has(code)) || isWanted(message) || wanted.has(reasonOf(event)),
    };
  }
  const values = listOf(test).map((value) => String(value).toLowerCase());
  const contains = searched(containsAny(values));
  return {
    ofValue: (value) => values.includes(value.toLowerCase()),
    ofMessage: (_, message) => contains(message),
  };
}

function compileStrings(tests: NonNullable<RulePart['strings']>): Clause['test'] {
  const compiled = Object.entries(tests).map(
    ([position, test]) => [Number(position) - 1, compileValueTest(test)] as const,
  );
  return (event) => {
    const { strings, message } = event;
    if (strings.length > 0)
      return compiled.every(([index, test]) => {
        if (index >= strings.length) return false;
        if (test.ofValue(strings[index] ?? '')) return true;
        const name = serviceOf(event, index);
        return name !== null && test.ofValue(name);
      });
    return message === null ? null : compiled.every(([, test]) => test.ofMessage(event, message));
  };
}

function compileFields(tests: NonNullable<RulePart['fields']>): Clause['test'] {
  const compiled = Object.entries(tests).map(([name, test]) => [fieldReader(name), compileValueTest(test)] as const);
  return (event) => {
    if (event.fields.size > 0)
      return compiled.every(([read, test]) => {
        const value = read(event.fields);
        return value !== null && test.ofValue(value);
      });
    const { message } = event;
    return message === null ? null : compiled.every(([, test]) => test.ofMessage(event, message));
  };
}

function compileId(id: NonNullable<RulePart['id']>): (eventId: number) => boolean {
  if (typeof id === 'object' && !Array.isArray(id)) return (eventId) => eventId >= id.from && eventId <= id.to;
  const wanted = new Set(listOf(id));
  return (eventId) => wanted.has(eventId);
}

function compileProvider(words: RuleWords): Clause['test'] {
  const matches = compileWords(words, canonicalProvider);
  return ({ provider, providerAlias }) =>
    provider === null && providerAlias === null
      ? null
      : (provider !== null && matches(provider)) || (providerAlias !== null && matches(providerAlias));
}

const nullable =
  <T>(read: (event: EventContent) => T | null, test: (value: T) => boolean): Clause['test'] =>
  (event) => {
    const value = read(event);
    return value === null ? null : test(value);
  };

const includedIn =
  <T>(wanted: readonly T[]) =>
  (value: T): boolean =>
    wanted.includes(value);

const compileCode = (codes: NonNullable<RulePart['code']>): Clause['test'] => {
  const wanted = new Set(codesOf(codes));
  return (event) => event.codes.some((code) => wanted.has(code));
};

const compileData = (test: RuleDataTest): Clause['test'] =>
  nullable(
    ({ data }) => data,
    (data) => matchesData(data, test),
  );

type Compilers = { readonly [Name in ClauseName]: (written: NonNullable<RulePart[Name]>) => Clause['test'] };
const COMPILERS: Compilers = {
  provider: compileProvider,
  id: (id) => nullable(({ eventId }) => eventId, compileId(id)),
  log: (words) => nullable(({ channel }) => channel, compileWords(words)),
  level: (levels) => nullable(({ level }) => level, includedIn(listOf(levels))),
  category: (words) => nullable(({ category }) => category, compileWords(words)),
  user: (words) => nullable(({ user }) => user, compileWords(words)),
  code: compileCode,
  text: compileTextTest,
  strings: compileStrings,
  fields: compileFields,
  data: compileData,
};

function* clauseOf<Name extends ClauseName>(name: Name, part: RulePart): Generator<Clause> {
  const written = part[name];
  if (written !== undefined) yield { name, test: COMPILERS[name](written) };
}

export const compileClauses = (part: RulePart): readonly Clause[] =>
  clauseNames.flatMap((name) => [...clauseOf(name, part)]);
