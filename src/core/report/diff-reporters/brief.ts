import { type Diff, runChanges } from '../../model/diff.ts';
import { severities } from '../../model/report.ts';
import { briefText } from '../brief-text.ts';
import { type DiffRow, diffRows, isAlarming } from '../diff-rows.ts';
import { counted } from '../outline/words.ts';
import type { DiffReporter } from './diff-reporter.ts';

const HOST_CHARACTERS = 64;

const countWords = (diff: Diff): string => {
  if (diff.by === 'host')
    return `${diff.counts.differs} of ${counted(diff.findings.length, 'finding')} ${diff.counts.differs === 1 ? 'differs' : 'differ'} between ${counted(diff.hosts.length, 'host')}`;
  const words = runChanges.filter((change) => diff.counts[change] > 0);
  return words.length === 0 ? 'no findings' : words.map((change) => `${diff.counts[change]} ${change}`).join(', ');
};
/** Without an alarm all is well only if everything was looked for. */
function calmWord(diff: Diff): string {
  const { complete } = diff.by === 'run' ? diff.new : diff.report;
  const isOpen = diffRows(diff).some(({ change, checked }) => !checked && (change === 'gone' || change === 'unclear'));
  return complete && !isOpen ? 'OK' : 'UNKNOWN';
}

const topWords = ({ change, host, title, ruleId, state }: DiffRow): string =>
  [
    change,
    ' ',
    host === null ? '' : `${briefText(host, HOST_CHARACTERS)}: `,
    `${briefText(title)} (${state?.grade ?? ''}, ${briefText(ruleId)})`,
  ].join('');

const severityOf = ({ state }: DiffRow): number =>
  state === null ? severities.length : severities.indexOf(state.severity);
/** Rows stand by change and weight, so the first of the heaviest is the one to name. */
const heaviest = (rows: readonly DiffRow[]): DiffRow | undefined =>
  rows.reduce<DiffRow | undefined>(
    (best, row) => (best === undefined || severityOf(row) < severityOf(best) ? row : best),
    undefined,
  );

/** One line, the worst severity of what is new, worse or different first, for chats and monitoring. */
export const brief: DiffReporter = (diff) => {
  const top = heaviest(diffRows(diff).filter((row) => isAlarming(row, 'low')));
  const word = top?.state?.severity.toUpperCase() ?? calmWord(diff);
  const notes = diff.notes.length === 0 ? [] : [counted(diff.notes.length, 'note')];
  return `${word}: ${[countWords(diff), ...notes, ...(top === undefined ? [] : [topWords(top)])].join('; ')}\n`;
};
