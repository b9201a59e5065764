import type { Report, ReportPlace } from '../model/report.ts';
import { positionUnit } from './outline/view.ts';

/** `System.evtx record 1601`, `paste.txt line 14`, as plain text. */
export function placeText(report: Pick<Report, 'sources'>, { source, position, recordId }: ReportPlace): string {
  const { name = '' } = report.sources[source] ?? {};
  return recordId === null ? `${name} ${positionUnit(report, source)} ${position}` : `${name} record ${recordId}`;
}
