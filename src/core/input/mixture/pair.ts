import { canonicalProvider } from '../../knowledge/words/providers.ts';
import type { DateOrder, LocalTimeText, RawEvent } from '../../model/event.ts';
import { MAX_ZONE_OFFSET_MS, MINUTE_MS } from '../../model/time-units.ts';
import { localTimeMs } from '../normalise/calendar.ts';

/** What the two forms of one event tell about the clock of the viewer. */
export interface ZoneEvidence {
  /** Local minus UTC. */
  readonly offsetMs: number;
  readonly order: DateOrder;
}

/** Zones lie a multiple of this from UTC. @see IANA time zone database */
const ZONE_STEP_MS = 15 * MINUTE_MS;

/** The offset that makes a local and an exact time the same; null when no zone does. */
function zoneBetween(local: LocalTimeText, exactMs: number): ZoneEvidence | null {
  for (const order of local.orders) {
    const localMs = localTimeMs(local, order);
    if (localMs === null) continue;
    const offsetMs = Math.round((localMs - exactMs) / ZONE_STEP_MS) * ZONE_STEP_MS;
    const isSame = Math.abs(localMs - exactMs - offsetMs) <= Math.max(local.precisionMs, 1000);
    if (isSame && Math.abs(offsetMs) <= MAX_ZONE_OFFSET_MS) return { offsetMs, order };
  }
  return null;
}

export type Agreement = ZoneEvidence | 'same' | 'unknown' | 'edited';

/** How the times of a text and of an XML form agree. */
export function agreementOf({ time: text }: RawEvent, { time: xml }: RawEvent): Agreement {
  if (text === null || xml?.kind !== 'exact') return 'unknown';
  if (text.kind === 'local') return zoneBetween(text, xml.timeMs) ?? 'edited';
  return Math.abs(text.timeMs - xml.timeMs) <= Math.max(text.precisionMs, 1000) ? 'same' : 'edited';
}

/**
 * Are a text and an XML beside it two forms of one event?
 * @param isAnnounced the text ends in the heading of its XML part: then a changed date is an edit, not another event.
 */
export function isPair(text: RawEvent, xml: RawEvent, isAnnounced: boolean): boolean {
  if (text.eventId === null || xml.eventId === null || (text.eventId & 0xffff) !== (xml.eventId & 0xffff)) return false;
  if (isAnnounced) return true;
  const names = [xml.provider, xml.providerAlias].filter((name) => name !== null).map(canonicalProvider);
  const isSameProvider = text.provider !== null && names.includes(canonicalProvider(text.provider));
  return isSameProvider && agreementOf(text, xml) !== 'edited';
}

/** One event of both forms: numbers, names and time from the XML, the message from the text. */
export function mergePair(text: RawEvent, xml: RawEvent): RawEvent {
  const [first, second] = text.position <= xml.position ? [text, xml] : [xml, text];
  return {
    ...xml,
    position: first.position,
    time: xml.time ?? text.time,
    host: xml.host ?? text.host,
    channel: xml.channel ?? text.channel,
    provider: xml.provider ?? text.provider,
    level: xml.level ?? text.level,
    category: text.category ?? xml.category,
    user: text.user ?? xml.user,
    strings: xml.strings.length > 0 ? xml.strings : text.strings,
    message: text.message ?? xml.message,
    data: xml.data ?? text.data,
    otherForms: [...first.otherForms, second.position, ...second.otherForms],
  };
}
