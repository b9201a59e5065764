import type { EventRecord } from '../model/event.ts';
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
      const host = hostOf(
        kept.map(({ event }) => event),
        books,
      );
      return host === null ? [] : [[source, host]];
    }),
  );
}

/** A log may be of several hosts, as of a machine that was renamed: what the first does not hold is of none. */
function hostOf(events: readonly EventRecord[], books: RecordBooks): string | null {
  const found = books.align(events, null);
  if (found === null || found.kinds < MIN_KINDS || found.seconds < MIN_SECONDS) return null;
  const others = events.filter((event) => !found.holds(event));
  return books.align(others, null) === null ? found.hostKey : null;
}
