import { compareNullable, firstDifference } from '../../model/order.ts';
import { msOf } from '../display-time.ts';
import type { View } from '../outline/view.ts';
import { background, coverageByLog, keyOfLog, type LogName, labelOfLog } from './log-lane.ts';
import { axisAround, type LogLane, type Mark, type Picture, shortLabel } from './picture.ts';

/** Nearer than this share of the axis, findings have one mark. */
const TOGETHER = 0.012;
const NAMED_TOGETHER = 12;

/** Findings that begin together are one mark, called by the weightiest: the report has it first. */
function gather(marks: readonly Mark[], nearMs: number): readonly Mark[] {
  const groups: [Mark, ...Mark[]][] = [];
  for (const mark of marks) {
    const open = groups.at(-1);
    if (open === undefined || mark.atMs - open[0].atMs > nearMs) groups.push([mark]);
    else open.push(mark);
  }
  return groups.map(([first, ...rest]) => {
    const weightiest = rest.reduce((best, mark) => ((mark.finding ?? 0) < (best.finding ?? 0) ? mark : best), first);
    const others = [first, ...rest].filter((mark) => mark !== weightiest).map(({ label }) => label);
    if (others.length === 0) return first;
    const more = others.length > NAMED_TOGETHER ? ' and more' : '';
    const title = `${weightiest.title}; with it ${others.slice(0, NAMED_TOGETHER).join(', ')}${more}`;
    return { ...weightiest, atMs: first.atMs, label: `${weightiest.label} +${others.length}`, title };
  });
}

/** The first event of each finding in each log: what broke first, and where. */
function firstMarks(view: View): ReadonlyMap<string, readonly Mark[]> {
  const byLog = new Map<string, Map<number, Mark>>();
  view.report.findings.forEach(({ evidence, title, severity }, finding) => {
    for (const { time, timeBasis, host, channel } of evidence) {
      if (time === null) continue;
      const key = keyOfLog({ host, channel });
      const marks = byLog.get(key) ?? new Map<number, Mark>();
      byLog.set(key, marks);
      const atMs = msOf(time);
      if ((marks.get(finding)?.atMs ?? Number.POSITIVE_INFINITY) <= atMs) continue;
      const label = String(finding + 1);
      const words = shortLabel(`${view.time(time, timeBasis)} · finding ${label}: ${title}`, 160);
      marks.set(finding, { atMs, label, title: words, evidence: [], finding, severity });
    }
  });
  return new Map([...byLog].map(([key, marks]) => [key, [...marks.values()].sort((a, b) => a.atMs - b.atMs)]));
}

function logsOf({ report }: View): readonly LogName[] {
  const all = [
    ...report.sources.flatMap(({ coverage }) => coverage),
    ...report.findings.flatMap(({ evidence }) => evidence.filter(({ time }) => time !== null)),
  ];
  const byKey = new Map(all.map(({ host, channel }) => [keyOfLog({ host, channel }), { host, channel }]));
  return [...byKey.values()].sort((a, b) =>
    firstDifference(compareNullable(a.host, b.host), compareNullable(a.channel, b.channel)),
  );
}

/** What each log of each host covers, and where the findings begin; null without a time. */
export function pictureOfReport(view: View): Picture | null {
  const marksByLog = firstMarks(view);
  const coverage = coverageByLog(view.report);
  const times = [
    ...view.report.sources.flatMap((source) => source.coverage.flatMap(({ first, last }) => [msOf(first), msOf(last)])),
    ...[...marksByLog.values()].flatMap((marks) => marks.map(({ atMs }) => atMs)),
  ];
  if (times.length === 0) return null;
  const axis = axisAround(view, times.reduce(smaller), times.reduce(greater), view.basis);
  const lanes = logsOf(view).map((log): LogLane => {
    const key = keyOfLog(log);
    return {
      kind: 'log',
      label: labelOfLog(log),
      ...background(view, coverage.get(key) ?? [], axis.fromMs, axis.toMs),
      marks: gather(marksByLog.get(key) ?? [], (axis.toMs - axis.fromMs) * TOGETHER),
    };
  });
  return { ...axis, lanes, leftOut: null };
}
const smaller = (a: number, b: number): number => Math.min(a, b);
const greater = (a: number, b: number): number => Math.max(a, b);
