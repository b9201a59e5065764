import type { EpochMs } from '../../model/brand.ts';
import type { DateOrder, LocalTimeText } from '../../model/event.ts';
import { localTimeMs } from './calendar.ts';

/** The order this time is read in when its source settled on `order`: its own where that gives no calendar day. */
const orderOf = ({ orders }: LocalTimeText, order: DateOrder | null): DateOrder | undefined =>
  order !== null && orders.includes(order) ? order : orders[0];

/**
 * The digits of a local clock as if they were UTC, read as its source settled. A time always has a reading: the extremes of dropped
 * events, kept for each order, miss none.
 */
export function readLocal(time: LocalTimeText, order: DateOrder | null): EpochMs | null {
  const own = orderOf(time, order);
  return own === undefined ? null : localTimeMs(time, own);
}
