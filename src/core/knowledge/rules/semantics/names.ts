import { reservedWords } from '../expression.ts';
import { nearest } from '../nearest.ts';
import { alternatives, type Complaint, onKey, type Path, quote } from '../problem.ts';
import { conditionReferences } from './conditions.ts';
import { type NameKind, type Reference, references } from './references.ts';
import type { RuleNames, RuleView } from './view.ts';

const MAX_LISTED = 8;
interface Kind {
  readonly word: string;
  /** As sentences ask for it; a class stands for {one: NAME} where a pattern is asked for. */
  readonly asked: string;
  readonly given: (names: RuleNames) => readonly string[];
  readonly known: (names: RuleNames) => readonly string[];
}
const kind = (word: string, given: Kind['given']): Kind => ({ word, asked: word, given, known: given });

const KINDS: Readonly<Record<NameKind, Kind>> = {
  class: kind('class', ({ classes }) => classes),
  pattern: {
    ...kind('pattern', ({ patterns }) => patterns),
    asked: 'pattern or class',
    known: ({ patterns, classes }) => [...patterns, ...classes],
  },
  unknowable: {
    ...kind('', () => []),
    asked: 'pattern, class or context probe',
    known: ({ patterns, classes, contexts }) => [...patterns, ...classes, ...contexts],
  },
  flag: kind('flag', ({ flags }) => flags),
  context: kind('context probe', ({ contexts }) => contexts),
  cause: kind('cause', ({ causes }) => causes),
};

/** Every name that is used is given somewhere, and means the kind of thing asked for. */
export function* checkReferences(view: RuleView): Generator<Complaint> {
  for (const reference of references(view)) yield* checkReference(view.names, reference);
  for (const found of conditionReferences(view)) {
    if ('message' in found) yield found;
    else yield* checkReference(view.names, found);
  }
}

function* checkReference(names: RuleNames, { path, name, kind, on, offset }: Reference): Generator<Complaint> {
  const { asked, known } = KINDS[kind];
  const candidates = known(names);
  if (candidates.includes(name)) return;
  const other = Object.values(KINDS).find(({ given }) => given(names).includes(name));
  const message =
    other === undefined ? `there is no ${asked} ${quote(name)}` : `${quote(name)} is a ${other.word}, not a ${asked}`;
  yield { path, on, offset, message, hint: hintFor(name, asked, candidates) };
}

function hintFor(name: string, asked: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  if (near !== null) return `write "${near}"`;
  if (candidates.length === 0) return `the rule gives no ${asked} at all`;
  return candidates.length > MAX_LISTED ? `write the name of a ${asked}` : `write ${alternatives(candidates)}`;
}

/** Classes and patterns share one name space; words of conditions and of JavaScript objects name nothing. */
export function* checkNames({ rule, names }: RuleView): Generator<Complaint> {
  for (const name of names.patterns) {
    if (names.classes.includes(name)) {
      yield onKey(['find', name], `${quote(name)} is the name of a class already`, 'give the pattern another name');
    }
  }
  for (const [path, name] of [...named('events', names.classes), ...named('find', names.patterns)]) {
    if (reservedWords.includes(name))
      yield onKey(path, `${quote(name)} is a word of conditions`, 'choose another name');
  }
  const captures = Object.entries(rule.events).flatMap(([name, definition]) =>
    'capture' in definition
      ? Object.keys(definition.capture ?? {}).map((field) => [['events', name, 'capture', field], field] as const)
      : [],
  );
  const all = [
    ...named('events', names.classes),
    ...named('find', names.patterns),
    ...named('state', names.flags),
    ...named('context', names.contexts),
    ...captures,
  ];
  for (const [path, name] of all) {
    if (Object.hasOwn(Object.prototype, name))
      yield onKey(path, `${quote(name)} cannot be a name`, 'choose another name');
  }
}

const named = (key: string, list: readonly string[]): readonly (readonly [Path, string])[] =>
  list.map((name) => [[key, name], name]);
