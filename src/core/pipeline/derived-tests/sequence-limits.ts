import { durationMs } from '../../knowledge/rules/duration.ts';
import { formatDuration } from '../../model/duration.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { holdsInSteps, isMeasured, nameOfLine, type Sequence, type StepEvent, sequencesOf } from './support/matches.ts';
import { BEYOND_MS, type Extra, judgeStretched } from './support/stretch.ts';

interface Pause {
  readonly toMs: number;
  readonly extras: readonly Extra[];
}

/** Gaps and windows include their limit and end there. */
export const sequenceLimits: Derivation = (written) =>
  sequencesOf(written).flatMap((sequence) => {
    return isMeasured(written, sequence) && isInOrder(sequence)
      ? [...gaps(written, sequence), ...windows(written, sequence)]
      : [];
  });

const distance = (a: StepEvent | undefined, b: StepEvent | undefined): number => (b?.timeMs ?? 0) - (a?.timeMs ?? 0);
/** Only then a pause fits between any two of them: lines of one time stand in their order. */
const isInOrder = ({ steps }: Sequence): boolean =>
  steps.every((step, index) => {
    const before = steps[index - 1];
    const ms = distance(before, step);
    return before === undefined || ms > 0 || (ms === 0 && before.position < step.position);
  });
const spanOf = (steps: readonly StepEvent[]): number => distance(steps[0], steps.at(-1));

function gaps(written: WrittenTest, sequence: Sequence): readonly DerivedTest[] {
  const { name: pattern, steps } = sequence;
  const withinMs = durationMs(sequence.pattern.within);
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (step.gap === null || before === undefined) return [];
    const gapMs = durationMs(step.gap);
    const isFree = spanOf(steps) - distance(before, step) + gapMs <= withinMs;
    return [...(isFree ? [gapMs] : []), gapMs + BEYOND_MS].map((toMs): DerivedTest => {
      const pause = { toMs, extras: [{ position: step.position, ms: toMs - distance(before, step) }] };
      const name = `${pattern}: ${nameOfLine(written, step.position)} ${formatDuration(toMs)} after ${nameOfLine(written, before.position)}`;
      return { name, message: tell(written, sequence, pause, gapMs, [index - 1, index]) };
    });
  });
}

function windows(written: WrittenTest, sequence: Sequence): readonly DerivedTest[] {
  const { name: pattern, steps } = sequence;
  const withinMs = durationMs(sequence.pattern.within);
  return [withinMs, withinMs + BEYOND_MS].flatMap((toMs): readonly DerivedTest[] => {
    const extras = spread(steps, toMs - spanOf(steps));
    if (extras === null) return [];
    const name = `${pattern}: ${steps.length} events in ${formatDuration(toMs)}`;
    return [{ name, message: tell(written, sequence, { toMs, extras }, withinMs, [...steps.keys()]) }];
  });
}

/** The pauses between the steps made longer, each up to its gap; null: the gaps do not leave room. */
function spread(steps: readonly StepEvent[], ms: number): readonly Extra[] | null {
  const extras: Extra[] = [];
  let rest = ms;
  for (const [index, step] of steps.entries()) {
    if (rest <= 0 || index === 0) continue;
    const room = step.gap === null ? rest : durationMs(step.gap) - distance(steps[index - 1], step);
    if (room > 0) extras.push({ position: step.position, ms: Math.min(room, rest) });
    rest -= Math.max(0, Math.min(room, rest));
  }
  return rest > 0 || steps.length < 2 || ms < 0 ? null : extras;
}

function tell(
  written: WrittenTest,
  sequence: Sequence,
  { toMs, extras }: Pause,
  limitMs: number,
  places: readonly number[],
): string | null {
  const isInside = toMs <= limitMs;
  // At the limit another line may have taken the place of an earlier one.
  const isHeld = holdsInSteps(judgeStretched(written, extras), sequence, isInside ? places.slice(-1) : places);
  if (isHeld === isInside) return null;
  return `the limit is ${formatDuration(limitMs)}: expected ${sequence.name} ${isHeld ? 'not to match, but it does' : 'to match, but it does not'}`;
}
