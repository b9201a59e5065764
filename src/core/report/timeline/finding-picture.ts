import { groupBy } from '../../model/group-by.ts';
import type { Finding, ReportEvidence, TruthName } from '../../model/report.ts';
import { msOf } from '../display-time.ts';
import { eventName } from '../outline/event-name.ts';
import { basisOf, type View } from '../outline/view.ts';
import { enumerated, spoken } from '../outline/words.ts';
import { background, coverageByLog, keyOfLog, labelOfLog } from './log-lane.ts';
import {
  axisAround,
  type Bar,
  type BarLane,
  type Lane,
  type LogLane,
  limited,
  type Mark,
  type Picture,
  shortLabel,
} from './picture.ts';

interface Dated {
  readonly index: number;
  readonly atMs: number;
  readonly event: ReportEvidence;
}
const datedOf = ({ evidence }: Finding): readonly Dated[] =>
  evidence
    .flatMap((event, index) => (event.time === null ? [] : [{ index, event, atMs: msOf(event.time) }]))
    .sort((a, b) => a.atMs - b.atMs);

/** Nearer than this share of the axis, events of one kind are one mark with a count. */
const TOGETHER = 0.012;
const ID_CHARACTERS = 14;

const kindOf = ({ provider, eventId, role }: ReportEvidence): string => JSON.stringify([provider, eventId, role]);

/** Events of a kind that stand together, by time. */
function gather(events: readonly Dated[], nearMs: number): readonly (readonly [Dated, ...Dated[]])[] {
  const groups: [Dated, ...Dated[]][] = [];
  for (const one of events) {
    const open = groups.find(([first]) => kindOf(first.event) === kindOf(one.event) && one.atMs - first.atMs <= nearMs);
    if (open === undefined) groups.push([one]);
    else open.push(one);
  }
  return groups;
}

const nameOf = ({ provider, eventId, role }: ReportEvidence): string =>
  eventId === null ? shortLabel(provider ?? role, ID_CHARACTERS) : String(eventId);

function toMark(view: View, group: readonly [Dated, ...Dated[]]): Mark {
  const [{ atMs, event }] = group;
  const times = group.length > 1 ? ` ×${group.length}` : '';
  const words = eventName(event) ?? 'event';
  return {
    atMs,
    label: `${nameOf(event)}${times}`,
    title: shortLabel(`${view.time(event.time, event.timeBasis)} · ${words}${times} · ${spoken(event.role)}`, 200),
    evidence: group.map(({ index }) => index),
    finding: null,
    severity: null,
  };
}

const missingWords: Readonly<Record<TruthName, string>> = {
  true: 'missing',
  lenient: 'missing, with a reservation',
  unknown: 'not known whether missing',
  false: 'not missing',
};
const flagWords: Readonly<Record<TruthName, string>> = {
  true: 'set',
  lenient: 'set, with a reservation',
  unknown: 'not known',
  false: 'not set',
};

interface Named {
  readonly kind: BarLane['kind'];
  readonly label: string;
  /** Said where there is room. */
  readonly detail: string;
  readonly from: string;
  readonly to: string;
  readonly value: TruthName;
}
/** What the rule asked for besides events. */
const namedSpans = ({ timeline: { windows, missing, flags } }: Finding): readonly Named[] => [
  ...windows.map(({ pattern, from, to }) => ({
    kind: 'window' as const,
    label: `“${spoken(pattern)}” matched`,
    from,
    to,
    detail: '',
    value: 'true' as const,
  })),
  ...missing.map(({ pattern, roles, from, to, value }) => ({
    kind: 'missing' as const,
    from,
    to,
    value,
    label: `${missingWords[value]}: ${enumerated(roles.map(spoken), 'or')}`,
    detail: ` (“${spoken(pattern)}”)`,
  })),
  ...flags.map(({ flag, from, to, value }) => ({
    kind: 'flag' as const,
    label: `flag ${spoken(flag)}: ${flagWords[value]}`,
    from,
    to,
    detail: '',
    value,
  })),
];

function barLanes(view: View, finding: Finding, spans: readonly Named[]): readonly BarLane[] {
  const basis = basisOf(finding.evidence, view);
  const lanes = new Map<string, { readonly kind: BarLane['kind']; readonly label: string; readonly bars: Bar[] }>();
  for (const { kind, label, detail, from, to, value } of spans) {
    const key = JSON.stringify([kind, label]);
    const lane = lanes.get(key) ?? { kind, label: shortLabel(label, 120), bars: [] };
    lanes.set(key, lane);
    const ends = from === to ? view.time(from, basis) : `${view.time(from, basis)} to ${view.time(to, basis)}`;
    lane.bars.push({ fromMs: msOf(from), toMs: msOf(to), title: `${ends}: ${lane.label}${detail}`, value });
  }
  return [...lanes.values()];
}

function logLanes(view: View, events: readonly Dated[], fromMs: number, toMs: number): readonly LogLane[] {
  const byLog = coverageByLog(view.report);
  return [...groupBy(events, ({ event }) => keyOfLog(event))].map(([key, own]) => ({
    kind: 'log',
    label: labelOfLog(own[0].event),
    ...background(view, byLog.get(key) ?? [], fromMs, toMs),
    marks: gather(own, (toMs - fromMs) * TOGETHER).map((group) => toMark(view, group)),
  }));
}

/** The time line of one finding; null where it would show a single moment, or none. */
export function pictureOfFinding(view: View, finding: Finding): Picture | null {
  const events = datedOf(finding);
  const { shown, more } = limited(namedSpans(finding));
  const times = [...events.map(({ atMs }) => atMs), ...shown.flatMap(({ from, to }) => [msOf(from), msOf(to)])];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (!(last > first)) return null;
  const axis = axisAround(view, first, last, basisOf(finding.evidence, view));
  const lanes: readonly Lane[] = [...logLanes(view, events, axis.fromMs, axis.toMs), ...barLanes(view, finding, shown)];
  return { ...axis, lanes, leftOut: more === 0 ? null : `${more} more spans are not drawn` };
}
