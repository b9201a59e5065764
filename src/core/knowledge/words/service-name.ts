import type { EventContent } from '../../model/event.ts';
import { canonicalProvider } from './providers.ts';

type Named = Pick<EventContent, 'provider' | 'providerAlias' | 'eventId' | 'data'>;

export interface ServiceName {
  /** Place of the insert that names the same service, from 0. */
  readonly insert: number;
  readonly name: string;
}

/** Events of the service controller whose data hold the name of the service that this insert shows in the language of Windows; seen in public logs of Windows 7 to 11. */
const INSERT_BY_ID: ReadonlyMap<number, number> = new Map([
  ...[7000, 7001, 7022, 7023, 7024, 7031, 7034, 7036, 7043].map((id) => [id, 0] as const),
  [7009, 1],
]);
const CONTROLLER = canonicalProvider('Service Control Manager');
const UTF_16 = new TextDecoder('utf-16le');
/** Names of services have at most 256 characters. */
const MAX_BYTES = 2 * 260;
/** `Spooler`, with a zero at its end; 7036 adds the new state: `Spooler/4`. */
const NAME = /^([\x20-\x2e\x30-\x7e]+)(?:\/\d+)?\0*$/;

/** What the service is called in every language: `Spooler`, where the insert says `Druckwarteschlange`. Exports of text carry no data. */
export function serviceName({ provider, providerAlias, eventId, data }: Named): ServiceName | null {
  if (data === null || eventId === null || data.length > MAX_BYTES || data.length % 2 !== 0) return null;
  const insert = INSERT_BY_ID.get(eventId);
  if (insert === undefined || canonicalProvider(provider ?? providerAlias ?? '') !== CONTROLLER) return null;
  const [, name] = NAME.exec(UTF_16.decode(data)) ?? [];
  return name === undefined ? null : { insert, name };
}
