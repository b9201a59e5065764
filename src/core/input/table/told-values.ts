import { tellingMessage } from '../../knowledge/words/telling-messages.ts';
import type { Values } from './values.ts';

/** Values without an id, with that of the event whose message they have, as `Select-Object TimeCreated, Message` leaves them; null where it tells none. */
export function withToldEvent(values: Values): Values | null {
  const [message = '', ...rest] = (values.get('message')?.[0] ?? '').trim().split('\n');
  const told = tellingMessage(message, () => rest.join('\n'));
  if (told === null) return null;
  const { source, eventId, log, level } = told;
  return new Map([
    ['provider', [source]],
    ...(log === null ? [] : [['channel', [log]] as const]),
    ...(level === null ? [] : [['level', [level]] as const]),
    ...values,
    ['eventId', [String(eventId)]],
  ]);
}
