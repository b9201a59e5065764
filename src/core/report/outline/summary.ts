import { groupBy } from '../../model/group-by.ts';
import type { Report, ReportCoverage, ReportSource } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';
import { completenessWords, gapWords } from './coverage-words.ts';
import { type Document, heading, type Inline, joined, list, log, quiet, text } from './document.ts';
import { describeLooked, formatFacts, formatFormat } from './head.ts';
import { describeInput } from './rest.ts';
import { createView, formatSpan, sourceName, type View } from './view.ts';
import { counted, enumerated, spoken } from './words.ts';

const SHOWN_GAPS = 5;

const describeGaps = (view: View, { timeBasis }: ReportSource, { gaps }: ReportCoverage): Document => {
  const shown = gaps
    .slice(0, SHOWN_GAPS)
    .map(({ from, to, why }) => `${formatSpan(view, from, to, timeBasis)} (${gapWords[why]})`);
  const more = gaps.length - SHOWN_GAPS;
  return gaps.length === 0
    ? []
    : [text(quiet(`Not covered: ${enumerated([...shown, ...(more > 0 ? [`${more} more`] : [])])}`))];
};

const describeLog = (view: View, source: ReportSource, coverage: ReportCoverage): Document => {
  const { host, channel, levels } = coverage;
  const name: Inline = [log([host, channel].filter((word) => word !== null).join(' ') || 'log not named')];
  return [
    text(
      ...joined([
        name,
        [formatSpan(view, coverage.first, coverage.last, source.timeBasis)],
        [completenessWords[coverage.completeness]],
        levels === 'all' ? null : [`only ${enumerated(levels.map(spoken))}`],
      ]),
    ),
    ...describeGaps(view, source, coverage),
  ];
};

/** What problems say that such a file is. */
const SAY_WHAT: ReadonlySet<string> = new Set([
  'input/other-log',
  'input/unrecognised',
  'input/document',
  'input/picture',
]);
/** `a debug log of Netlogon`, `a minidump`; null: its format says it. */
const kindOf = ({ problems }: ReportSource): string | null =>
  problems.find(({ code }) => SAY_WHAT.has(code))?.detail ?? null;

export const describeSource = (view: View, source: ReportSource): Document => {
  const lost = source.records - source.events;
  return [
    text(
      ...joined([
        sourceName(source.name),
        [kindOf(source) ?? formatFormat(source)],
        [counted(source.events, 'event'), lost > source.recovered ? ` of ${counted(source.records, 'record')}` : ''],
        formatFacts(view, source),
        source.recovered > 0 ? [describeRecovered(source.recovered, Math.max(0, lost))] : null,
        source.unclaimed > 0 ? [`${counted(source.unclaimed, 'character')} of other text`] : null,
      ]),
    ),
    ...(source.coverage.length === 0
      ? []
      : [
          list(
            'bullet',
            source.coverage.map((coverage) => describeLog(view, source, coverage)),
          ),
        ]),
  ];
};

/** Records found without an event of their own are copies of others, or cannot be read. */
const describeRecovered = (recovered: number, lost: number): string =>
  `${counted(recovered, 'record')} found outside the chain${
    lost === 0 ? '' : `, ${lost >= recovered ? 'all' : lost} of them copies or unreadable`
  }`;

const ALIKE = 3;
/** Of hundreds of other files in a bundle it is enough how many there are of each kind. */
function describeSources(view: View, sources: readonly ReportSource[]): readonly Document[] {
  const others = groupBy(sources, (source) => kindOf(source) ?? '');
  const many = [...others].filter(([kind, alike]) => kind !== '' && alike.length > ALIKE);
  const counted = new Set(many.flatMap(([, alike]) => alike));
  return [
    ...sources.filter((source) => !counted.has(source)).map((source) => describeSource(view, source)),
    ...many.map(([kind, [first, ...rest]]) => [
      text(`${rest.length + 1} × ${kind}: `, ...sourceName(first.name), ` and ${rest.length} more`),
    ]),
  ];
}

/** What was recognised in the inputs, before any rule. */
export function outlineSummary(report: Report, zone: DisplayZone): Document {
  const view = createView(report, zone);
  return [
    ...describeLooked(view),
    heading('Sources'),
    list('bullet', describeSources(view, report.sources)),
    ...describeInput(view),
  ];
}
