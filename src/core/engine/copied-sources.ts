import type { Scan } from '../model/scan.ts';
import { RecordBooks } from './alignment.ts';

/** What machines do by the clock they do in the same second; a few of its own records tell one from another. */
const MIN_KINDS = 3;
const MIN_SECONDS = 5;

const isNameless = ({ kept, statistics, facts }: Scan): boolean =>
  [...kept.map(({ event }) => event), ...statistics, ...facts].every(({ host }) => host === null);

/**
 * The hosts of sources that name none, as the table of a viewer or a list does, by the same records in a source that names its host.
 * @param nameOf as the run knows the host of an event
 */
export function hostsOfCopies(
  scans: readonly Scan[],
  nameOf: (source: string, logged: string | null) => string | null,
): ReadonlyMap<string, string> {
  const nameless = scans.filter((scan) => scan.kept.length > 0 && isNameless(scan));
  if (nameless.length === 0 || nameless.length === scans.length) return new Map();
  const books = new RecordBooks();
  for (const { source, kept } of scans)
    for (const { event } of kept) {
      const name = nameOf(source, event.host);
      if (name !== null) books.add(event, name);
    }
  return new Map(
    nameless.flatMap(({ source, kept }) => {
      const found = books.align(
        kept.map(({ event }) => event),
        null,
      );
      return found === null || found.kinds < MIN_KINDS || found.seconds < MIN_SECONDS ? [] : [[source, found.hostKey]];
    }),
  );
}
