import { EARLIER_NAME } from '../../model/facts.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Report, ReportFact } from '../../model/report.ts';
import { type Document, type Inline, joined, log, text } from './document.ts';
import { counted, enumerated } from './words.ts';

/** More hosts than these are counted, not listed. */
const LISTED_HOSTS = 3;

const formatHost = (host: string, facts: readonly ReportFact[]): Inline => [
  log(host),
  ' was called ',
  log(enumerated(facts.map(({ value }) => String(value)))),
  ' before',
];

/** `ex1 was called win-5i1nne9iuv7 before.`: under those names its first events stand. */
export function describeEarlierNames({ facts }: Pick<Report, 'facts'>): Document {
  const byHost = groupBy(
    facts.filter(({ name }) => name === EARLIER_NAME),
    ({ host }) => host ?? '',
  );
  if (byHost.size === 0) return [];
  const listed = [...byHost].slice(0, LISTED_HOSTS).map(([host, own]) => formatHost(host, own));
  const more = byHost.size - LISTED_HOSTS;
  const others: readonly Inline[] = more > 0 ? [[`${counted(more, 'more host')} had other names`]] : [];
  return [text(...joined([...listed, ...others], '; '), '.')];
}
