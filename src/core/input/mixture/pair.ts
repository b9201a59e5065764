import { canonicalProvider } from '../../knowledge/words/providers.ts';
import type { DateOrder, LocalTimeText, RawEvent } from '../../model/event.ts';
import { zoneOffsetBetween } from '../../model/zone-offset.ts';
import { localTimeMs } from '../normalise/calendar.ts';

/** What the two forms of one event tell about the clock of the viewer. */
export interface ZoneEvidence {
  /** Local minus UTC. */
  readonly offsetMs: number;
  readonly order: DateOrder;
}

/** The offset that makes a local and an exact time the same; null when no zone does. */
function zoneBetween(local: LocalTimeText, exactMs: number): ZoneEvidence | null {
  for (const order of local.orders) {
    const localMs = localTimeMs(local, order);
    if (localMs === null) continue;
    const offsetMs = zoneOffsetBetween(localMs, exactMs, local.precisionMs);
    if (offsetMs !== null) return { offsetMs, order };
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
