import { groupBy } from '../../model/group-by.ts';
import type { Report } from '../../model/report.ts';
import { code, type Document, type Inline, log, quiet, section, text } from './document.ts';
import { counted, enumerated } from './words.ts';

const SHOWN_REASONS = 3;
const SHOWN_HOSTS = 3;

const countRules = (all: Report['notChecked']): number => new Set(all.map(({ ruleId }) => ruleId)).size;

/** The most frequent reasons in one line: a list of hundreds of rules hides the answer. */
function countReasons(all: Report['notChecked']): string {
  const byReason = groupBy(all, ({ because }) => because);
  const reasons = [...byReason].map(([because, own]) =>
    byReason.size === 1 ? because : `${because} (${countRules(own)})`,
  );
  const more = reasons.length - SHOWN_REASONS;
  return enumerated([...reasons.slice(0, SHOWN_REASONS), ...(more > 0 ? [counted(more, 'other reason')] : [])]);
}

/** What was checked on no host, and what on some. */
export const describeNotChecked = ({ notChecked }: Report): Document => {
  if (notChecked.length === 0) return [];
  const everywhere = notChecked.filter(({ host }) => host === null);
  const elsewhere = notChecked.filter(({ host }) => host !== null);
  return section('Not checked', [
    text(
      ...sayNotChecked(everywhere, []),
      ...sayNotChecked(elsewhere, onSome(elsewhere)),
      code('-f json'),
      quiet(' lists them.'),
    ),
  ]);
};
const sayNotChecked = (all: Report['notChecked'], where: Inline): Inline =>
  all.length === 0 ? [] : [counted(countRules(all), 'rule'), ...where, `: ${countReasons(all)}. `];

function onSome(all: Report['notChecked']): Inline {
  const hosts = [...new Set(all.flatMap(({ host }) => host ?? []))];
  const more = hosts.length - SHOWN_HOSTS;
  return [
    ' on ',
    log(enumerated([...hosts.slice(0, SHOWN_HOSTS), ...(more > 0 ? [counted(more, 'other host')] : [])])),
  ];
}
