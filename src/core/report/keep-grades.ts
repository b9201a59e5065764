import { type Finding, type Grade, grades, type Report } from '../model/report.ts';

const isBelow = ({ grade }: Finding, least: Grade): boolean => grades.indexOf(grade) > grades.indexOf(least);

/** What `keepGrades` leaves out. */
export const gradedBelow = ({ findings }: Report, least: Grade): readonly Finding[] =>
  findings.filter((finding) => isBelow(finding, least));

/** Findings graded below `least` are left out; what they explained stands alone then. */
export function keepGrades(report: Report, least: Grade): Report {
  const kept = report.findings.filter((finding) => !isBelow(finding, least));
  if (kept.length === report.findings.length) return report;
  const newIndex = (index: number | null): number | null => {
    const explaining = index === null ? undefined : report.findings[index];
    const found = explaining === undefined ? -1 : kept.indexOf(explaining);
    return found < 0 ? null : found;
  };
  return { ...report, findings: kept.map((one) => ({ ...one, explainedBy: newIndex(one.explainedBy) })) };
}
