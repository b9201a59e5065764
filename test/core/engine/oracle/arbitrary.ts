import * as fc from 'fast-check';
import type { RuleDefinition, RulePattern, RuleStep } from '../../../../src/core/knowledge/rules/schema.ts';
import type { TimeBasis } from '../../../../src/core/model/event.ts';
import { START_MS, type World, type WorldCoverage, type WorldEvent } from './world.ts';

/** The limits of the patterns below, in ms; steps between events lie at them and one unit beside them. */
const GAP_MS = 5_000;
const WITHIN_MS = 10_000;
const GAP = '5s';
const WITHIN = '10s';

interface Move {
  readonly ms: number;
  readonly ticks: number;
}
const move = (ms: number, ticks = 0): Move => ({ ms, ticks });
const STEADY: readonly Move[] = [
  0,
  0,
  0,
  1,
  1000,
  1000,
  2000,
  GAP_MS - 1,
  GAP_MS,
  GAP_MS,
  GAP_MS + 1,
  WITHIN_MS,
  WITHIN_MS + 1,
  60_000,
].map((ms) => move(ms));
const TICKS: readonly Move[] = [
  move(0, 1),
  move(GAP_MS - 1, 9_999),
  move(GAP_MS, 1),
  move(WITHIN_MS, 1),
  move(WITHIN_MS - 1, 9_999),
];
const BACK: readonly Move[] = [-1, -1000, -3000, -GAP_MS].map((ms) => move(ms));
const FAR_BACK: readonly Move[] = [-60_000, -600_000].map((ms) => move(ms));
const CLOCK_STEPS: readonly Move[] = [-600_001, -3_600_000].map((ms) => move(ms));

export interface Shape {
  readonly classes: readonly string[];
  readonly maxEvents: number;
  readonly hosts: readonly (string | null)[];
  readonly logs: readonly (string | null)[];
  /** Values of the field `dev`, null for an event without it. */
  readonly devices: readonly (string | null)[];
  readonly jitter: boolean;
  readonly clockSteps: boolean;
  readonly numbered: boolean;
  /** Whether two events may have the same time. */
  readonly ties: boolean;
}
const ONE_LOG: Shape = {
  classes: ['a', 'b', 'c', 'd'],
  maxEvents: 12,
  hosts: ['h1'],
  logs: ['app'],
  devices: ['x'],
  jitter: false,
  clockSteps: false,
  numbered: true,
  ties: true,
};
export const shape = (differences: Partial<Shape> = {}): Shape => ({ ...ONE_LOG, ...differences });

/** The class of an event says its log, so a class with a log is only ever seen there. */
const logOf = (className: string, { classes, logs }: Shape): string | null =>
  logs[classes.indexOf(className) % logs.length] ?? null;

interface Draft {
  readonly className: string;
  readonly second: string | null;
  readonly host: string | null;
  readonly device: string | null;
  readonly move: Move;
}
const draft = ({ classes, hosts, devices, jitter, clockSteps, ties }: Shape): fc.Arbitrary<Draft> =>
  fc.record({
    className: fc.constantFrom(...classes),
    second: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...classes) },
    ),
    host: fc.constantFrom(...hosts),
    device: fc.constantFrom(...devices),
    move: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...STEADY.filter(({ ms }) => ties || ms > 0)) },
      { weight: 2, arbitrary: fc.constantFrom(...TICKS) },
      ...(jitter ? [{ weight: 2, arbitrary: fc.constantFrom(...BACK) }] : []),
      ...(clockSteps ? [{ weight: 1, arbitrary: fc.constantFrom(...FAR_BACK, ...CLOCK_STEPS) }] : []),
    ),
  });

/** One exact event, for the examples a property once failed on; where it stands is said by `differences`. */
export const oneEvent = (
  uid: number,
  className: string,
  afterMs: number,
  differences: Partial<WorldEvent> = {},
): WorldEvent => ({
  uid,
  source: 'h1-app',
  host: 'h1',
  log: 'app',
  record: uid,
  timeMs: START_MS + afterMs,
  ticks: 0,
  precisionMs: 0.0001,
  basis: 'utc',
  hits: { [className]: { dev: 'x' } },
  ...differences,
});

const captured = (device: string | null): Readonly<Record<string, string>> => (device === null ? {} : { dev: device });

/** Events of logs whose numbers say the order; the clock moves from event to event. @param two whether an event may be of two classes. */
export const numberedEvents = (world: Shape, two = false): fc.Arbitrary<readonly WorldEvent[]> =>
  fc.array(draft(world), { maxLength: world.maxEvents }).map((drafts) => {
    let [timeMs, ticks] = [START_MS, 0];
    return drafts.map(({ className, second, host, device, move: { ms, ticks: more } }, index): WorldEvent => {
      timeMs += ms + Math.floor((ticks + more) / 10_000);
      ticks = (ticks + more) % 10_000;
      const log = logOf(className, world);
      const names = two && second !== null && logOf(second, world) === log ? [className, second] : [className];
      return {
        uid: index + 1,
        source: `${host}-${log}`,
        host,
        log,
        record: world.numbered ? index + 1 : null,
        timeMs,
        ticks,
        precisionMs: 0.0001,
        basis: 'utc',
        hits: Object.fromEntries(names.map((name) => [name, captured(device)])),
      };
    });
  });

const BASES: readonly TimeBasis[] = ['utc', 'utc', 'offset', 'assumed-local'];
const PRECISIONS = [0.0001, 1, 1000, 60_000];

/** Sources that know less: without numbers, times or a zone, at several precisions, logs side by side; events of one second are common. */
export const looseEvents = (world: Shape): fc.Arbitrary<readonly WorldEvent[]> => {
  const source = fc.record({
    isNumbered: fc.boolean(),
    basis: fc.constantFrom(...BASES),
    precision: fc.constantFrom(...PRECISIONS),
    log: fc.constantFrom(...world.logs),
    host: fc.constantFrom(...world.hosts),
  });
  const loose = fc.record({
    draft: draft(world),
    source: fc.nat({ max: 2 }),
    isTimeless: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });
  return fc
    .tuple(fc.array(source, { minLength: 1, maxLength: 3 }), fc.array(loose, { maxLength: world.maxEvents }))
    .map(([sources, drafts]) => {
      let timeMs = START_MS;
      return drafts.flatMap(
        (
          {
            draft: {
              className,
              device,
              move: { ms },
            },
            source: index,
            isTimeless,
          },
          place,
        ): WorldEvent[] => {
          const from = sources[index % sources.length];
          if (from === undefined) return [];
          timeMs += ms;
          const step = Math.max(1, from.precision);
          return [
            {
              uid: place + 1,
              source: `source-${index % sources.length}`,
              host: from.host,
              log: from.log,
              record: from.isNumbered && from.log !== null ? place + 1 : null,
              timeMs: isTimeless ? null : Math.floor(timeMs / step) * step,
              ticks: 0,
              precisionMs: from.precision,
              basis: isTimeless ? 'none' : from.basis,
              hits: { [className]: captured(device) },
            },
          ];
        },
      );
    });
};

/** Coverage of every log that has events: nothing, the whole time, or part of it, proven or assumed. */
const coverageOf = (events: readonly WorldEvent[]): fc.Arbitrary<readonly WorldCoverage[]> => {
  const logs = [
    ...new Map(
      events.flatMap(({ source, host, log, basis }) =>
        log === null || basis === 'none'
          ? []
          : [[`${source} ${host} ${log} ${basis}`, { source, host, log, basis }] as const],
      ),
    ).values(),
  ];
  const edges = [...new Set(events.flatMap(({ timeMs }) => timeMs ?? []))].flatMap((ms) => [
    ms,
    ms + GAP_MS,
    ms + WITHIN_MS,
    ms - WITHIN_MS,
  ]);
  const edge = edges.length === 0 ? fc.constant(START_MS) : fc.constantFrom(...edges);
  const [low, high] = [START_MS - 100 * 86_400_000, START_MS + 100 * 86_400_000];
  const stretch = fc.oneof(
    { weight: 3, arbitrary: fc.constant([low, high] as const) },
    { weight: 2, arbitrary: fc.tuple(edge, edge).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const) },
  );
  const completeness = fc.constantFrom('proven', 'proven', 'proven', 'assumed', 'selected' as const);
  return fc
    .tuple(
      ...logs.map((log) =>
        fc.tuple(stretch, completeness).map(
          ([[fromMs, toMs], word]): WorldCoverage => ({
            ...log,
            fromMs,
            toMs,
            completeness: word,
            levels: 'all',
            gaps: [],
            runs: [],
          }),
        ),
      ),
    )
    .map((all) => all);
};

export const covered = (events: fc.Arbitrary<readonly WorldEvent[]>): fc.Arbitrary<World> =>
  events.chain((all) => coverageOf(all).map((coverage): World => ({ events: all, coverage })));
export const fullyCovered = (events: readonly WorldEvent[]): World => {
  const logs = new Map(
    events.flatMap(({ source, host, log, basis }) =>
      log === null || basis === 'none'
        ? []
        : [[`${source} ${host} ${log} ${basis}`, { source, host, log, basis }] as const],
    ),
  );
  const whole = {
    fromMs: START_MS - 1e10,
    toMs: START_MS + 1e10,
    completeness: 'proven' as const,
    levels: 'all' as const,
    gaps: [],
    runs: [],
  };
  return { events, coverage: [...logs.values()].map((log): WorldCoverage => ({ ...log, ...whole })) };
};

// --- patterns and rules

export const oneOf = (names: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }) },
  );

/** A value or nothing, as the schema's optional keys want it. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>, weight = 2): fc.Arbitrary<Partial<Record<K, T>>> =>
  fc.oneof(
    { weight, arbitrary: fc.constant<Partial<Record<K, T>>>({}) },
    { weight: 1, arbitrary: value.map((one) => ({ [key]: one }) as Partial<Record<K, T>>) },
  );

export interface SeqOptions {
  readonly maxSteps: number;
  readonly flags: readonly string[];
  readonly forbid: boolean;
  readonly optional: boolean;
}
const step = (classes: readonly string[], { flags, forbid, optional }: SeqOptions): fc.Arbitrary<RuleStep> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...classes) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          oneOf(classes),
          maybe('gap', fc.constantFrom(GAP, '1s', '0s')),
          forbid ? maybe('forbid', oneOf(classes)) : fc.constant({}),
          maybe('times', fc.constantFrom(1, 2, 3), 5),
          flags.length > 0
            ? maybe(
                'when',
                fc.dictionary(fc.constantFrom(...flags), fc.boolean(), {
                  minKeys: 1,
                  maxKeys: 1,
                  noNullPrototype: true,
                }),
              )
            : fc.constant({}),
          optional ? maybe('optional', fc.constant(true), 4) : fc.constant({}),
        )
        .map(([event, ...rest]) => Object.assign({ event }, ...rest)),
    },
  );
export const seqPattern = (
  classes: readonly string[],
  options: Partial<SeqOptions> = {},
): fc.Arbitrary<Extract<RulePattern, { seq: unknown }>> =>
  fc
    .tuple(
      fc.array(step(classes, { maxSteps: 4, flags: [], forbid: true, optional: false, ...options }), {
        minLength: 1,
        maxLength: options.maxSteps ?? 4,
      }),
      fc.constantFrom(WITHIN, GAP, '1s', '15s', '60s'),
      maybe('skip', fc.constantFrom('past_end' as const, 'none' as const)),
    )
    .filter(([seq]) => seq.some((one) => typeof one === 'string' || one.optional !== true))
    .map(([seq, within, skip]) => ({ seq, within, ...skip }));
export const countPattern = (classes: readonly string[], distinct = false): fc.Arbitrary<RulePattern> =>
  fc
    .tuple(
      oneOf(classes),
      fc.constantFrom(1, 2, 2, 3, 4),
      distinct ? maybe('distinct', fc.constant('dev')) : fc.constant({}),
      fc.constantFrom(WITHIN, GAP, '1s', '60s'),
    )
    .map(([of, min, more, within]) => ({ count: { of, min, ...more }, within }));
/** The entries of `all` share no class. */
export const allPattern = (classes: readonly string[]): fc.Arbitrary<RulePattern> =>
  fc
    .tuple(fc.shuffledSubarray([...classes], { minLength: 2 }), fc.boolean(), fc.constantFrom(WITHIN, GAP, '1s', '60s'))
    .map(([names, joins, within]) => ({
      all: joins && names.length > 2 ? [names.slice(0, 2), ...names.slice(2)] : names,
      within,
    }));
export const absentPattern = (
  classes: readonly string[],
  around: readonly string[],
  ends = true,
): fc.Arbitrary<RulePattern> =>
  fc
    .tuple(
      oneOf(classes),
      fc.constantFrom(...around),
      fc.boolean(),
      fc.constantFrom(WITHIN, GAP, '1s'),
      ends ? maybe('until', oneOf(classes)) : fc.constant({}),
    )
    .map(([of, name, isAfter, duration, until]) => ({
      absent: { of, ...(isAfter ? { after: name } : { before: name }), for: duration, ...until },
    }));
export const nearPattern = (classes: readonly string[], around: readonly string[]): fc.Arbitrary<RulePattern> =>
  fc
    .tuple(
      oneOf(classes),
      fc.constantFrom(...around),
      fc.constantFrom(WITHIN, GAP, '1s', '0s'),
      fc.constantFrom(WITHIN, GAP, '1s', '0s'),
    )
    .map(([of, name, before, after]) => ({ near: { of, around: name, before, after } }));

type Find = RuleDefinition['find'];
/** A rule with these patterns and nothing else that could decide. */
export const ruleWith = (find: Find, world: Shape, more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  evdx: 1,
  id: 'test/rule',
  title: 'A rule',
  severity: 'high',
  events: Object.fromEntries(
    world.classes.map((name) => {
      const log = logOf(name, world);
      return [
        name,
        {
          ...(log === null ? {} : { log }),
          provider: `provider-${name}`,
          id: 100 + name.charCodeAt(0),
          capture: { dev: { string: 1 } },
        },
      ];
    }),
  ),
  find,
  anchor: Object.keys(find)[0] ?? '',
  causes: [{ id: 'cause', title: 'A cause', evidence: [{ if: true, for: 'strong', because: 'it is so' }] }],
  resolution: [
    {
      id: 'fix',
      risk: { level: 'none', downtime: 'none', data_loss: 'none', reversible: true },
      steps: [{ do: 'Look.' }],
    },
  ],
  refs: ['none'],
  ...more,
});

/** The rule with one class that tells hosts apart and no devices: its events join every key of their host. */
export const withHostOnly = (rule: RuleDefinition, name: string): RuleDefinition => ({
  ...rule,
  events: { ...rule.events, [name]: { ...rule.events[name], by: ['host'] } },
});

export const flagStates = (classes: readonly string[]): fc.Arbitrary<NonNullable<RuleDefinition['state']>> =>
  fc
    .tuple(oneOf(classes), oneOf(classes), fc.constantFrom('unknown' as const, true, false))
    .map(([set, clear, initial]) => ({ up: { set, clear, initial } }));
