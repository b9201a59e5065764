import { groupBy } from '../../model/group-by.ts';
import type { Report } from '../../model/report.ts';
import { bullets, type Document, onHost, section } from './document.ts';
import { counted, ended } from './words.ts';

/** What was ruled out for the same reason again and again is one line. */
export function describeRuledOut({ ruledOut, findings }: Report): Document {
  const alike = groupBy(ruledOut, ({ ruleId, host, because }) => JSON.stringify([ruleId, host, because]));
  return section(
    'Ruled out',
    bullets(
      [...alike.values()].map((same) => {
        const [{ ruleId, host, because }] = same;
        return [
          findings.find((finding) => finding.ruleId === ruleId)?.title ?? ruleId,
          ...onHost(host),
          same.length > 1 ? `, ${counted(same.length, 'time')}` : '',
          `: ${ended(because)}`,
        ];
      }),
    ),
  );
}
