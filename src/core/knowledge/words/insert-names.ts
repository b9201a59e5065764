import { canonicalProvider } from './providers.ts';

interface NamedInserts {
  readonly provider: string;
  readonly names: readonly string[];
}

/**
 * The names of inserts by their place, for events whose text holds none of them: most exports keep the places and lose the names.
 * 41: in this order in KB2028504 and in real logs; later versions of Windows add further ones behind them.
 */
const NAMES_BY_ID: ReadonlyMap<number, NamedInserts> = new Map([
  [
    41,
    {
      provider: canonicalProvider('Microsoft-Windows-Kernel-Power'),
      names: [
        'BugcheckCode',
        'BugcheckParameter1',
        'BugcheckParameter2',
        'BugcheckParameter3',
        'BugcheckParameter4',
        'SleepInProgress',
        'PowerButtonTimestamp',
      ],
    },
  ],
]);

/** @returns null for an event of another kind, and for one that does not have all of them. */
export function insertNames(provider: string | null, eventId: number | null, count: number): readonly string[] | null {
  const known = eventId === null ? undefined : NAMES_BY_ID.get(eventId & 0xffff);
  if (known === undefined || provider === null || count < known.names.length) return null;
  return canonicalProvider(provider) === known.provider ? known.names : null;
}
