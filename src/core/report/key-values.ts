import { UNKNOWN_VALUE } from '../model/unknown-value.ts';

/** A key in one cell of a table: `host=ex1; device=\\Device\\Harddisk0`. */
export const keyCell = (key: Readonly<Record<string, string | null>>): string =>
  Object.entries(key)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** What people read of a key: the host stands elsewhere, and a value that nobody knows tells nothing. */
export const keyValues = (key: Readonly<Record<string, string | null>>): readonly (readonly [string, string])[] =>
  Object.entries(key).flatMap(([name, value]) =>
    name === 'host' || value === null || value === UNKNOWN_VALUE ? [] : [[name, value] as const],
  );
