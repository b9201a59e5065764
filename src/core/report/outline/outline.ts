import type { Report } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';
import type { Document } from './document.ts';
import { describeFinding } from './finding.ts';
import { describeHead } from './head.ts';
import { describeOverview } from './overview.ts';
import { describeRest } from './rest.ts';
import { SaidParts } from './said-parts.ts';
import { createView, type ViewOptions } from './view.ts';

/** A report as a person reads it: what was looked at and found, the findings, then everything else. */
export function outlineReport(report: Report, zone: DisplayZone, options: ViewOptions = {}): Document {
  const view = createView(report, zone, options);
  const said = new SaidParts();
  return [
    ...describeHead(view),
    ...describeOverview(view),
    ...report.findings.map((finding, index) => describeFinding(view, finding, index, said)),
    ...describeRest(view),
  ];
}
