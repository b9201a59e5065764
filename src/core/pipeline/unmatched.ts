import type { Report } from '../model/report.ts';
import { type InputOptions, isZoneOf } from './options.ts';
import { isSameHost } from './period.ts';

interface Unmatched {
  readonly files: readonly string[];
  readonly clocks: readonly string[];
  readonly hosts: readonly string[];
  /** All events that were read were left out: of another time or host. */
  readonly isEmpty: boolean;
}

/** What names a file or a host that is in none of the inputs, as it was given: a slip of the pen there changes nothing, silently. */
export function unmatchedNames(
  { sources, statistics }: Pick<Report, 'sources' | 'statistics'>,
  { tz = [], clocks = [], hosts = [] }: Pick<InputOptions, 'tz' | 'clocks' | 'hosts'>,
): Unmatched {
  const isHere = (wanted: string): boolean =>
    statistics.some(({ host }) => host !== null && isSameHost(wanted.toLowerCase(), host));
  return {
    files: tz.flatMap((choice) =>
      choice.file === null || sources.some(({ name }) => isZoneOf(choice, name)) ? [] : [choice.file],
    ),
    clocks: clocks.flatMap(({ host }) => (isHere(host) ? [] : [host])),
    hosts: hosts.filter((host) => !isHere(host)),
    isEmpty: statistics.length === 0 && sources.some(({ events }) => events > 0),
  };
}
