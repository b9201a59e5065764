import type { Level, RawEvent } from '../../model/event.ts';
import type { Interest } from '../../model/interest.ts';

/** What decides whether an event is read. */
export type Deciding = Pick<RawEvent, 'provider' | 'providerAlias' | 'eventId' | 'level' | 'channel'>;

/** Does some rule ask for events of this provider and id? */
export function isAskedFor(
  interest: Interest,
  { provider, providerAlias, eventId: found, level, channel }: Deciding,
): boolean {
  if (interest.everything) return true;
  const eventId = found === null ? null : found & 0xffff;
  if (interest.wants(provider, eventId, level, channel)) return true;
  return providerAlias !== null && providerAlias !== provider && interest.wants(providerAlias, eventId, level, channel);
}

const LEVELS_OF_CODES: ReadonlySet<Level | null> = new Set<Level | null>([null, 'critical', 'error', 'warning']);

/** Events that nobody asks for are looked through for codes from this level on. */
export const mayNameCodes = ({ level }: Deciding): boolean => LEVELS_OF_CODES.has(level);

type Texts = Pick<RawEvent, 'message' | 'strings' | 'fields'>;

/** The text that codes are looked for in. Fields hold the same values as the inserts, where there are any. */
export const textOf = ({ message, strings, fields }: Texts): string =>
  [message ?? '', ...(strings.length > 0 ? strings : fields.values())].join('\n');

/** Is this event, read in full, kept? */
export const isWanted = (interest: Interest, event: RawEvent): boolean =>
  isAskedFor(interest, event) || (mayNameCodes(event) && interest.mayHoldCode(textOf(event)));

const MAX_SAMPLE_CHARACTERS = 300;

/** One line for statistics: the message, or what there is of it. */
export const sampleOf = ({ message, strings }: Pick<RawEvent, 'message' | 'strings'>): string | null =>
  (message ?? strings.join(' ')).replace(/\s+/g, ' ').trim().slice(0, MAX_SAMPLE_CHARACTERS) || null;
