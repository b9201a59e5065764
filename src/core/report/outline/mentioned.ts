import { groupBy } from '../../model/group-by.ts';
import type { ReportMention } from '../../model/report.ts';
import { type Document, type Inline, joined, log, section, text } from './document.ts';
import type { View } from './view.ts';

/** @param places the same code or id in one source or several */
const describeMention = (places: readonly [ReportMention, ...ReportMention[]]): Inline => {
  const [{ kind, value, name }] = places;
  const count = places.reduce((sum, place) => sum + place.count, 0);
  return [
    log(kind === 'kb' && !/^kb/i.test(value) ? `KB${value}` : value),
    name === null ? '' : ` ${name}`,
    count > 1 ? ` (${count} ×)` : '',
  ];
};

/** What says something by itself comes first: a few ids of anything would hide the errors. */
const rankOf = ([{ kind, name }]: readonly [ReportMention, ...ReportMention[]]): number =>
  name !== null ? 0 : kind === 'guid' ? 2 : 1;

export const describeMentioned = ({ report: { mentioned }, caps }: View): Document => {
  const alike = [...groupBy(mentioned, ({ kind, value }) => `${kind} ${value.toLowerCase()}`).values()].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  const shown = joined(alike.slice(0, caps.mentions).map(describeMention), ', ');
  const more = alike.length - caps.mentions;
  return section(
    'Mentioned in the text, not counted as events',
    alike.length === 0 ? [] : [text(...shown, more > 0 ? ` and ${more} more` : '')],
  );
};
