import type { Diff, DiffSide, FindingState } from '../../model/diff.ts';
import type { DisplayZone, FormatTime } from '../display-time.ts';
import { type Document, type Inline, joined, log, quiet, strong, text, warn } from './document.ts';
import { describeRedaction } from './head.ts';
import { capitalised, counted } from './words.ts';
import { basesOfDiff, zoneWords } from './zone-words.ts';

/** More are counted, not listed: the answer has to stay on the screen. */
const LISTED_HOSTS = 4;

/** One time, or the two ends of a span. */
export const periodEnds = (
  time: FormatTime,
  { first, last, timeBasis }: Pick<FindingState, 'first' | 'last' | 'timeBasis'>,
): readonly string[] => {
  const ends = [first, last].flatMap((end) => (end === null ? [] : [time(end, timeBasis)]));
  return ends.length === 0 ? ['time not known'] : [...new Set(ends)];
};
const formatPeriod = (time: FormatTime, dated: Parameters<typeof periodEnds>[1]): string =>
  periodEnds(time, dated).join(' to ');

const nameHosts = (hosts: DiffSide['hosts']): Inline | null => {
  if (hosts.length === 0) return null;
  return hosts.length > LISTED_HOSTS ? [counted(hosts.length, 'host')] : joined(hosts.map(hostName), ', ');
};

export const describeSide = (time: FormatTime, name: string, side: DiffSide): Document => [
  text(
    strong(`${name}: `),
    ...joined([
      [`${counted(side.events, 'event')} in ${counted(side.sources, 'source')}`],
      nameHosts(side.hosts),
      side.first === null ? null : [formatPeriod(time, side)],
      [`evdx ${side.version} with ${counted(side.ruleCount, 'rule')}`],
      side.complete ? null : [warn('incomplete')],
    ]),
  ),
];
/** What has to be known before reading on: how times are written, whether names are, and what may mislead. */
export const describeRemarks = (diff: Diff, zone: DisplayZone): Document => [
  text(quiet(`${capitalised(zoneWords(zone, basesOfDiff(diff)))}.`)),
  ...describeRedaction(diff),
  ...diff.notes.map((note) => text(warn('Note: '), note)),
];

export const hostName = (host: string | null): Inline => [host === null ? 'host not named' : log(host)];

export const formatWeight = ({ severity, grade }: FindingState): Inline => [
  { text: severity, tone: severity },
  ', ',
  { text: grade, tone: grade },
];

/** The last one counts; what the others were stands in their own reports. */
export const episodeWords = ({ episodes }: FindingState): string | null =>
  episodes > 1 ? `the last of ${counted(episodes, 'episode')}` : null;

export const formatState = (time: FormatTime, state: FindingState): Inline => {
  const episodes = episodeWords(state);
  return joined([[formatPeriod(time, state)], episodes === null ? null : [episodes]]);
};
