import { hasUnknownZone, type TimeBasis } from '../model/event.ts';

/** Is the zone of none of them known? Those without times do not count. */
export function haveNoZone(all: readonly { readonly timeBasis: TimeBasis }[]): boolean {
  const dated = all.filter(({ timeBasis }) => timeBasis !== 'none');
  return dated.length > 0 && dated.every(hasUnknownZone);
}
