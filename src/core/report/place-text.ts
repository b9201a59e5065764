import type { Report, ReportPlace } from '../model/report.ts';
import { binaryFormats } from './outline/view.ts';

/** `System.evtx record 1601`, `paste.txt line 14`, as plain text. */
export function placeText({ sources }: Pick<Report, 'sources'>, { source, position, recordId }: ReportPlace): string {
  const { name = '', format = '' } = sources[source] ?? {};
  if (recordId !== null) return `${name} record ${recordId}`;
  return `${name} ${binaryFormats.has(format) ? 'offset' : 'line'} ${position}`;
}
