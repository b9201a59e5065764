import type { EventRecord, Place } from '../model/event.ts';
import { mapAt } from '../model/map-at.ts';
import type { ClassHit, KeptEvent } from '../model/scan.ts';
import type { HostJoin } from './hosts.ts';
import { logOf, providerOf, sameMoment, Twins } from './twins.ts';

/** A kept event with the places of its copies and the hits of all of them. */
export interface JoinedEvent {
  readonly kept: KeptEvent;
  readonly hostKey: string;
  readonly places: readonly Place[];
  readonly hits: readonly ClassHit[];
}
/** Most events have no copy: their lists are those of the kept event until one is found. */
interface Building {
  readonly kept: KeptEvent;
  readonly hostKey: string;
  places: readonly Place[];
  /** `places`, once there are copies. */
  ownPlaces: Place[] | null;
  hits: readonly ClassHit[];
  /** The form that tells most. */
  told: KeptEvent;
  /** Further sources that gave a copy, null for most: what one source holds k times and another m times happened max(k, m) times. */
  copies: Set<string> | null;
}

/** A place list of a hostile input must not grow without bound. */
const MAX_PLACES = 100;

/** Is it a class that takes events for what they do not say? */
export type TakesLack = (classIndex: number) => boolean;

function absorb(target: Building, kept: KeptEvent, takesLack: TakesLack): void {
  const { source, position, recordId, places } = kept.event;
  const isListed = places.some((place) => place.source === source && place.position === position);
  target.ownPlaces ??= [...target.places];
  const all = target.ownPlaces;
  // The event itself, and its other forms.
  if (!isListed && all.length < MAX_PLACES) all.push({ source, position, recordId });
  for (const place of places) if (all.length < MAX_PLACES) all.push(place);
  target.places = all;
  const isSurer = tellsMore(kept, target.told);
  const [sure, others] = isSurer ? [kept.hits, target.hits] : [target.hits, kept.hits];
  if (isSurer) target.told = kept;
  target.hits = joinedHits(
    sure,
    hasValues(target.told) ? others.filter(({ classIndex }) => !takesLack(classIndex)) : others,
  );
  target.copies ??= new Set();
  target.copies.add(kept.event.source);
}
/** What was cut out of inserts is surer than what a text tells, or a form without either. */
const tellsMore = (a: KeptEvent, b: KeptEvent): boolean => a.event.strings.length > 0 && b.event.strings.length === 0;
const hasValues = ({ event }: KeptEvent): boolean => event.strings.length > 0 || event.fields.size > 0;

function joinedHits(first: readonly ClassHit[], others: readonly ClassHit[]): readonly ClassHit[] {
  const missing = others.filter(({ classIndex }) => first.every((known) => known.classIndex !== classIndex));
  return missing.length === 0 ? first : [...first, ...missing];
}

const begin = (kept: KeptEvent, hostKey: string): Building => ({
  kept,
  hostKey,
  places: kept.event.places,
  ownPlaces: null,
  hits: kept.hits,
  told: kept,
  copies: null,
});

/**
 * One event, several places (rule-language.md, section 6.1). Numbered records first: they are exact; then the others, only between
 * sources and as multisets. The scans come sorted by name, so the result does not depend on the order of the files.
 */
export function joinDuplicates(
  kept: readonly KeptEvent[],
  hosts: HostJoin,
  takesLack: TakesLack,
): readonly JoinedEvent[] {
  const hostKeys = kept.map(({ event }) => hosts.keyOf(event.source, event.host));
  const joined = joinNumbered(kept, hostKeys, takesLack);
  const others = kept.flatMap((one, index) => (isNumbered(one) ? [] : [{ one, hostKey: hostKeys[index] ?? '' }]));
  if (kept.every(({ event }) => event.source === kept[0]?.event.source)) {
    return joined.concat(others.map(({ one, hostKey }) => begin(one, hostKey)));
  }
  const twins = new Twins<Building>();
  if (others.length > 0) for (const building of joined) twins.add(building);
  for (const { one, hostKey } of others) {
    const twin = twins.find(hostKey, one);
    if (twin !== null) absorb(twin, one, takesLack);
    else {
      const building = begin(one, hostKey);
      joined.push(building);
      twins.add(building);
    }
  }
  return joined;
}

/** Numbers count inside a log: without its name they say nothing about other sources. */
const isNumbered = ({ event }: KeptEvent): boolean => event.recordId !== null && event.channel !== null;

const isSameKind = (a: EventRecord, b: EventRecord): boolean =>
  a.eventId === b.eventId && (a.provider === b.provider || providerOf(a) === providerOf(b));

/** A number that stands for two events, of a log that was cleared and began anew, stays two. */
function joinNumbered(kept: readonly KeptEvent[], hostKeys: readonly string[], takesLack: TakesLack): Building[] {
  const joined: Building[] = [];
  const byHost = new Map<string, Map<string | null, Map<number, Building[]>>>();
  for (const [index, one] of kept.entries()) {
    const { event } = one;
    if (event.recordId === null || !isNumbered(one)) continue;
    const hostKey = hostKeys[index] ?? '';
    const byNumber = mapAt(mapAt(byHost, hostKey), logOf(event));
    const known = byNumber.get(event.recordId) ?? [];
    if (known.length === 0) byNumber.set(event.recordId, known);
    const same = known.find(({ kept: { event: other } }) => isSameKind(other, event) && sameMoment(other, event));
    if (same !== undefined) absorb(same, one, takesLack);
    else {
      const building = begin(one, hostKey);
      joined.push(building);
      if (known.length < MAX_PLACES) known.push(building);
    }
  }
  return joined;
}
