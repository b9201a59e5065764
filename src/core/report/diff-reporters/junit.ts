import type { FindingState } from '../../model/diff.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Severity } from '../../model/report.ts';
import { becauseWords, type DiffRow, diffRows, isAlarming } from '../diff-rows.ts';
import { type JunitCase, type JunitSuite, junitXml } from '../junit-xml.ts';
import { DEFAULT_FAIL_ON } from '../severity-bar.ts';
import type { DiffReporter } from './diff-reporter.ts';

const UNNAMED = 'host not named';

const stateWords = (when: string, state: FindingState | null): readonly string[] =>
  state === null
    ? []
    : [
        `${when}: ${state.grade}, severity ${state.severity}, ${state.count} ×, ${state.first ?? 'no time'} to ${state.last ?? 'no time'}`,
        state.summary,
        ...(state.cause === null ? [] : [`cause: ${state.cause}`]),
      ];
function rowLines(row: DiffRow): readonly string[] {
  const because = becauseWords(row);
  return [
    `${row.change}: ${row.title}`,
    ...stateWords('before', row.old),
    ...stateWords('now', row.state),
    ...(because === null ? [] : [because]),
  ];
}

/** What keeps test cases of one rule on one host apart. */
const caseName = ({ ruleId, key }: DiffRow): string => {
  const values = Object.entries(key).filter(([name, value]) => name !== 'host' && value !== null);
  return [ruleId, ...values.map(([name, value]) => `${name}=${value}`)].join(' ');
};

function toCase(row: DiffRow, failOn: Severity): JunitCase {
  const [className, name, lines] = [row.host ?? UNNAMED, caseName(row), rowLines(row)];
  if (row.state === null && !row.checked) {
    const complaint = { kind: 'skipped', type: 'not checked', message: row.because ?? '', lines } as const;
    return { className, name, complaint, output: [] };
  }
  if (!isAlarming(row, failOn)) return { className, name, complaint: null, output: lines };
  const message = `${row.change}: ${row.title} (${row.state?.grade ?? ''})`;
  return { className, name, complaint: { kind: 'failure', type: row.change, message, lines }, output: [] };
}

/** What has to be known before trusting the comparison is a test case as well, or no run without a finding would have one. */
const comparisonSuite = (notes: readonly string[]): JunitSuite => ({
  name: 'comparison',
  properties: [],
  cases: [{ className: 'comparison', name: 'reports', complaint: null, output: notes }],
});

/** A test case for each finding and host: what is new, worse or different from `--fail-on` up fails, what nobody looked for is skipped. */
export const junit: DiffReporter = (diff, { failOn = DEFAULT_FAIL_ON }) => {
  const cases = diffRows(diff).map((row) => toCase(row, failOn));
  const bySuite = groupBy(cases, ({ className }) => className);
  const suites = [...bySuite].map(([name, own]) => ({ name, properties: [], cases: own }));
  return junitXml('evdx diff', [comparisonSuite(diff.notes), ...suites]);
};
