import { KeyValues } from './key-lines.ts';

/** The event with which Windows Error Reporting tells of a problem, as other places repeat it. */
export function werEvent(message: string): KeyValues {
  const found = new KeyValues();
  found.set('channel', 'Application');
  found.set('provider', 'Windows Error Reporting');
  found.set('eventId', '1001');
  found.set('level', 'Information');
  found.set('message', message);
  return found;
}
