import { visibleText } from './visible-text.ts';
import { xmlAttribute, xmlContent } from './xml-text.ts';

export interface JunitComplaint {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  /** The rest, line by line. */
  readonly lines: readonly string[];
}
/** One test case; without a complaint it passed. */
export interface JunitCase {
  readonly className: string;
  readonly name: string;
  readonly complaint: JunitComplaint | null;
  /** What there is to say although it passed. */
  readonly output: readonly string[];
}
export interface JunitSuite {
  readonly name: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly cases: readonly JunitCase[];
}

/** What XML cannot hold is spelt out first, so that nothing is lost. */
const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(visibleText(String(value)))}"`)
    .join('');
const content = (lines: readonly string[]): string =>
  xmlContent(
    lines
      .map(visibleText)
      .filter((line) => line.trim() !== '')
      .join('\n'),
  );

const formatComplaint = ({ kind, type, message, lines }: JunitComplaint): string => {
  const start = `      <${kind}${attributes({ type, message })}`;
  const text = content(lines);
  return text === '' ? `${start}/>` : `${start}>${text}</${kind}>`;
};

function formatCase({ className, name, complaint, output }: JunitCase): string[] {
  const inner = [
    ...(complaint === null ? [] : [formatComplaint(complaint)]),
    ...(output.length === 0 ? [] : [`      <system-out>${content(output)}</system-out>`]),
  ];
  const start = `    <testcase${attributes({ classname: className, name })}`;
  return inner.length === 0 ? [`${start}/>`] : [`${start}>`, ...inner, '    </testcase>'];
}

const countOf = (cases: readonly JunitCase[], kind: JunitComplaint['kind']): number =>
  cases.filter(({ complaint }) => complaint?.kind === kind).length;
const counts = (cases: readonly JunitCase[]) => ({
  tests: cases.length,
  failures: countOf(cases, 'failure'),
  errors: countOf(cases, 'error'),
});

const formatSuite = ({ name, properties, cases }: JunitSuite): string[] => [
  `  <testsuite${attributes({ name, ...counts(cases), skipped: countOf(cases, 'skipped') })}>`,
  ...(properties.length === 0
    ? []
    : [
        '    <properties>',
        ...properties.map(([key, value]) => `      <property${attributes({ name: key, value })}/>`),
        '    </properties>',
      ]),
  ...cases.flatMap(formatCase),
  '  </testsuite>',
];

/** JUnit XML as Jenkins and GitLab read it; there are no durations, which would be other bytes in every run. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const all = counts(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...all })}>`,
    ...suites.flatMap(formatSuite),
    '</testsuites>',
    '',
  ].join('\n');
}
