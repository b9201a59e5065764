import type { Report } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';
import type { Document } from './document.ts';
import { describeFinding } from './finding.ts';
import { describeHead } from './head.ts';
import { describeRest } from './rest.ts';
import { createView } from './view.ts';

/** A report as a person reads it: what was looked at and found, the findings, then everything else. */
export function outlineReport(report: Report, zone: DisplayZone): Document {
  const view = createView(report, zone);
  return [
    ...describeHead(view),
    ...report.findings.map((finding, index) => describeFinding(view, finding, index)),
    ...describeRest(view),
  ];
}
