import type { Finding } from '../../model/report.ts';
import { describeKeys, groupAlike } from './alike-findings.ts';
import { type Document, type Inline, joined, list, log, quiet, text } from './document.ts';
import type { View } from './view.ts';
import { capitalised, enumerated, grouped } from './words.ts';

/** Fewer findings fit on a screen; a longer list would not. */
const LISTED_FROM = 4;
const LISTED_UP_TO = 30;
const NUMBERS_UP_TO = 8;
/** `1 and 4`, `9 and 17 to 20`, `1, 6, 11 … and 137 more`. */
function numbers(findings: readonly Finding[], all: readonly Finding[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of findings.map((finding) => all.indexOf(finding) + 1).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, NUMBERS_UP_TO);
  const more = runs.slice(NUMBERS_UP_TO).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return enumerated([
    ...shown.flatMap(([first, last]) => (last - first > 1 ? [`${first} to ${last}`] : unique([first, last]))),
    ...(more > 0 ? [`${grouped(more)} more`] : []),
  ]);
}
const unique = (values: readonly number[]): readonly string[] => [...new Set(values)].map(String);

/** The findings of one line, and what follows from them. */
function describeLine(findings: readonly [Finding, ...Finding[]], all: readonly Finding[], namesHost: boolean): Inline {
  const [finding] = findings;
  const consequences = all.filter(
    ({ explainedBy }) => explainedBy !== null && findings.includes(all[explainedBy] ?? finding),
  );
  return joined([
    [`${capitalised(finding.severity)}: ${finding.title}`],
    namesHost && finding.host !== null ? [log(finding.host)] : null,
    describeKeys(findings),
    [quiet(`${findings.length === 1 ? 'finding' : 'findings'} ${numbers(findings, all)}`)],
    consequences.length === 0 ? null : [quiet(`with it ${numbers(consequences, all)}`)],
  ]);
}

/** What was found at the root, a line each, where the findings themselves take pages. */
export function describeOverview({ report: { findings } }: View): Document {
  if (findings.length < LISTED_FROM) return [];
  const namesHost = new Set(findings.map(({ host }) => host)).size > 1;
  const all = groupAlike(findings.filter(({ explainedBy }) => explainedBy === null));
  const lines = all.slice(0, LISTED_UP_TO).map((one) => [text(...describeLine(one, findings, namesHost))]);
  const more = all.length - lines.length;
  return [list('bullet', more === 0 ? lines : [...lines, [text(quiet(`and ${grouped(more)} more`))]])];
}
