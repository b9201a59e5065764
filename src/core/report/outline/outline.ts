import { noCodes } from '../../model/code-book.ts';
import type { Finding, Report } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';
import type { Document } from './document.ts';
import { describeFinding } from './finding.ts';
import { describeHead } from './head.ts';
import { describeOverview } from './overview.ts';
import { describeRest } from './rest.ts';
import { SaidParts } from './said-parts.ts';
import { briefCaps, createView } from './view.ts';

/**
 * A report as a person reads it: what was looked at and found, the findings, then everything else.
 * @param leftOut findings that are less sure than was asked for
 * @param codes names of the codes in its evidence
 * @param given what the run was told, as words of a shell
 */
export function outlineReport(
  report: Report,
  zone: DisplayZone,
  leftOut: readonly Finding[] = [],
  codes = noCodes,
  given: readonly string[] = [],
): Document {
  const view = createView(report, zone, briefCaps, leftOut, codes, given);
  const said = new SaidParts();
  return [
    ...describeHead(view),
    ...describeOverview(view),
    ...report.findings.map((finding, index) => describeFinding(view, finding, index, said)),
    ...describeRest(view),
  ];
}
