import type { TimeBasis } from '../../../../src/core/model/event.ts';
import type { RecordRun } from '../../../../src/core/model/scan.ts';
import type { Relations } from './relations.ts';
import { least, type Value } from './truth.ts';
import type { World, WorldCoverage } from './world.ts';

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}
const lies = (atMs: number, { fromMs, toMs }: Stretch): boolean => fromMs <= atMs && atMs <= toMs;
const liesInside = (atMs: number, { fromMs, toMs }: Stretch): boolean => fromMs < atMs && atMs < toMs;

/** Section 5 point by point: a time is covered when every moment of it is, at its ends, at every edge between, and between the edges. */
export class Covers {
  readonly #world: World;
  readonly #relations: Relations;

  constructor(world: World, relations: Relations) {
    this.#world = world;
    this.#relations = relations;
  }

  /** @param logs none: every log given for the host. */
  covers(host: string, logs: readonly string[], basis: TimeBasis, fromMs: number, toMs: number): Value {
    const given = new Set(
      [...this.#world.events, ...this.#world.coverage].flatMap((one) =>
        this.#relations.hostOf(one) === host && one.log !== null ? [one.log] : [],
      ),
    );
    const wanted = logs.length === 0 ? [...given] : logs;
    if (basis === 'none' || wanted.length === 0 || wanted.some((log) => !given.has(log))) return 'u';
    return least(wanted.map((log) => this.#coversLog(host, log, basis, fromMs, toMs)));
  }

  #coversLog(host: string, log: string, basis: TimeBasis, fromMs: number, toMs: number): Value {
    const mine = this.#world.coverage.filter((one) => this.#relations.hostOf(one) === host);
    const own = mine.filter(
      (one) =>
        one.log === log &&
        (one.basis === 'assumed-local') === (basis === 'assumed-local') &&
        one.completeness !== 'selected',
    );
    const cuts: Stretch[] = [
      ...mine.flatMap(({ gaps }) => gaps.filter(({ why }) => why === 'off' || why === 'clock')),
      ...mine.filter((one) => one.log === log).flatMap(({ gaps }) => gaps.filter(({ why }) => why !== 'jump')),
      ...this.#relations.borders().filter((border) => border.host === host && border.log === log),
    ];
    const assumed = own.map((one): readonly Stretch[] => (one.completeness === 'assumed' ? [one] : []));
    const proven = provenStretches(own);
    const isIn = (atMs: number, stretches: readonly Stretch[]) =>
      stretches.some((stretch) => lies(atMs, stretch)) && !cuts.some((cut) => liesInside(atMs, cut));
    const edges = [fromMs, toMs, ...[...proven, ...assumed.flat(), ...cuts].flatMap((one) => [one.fromMs, one.toMs])]
      .filter((edge) => edge >= fromMs && edge <= toMs)
      .sort((a, b) => a - b);
    const points = edges.flatMap((edge, index) => [edge, ((edges[index + 1] ?? edge) + edge) / 2]);
    if (points.every((point) => isIn(point, proven))) return 't';
    return points.every((point) => isIn(point, [...proven, ...assumed.flat()])) ? 'l' : 'u';
  }
}

/** Numbered sources of one log join where their numbers touch, and a jump is a hole unless another source fills it. */
function provenStretches(coverage: readonly WorldCoverage[]): readonly Stretch[] {
  const proven = coverage.filter(({ completeness }) => completeness === 'proven');
  const plain = proven
    .filter(({ runs }) => runs.length === 0)
    .flatMap((one) => one.gaps.filter(({ why }) => why === 'jump').reduce(cut, [one]));
  let groups = proven.flatMap(({ runs }) => runs).map((run) => [run]);
  for (let joined = true; joined; ) {
    joined = false;
    outer: for (const a of groups)
      for (const b of groups) {
        if (a === b || !a.some((one) => b.some((other) => areOfOneLog(one, other)))) continue;
        groups = [...groups.filter((group) => group !== a && group !== b), [...a, ...b]];
        joined = true;
        break outer;
      }
  }
  return [
    ...plain,
    ...groups.map((runs) => ({
      fromMs: Math.min(...runs.map(({ firstMs }) => firstMs)),
      toMs: Math.max(...runs.map(({ lastMs }) => lastMs)),
    })),
  ];
}

/** They continue each other, or hold the same numbers at the same time, give or take a minute. */
function areOfOneLog(one: RecordRun, other: RecordRun): boolean {
  if (one.lastRecord + 1 === other.firstRecord || other.lastRecord + 1 === one.firstRecord) return true;
  const isShared = one.firstRecord <= other.lastRecord && other.firstRecord <= one.lastRecord;
  return isShared && one.firstMs <= other.lastMs + 60_000 && other.firstMs <= one.lastMs + 60_000;
}

const cut = (stretches: readonly Stretch[], hole: Stretch): readonly Stretch[] =>
  stretches.flatMap(({ fromMs, toMs }) =>
    hole.toMs <= fromMs || hole.fromMs >= toMs
      ? [{ fromMs, toMs }]
      : [
          { fromMs, toMs: hole.fromMs },
          { fromMs: hole.toMs, toMs },
        ].filter((part) => part.toMs > part.fromMs),
  );
