import { toolOf } from '../../model/companion.ts';
import type { ReportEvidence } from '../../model/report.ts';
import { type Document, type Inline, joined, log, type Moment, quiet, text } from './document.ts';
import { formatPlace, formatSource, formatSpot, type View } from './view.ts';
import { counted, shortened, withoutClosing } from './words.ts';

const EVIDENCE_CHARACTERS = 240;

const formatEvent = (evidence: ReportEvidence): Inline => {
  const tool = toolOf(evidence.provider);
  if (tool !== null) return [log(`${tool} output`)];
  const name = [evidence.provider, evidence.eventId].filter((value) => value !== null).join(' ');
  return name === '' ? ['event'] : [log(name)];
};

const describeText = (text: string): Inline | null => {
  const words = shortened(withoutClosing(text), EVIDENCE_CHARACTERS);
  return words === '' ? null : [log(words)];
};

/** One event of a finding, as `diagnose` and the steps that list events show it. */
const toMoment = (view: View, evidence: ReportEvidence, host: string | null, place: Inline): Moment => ({
  time: view.time(evidence.time, evidence.timeBasis),
  what: joined([
    formatEvent(evidence),
    evidence.host === host || evidence.host === null ? null : [log(evidence.host)],
    place.map((piece) => (typeof piece === 'string' ? quiet(piece) : piece)),
  ]),
  detail: evidence.text === null ? null : describeText(evidence.text),
});

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
  const moments = events.map((event) =>
    toMoment(view, event, host, source === null ? formatPlace(view, event.at) : [formatSpot(view, event.at)]),
  );
  const head = source === null ? [] : [text('From ', ...formatSource(view, source), ':')];
  const rest = total > events.length ? [text(quiet(`${events.length} of ${counted(total, 'event')} shown.`))] : [];
  return [...head, { kind: 'moments', moments }, ...rest];
}
