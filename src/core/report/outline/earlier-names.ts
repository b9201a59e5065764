import { EARLIER_NAME } from '../../model/facts.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Report, ReportFact } from '../../model/report.ts';
import { type Document, type Inline, joined, log, text } from './document.ts';
import { counted } from './words.ts';

/** More hosts than these are counted, not listed. */
const LISTED_HOSTS = 3;

function formatHost(host: string, facts: readonly ReportFact[]): Inline {
  const names = facts.map(({ value }): Inline => [log(String(value))]);
  const listed = joined([joined(names.slice(0, -1), ', '), names.at(-1) ?? null], ' and ');
  return [log(host), ' was called ', ...listed, ' before'];
}

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
