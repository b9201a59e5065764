import type { PatternMatch } from '../../engine/patterns/match.ts';
import { FALSE, holds } from '../../engine/truth.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { epochMs } from '../../model/brand.ts';
import { formatDuration } from '../../model/duration.ts';
import type { RawEvent } from '../../model/event.ts';
import { listOf } from '../../model/list-of.ts';
import { eventOfClass, linesOfClasses } from './support/class-event.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { type Bearing, bearingsOfKind, isMeasured, positionsOf } from './support/matches.ts';
import { BEYOND_MS, timeOf } from './support/stretch.ts';
import { scanCoveredAsWritten, scanOf } from './support/written-test.ts';

type AbsentPattern = Extract<RulePattern, { absent: unknown }>;
const isAbsent = (pattern: RulePattern): pattern is AbsentPattern => 'absent' in pattern;
/** From the event it stands after (or before) to its end. */
interface Stretch {
  readonly host: string | null;
  readonly endMs: number;
  /** 1: the end lies later, -1: earlier. */
  readonly outwards: 1 | -1;
}

/** One event just inside ends an absence, one just outside does not, and without coverage to its end nothing is said. */
export const absenceLimits: Derivation = (written) =>
  bearingsOfKind(written, isAbsent).flatMap((bearing) => {
    const stretch = isMeasured(written, bearing) ? stretchOf(written, bearing) : null;
    return stretch === null ? [] : [...seen(written, bearing, stretch), uncovered(written, bearing, stretch)];
  });

/** null: without a time or a sure end, or too short for a second inside. */
function stretchOf(written: WrittenTest, { pattern: { absent }, match }: Bearing<AbsentPattern>): Stretch | null {
  const outwards = absent.after === undefined ? -1 : 1;
  const position = positionsOf(match).at(outwards === 1 ? -1 : 0);
  const reference = written.events.find((event) => event.position === position);
  const fromMs = reference === undefined ? null : timeOf(reference);
  const hosts = new Set(written.events.map(({ host }) => host));
  // Beside named hosts nobody knows here whose a line without one is.
  if (reference === undefined || fromMs === null || (hosts.has(null) && hosts.size > 1)) return null;
  const ends = linesOfClasses(written, listOf(absent.until), match.key)
    .filter(({ host }) => host === reference.host)
    .map((line) => outwards * ((timeOf(line) ?? fromMs) - fromMs));
  const lengthMs = Math.min(durationMs(absent.for), ...ends.filter((ms) => ms > -BEYOND_MS));
  return lengthMs <= BEYOND_MS ? null : { host: reference.host, endMs: fromMs + outwards * lengthMs, outwards };
}

/** The absence that is looked for under the same key from the same events, which stand first in it. */
const sameAbsence = (matches: readonly PatternMatch[], { match }: Bearing): PatternMatch | undefined =>
  matches.find(
    (one) =>
      one.key.id === match.key.id &&
      positionsOf(match).every((position, index) => positionsOf(one)[index] === position),
  );

const baseOf = ({ pattern: { absent } }: Bearing<AbsentPattern>): string => absent.after ?? absent.before ?? '';

/** Has the inserted event left alone what the absence stands after or before? */
const standsAlone = (bases: readonly PatternMatch[], { match }: Bearing): boolean =>
  bases.some((base) => holds(base.value) && String(positionsOf(base)) === String(positionsOf(match)));

function seen(written: WrittenTest, bearing: Bearing<AbsentPattern>, stretch: Stretch): readonly DerivedTest[] {
  const { host, endMs, outwards } = stretch;
  return listOf(bearing.pattern.absent.of).flatMap((className) =>
    [-BEYOND_MS, BEYOND_MS].flatMap((offsetMs): readonly DerivedTest[] => {
      const place = { host, timeMs: endMs + outwards * offsetMs, key: bearing.match.key };
      const event = eventOfClass(written, className, place);
      if (event === null) return [];
      const { verdict } = written.judge([scanOf(written, inserted(written.events, event))]);
      if (!standsAlone(verdict.matches.matchesOf(baseOf(bearing)), bearing)) return [];
      const found = sameAbsence(verdict.matches.matchesOf(bearing.name), bearing);
      const isRight = offsetMs < 0 ? found?.value === FALSE : found !== undefined && holds(found.value);
      return [
        {
          name: `${bearing.name}: ${className} ${formatDuration(BEYOND_MS)} ${offsetMs < 0 ? 'inside' : 'outside'}`,
          message: isRight ? null : `expected ${bearing.name} ${offsetMs < 0 ? 'to be false' : 'to hold'}`,
        },
      ];
    }),
  );
}

/** The event among the others, numbered in its log. */
function inserted(events: readonly RawEvent[], event: RawEvent): readonly RawEvent[] {
  const isLater = (one: RawEvent): boolean => (timeOf(one) ?? 0) > (timeOf(event) ?? 0);
  const log = events.filter((one) => one.host === event.host && one.channel === event.channel && one.recordId !== null);
  const recordId = event.recordId === null ? null : 1 + log.filter((one) => !isLater(one)).length;
  const others = events.map((one) =>
    log.includes(one) && isLater(one) ? { ...one, recordId: (one.recordId ?? 0) + 1 } : one,
  );
  return [...others, { ...event, recordId }];
}

function uncovered(written: WrittenTest, bearing: Bearing<AbsentPattern>, { endMs, outwards }: Stretch): DerivedTest {
  const scan = scanCoveredAsWritten(written, written.events);
  const borderMs = endMs - outwards * BEYOND_MS;
  const coverage = scan.coverage.map((log) => ({
    ...log,
    firstMs: outwards === 1 ? log.firstMs : epochMs(Math.max(log.firstMs, borderMs)),
    lastMs: outwards === 1 ? epochMs(Math.min(log.lastMs, borderMs)) : log.lastMs,
  }));
  const { verdict } = written.judge([{ ...scan, coverage }]);
  const found = sameAbsence(verdict.matches.matchesOf(bearing.name), bearing);
  return {
    name: `${bearing.name}: log covered up to ${formatDuration(BEYOND_MS)} short of its end`,
    message: found === undefined || holds(found.value) ? `expected ${bearing.name} to be unknown` : null,
  };
}
