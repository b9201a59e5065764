import type { Finding, ReportEvidence } from '../../model/report.ts';
import { type Document, quiet, text } from './document.ts';
import { describeEvents } from './evidence.ts';
import type { View } from './view.ts';
import { counted } from './words.ts';

/** One line of a source may hold several events. */
const identityOf = ({ at, time, eventId, text: words }: ReportEvidence): string =>
  JSON.stringify([at.source, at.position, at.recordId, time, eventId, words]);

/** An event that serves a rule twice is shown once. */
const shownOnce = (evidence: readonly ReportEvidence[]): readonly ReportEvidence[] => {
  const known = new Map<string, ReportEvidence>();
  for (const event of evidence) if (!known.has(identityOf(event))) known.set(identityOf(event), event);
  return [...known.values()];
};

/** What follows from another finding rests on its events as well: sixty services that time out together would show them sixty times. */
export function describeEvidence(view: View, { evidence, evidenceTotal, explainedBy, host }: Finding): Document {
  const root = explainedBy === null ? undefined : view.report.findings[explainedBy];
  const shown = new Set(root?.evidence.map(identityOf));
  const all = shownOnce(evidence);
  const own = all.filter((event, index) => index === 0 || !shown.has(identityOf(event)));
  const others = all.length - own.length;
  const total = evidenceTotal - (evidence.length - all.length);
  if (others === 0 || explainedBy === null) return describeEvents(view, all, host, total);
  return [
    ...describeEvents(view, own, host),
    text(quiet(`${own.length} of ${counted(total, 'event')} shown, ${others} more with finding ${explainedBy + 1}.`)),
  ];
}
