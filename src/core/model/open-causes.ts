import type { ReportCause } from './report.ts';

/** Those between which nothing decides: what the evidence speaks against is left out, as long as another remains. */
export function openCauses(causes: readonly ReportCause[]): readonly ReportCause[] {
  const open = causes.filter(({ score }) => score >= 0);
  return open.length === 0 ? causes : open;
}
