import { ruleIdPattern } from '../../../model/rule-id.ts';
import { type EventClass, flattenClass } from '../classes.ts';
import { nearest } from '../nearest.ts';
import { alternatives, type Complaint, onKey, onValue, type Path, quote } from '../problem.ts';
import { partSchema, type RuleTest } from '../schema.ts';
import { parseCovers, parseTestLog } from '../test-log.ts';
import { basesOf, classNamesOf, placed, type RuleView } from './view.ts';

type NearMiss = NonNullable<RuleTest['near_miss']>;

const FACT_NAMES = /^(os|product|file\..+|registry\..+)$/;
// Without the right provider and id an event is no near miss.
const CLAUSES: readonly string[] = [...Object.keys(partSchema.shape), 'not'].filter(
  (key) => key !== 'provider' && key !== 'id',
);

/** The tests of a rule can be run: logs read, names and spans make sense. That they pass is the test run's business. */
export function* checkTests(view: RuleView): Generator<Complaint> {
  const { tests } = view.rule;
  if (typeof tests === 'string') {
    yield* checkRelative(['tests'], tests);
    return;
  }
  const names = new Set<string>();
  for (const [index, test] of tests.entries()) {
    const path = ['tests', index];
    if (names.has(test.name))
      yield onValue([...path, 'name'], 'there is already a test with this name', 'choose another name');
    names.add(test.name);
    if ('log' in test) yield* checkLog([...path, 'log'], test.log);
    else yield* checkRelative([...path, 'file'], test.file);
    if (test.covers !== undefined && parseCovers(test.covers) === null) {
      yield onValue(
        [...path, 'covers'],
        `${quote(test.covers)} is not a time span`,
        'write FROM/TO, 2006-03-01T00:00:00/2006-03-02T00:00:00',
      );
    }
    for (const name of Object.keys(test.facts ?? {})) yield* checkFact(view, [...path, 'facts', name], name);
    if (test.near_miss !== undefined && view.isWhole)
      yield* checkNearMiss(view, [...path, 'near_miss'], test.near_miss);
  }
}

function* checkLog(path: Path, log: string): Generator<Complaint> {
  const { events, problems } = parseTestLog(log);
  for (const { offset, message, hint } of problems) yield onValue(path, message, hint, offset);
  if (events.length + problems.length === 0)
    yield onValue(path, 'the log of this test is empty', 'write one line an event');
}

function* checkRelative(path: Path, file: string): Generator<Complaint> {
  if (/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(file)) {
    yield onValue(path, `${quote(file)} leads out of the folder of the rule`, 'write a path below it');
  }
}

function* checkFact({ rule, names }: RuleView, path: Path, name: string): Generator<Complaint> {
  const dot = name.lastIndexOf('.');
  const ruleId = name.slice(0, dot);
  const isOfOtherRule = dot > 0 && ruleIdPattern.test(ruleId) && ruleId !== rule.id;
  const own = dot > 0 && ruleId === rule.id ? name.slice(dot + 1) : name;
  if (isOfOtherRule || FACT_NAMES.test(name) || names.contexts.includes(own)) return;
  const near = nearest(own, names.contexts);
  const known = [...names.contexts, 'os', 'product', 'file.NAME', 'registry.PATH'];
  yield onKey(
    path,
    `no fact is called ${quote(name)}`,
    near === null ? `write ${alternatives(known)}` : `write "${near}"`,
  );
}

function* checkNearMiss(view: RuleView, path: Path, miss: NearMiss): Generator<Complaint> {
  if (!('event' in miss)) {
    const steps = classesBelow(view, miss.pattern);
    if (steps === null) return;
    for (const key of ['reached', 'missing'] as const) {
      for (const [place, name] of placed([...path, key], miss[key])) {
        if (steps.has(name) || !view.names.classes.includes(name)) continue;
        yield onValue(
          place,
          `${quote(name)} is not part of pattern ${quote(miss.pattern)}`,
          `write ${alternatives([...steps])}`,
        );
      }
    }
    return;
  }
  const flat = flattenClass(view.rule.events, miss.event);
  if (flat === null) return;
  const clauses = clausesOf(flat);
  for (const [place, clause] of placed([...path, 'failed'], miss.failed)) {
    if (clauses.includes(clause)) continue;
    const hint =
      clauses.length === 0 ? 'it only has "provider" and "id"; leave the test out' : `write ${alternatives(clauses)}`;
    yield onValue(place, `class ${quote(miss.event)} has no clause ${quote(clause)} that can fail`, hint);
  }
}

const clausesOf = (flat: EventClass): readonly string[] => {
  const keys = new Set([flat, ...(flat.any ?? [])].flatMap((part) => Object.keys(part)));
  return CLAUSES.filter((clause) => keys.has(clause));
};

/** The classes that can serve a pattern, with those of the patterns it stands on; null: no such pattern. */
function classesBelow({ rule }: RuleView, start: string): ReadonlySet<string> | null {
  const classes = new Set<string>();
  const pending = [start];
  const seen = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const pattern = Object.hasOwn(rule.find, name) ? rule.find[name] : undefined;
    if (pattern === undefined) classes.add(name);
    if (pattern === undefined || seen.has(name)) continue;
    seen.add(name);
    for (const className of classNamesOf(pattern)) classes.add(className);
    pending.push(...basesOf(pattern).map(([, base]) => base));
  }
  return Object.hasOwn(rule.find, start) || Object.hasOwn(rule.events, start) ? classes : null;
}
