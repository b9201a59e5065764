import { CROSS_HOST_MS } from '../../engine/relations.ts';
import type { RawEvent } from '../../model/event.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { holdsOutOfOrder, nameOfLine, sequencesOf } from './support/matches.ts';
import { timeOf } from './support/stretch.ts';
import { judgeEvents } from './support/written-test.ts';

/** A sequence does not match with two of its events in the other order. */
export const swappedSteps: Derivation = (written) =>
  sequencesOf(written).flatMap((sequence) =>
    sequence.steps.flatMap(({ position }, index): readonly DerivedTest[] => {
      const before = sequence.steps[index - 1];
      const lines = before === undefined ? null : swapped(written, before.position, position);
      if (before === undefined || lines === null) return [];
      const isHeld = holdsOutOfOrder(judgeEvents(written, lines), sequence, [before.position, position]);
      const { name } = sequence;
      return [
        {
          name: `${name}: ${nameOfLine(written, before.position)} and ${nameOfLine(written, position)} swapped`,
          message: isHeld ? `expected ${name} not to match, but it does` : null,
        },
      ];
    }),
  );

/** Both lines with the time, and inside one log the number, of the other; null: nothing orders them. */
function swapped({ events }: WrittenTest, first: number, second: number): readonly RawEvent[] | null {
  const [a, b] = [first, second].map((position) => events.find((event) => event.position === position));
  if (a === undefined || b === undefined || a === b) return null;
  const isOneLog = a.recordId !== null && b.recordId !== null && a.host === b.host && a.channel === b.channel;
  if (!isOneLog && !isSurelyLater(a, b)) return null;
  const as = (event: RawEvent, other: RawEvent): RawEvent => ({
    ...event,
    time: other.time,
    recordId: isOneLog ? other.recordId : event.recordId,
  });
  return events.map((event) => (event === a ? as(a, b) : event === b ? as(b, a) : event));
}

function isSurelyLater(a: RawEvent, b: RawEvent): boolean {
  const [from, to] = [timeOf(a), timeOf(b)];
  const precisionMs = Math.max(...[a, b].map(({ time }) => (time?.kind === 'exact' ? time.precisionMs : 0)));
  return from !== null && to !== null && to - from > (a.host === b.host ? precisionMs : CROSS_HOST_MS);
}
