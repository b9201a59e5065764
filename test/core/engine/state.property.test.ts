import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  flagStates,
  fullyCovered,
  looseEvents,
  numberedEvents,
  oneEvent,
  ruleWith,
  shape,
} from './oracle/arbitrary.ts';
import { expectSameMatches } from './oracle/check.ts';
import { matchesIn, plainMatches } from './oracle/engine.ts';
import { Relations } from './oracle/relations.ts';
import type { WorldEvent } from './oracle/world.ts';

const RUNS = 1500;
const hosts = shape({ hosts: ['h1', 'h2'], devices: ['x', 'y'] });
const loose = shape({ hosts: ['h1', null], logs: ['app', 'sys', null], maxEvents: 8, jitter: true });
const MINUTE_MS = 60_000;

const listed = (names: string | readonly string[]): readonly string[] => [names].flat();
const isOf = (event: WorldEvent, names: string | readonly string[]): boolean =>
  listed(names).some((name) => event.hits[name] !== undefined);

test('a flag is kept for each key of its own, however coarse, and read under the key of the chain', () => {
  const by = fc.constantFrom<string[]>([], ['host'], ['dev'], ['host', 'dev']);
  fc.assert(
    fc.property(numberedEvents(hosts), flagStates(hosts.classes), by, fc.boolean(), (events, { up }, flagBy, isUp) => {
      const find = { p: { seq: [{ event: 'a', when: { up: isUp } }, 'b'], within: '60s' } };
      if (up === undefined || flagBy.length === 0) return;
      const state = { up: { ...up, by: flagBy } };
      const ofOne = events.filter(({ host }) => host === 'h1');
      expectSameMatches(fullyCovered(ofOne), ruleWith(find, hosts, { by: ['host', 'dev'], state }), 'p');
    }),
    { numRuns: RUNS },
  );
});

/** Events that may be the last change before another one, in some order that nothing forbids. */
function possibleLast(relations: Relations, at: WorldEvent, changes: readonly WorldEvent[]): readonly WorldEvent[] {
  const may = changes.filter((one) => relations.before(one, at) !== 'f');
  const isBeaten = (one: WorldEvent, other: WorldEvent): boolean =>
    relations.before(one, other) === 't' && relations.before(other, at) === 't';
  return may.filter((one) => !may.some((other) => isBeaten(one, other)));
}

/** The timeless c may stand before or after the b that clears what it sets. */
const timelessSetter = [
  oneEvent(1, 'c', 0, { source: 's-sys', log: 'sys', record: null, timeMs: null, basis: 'none' }),
  oneEvent(2, 'b', 0),
  oneEvent(3, 'a', MINUTE_MS, { source: 's-sys', log: 'sys', record: null }),
];
/** The last clear is a millisecond out of the scope, the one before it is in. */
const jitterAtScope = [oneEvent(1, 'a', 0), oneEvent(2, 'a', -1), oneEvent(3, 'c', 0), oneEvent(4, 'a', MINUTE_MS)];
const dSetsAClears = { up: { set: 'd', clear: 'a', initial: true } };
const cSetsBClears = { up: { set: 'c', clear: 'b', initial: false } };

test('a flag is only sure where every order that nothing forbids gives the same', () => {
  fc.assert(
    fc.property(looseEvents(loose), flagStates(loose.classes), fc.boolean(), (events, { up }, isUp) => {
      if (up === undefined) return;
      const world = fullyCovered(events);
      const rule = ruleWith(
        { p: { seq: [{ event: [...loose.classes], when: { up: isUp } }], within: '1s', skip: 'none' } },
        loose,
        { state: { up }, scope: { before: '1m' } },
      );
      const relations = new Relations(world);
      const changes = events.filter((event) => isOf(event, up.set) || isOf(event, up.clear));
      for (const { uids, value } of plainMatches(matchesIn(world, rule), 'p')) {
        const at = events.find(({ uid }) => uid === uids[0]);
        if (value !== 't' || at === undefined) continue;
        const own = changes.filter((one) => one.uid !== at.uid && relations.hostOf(one) === relations.hostOf(at));
        const isSet = possibleLast(relations, at, own).map((last) => isOf(last, up.set));
        const isRecent = (one: WorldEvent): boolean =>
          relations.before(one, at) === 't' && relations.within(one, at, MINUTE_MS) === 't';
        // Without a change that is surely in the scope the flag is what it was at first.
        expect(own.some(isRecent) ? isSet.every((one) => one === isUp) : up.initial === isUp).toBe(true);
      }
    }),
    {
      numRuns: RUNS,
      examples: [
        [timelessSetter, cSetsBClears, false],
        [jitterAtScope, dSetsAClears, true],
      ],
    },
  );
});
