import type { RawEvent } from '../../model/event.ts';
import { fnv1a64 } from '../../model/hash.ts';
import { compareText } from '../../model/order.ts';
import { changed } from './support/conclusions.ts';
import type { Derivation, WrittenTest } from './support/derivation.ts';
import { timeOf } from './support/stretch.ts';
import { scanCoveredAsWritten } from './support/written-test.ts';

/** The order of the lines in the file means nothing where numbers or times say what came first. */
export const fileOrder: Derivation = (written) => {
  const { events, test } = written;
  if (events.some((event) => !isNumbered(event) && timeOf(event) === null)) return [];
  const orders = [
    ...(events.filter(isNumbered).length > 1 ? [{ name: 'lines shuffled', lines: shuffled(events, test.name) }] : []),
    ...(isReadBackwards(events) ? [{ name: 'newest line first', lines: events.toReversed() }] : []),
  ];
  return orders.map(({ name, lines }) => ({ name, message: changed(written, judgeInOrder(written, lines)) }));
};

const judgeInOrder = (written: WrittenTest, lines: readonly RawEvent[]) => {
  const placed = lines.map((event, index) => ({ ...event, position: index + 1 }));
  return written.judge([scanCoveredAsWritten(written, placed)]);
};

/** Lines with numbers change places, the same way in every run; the others have no order but that of the file. */
function shuffled(events: readonly RawEvent[], seed: string): readonly RawEvent[] {
  const hash = ({ position }: RawEvent): string => fnv1a64(`${seed} ${position}`);
  const numbered = events
    .filter(isNumbered)
    .sort((a, b) => compareText(hash(a), hash(b)))
    [Symbol.iterator]();
  return events.map((event) => (isNumbered(event) ? (numbered.next().value ?? event) : event));
}

const isNumbered = ({ recordId }: RawEvent): boolean => recordId !== null;

/** Newest first shows in the times; lines of one time cannot be turned. */
function isReadBackwards(events: readonly RawEvent[]): boolean {
  const loose = events.filter((event) => !isNumbered(event));
  return loose.length === 0 || new Set(loose.map(timeOf)).size > 1;
}
