import type { RawEvent } from '../../model/event.ts';
import { ownText } from '../text/copy-text.ts';

const own = (text: string | null): string | null => (text === null ? null : ownText(text));

/** The event without a hold on the piece of the source it was cut out of, for one that waits longer than that piece. */
export const detached = (raw: RawEvent): RawEvent => ({
  ...raw,
  host: own(raw.host),
  channel: own(raw.channel),
  provider: own(raw.provider),
  providerAlias: own(raw.providerAlias),
  category: own(raw.category),
  user: own(raw.user),
  strings: raw.strings.map(ownText),
  fields: new Map(Array.from(raw.fields, ([name, value]) => [ownText(name), ownText(value)])),
  message: own(raw.message),
});
