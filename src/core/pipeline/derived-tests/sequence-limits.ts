import { formatDuration } from '../../engine/duration.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { holdsWith, nameOfLine, type StepEvent, sequencesOf } from './support/matches.ts';
import { BEYOND_MS, type Extra, judgeStretched } from './support/stretch.ts';

type Sequence = ReturnType<typeof sequencesOf>[number];
interface Pause {
  readonly toMs: number;
  readonly extras: readonly Extra[];
}

/** Gaps and windows include their limit and end there. */
export const sequenceLimits: Derivation = (written) =>
  sequencesOf(written).flatMap((sequence) => {
    const timed = sequence.steps.every(({ timeMs }) => timeMs !== null);
    return timed ? [...gaps(written, sequence), ...windows(written, sequence)] : [];
  });

const distance = (a: StepEvent | undefined, b: StepEvent | undefined): number => (b?.timeMs ?? 0) - (a?.timeMs ?? 0);
/** Only then a pause fits between them: lines of one time stand in their order. */
const follows = (before: StepEvent | undefined, step: StepEvent): boolean =>
  before !== undefined &&
  (distance(before, step) > 0 || (distance(before, step) === 0 && before.position < step.position));
const spanOf = (steps: readonly StepEvent[]): number => distance(steps[0], steps.at(-1));

function gaps(written: WrittenTest, sequence: Sequence): readonly DerivedTest[] {
  const { bearing, steps } = sequence;
  const withinMs = durationMs(bearing.pattern.within);
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (step.gap === null || before === undefined || !follows(before, step)) return [];
    const gapMs = durationMs(step.gap);
    const isFree = spanOf(steps) - distance(before, step) + gapMs <= withinMs;
    return [...(isFree ? [gapMs] : []), gapMs + BEYOND_MS].map((toMs): DerivedTest => {
      const pause = { toMs, extras: [{ position: step.position, ms: toMs - distance(before, step) }] };
      const name = `${bearing.name}: ${nameOfLine(written, step.position)} ${formatDuration(toMs)} after ${nameOfLine(written, before.position)}`;
      return { name, message: tell(written, sequence, pause, gapMs, [before, step]) };
    });
  });
}

function windows(written: WrittenTest, sequence: Sequence): readonly DerivedTest[] {
  const { bearing, steps } = sequence;
  const withinMs = durationMs(bearing.pattern.within);
  return [withinMs, withinMs + BEYOND_MS].flatMap((toMs): readonly DerivedTest[] => {
    const extras = spread(steps, toMs - spanOf(steps));
    if (extras === null) return [];
    const name = `${bearing.name}: ${steps.length} events in ${formatDuration(toMs)}`;
    return [{ name, message: tell(written, sequence, { toMs, extras }, withinMs, steps) }];
  });
}

/** The pauses between the steps made longer, each up to its gap; null: the gaps do not leave room. */
function spread(steps: readonly StepEvent[], ms: number): readonly Extra[] | null {
  const extras: Extra[] = [];
  let rest = ms;
  for (const [index, step] of steps.entries()) {
    if (rest <= 0 || !follows(steps[index - 1], step)) continue;
    const room = step.gap === null ? rest : durationMs(step.gap) - distance(steps[index - 1], step);
    if (room > 0) extras.push({ position: step.position, ms: Math.min(room, rest) });
    rest -= Math.max(0, Math.min(room, rest));
  }
  return rest > 0 || steps.length < 2 || ms < 0 ? null : extras;
}

function tell(
  written: WrittenTest,
  { bearing: { name } }: Sequence,
  { toMs, extras }: Pause,
  limitMs: number,
  steps: readonly StepEvent[],
): string | null {
  const isHeld = holdsWith(judgeStretched(written, extras), name, steps);
  if (isHeld === toMs <= limitMs) return null;
  return `the limit is ${formatDuration(limitMs)}: expected ${name} ${isHeld ? 'not to match, but it does' : 'to match, but it does not'}`;
}
