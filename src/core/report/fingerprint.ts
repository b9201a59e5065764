import { fnv1a64 } from '../model/hash.ts';

/** Of rule and key, never of time or path, so that runs can be compared. */
export const fingerprintOf = (ruleId: string, key: Readonly<Record<string, string | null>>): string =>
  fnv1a64(JSON.stringify([ruleId, key]));
