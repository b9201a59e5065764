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

export const describeSource = (view: View, source: ReportSource): Document => {
  const lost = source.records - source.events;
  return [
    text(
      ...joined([
        sourceName(source.name),
        [formatFormat(source)],
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

/** What was recognised in the inputs, before any rule. */
export function outlineSummary(report: Report, zone: DisplayZone): Document {
  const view = createView(report, zone);
  return [
    ...describeLooked(view),
    heading('Sources'),
    list(
      'bullet',
      report.sources.map((source) => describeSource(view, source)),
    ),
    ...describeInput(view),
  ];
}
