import { groupBy } from '../../model/group-by.ts';
import type { Finding, Report, Severity } from '../../model/report.ts';
import { type JunitCase, type JunitComplaint, type JunitSuite, junitXml } from '../junit-xml.ts';
import { unreadInputs } from '../looked.ts';
import { withoutClosing } from '../outline/words.ts';
import { placeText } from '../place-text.ts';
import { problemText } from '../problem-text.ts';
import { DEFAULT_FAIL_ON, isAtOrAbove } from '../severity-bar.ts';
import type { Reporter } from './reporter.ts';

const UNNAMED = 'host not named';
const ALL_HOSTS = 'all hosts';

const describeFinding = (report: Report, finding: Finding): string[] => [
  finding.title,
  `${finding.grade}, severity ${finding.severity}, ${finding.count} ×, ${finding.first ?? 'no time'} to ${finding.last ?? 'no time'}`,
  finding.summary,
  ...finding.causes.filter(({ named }) => named).map(({ title }) => `cause: ${title}`),
  ...finding.evidence.map(({ time, provider, eventId, text, at }) =>
    [time ?? 'no time', provider, eventId, placeText(report, at), text === null ? null : withoutClosing(text)]
      .filter((word) => word !== null)
      .join(' · '),
  ),
  ...finding.resolution.flatMap(({ steps }) => steps.map((step) => `do: ${step.do}`)),
  ...finding.refs.flatMap(({ url }) => url ?? []),
];

/** All findings of one rule on one host: the name of a test case stays the same from run to run, whatever is found. */
function findingCase(report: Report, findings: readonly Finding[], failOn: Severity): Omit<JunitCase, 'className'> {
  const lines = findings.flatMap((finding) => describeFinding(report, finding));
  const worst = findings.find(({ severity }) => isAtOrAbove(severity, failOn));
  const name = findings[0]?.ruleId ?? '';
  if (worst === undefined) return { name, complaint: null, output: lines };
  const { grade, severity, title } = worst;
  const complaint: JunitComplaint = { kind: 'failure', type: severity, message: `${title} (${grade})`, lines };
  return { name, complaint, output: [] };
}

type Entry = readonly [suite: string, test: Omit<JunitCase, 'className'>];

function entriesOf(report: Report, failOn: Severity): readonly Entry[] {
  const found = groupBy(report.findings, ({ host, ruleId }) => JSON.stringify([host, ruleId]));
  const isFound = (ruleId: string, host: string | null): boolean => found.has(JSON.stringify([host, ruleId]));
  return [
    ...[...found.values()].map(
      (findings): Entry => [findings[0].host ?? UNNAMED, findingCase(report, findings, failOn)],
    ),
    ...report.ruledOut
      .filter(({ ruleId, host }) => !isFound(ruleId, host))
      .map(
        ({ ruleId, because, host }): Entry => [
          host ?? UNNAMED,
          { name: ruleId, complaint: null, output: [`ruled out: ${because}`] },
        ],
      ),
    ...report.notChecked
      .filter(({ ruleId, host }) => !isFound(ruleId, host))
      .map(
        ({ ruleId, because, host }): Entry => [
          host ?? ALL_HOSTS,
          {
            name: ruleId,
            complaint: { kind: 'skipped', type: 'not checked', message: because, lines: [] },
            output: [],
          },
        ],
      ),
  ];
}

/** Of several entries with one name (a rule-out of two keys, say) the first counts, the others are told with it. */
function joinCases(className: string, tests: readonly Omit<JunitCase, 'className'>[]): readonly JunitCase[] {
  const byName = new Map<string, JunitCase>();
  for (const { name, complaint, output } of tests) {
    const known = byName.get(name);
    const more = complaint === null ? output : [...output, `${complaint.type}: ${complaint.message}`];
    byName.set(
      name,
      known === undefined ? { className, name, complaint, output } : { ...known, output: [...known.output, ...more] },
    );
  }
  return [...byName.values()];
}

function ruleSuites(report: Report, failOn: Severity): readonly JunitSuite[] {
  const bySuite = groupBy(entriesOf(report, failOn), ([suite]) => suite);
  return [...bySuite].map(([name, entries]) => ({
    name,
    properties: [],
    cases: joinCases(
      name,
      entries.map(([, test]) => test),
    ),
  }));
}

/** Each input is a test case: "found nothing" and "could not look" are different results, and no run is without a test. */
function inputSuite(report: Report): JunitSuite {
  const unread = new Set(unreadInputs(report));
  const names = [...new Set([...report.sources.map(({ name }) => name), ...unread])];
  const cases = names.map((name): JunitCase => {
    const problems = [
      ...report.problems.filter(({ place }) => place === name),
      ...report.sources.filter((source) => source.name === name).flatMap((source) => source.problems),
    ];
    const lines = [...new Set(problems.map(({ code, detail }) => `${code}: ${problemText(code, detail)}`))];
    const [code = ''] = problems.map((problem) => problem.code).filter((one) => one.startsWith('input/'));
    const complaint: JunitComplaint = {
      kind: 'error',
      type: code,
      message: problemText(code, null),
      lines,
    };
    return unread.has(name)
      ? { className: 'inputs', name, complaint, output: [] }
      : { className: 'inputs', name, complaint: null, output: lines };
  });
  const limits = report.limits.map(
    ({ limit, ruleId, detail }, index): JunitCase => ({
      className: 'limits',
      name: [limit, ruleId, index + 1].filter((word) => word !== null).join(' '),
      complaint: { kind: 'error', type: `limit/${limit}`, message: detail, lines: [] },
      output: [],
    }),
  );
  const { version, ruleCount } = report.tool;
  const properties = [
    ['evdx.version', version],
    ['evdx.rules', String(ruleCount)],
  ] as const;
  return { name: 'inputs', properties, cases: [...cases, ...limits] };
}

/** One test case for each rule and host; a finding at or above the bar fails it. */
export const junit: Reporter = (report, { failOn = DEFAULT_FAIL_ON }) =>
  junitXml('evdx', [inputSuite(report), ...ruleSuites(report, failOn)]);
