import type { Diff, DiffSide } from '../../../model/diff.ts';
import { createTimeFormat, type DisplayZone, type FormatTime } from '../../display-time.ts';
import { formatBlocks } from '../../html/blocks.ts';
import { type Entry, formatFrame } from '../../html/frame.ts';
import { all, markup } from '../../html/markup.ts';
import { hostVerdict } from '../../outline/diff-hosts.ts';
import { runVerdict } from '../../outline/diff-runs.ts';
import { describeRemarks } from '../../outline/diff-words.ts';
import { formatCompared } from './compared.ts';
import { partsOfHosts } from './hosts.ts';
import { formatPart, formatSummary, type Part } from './part.ts';
import { partsOfRuns } from './runs.ts';

/** What differs between comparisons of runs and of hosts. */
interface Kind {
  readonly kicker: string;
  readonly verdict: string;
  readonly sides: readonly (readonly [name: string, side: DiffSide])[];
  readonly parts: readonly Part[];
  /** The word on the page that must not be taken for more than it says. */
  readonly absent: string;
}
const kindOf = (diff: Diff, time: FormatTime): Kind =>
  diff.by === 'run'
    ? {
        kicker: 'Comparison of two event log diagnoses',
        verdict: runVerdict(diff),
        sides: [
          ['Old report', diff.old],
          ['New report', diff.new],
        ],
        parts: partsOfRuns(diff, time),
        absent: 'Gone',
      }
    : {
        kicker: 'Comparison of the hosts of an event log diagnosis',
        verdict: hostVerdict(diff),
        sides: [['Report', diff.report]],
        parts: partsOfHosts(diff, time),
        absent: 'Not found',
      };

/** The whole page. */
export function formatPage(diff: Diff, zone: DisplayZone): string {
  const time = createTimeFormat(zone);
  const { kicker, verdict, sides, parts, absent } = kindOf(diff, time);
  const contents: readonly Entry[] = [
    ['compared', 'What was compared'],
    ['summary', 'Summary'],
    ...parts.map(({ id, title }): Entry => [id, title]),
  ];
  return formatFrame({
    title: `Event log comparison: ${verdict.replace(/\.$/, '')}`,
    generator: 'evdx',
    kicker: `${kicker} · evdx`,
    heading: markup`${verdict}`,
    lead: formatBlocks(describeRemarks(diff, zone)),
    contents,
    main: all([formatCompared(sides, time), formatSummary(parts), ...parts.map(formatPart)]),
    footer: markup`<p>Written by evdx. “${absent}” holds only where it was looked for.</p>`,
  });
}
