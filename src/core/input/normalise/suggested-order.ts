import type { DateOrder, RawTime } from '../../model/event.ts';

/** What a time says about the region it was printed in; null where it can be read in one order only, or as well in another. */
export function suggestedOrder(time: RawTime | null): DateOrder | null {
  if (time?.kind !== 'local' || time.orders.length < 2 || time.isOpen === true) return null;
  return time.orders[0] ?? null;
}
