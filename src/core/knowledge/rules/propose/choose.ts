import type { EventRecord, Level } from '../../../model/event.ts';
import { compareText } from '../../../model/order.ts';

/** Kinds of events farther apart than this have hardly one cause. */
const MAX_DISTANCE_MS = 3_600_000;
const MAX_KINDS = 6;
const RANKS: readonly (Level | null)[] = ['critical', 'error', 'audit-failure', 'warning'];

/** A warning, or worse: most of what rules are about. */
export const isTrouble = ({ level }: EventRecord): boolean => RANKS.includes(level);
const rankOf = ({ level }: EventRecord): number => (RANKS.includes(level) ? RANKS.indexOf(level) : RANKS.length);
const kindOf = ({ provider, eventId }: EventRecord): string => JSON.stringify([provider?.toLowerCase(), eventId]);
const isNamed = ({ provider, eventId }: EventRecord): boolean => provider !== null && eventId !== null;

/** What a rule is made from. */
export interface Chosen {
  /** One event of each kind, in order; the main one is among them. */
  readonly events: readonly EventRecord[];
  readonly main: EventRecord;
  /** No two of them stand at the same time in different logs. */
  readonly isOrdered: boolean;
  /** From the first to the last; null where a time is missing. */
  readonly spanMs: number | null;
}

/** The last of the worst events, and the nearest of each other kind around it. null: there is none that a rule could name. */
export function choose(events: readonly EventRecord[]): Chosen | null {
  const nameable = events.filter(({ provider, eventId }) => provider !== null || eventId !== null);
  const ordered = inOrder(nameable);
  const worst = ordered.reduce((rank, event) => Math.min(rank, rankOf(event)), RANKS.length);
  const main = ordered.findLast((event) => rankOf(event) === worst);
  if (main === undefined) return null;
  const companions = isNamed(main) ? nearestOfKinds(ordered, main) : [];
  const chosen = ordered.filter((event) => event === main || companions.includes(event));
  return { events: chosen, main, isOrdered: isInOrder(chosen), spanMs: spanOf(chosen) };
}

/** By time; what has none keeps its place behind the one before it. */
function inOrder(events: readonly EventRecord[]): readonly EventRecord[] {
  if (events.some(({ timeMs }) => timeMs === null)) return events;
  return events
    .map((event, place) => ({ event, place, time: event.timeMs ?? 0 }))
    .sort((a, b) => a.time - b.time || a.event.ticks - b.event.ticks || a.place - b.place)
    .map(({ event }) => event);
}

function nearestOfKinds(events: readonly EventRecord[], main: EventRecord): readonly EventRecord[] {
  const place = events.indexOf(main);
  const distance = (event: EventRecord): number =>
    main.timeMs === null || event.timeMs === null
      ? Math.abs(events.indexOf(event) - place)
      : Math.abs(event.timeMs - main.timeMs);
  const nearest = new Map<string, { event: EventRecord; distance: number }>();
  for (const event of events) {
    const kind = kindOf(event);
    if (kind === kindOf(main) || !isNamed(event) || event.host !== main.host) continue;
    const found = { event, distance: distance(event) };
    if (found.distance > MAX_DISTANCE_MS || found.distance >= (nearest.get(kind)?.distance ?? Number.POSITIVE_INFINITY))
      continue;
    nearest.set(kind, found);
  }
  return [...nearest]
    .sort(([a, one], [b, other]) => one.distance - other.distance || compareText(a, b))
    .slice(0, MAX_KINDS - 1)
    .map(([, { event }]) => event);
}

/** Within one log the place tells; between logs only the time. */
const isInOrder = (events: readonly EventRecord[]): boolean =>
  events.slice(1).every((event, index) => {
    const before = events[index];
    if (before === undefined || before.channel === event.channel) return true;
    return (
      before.timeMs !== null &&
      event.timeMs !== null &&
      event.timeMs - before.timeMs >= Math.max(before.precisionMs, event.precisionMs)
    );
  });

function spanOf(events: readonly EventRecord[]): number | null {
  const times = events.map(({ timeMs }) => timeMs);
  if (times.includes(null)) return null;
  const known = times.filter((time) => time !== null);
  return Math.max(...known) - Math.min(...known);
}
