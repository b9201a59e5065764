import type { NearMiss, Report } from '../../model/report.ts';
import { bullets, code, type Document, onHost, section, text } from './document.ts';
import { suggestedCommand } from './suggested-command.ts';
import type { View } from './view.ts';
import { counted } from './words.ts';

const STOPPED_AT_THE_END: readonly NearMiss['stoppedBy'][] = ['window', 'gap', 'forbid', 'guard', 'zone'];
/** Everything was there but a clause or a limit. A few steps of something ordinary, as in every healthy log, are no near miss worth a word. */
const isClose = ({ kind, stoppedBy, steps }: NearMiss): boolean =>
  kind === 'class' ||
  (stoppedBy !== null && STOPPED_AT_THE_END.includes(stoppedBy) && steps.every(({ seen }) => seen > 0));

/** Rules that saw almost all they ask for, and neither found anything nor were ruled out. */
export function closeRules({ report: { nearMisses, findings, ruledOut }, leftOut }: View): readonly string[] {
  const found = new Set([...findings, ...leftOut, ...ruledOut].map(({ ruleId }) => ruleId));
  return [...new Set(nearMisses.filter(isClose).map(({ ruleId }) => ruleId))].filter((ruleId) => !found.has(ruleId));
}

/** It lacks only more of the same events, as a paste of one or two records of a fault does. */
const isShort = ({ kind, isAnchor, stoppedBy }: NearMiss): boolean =>
  kind === 'count' && isAnchor && stoppedBy === 'window';
const shareOf = ({ had, needed }: NearMiss): number => Number(had) / Number(needed);
const SHOWN_SHORT = 3;

function describeShort(report: Report, ids: readonly string[]): Document {
  const nearest = new Map<string, NearMiss>();
  for (const miss of report.nearMisses.filter(isShort)) {
    const known = nearest.get(miss.ruleId);
    if (ids.includes(miss.ruleId) && (known === undefined || shareOf(miss) > shareOf(known)))
      nearest.set(miss.ruleId, miss);
  }
  const short = [...nearest.values()].toSorted((a, b) => shareOf(b) - shareOf(a)).slice(0, SHOWN_SHORT);
  const isPicked = report.sources.some(({ coverage }) => coverage.some((one) => one.completeness === 'selected'));
  return [
    ...bullets(
      short.map(({ title, had, needed, host }) => [
        title,
        ...onHost(host),
        `: ${had} of the ${needed} events it takes`,
      ]),
    ),
    ...(isPicked && short.length > 0 ? [text('If these are only some of its events, give the whole log.')] : []),
  ];
}

export const describeCloseRules = (view: View): Document => {
  const { report } = view;
  const ids = closeRules(view);
  const [first] = ids;
  if (first === undefined) return [];
  return section('Came close', [
    ...describeShort(report, ids),
    text(`${counted(ids.length, 'rule')} saw some of the events: `, code(suggestedCommand(view, 'explain', first))),
  ]);
};
