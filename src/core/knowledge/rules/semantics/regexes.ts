import { RE2JS } from 're2js';
import { isFindingClass } from '../classes.ts';
import { type Complaint, onValue, type Path } from '../problem.ts';
import type { RulePart, RuleTextTest, RuleValueTest } from '../schema.ts';
import { placed, type RuleView } from './view.ts';

/** Matching costs text × instructions; the expressions of an ordinary rule make a few hundred. */
const MAX_INSTRUCTIONS = 20_000; // docs/decisions/0004

interface PlacedRegex {
  readonly path: Path;
  readonly source: string;
  readonly isCapture: boolean;
}

/** Every expression compiles in the linear-time engine, and those of captures say what they catch. */
export function* checkRegexes({ rule }: RuleView): Generator<Complaint> {
  let instructions = 0;
  for (const { path, source, isCapture } of regexesOf(rule.events)) {
    const compiled = compile(source);
    if (typeof compiled === 'string') {
      yield onValue(path, `this expression cannot be compiled: ${compiled}`, hintFor(source));
      continue;
    }
    if (isCapture && !Object.hasOwn(compiled.namedGroups(), 'v')) {
      yield onValue(path, 'this expression captures nothing', 'put (?<v>…) around the part to keep');
    }
    instructions += compiled.programSize();
    if (instructions > MAX_INSTRUCTIONS) {
      yield onValue(path, 'the expressions of this rule are too large together', 'write smaller counts in {…}');
      return;
    }
  }
}

function compile(source: string): RE2JS | string {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/^error parsing regexp: /, '')
      .replace('`(?i)', '`')
      .replaceAll('`', '"')
      .slice(0, 200);
  }
}

const hintFor = (source: string): string =>
  /\(\?<?[=!]|\\[1-9]|\(\?>|[*+?}]\+/.test(source)
    ? 'do without look-around, back-references and possessive quantifiers: time has to stay linear'
    : 'write an RE2 expression';

function* regexesOf(events: RuleView['rule']['events']): Generator<PlacedRegex> {
  for (const [name, definition] of Object.entries(events)) {
    if (isFindingClass(definition)) continue;
    const path = ['events', name];
    yield* inPart(path, definition);
    for (const [place, part] of placed([...path, 'any'], definition.any)) yield* inPart(place, part);
    for (const [place, part] of placed([...path, 'not'], definition.not)) yield* inPart(place, part);
    for (const [field, sources] of Object.entries(definition.capture ?? {})) {
      for (const [place, source] of placed([...path, 'capture', field], sources)) {
        if ('regex' in source) yield { path: [...place, 'regex'], source: source.regex, isCapture: true };
      }
    }
  }
}

function* inPart(path: Path, { text, strings, fields }: RulePart): Generator<PlacedRegex> {
  if (text !== undefined) yield* inText([...path, 'text'], text);
  for (const [key, tests] of Object.entries({ strings, fields })) {
    for (const [name, test] of Object.entries(tests ?? {})) yield* inValue([...path, key, name], test);
  }
}

function* inText(path: Path, test: RuleTextTest): Generator<PlacedRegex> {
  if ('regex' in test) yield* inRegex(path, test.regex);
  for (const [place, inner] of placed([...path, 'any'], 'any' in test ? test.any : undefined))
    yield* inText(place, inner);
  for (const [place, inner] of placed([...path, 'all'], 'all' in test ? test.all : undefined))
    yield* inText(place, inner);
}

function* inValue(path: Path, test: RuleValueTest): Generator<PlacedRegex> {
  if (typeof test === 'object' && 'regex' in test) yield* inRegex(path, test.regex);
}

function* inRegex(path: Path, regex: string | readonly string[]): Generator<PlacedRegex> {
  for (const [place, source] of placed([...path, 'regex'], regex)) yield { path: place, source, isCapture: false };
}
