import {
  type FindingChange,
  type FindingState,
  type RunChange,
  type RunDiff,
  runChanges,
} from '../../../model/diff.ts';
import type { FormatTime } from '../../display-time.ts';
import { formatInline } from '../../html/blocks.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { newCause, runHeadings } from '../../outline/diff-runs.ts';
import { hostName } from '../../outline/diff-words.ts';
import { grouped } from '../../outline/words.ts';
import { missingCell, nameCell, stateCell } from './cells.ts';
import type { Part } from './part.ts';
import { type Column, formatTable } from './table.ts';

const sideCell = (state: FindingState | null, { because, checked }: FindingChange, time: FormatTime): Markup =>
  state === null ? missingCell(because, checked) : stateCell(state, time);

function findingCell(finding: FindingChange): Markup {
  const cause = newCause(finding);
  return markup`${nameCell(finding)}${cause === null ? null : markup`<div>Cause: ${cause}</div>`}`;
}

const columnsOf = (time: FormatTime): readonly Column<FindingChange>[] => [
  { name: 'Finding', isNamed: false, cell: findingCell },
  { name: 'Host', isNamed: true, cell: ({ host }) => formatInline(hostName(host)) },
  { name: 'Before', isNamed: true, cell: (finding) => sideCell(finding.old, finding, time) },
  { name: 'Now', isNamed: true, cell: (finding) => sideCell(finding.new, finding, time) },
];

const were = (unchecked: number, all: number): string => {
  if (unchecked === all) return 'not looked for';
  return `${grouped(unchecked)} of them ${unchecked === 1 ? 'was' : 'were'} not looked for`;
};
/** Whether anybody looked where a finding is not. */
const remarks: Readonly<Record<RunChange, (unchecked: number, all: number) => string | null>> = {
  new: (unchecked, all) => (unchecked === 0 ? null : `${were(unchecked, all)} before and may be old`),
  worse: () => null,
  better: () => null,
  gone: (unchecked, all) =>
    unchecked === 0 ? 'looked for, and not found' : `${were(unchecked, all)} and may still be there`,
  unchanged: () => null,
};

/** What became of the findings from one run to the next. */
export const partsOfRuns = (diff: RunDiff, time: FormatTime): readonly Part[] =>
  runChanges.map((change) => {
    const findings = diff.findings.filter((finding) => finding.change === change);
    const unchecked = findings.filter(({ checked }) => !checked).length;
    return {
      id: change,
      title: runHeadings[change],
      heading: runHeadings[change],
      states: findings.flatMap((finding) => finding.new ?? finding.old ?? []),
      remark: findings.length === 0 ? null : remarks[change](unchecked, findings.length),
      table: formatTable('runs', columnsOf(time), findings),
      isClosed: change === 'unchanged',
    };
  });
