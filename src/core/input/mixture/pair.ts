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

/** Is the first the row of a list that shows the second: its source, id and time, and no text? */
export function isRowOf(row: RawEvent, text: RawEvent): boolean {
  if (row.message !== null || row.strings.length > 0 || row.fields.size > 0) return false;
  if (row.eventId === null || text.eventId === null || (row.eventId & 0xffff) !== (text.eventId & 0xffff)) return false;
  if (row.provider === null || text.provider === null) return false;
  if (canonicalProvider(row.provider) !== canonicalProvider(text.provider)) return false;
  if (row.level !== null && text.level !== null && row.level !== text.level) return false;
  return row.time?.kind === 'local' && text.time?.kind === 'local' && isSameMoment(row.time, text.time);
}

/** As far as both say it: a list may show no seconds. */
function isSameMoment(a: LocalTimeText, b: LocalTimeText): boolean {
  const precisionMs = Math.max(a.precisionMs, b.precisionMs);
  return a.orders.some((order) => {
    const [first, second] = [localTimeMs(a, order), b.orders.includes(order) ? localTimeMs(b, order) : null];
    return first !== null && second !== null && Math.abs(first - second) < precisionMs;
  });
}

/** The text says all that the row does. */
export const mergeRow = (row: RawEvent, text: RawEvent): RawEvent => ({
  ...text,
  position: row.position,
  level: text.level ?? row.level,
  category: text.category ?? row.category,
  otherForms: [...row.otherForms, text.position, ...text.otherForms],
});
