import { type Finding, type Grade, grades, type Report } from '../model/report.ts';

const isBelow = ({ grade }: Finding, least: Grade): boolean => grades.indexOf(grade) > grades.indexOf(least);

/** What `keepGrades` leaves out. */
export const gradedBelow = ({ findings }: Report, least: Grade): readonly Finding[] =>
  findings.filter((finding) => isBelow(finding, least));

/** Findings graded below `least` are left out; what they explained stands alone then. */
export function keepGrades(report: Report, least: Grade): Report {
  if (least === report.selection.minGrade) return report;
  const selection = { ...report.selection, minGrade: least };
  const kept = report.findings.filter((finding) => !isBelow(finding, least));
  const newIndex = (index: number | null): number | null => {
    const explaining = index === null ? undefined : report.findings[index];
    const found = explaining === undefined ? -1 : kept.indexOf(explaining);
    return found < 0 ? null : found;
  };
  const findings = kept.map((one) => ({ ...one, explainedBy: newIndex(one.explainedBy) }));
  return { ...report, findings, selection };
}
