import { compareText } from '../../model/order.ts';
import type { ReportEvidence } from '../../model/report.ts';
import { type Document, type Inline, joined, log, type Moment, quiet, text } from './document.ts';
import { eventName } from './event-name.ts';
import { formatPlace, formatSource, formatSpots, type View } from './view.ts';
import { counted, shortened, withoutClosing } from './words.ts';

const EVIDENCE_CHARACTERS = 240;

const formatEvent = (evidence: ReportEvidence): Inline => {
  const name = eventName(evidence);
  return [name === null ? 'event' : log(name)];
};

const describeText = (text: string): Inline | null => {
  const words = shortened(withoutClosing(text), EVIDENCE_CHARACTERS);
  return words === '' ? null : [log(words)];
};

/** From so many on, events in a row that say the same are shown as one. */
const MIN_ALIKE = 3;

const areAlike = (one: ReportEvidence, other: ReportEvidence): boolean =>
  one.provider === other.provider &&
  one.eventId === other.eventId &&
  one.host === other.host &&
  one.text === other.text &&
  one.at.source === other.at.source &&
  (one.time === null) === (other.time === null) &&
  (one.at.recordId === null) === (other.at.recordId === null);

/** Cuts the events where one says something else than the one before. */
function runsOf(events: readonly ReportEvidence[]): readonly Run[] {
  const runs: [ReportEvidence, ...ReportEvidence[]][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run !== undefined && areAlike(run[0], event)) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run): readonly Run[] => (run.length < MIN_ALIKE ? run.map((event) => [event]) : [run]));
}
type Run = readonly [ReportEvidence, ...ReportEvidence[]];

/** @param ofSource the source is said for all of them already */
function toMoment(view: View, run: Run, host: string | null, ofSource: boolean): Moment {
  const [evidence] = run;
  const [first = evidence, ...later] = [...run].sort((a, b) => compareText(a.time ?? '', b.time ?? ''));
  const last = later.at(-1);
  const spots = formatSpots(
    view,
    evidence.at,
    run.map(({ at }) => at),
  );
  const place = ofSource ? [spots] : formatPlace(view, evidence.at, spots);
  return {
    time: view.time(first.time, first.timeBasis),
    what: joined([
      formatEvent(evidence),
      last === undefined ? null : [`${counted(run.length, 'time')}${untilText(view, first, last)}`],
      evidence.host === host || evidence.host === null ? null : [log(evidence.host)],
      place.map((piece) => (typeof piece === 'string' ? quiet(piece) : piece)),
    ]),
    detail: evidence.text === null ? null : describeText(evidence.text),
  };
}

const untilText = (view: View, first: ReportEvidence, last: ReportEvidence): string =>
  last.time === null || last.time === first.time ? '' : ` until ${view.time(last.time, last.timeBasis)}`;

/** The source of several events that all came from it, where a run has others. */
function commonSource({ report }: View, events: readonly ReportEvidence[]): number | null {
  const [first, ...others] = events.map(({ at }) => at.source);
  const isCommon = report.sources.length > 1 && others.length > 0 && others.every((source) => source === first);
  return isCommon && first !== undefined ? first : null;
}

/** @param host the finding's, which is not said again. */
export function describeEvents(
  view: View,
  events: readonly ReportEvidence[],
  host: string | null,
  total = events.length,
): Document {
  if (events.length === 0) return [];
  const source = commonSource(view, events);
  const moments = runsOf(events).map((run) => toMoment(view, run, host, source !== null));
  const head = source === null ? [] : [text('From ', ...formatSource(view, source), ':')];
  const rest = total > events.length ? [text(quiet(`${events.length} of ${counted(total, 'event')} shown.`))] : [];
  return [...head, { kind: 'moments', moments }, ...rest];
}
