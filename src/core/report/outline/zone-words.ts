import type { Diff } from '../../model/diff.ts';
import type { TimeBasis } from '../../model/event.ts';
import type { DisplayZone } from '../display-time.ts';

/** The zone is said once, for all times below. @param bases of all that has times */
export function zoneWords(zone: DisplayZone, bases: readonly TimeBasis[]): string {
  const dated = bases.filter((basis) => basis !== 'none');
  if (dated.length === 0) return 'no times in it';
  const local = dated.filter((basis) => basis === 'assumed-local').length;
  if (local === dated.length) return 'times as written, the log names no zone';
  return `times in ${zone}${local > 0 ? ', but as written where a log names no zone' : ''}`;
}

/** Of the reports and of each finding on each side. */
export const basesOfDiff = (diff: Diff): readonly TimeBasis[] =>
  (diff.by === 'run'
    ? [diff.old, diff.new, ...diff.findings.flatMap((finding) => [finding.old, finding.new])]
    : [diff.report, ...diff.findings.flatMap(({ hosts }) => hosts.map(({ state }) => state))]
  ).flatMap((dated) => dated?.timeBasis ?? []);
