import { type CodeBook, noCodes } from '../../model/code-book.ts';
import { hasUnknownZone, type TimeBasis } from '../../model/event.ts';
import type { Finding, IsoTime, Report, ReportEvidence, ReportPlace } from '../../model/report.ts';
import { createTimeFormat, type DisplayZone, type FormatTime } from '../display-time.ts';
import { haveNoZone } from '../unknown-zone.ts';
import { type Inline, joined, log } from './document.ts';

/** How many of a kind are shown; what is left out is counted, and a hint says where it stands. */
export interface Caps {
  readonly unexplained: number;
  readonly mentions: number;
  readonly problems: number;
}
/** The answer has to stay on the screen. */
const briefCaps: Caps = { unexplained: 5, mentions: 12, problems: 10 };

/** What every part of the outline reads. */
export interface View {
  readonly report: Report;
  readonly caps: Caps;
  readonly zone: DisplayZone;
  readonly time: FormatTime;
  /** Of times that carry no basis of their own: `assumed-local` when no source of the report knows its zone. */
  readonly basis: TimeBasis | undefined;
  /** Findings that are less sure than was asked for. */
  readonly leftOut: readonly Finding[];
  readonly codes: CodeBook;
  /** How the run was told to read its inputs, as words of a shell: a command that is suggested says the same. */
  readonly given: readonly string[];
  /** Ends with a slash: the long folder that all sources lie in, said once instead of at each event; empty: there is none. */
  readonly folder: string;
}

/** A shorter one takes less room than it takes to look it up. */
const LONG_FOLDER = 24;

function commonFolder(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.lastIndexOf('/') + 1;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length))))
    length = length < 2 ? 0 : first.lastIndexOf('/', length - 2) + 1;
  return others.length > 0 && length > LONG_FOLDER ? first.slice(0, length) : '';
}

/** What a view needs besides the report; nothing of it where it is left out. */
export type ViewOptions = Partial<Pick<View, 'caps' | 'leftOut' | 'codes' | 'given'>>;
export function createView(
  report: Report,
  zone: DisplayZone,
  { caps = briefCaps, leftOut = [], codes = noCodes, given = [] }: ViewOptions = {},
): View {
  return {
    report,
    caps,
    zone,
    time: createTimeFormat(zone),
    basis: haveNoZone(report.sources) ? 'assumed-local' : undefined,
    leftOut,
    codes,
    given,
    folder: commonFolder(report.sources.map(({ name }) => name)),
  };
}

/** `2006-03-02 01:00:00`, or the two ends of a span. */
export function formatSpan({ time, basis }: View, first: IsoTime | null, last: IsoTime | null, own = basis): string {
  if (first === last || last === null) return time(first, own);
  return `${time(first, own)} to ${time(last, own)}`;
}

/** Where events of one finding stand in time decides how its own times are shown. */
export const basisOf = (evidence: readonly ReportEvidence[], view: View): TimeBasis | undefined =>
  evidence.some(hasUnknownZone) ? 'assumed-local' : view.basis;

/** Parsers of binary logs count positions in bytes, all others in lines. */
export const binaryFormats = new Set(['evtx', 'evt']);
export const standardInputName = '-';
export const sourceName = (name: string): Inline => (name === standardInputName ? ['standard input'] : [log(name)]);

/** `line 14`, `offset 4096`. */
export const formatPosition = ({ report }: View, source: number, position: number): string =>
  `${positionUnit(report, source)} ${position}`;

export const positionUnit = ({ sources }: Pick<Report, 'sources'>, source: number): string =>
  binaryFormats.has(sources[source]?.format ?? '') ? 'offset' : 'line';

/** `System.evtx record 1601`, `paste.txt line 14`; the name of an only source is not said again and again. */
export const formatPlace = (view: View, place: ReportPlace, spot = formatSpot(view, place)): Inline =>
  view.report.sources.length === 1 ? [spot] : joined([formatSource(view, place.source), [spot]], ' ');

/** Without the folder that all sources lie in. */
export const formatSource = ({ report, folder }: View, source: number): Inline => {
  const { name } = report.sources[source] ?? {};
  return name === undefined ? [] : sourceName(name.slice(folder.length));
};

/** The place inside its source. */
const formatSpot = (view: View, place: ReportPlace): string => `${unitOf(view, place)} ${numberOf(place)}`;

/** @param places in one source, one of them `place`: `records 7…12` */
export function formatSpots(view: View, place: ReportPlace, places: readonly ReportPlace[]): string {
  const numbers = places.map(numberOf);
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  return lowest === highest ? formatSpot(view, place) : `${unitOf(view, place)}s ${lowest}…${highest}`;
}

const numberOf = ({ recordId, position }: ReportPlace): number => recordId ?? position;
const unitOf = ({ report }: View, { source, recordId }: ReportPlace): string =>
  recordId === null ? positionUnit(report, source) : 'record';
