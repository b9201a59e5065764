import type { Finding, Report } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';
import { bullets, code, type Document, heading, joined, listOf, log, quiet, text } from './document.ts';
import { describeInputs, formatVerdict, readable } from './head.ts';
import { describeNearMisses } from './near-miss.ts';
import { describeOpen } from './rest.ts';
import { suggestedCommand } from './suggested-command.ts';
import { basisOf, createView, formatSpan, type View } from './view.ts';
import { capitalised, counted } from './words.ts';

/** A rule that is explained. */
export interface ExplainedRule {
  readonly id: string;
  readonly title: string;
  /** `MSExchangeIS 9607` by the name that the rule gives such events. */
  readonly eventByRole: ReadonlyMap<string, string>;
}

const describeMatch = (view: View, finding: Finding): Document => [
  text(
    ...joined([
      [{ text: capitalised(finding.grade), tone: finding.grade }],
      finding.host === null ? ['host not named'] : [log(finding.host)],
      [counted(finding.count, 'time')],
      [formatSpan(view, finding.first, finding.last, basisOf(finding.evidence, view))],
      [finding.summary],
    ]),
  ),
  ...(finding.unless.length === 0 ? [] : [text(quiet('Unless:'))]),
  ...bullets(finding.unless.map((sentence) => [sentence])),
  ...(finding.wouldRaise.length === 0 ? [] : [text(quiet('Surer if:'))]),
  ...bullets(finding.wouldRaise.map((sentence) => [sentence])),
];

const describeMatches = (view: View, findings: readonly Finding[], ruleId: string): Document => {
  if (findings.length === 0) return [text('It did not match.')];
  return [
    text(`It matched ${counted(findings.length, 'time')}:`),
    ...listOf(
      'bullet',
      findings.map((finding) => describeMatch(view, finding)),
    ),
    text(quiet('The whole finding: '), code(suggestedCommand(view, '--only', ruleId))),
  ];
};

const describeRule = (view: View, { id, title, eventByRole }: ExplainedRule): Document => {
  const findings = view.report.findings.filter(({ ruleId }) => ruleId === id);
  const trees = describeNearMisses(view, id, eventByRole);
  const progress: Document =
    trees.length > 0
      ? [heading('How far each part got'), { kind: 'tree', trees }]
      : findings.length > 0
        ? []
        : [text('None of the events it asks for was there.')];
  return [heading(title, quiet(` ${id}`)), ...describeMatches(view, findings, id), ...progress];
};

/**
 * Why rules matched or did not.
 * @param report of a run with these rules alone and their near misses.
 * @param given what the run was told, as words of a shell
 */
export function outlineExplanation(
  report: Report,
  rules: readonly ExplainedRule[],
  zone: DisplayZone,
  given: readonly string[] = [],
): Document {
  const view = createView(report, zone, { given });
  const explained: Document =
    readable(report).length === 0
      ? [{ kind: 'verdict', text: formatVerdict(view) }]
      : rules.flatMap((rule) => describeRule(view, rule));
  return [...describeInputs(view), ...explained, ...describeOpen(view)];
}
