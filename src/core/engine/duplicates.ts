import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventRecord, Place } from '../model/event.ts';
import type { ClassHit, KeptEvent } from '../model/scan.ts';
import type { HostJoin } from './hosts.ts';

/** A kept event with the places of its copies and the hits of all of them. */
export interface JoinedEvent {
  readonly kept: KeptEvent;
  readonly hostKey: string;
  readonly places: readonly Place[];
  readonly hits: ReadonlyMap<number, Readonly<Record<string, string>>>;
}
interface Building {
  readonly kept: KeptEvent;
  readonly hostKey: string;
  readonly places: Place[];
  readonly hits: Map<number, Readonly<Record<string, string>>>;
  /** Sources that already gave a copy: k there and m here are max(k, m). */
  readonly sources: Set<string>;
}

/** A place list of a hostile input must not grow without bound. */
const MAX_PLACES = 100;
const MINUTE_MS = 60_000;

const placeOf = ({ source, position, recordId }: EventRecord): Place => ({ source, position, recordId });
const logOf = (event: EventRecord): string | null => event.channel?.toLowerCase() ?? null;
const providerOf = (event: EventRecord): string => (event.provider === null ? '' : canonicalProvider(event.provider));
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function sameText(a: KeptEvent, b: KeptEvent): boolean {
  if (!a.textKept || !b.textKept) return a.textHash === b.textHash;
  if (a.event.message !== null && b.event.message !== null) return flat(a.event.message) === flat(b.event.message);
  if (a.event.strings.length === 0 || b.event.strings.length === 0) return true;
  return (
    a.event.strings.length === b.event.strings.length &&
    a.event.strings.every((text, index) => text === b.event.strings[index])
  );
}

function sameMoment(a: EventRecord, b: EventRecord): boolean {
  if (a.timeMs === null || b.timeMs === null) return a.timeMs === b.timeMs;
  if ((a.timeBasis === 'assumed-local') !== (b.timeBasis === 'assumed-local')) return false;
  const precision = Math.max(a.precisionMs, b.precisionMs);
  if (precision < 1) return a.timeMs === b.timeMs && a.ticks === b.ticks;
  return Math.floor(a.timeMs / precision) === Math.floor(b.timeMs / precision);
}

function sameLog(a: EventRecord, b: EventRecord): boolean {
  const [logA, logB] = [logOf(a), logOf(b)];
  return logA === null || logB === null || logA === logB;
}

/** An exact key for numbered records; a bucket of the minute for the others. */
const numberedKey = (hostKey: string, event: EventRecord): string =>
  JSON.stringify([hostKey, logOf(event), event.recordId, providerOf(event), event.eventId, event.timeMs, event.ticks]);
const minuteKey = (hostKey: string, event: EventRecord, shift = 0): string =>
  JSON.stringify([
    hostKey,
    providerOf(event),
    event.eventId,
    event.timeMs === null ? null : Math.floor(event.timeMs / MINUTE_MS) + shift,
  ]);

function absorb(target: Building, kept: KeptEvent): void {
  if (target.places.length < MAX_PLACES) target.places.push(placeOf(kept.event), ...kept.event.places);
  for (const hit of kept.hits) if (!target.hits.has(hit.classIndex)) target.hits.set(hit.classIndex, hit.captured);
  target.sources.add(kept.event.source);
}
const begin = (kept: KeptEvent, hostKey: string): Building => ({
  kept,
  hostKey,
  places: [...kept.event.places],
  hits: new Map(kept.hits.map((hit: ClassHit) => [hit.classIndex, hit.captured])),
  sources: new Set([kept.event.source]),
});

/**
 * One event, several places (rule-language.md, section 6.1). Numbered records first: they are exact; then the others, only between
 * sources and as multisets. The scans come sorted by name, so the result does not depend on the order of the files.
 */
export function joinDuplicates(kept: readonly KeptEvent[], hosts: HostJoin): readonly JoinedEvent[] {
  const joined: Building[] = [];
  const byNumber = new Map<string, Building>();
  const byMinute = new Map<string, Building[]>();
  const add = (building: Building): void => {
    joined.push(building);
    const key = minuteKey(building.hostKey, building.kept.event);
    const bucket = byMinute.get(key);
    if (bucket === undefined) byMinute.set(key, [building]);
    else bucket.push(building);
  };
  const keyOf = ({ event }: KeptEvent): string => hosts.keyOf(event.source, event.host);
  for (const one of kept) {
    if (one.event.recordId === null) continue;
    const hostKey = keyOf(one);
    const key = numberedKey(hostKey, one.event);
    const known = byNumber.get(key);
    if (known !== undefined) absorb(known, one);
    else {
      const building = begin(one, hostKey);
      byNumber.set(key, building);
      add(building);
    }
  }
  for (const one of kept) {
    if (one.event.recordId !== null) continue;
    const hostKey = keyOf(one);
    const twin = (byMinute.get(minuteKey(hostKey, one.event)) ?? []).find(
      (other) =>
        !other.sources.has(one.event.source) &&
        sameMoment(other.kept.event, one.event) &&
        sameLog(other.kept.event, one.event) &&
        sameText(other.kept, one),
    );
    if (twin !== undefined) absorb(twin, one);
    else add(begin(one, hostKey));
  }
  return joined;
}
