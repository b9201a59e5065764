import { expect } from 'vitest';
import type { RuleDefinition } from '../../../../src/core/knowledge/rules/schema.ts';
import { matchesIn, type PlainMatch, plainMatches } from './engine.ts';
import { Oracle, type OracleMatch } from './patterns.ts';
import { atLeast, type Value } from './truth.ts';
import { keyWords } from './verdict.ts';
import type { World } from './world.ts';

const plain = ({ key, events, value }: OracleMatch): PlainMatch => ({
  key: keyWords(key),
  uids: events.map(({ uid }) => uid),
  value,
});
const lines = (matches: readonly PlainMatch[]): readonly string[] =>
  matches.map((match) => JSON.stringify(match)).sort();

/** Engine and oracle find the same matches, made of the same events, as surely. */
export function expectSameMatches(
  world: World,
  rule: RuleDefinition,
  name: string,
  optional: ReadonlySet<string> = new Set(),
): void {
  const found = plainMatches(matchesIn(world, rule), name, optional);
  expect(lines(found)).toEqual(lines(new Oracle(rule, world).matches(name).map(plain)));
}

/** Only where matches end, and how surely: what is left to choose before the end is free. */
export function expectSameEnds(world: World, rule: RuleDefinition, name: string): void {
  const ends = (matches: readonly PlainMatch[]) =>
    lines(matches.map(({ key, uids, value }) => ({ key, uids: uids.slice(-1), value })));
  const oracle = new Oracle(rule, world);
  const found = plainMatches(matchesIn(world, rule), name);
  expect(ends(found)).toEqual(ends(oracle.matches(name).map(plain)));
  const tuples = new Set(lines(oracle.tuples(name).map(plain)));
  for (const match of lines(found)) expect(tuples).toContain(match);
}

/** How surely `absent` or `near` holds at each event or match it stands around. */
export function expectSameValues(world: World, rule: RuleDefinition, name: string): void {
  const around = (matches: readonly PlainMatch[], uidsOf: (match: PlainMatch) => readonly number[]) =>
    lines(matches.map((match) => ({ ...match, uids: uidsOf(match) })));
  const pattern = rule.find[name] ?? { one: name };
  const reference =
    'absent' in pattern
      ? (pattern.absent.after ?? pattern.absent.before)
      : 'near' in pattern
        ? pattern.near.around
        : name;
  const oracle = new Oracle(rule, world);
  const anchors = oracle.matches(reference ?? name).map(plain);
  const own = ({ uids }: PlainMatch) =>
    anchors.find((anchor) => anchor.uids.every((uid, index) => uids[index] === uid))?.uids ?? uids;
  expect(around(plainMatches(matchesIn(world, rule), name), own)).toEqual(around(oracle.matches(name).map(plain), own));
}

const LEVELS: readonly Value[] = ['t', 'l', 'u'];

/**
 * Nothing is claimed more surely than some choice of events allows, and nothing that could be claimed is left out: a choice that holds
 * shares an event with a match that holds as surely, or (`past_end`) lies across one.
 */
export function expectSoundAndComplete(
  world: World,
  rule: RuleDefinition,
  name: string,
  pattern: 'seq' | 'all' | 'count',
  isPastEnd = true,
): void {
  const oracle = new Oracle(rule, world);
  const tuples = oracle.tuples(name).map(plain);
  const found = plainMatches(matchesIn(world, rule), name);
  for (const match of found) {
    const behind = tuples.filter(
      ({ key, uids }) =>
        key === match.key &&
        (pattern === 'count' ? uids.every((uid) => match.uids.includes(uid)) : sameEvents(uids, match.uids, pattern)),
    );
    expect(
      behind.some(({ value }) => atLeast(value, match.value)),
      `claimed without ground: ${JSON.stringify(match)}`,
    ).toBe(true);
  }
  const rank = new Map(oracle.relations.merged.map(({ uid }, index) => [uid, index]));
  const eventOf = new Map(world.events.map((event) => [event.uid, event]));
  // A set goes by times, a sequence by order.
  const placeOf = (uid: number): number => (pattern === 'seq' ? (rank.get(uid) ?? 0) : (eventOf.get(uid)?.timeMs ?? 0));
  const span = ({ uids }: PlainMatch): readonly [number, number] =>
    ((places) => [Math.min(...places), Math.max(...places)] as const)(uids.map(placeOf));
  const isMeasurable = ({ uids }: PlainMatch): boolean =>
    uids.every((a) =>
      uids.every((b) =>
        ((one, other) => one === undefined || other === undefined || oracle.relations.measurable(one, other) === 't')(
          eventOf.get(a),
          eventOf.get(b),
        ),
      ),
    );
  for (const tuple of tuples)
    for (const level of LEVELS) {
      // Of what cannot be measured the newest is taken, so another that would do as well may be left out.
      if (!atLeast(tuple.value, level) || (pattern !== 'seq' && !isMeasurable(tuple))) continue;
      const [from, to] = span(tuple);
      const isServed = found.some((match) => {
        if (match.key !== tuple.key || !atLeast(match.value, level)) return false;
        const [first, last] = span(match);
        if (pattern === 'seq' && !isPastEnd) return match.uids.at(-1) === tuple.uids.at(-1);
        return (
          match.uids.some((uid) => tuple.uids.includes(uid)) || (pattern !== 'count' && first <= to && from <= last)
        );
      });
      expect(isServed, `left out at ${level}: ${JSON.stringify(tuple)} of ${JSON.stringify(found)}`).toBe(true);
    }
}

function sameEvents(tuple: readonly number[], match: readonly number[], pattern: string): boolean {
  if (pattern === 'seq')
    return (
      JSON.stringify(tuple) === JSON.stringify(match) ||
      JSON.stringify([...tuple].sort()) === JSON.stringify([...match].sort())
    );
  return tuple.length === match.length && tuple.every((uid) => match.includes(uid));
}
