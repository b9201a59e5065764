import { groupBy } from '../../model/group-by.ts';
import type { Finding } from '../../model/report.ts';
import { type Document, type Inline, joined, list, log, quiet, text } from './document.ts';
import { describeKey } from './key.ts';
import type { View } from './view.ts';
import { capitalised, enumerated, grouped } from './words.ts';

/** Fewer findings fit on a screen; a longer list would not. */
const LISTED_FROM = 4;
const LISTED_UP_TO = 30;

const numbers = (findings: readonly Finding[], all: readonly Finding[]): string =>
  enumerated(findings.map((finding) => `${all.indexOf(finding) + 1}`));

/** Episodes of one finding, and what follows from them. */
function describeEpisodes(
  episodes: readonly [Finding, ...Finding[]],
  all: readonly Finding[],
  namesHost: boolean,
): Inline {
  const [finding] = episodes;
  const consequences = all.filter(
    ({ explainedBy }) => explainedBy !== null && episodes.includes(all[explainedBy] ?? finding),
  );
  return joined([
    [`${capitalised(finding.severity)}: ${finding.title}`],
    namesHost && finding.host !== null ? [log(finding.host)] : null,
    describeKey(finding.key),
    [quiet(`${episodes.length === 1 ? 'finding' : 'findings'} ${numbers(episodes, all)}`)],
    consequences.length === 0 ? null : [quiet(`with it ${numbers(consequences, all)}`)],
  ]);
}

/** What was found at the root, a line each, where the findings themselves take pages. */
export function describeOverview({ report: { findings } }: View): Document {
  if (findings.length < LISTED_FROM) return [];
  const namesHost = new Set(findings.map(({ host }) => host)).size > 1;
  const roots = findings.filter(({ explainedBy }) => explainedBy === null);
  const all = [...groupBy(roots, ({ fingerprint }) => fingerprint).values()];
  const lines = all
    .slice(0, LISTED_UP_TO)
    .map((episodes) => [text(...describeEpisodes(episodes, findings, namesHost))]);
  const more = all.length - lines.length;
  return [list('bullet', more === 0 ? lines : [...lines, [text(quiet(`and ${grouped(more)} more`))]])];
}
