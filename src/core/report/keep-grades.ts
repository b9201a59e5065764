import { type Grade, grades, type Report } from '../model/report.ts';

/** Findings graded below `least` are left out; what they explained stands alone then. */
export function keepGrades(report: Report, least: Grade): Report {
  const wanted = grades.slice(0, grades.indexOf(least) + 1);
  const kept = report.findings.filter(({ grade }) => wanted.includes(grade));
  if (kept.length === report.findings.length) return report;
  const newIndex = (index: number | null): number | null => {
    const explaining = index === null ? undefined : report.findings[index];
    const found = explaining === undefined ? -1 : kept.indexOf(explaining);
    return found < 0 ? null : found;
  };
  return { ...report, findings: kept.map((one) => ({ ...one, explainedBy: newIndex(one.explainedBy) })) };
}
