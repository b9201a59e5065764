import { type Finding, type Report, severities } from '../../model/report.ts';
import { briefText } from '../brief-text.ts';
import { formatUnchecked, formatUnread, isNoRuleChecked, isNothingAskedFor } from '../looked.ts';
import { formatLeftOut } from '../outline/head.ts';
import { counted } from '../outline/words.ts';
import type { Reporter } from './reporter.ts';

const HOST_CHARACTERS = 64;

const severityCounts = ({ findings }: Report): string =>
  severities
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map((words) => words.join(' '))
    .join(', ');

/** What stays unknown, beside what was found. */
const openWords = (report: Report): readonly string[] => {
  const limits = report.limits.length;
  return [...formatUnread(report), ...(limits === 0 ? [] : [`${counted(limits, 'limit')} reached`])];
};

function briefOf(report: Report, leftOut: readonly Finding[]): string {
  const [top] = report.findings;
  const open = openWords(report);
  const events = counted(
    report.sources.reduce((sum, source) => sum + source.events, 0),
    'event',
  );
  if (top === undefined) {
    const looked = formatNothing(report, events, leftOut);
    return `${open.length === 0 ? 'OK' : 'UNKNOWN'}: ${[...looked, ...open].join('; ')}`;
  }
  const worst = severities.find((severity) => report.findings.some((finding) => finding.severity === severity));
  const count = `${counted(report.findings.length, 'finding')} (${severityCounts(report)})`;
  const host = top.host === null ? '' : `${briefText(top.host, HOST_CHARACTERS)}: `;
  const about = `${briefText(top.title)} (${top.grade}, ${briefText(top.ruleId)})`;
  return `${(worst ?? '').toUpperCase()}: ${[count, ...open, `${host}${about}`].join('; ')}`;
}

function formatNothing(report: Report, events: string, leftOut: readonly Finding[]): readonly string[] {
  if (isNothingAskedFor(report)) return [`of ${events} none is in the period and on the hosts asked for`];
  const rules = counted(report.tool.ruleCount, 'rule');
  if (leftOut.length > 0) return [`found nothing sure enough in ${events} with ${rules}`, formatLeftOut(leftOut)];
  if (isNoRuleChecked(report)) return [`found nothing in ${events} of logs that no rule needs`];
  return [`found nothing in ${events} with ${rules}`, ...formatUnchecked(report)];
}

/** One line, the worst severity first, for chats and monitoring. */
export const brief: Reporter = (report, { leftOut = [] }) => `${briefOf(report, leftOut)}\n`;
